import type { Locale, Model, Origin } from '@kontor/shared';
import type { Database, Queryable } from '../db/pool.ts';
import type { Numbers } from '../services/numbers.ts';
import type { Outward } from '../services/outward.ts';
import type { Access } from './access.ts';
import type { Behaviours } from './behaviour.ts';
import type { Totals } from './totals.ts';

/** What the engine works with, for the life of the process. */
export interface Engine {
  readonly model: Model;
  readonly db: Database;
  readonly totals: Totals;
  readonly behaviours: Behaviours;
  /** Encrypts and decrypts secrets at rest. */
  readonly secrets: { encrypt(text: string): string; decrypt(text: string): string };
  /** Gives the numbers of series. */
  readonly numbers: Numbers;
  readonly timeZone: string;
  /** Seconds for which a proof of identity counts before what is declared dangerous. */
  readonly proofSeconds: number;
  /** Its address, its mail, and what is done after an answer. */
  readonly outward: Outward;
}

/** Where something comes from, for the trail. */
export interface Source {
  readonly origin: Origin;
  /** Of the client. */
  readonly address?: string;
  /** Name of the background job. */
  readonly job?: string;
}

/** One request: who asks, in which language, under which id. */
export interface Context {
  readonly engine: Engine;
  readonly access: Access;
  readonly locale: Locale;
  readonly requestId: string;
  /** Absent at the server's own keyboard. */
  readonly source?: Source;
  /** The brand that who asks works in: lists, search and figures show what belongs to it. It opens nothing. */
  readonly brand?: string;
  /** Has who asks proven to be themselves within the last minutes? Absent where nobody asks: commands, seeds, jobs. */
  readonly proven?: (on: Queryable) => Promise<boolean>;
}

export type Values = Record<string, unknown>;
export type Row = Record<string, any> & { id: string; version: number };

/** The same context for a way of its own; at the server's keyboard everything is a command. */
export const withOrigin = (context: Context, origin: Source['origin']): Context =>
  context.source ? { ...context, source: { ...context.source, origin } } : context;
