import type { ActionOf, Resource } from '@kontor/shared';
import type { ResourceName, ResourceNamed } from '@kontor/shared/modules/index';
import type { Queryable, Transaction } from '../db/pool.ts';
import type { NewLink } from '../services/public_links.ts';
import type { SheetContent } from '../services/sheets/content.ts';
import type { Context, Row, Values } from './context.ts';
import type { Guard } from './guards.ts';
import type { Valid } from './validate.ts';

/** What a hook works on. `values` are the changes about to be written (canonical); a hook may add to them. */
export interface Hook {
  readonly context: Context;
  readonly tx: Transaction;
  readonly resource: Resource;
  readonly operation: 'create' | 'update' | 'delete' | 'restore' | 'transition';
  /** The record before the change; null when it is new. */
  readonly before: Row | null;
  readonly values: Values;
  /** The lines about to be written, to which a hook may add as well; absent where lines can not be written (many records at once). */
  readonly lines?: Valid['lines'];
}

/** What an action works on. */
export interface ActionCall {
  readonly context: Context;
  readonly tx: Transaction;
  readonly record: Row;
  /** Checked against the action's declared input. */
  readonly input: Values;
  /** The version of the record that whoever asks has seen, if they say so. */
  readonly seen?: number;
  /** What the answer tells besides the record, this once: a secret that is kept nowhere. */
  readonly once: Values;
}

/** Runs an action and returns changes to the record itself, if any. */
export type ActionBehaviour = (call: ActionCall) => Promise<Values | undefined>;

/** Makes what a mail about a record carries for its one recipient: a link of their own, files. A refusal keeps the mail back. */
export type PersonalPart = (call: {
  readonly context: Context;
  readonly tx: Transaction;
  readonly record: Row;
}) => Promise<{ readonly link?: NewLink; readonly files?: readonly string[] }>;

/** Who wants a paper of which record, as they read it; rows that go along as data are those that they may export. */
export interface SheetCall {
  readonly context: Context;
  readonly record: Row;
  readonly operation: 'read' | 'export';
}

/** What is special about a resource: hooks around its writes, and its actions. */
export interface Behaviour {
  /**
   * Fills in what new records do not say, before they are checked: as many answers as bodies, in their order. What it fills in is
   * declared (`completes`), so that forms can show it; what the user may not write is filled in all the same.
   */
  readonly complete?: (context: Context, on: Queryable, bodies: readonly Values[]) => Promise<readonly Values[]>;
  /**
   * A reference (also one that is a copy) or subject: the record at which changes wait for each other. It is locked before the
   * record itself, on every path, so that whoever counts what belongs to it never meets somebody who came the other way round.
   */
  readonly turn?: string;
  readonly before?: (hook: Hook) => Promise<void> | void;
  readonly after?: (hook: Hook & { readonly record: Row }) => Promise<void> | void;
  /** What follows once records are gone (into the trash, or for good): called once, whatever the number. */
  readonly removed?: (call: {
    readonly context: Context;
    readonly tx: Transaction;
    readonly records: readonly Row[];
  }) => Promise<void> | void;
  /** What must be there before a step of the workflow (one that is declared as `guarded`) is taken, on whatever path. */
  readonly guards?: { readonly [transition: string]: Guard };
  readonly actions?: { readonly [action: string]: ActionBehaviour };
  /**
   * The single dates of a record whose date (`views.calendar`) reaches from the first to the last of them, as far as whoever asks
   * may see them: instants, in their order.
   */
  readonly dates?: (
    context: Context,
    on: Queryable,
    id: string,
  ) => Promise<readonly { readonly from: string; readonly to: string }[]>;
  /** Where that is, in one line for the calendars of others, as far as whoever asks may see it. */
  readonly place?: (context: Context, on: Queryable, id: string) => Promise<string | null>;
  /** The papers of a record, by their declared names (`sheets`), as far as whoever asks may read what stands on them. */
  readonly sheets?: { readonly [sheet: string]: (call: SheetCall) => Promise<SheetContent> };
  /** What a mail about a record carries besides its text, by what its template is used for (`used_for`). */
  readonly personal?: { readonly [use: string]: PersonalPart };
}

export type Behaviours = { readonly [resource: string]: Behaviour | undefined };

type WithActions = { [N in ResourceName]: [ActionOf<ResourceNamed<N>>] extends [never] ? never : N }[ResourceName];

/** The behaviours of all modules. A declared action without a behaviour does not compile. */
export const defineBehaviours = (
  behaviours: {
    readonly [N in WithActions]: Behaviour & {
      readonly actions: { readonly [A in ActionOf<ResourceNamed<N>>]: ActionBehaviour };
    };
  } & {
    readonly [N in ResourceName]?: Behaviour;
  },
): Behaviours => behaviours;
