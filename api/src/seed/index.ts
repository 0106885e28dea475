import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { shippedRole } from '@kontor/shared';
import { root } from '../config.ts';
import type { Queryable } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import type { Engine } from '../engine/context.ts';
import { raw, sql } from '../query/sql.ts';
import { type FileStorage, storeContent } from '../services/files.ts';
import { keepHolidays } from '../services/holidays.ts';
import { queue } from '../services/jobs/enqueue.ts';
import { mediaType } from '../services/media_types.ts';
import { dueNotifications } from '../services/notifications/due.ts';
import { hashPassword } from '../services/passwords.ts';
import { blocksFrom } from '../services/pdf/blocks.ts';
import { type Letter, letterPdf } from '../services/pdf/letter.ts';
import { fireReminders } from '../services/reminders/fire.ts';
import { insertRows } from './rows.ts';
import { shipRows } from './ship.ts';

/** A sign-in of the demo company, to be printed. */
export interface DemoUser {
  readonly email: string;
  readonly password: string;
  readonly role: string;
}

/** What a seed works with: rows by resource name, lists of references as arrays of ids. */
export interface Seeder {
  insert(resource: string, rows: readonly Record<string, unknown>[]): Promise<void>;
  /** Inserts what was never there: neither now, nor before somebody deleted it. Answers the ids of what came. */
  ship(resource: string, rows: readonly (Record<string, unknown> & { readonly id: string })[]): Promise<string[]>;
  /** Which of these ids are there. */
  there(resource: string, ids: readonly string[]): Promise<string[]>;
  hashPassword(password: string): Promise<string>;
  /** Stores the content of a file and tells what `files` has to say about it. */
  keep(name: string, content: Buffer): Promise<{ sha256: string; size: number; media_type: string }>;
  /** A letter as Kontor makes them; its text as HTML. */
  letter(letter: Omit<Letter, 'body'> & { readonly html: string }): Promise<Buffer>;
  /** Hands the jobs that wait to the workers. */
  queueJobs(): Promise<void>;
  /** The id of a shipped role. */
  roleId(key: string): string;
  /** Runs one statement without parameters, for what is quicker in SQL. */
  execute(statement: string): Promise<void>;
}

interface SeedFile {
  seed(seeder: Seeder): Promise<void>;
}

interface BaseFile extends SeedFile {
  /** What every installation gets, also one that is there already. */
  ship(seeder: Seeder): Promise<void>;
}

interface DemoFile extends SeedFile {
  readonly signIns: readonly DemoUser[];
  readonly companyId: string;
  /** Adds many customers. */
  grow(seeder: Seeder, count: number): Promise<void>;
  /** Adds many open trainings around today. */
  growTrainings(seeder: Seeder, count: number): Promise<void>;
}

const load = async <T extends SeedFile>(name: string): Promise<T> =>
  (await import(pathToFileURL(join(root, 'seeds', name, 'index.mjs')).href)) as T;

const seederOf = (engine: Engine, db: Queryable, storage?: FileStorage): Seeder => ({
  keep: async (name, content) => {
    if (!storage) throw new Error('a seed keeps a file where there is no place for it');
    const { sha256, size, head } = await storeContent(storage, Readable.from([content]));
    return { sha256, size, media_type: mediaType(head, name) };
  },
  letter: ({ html, ...letter }) => letterPdf({ ...letter, body: blocksFrom(html) }),
  insert: (name, rows) => insertRows(db, engine.model.get(name), rows),
  ship: (name, rows) => shipRows(db, engine.model.get(name), rows),
  there: async (name, ids) =>
    (await db.query<{ id: string }>(sql`SELECT id FROM ${raw(quote(name))} WHERE id = ANY(${ids}::uuid[])`)).map(
      ({ id }) => id,
    ),
  queueJobs: async () => {
    for (const { id } of await db.query<{ id: string }>(sql`SELECT id FROM jobs WHERE state = 'queued'`))
      await queue(db, id);
  },
  hashPassword,
  roleId: (key) => {
    const role = shippedRole(key);
    if (!role) throw new Error(`a seed speaks of the role "${key}", which is not shipped`);
    return role.id;
  },
  execute: async (statement) => {
    await db.query(raw(statement));
  },
});

const exists = async (engine: Engine, question: ReturnType<typeof sql>): Promise<boolean> =>
  (await engine.db.query<{ found: boolean }>(sql`SELECT EXISTS (${question}) AS found`))[0]!.found;

/**
 * Fills an empty database in one transaction: what every installation needs, and the demo company when asked.
 * Where users exist only those records come that this version of Kontor ships and that were never there; the demo's sign-ins are told as long as its company is there.
 */
export async function seed(
  engine: Engine,
  storage: FileStorage,
  demo: boolean,
): Promise<{ demo?: readonly DemoUser[] }> {
  const company = await load<DemoFile>('demo');
  const base = await load<BaseFile>('base');
  if (!(await exists(engine, sql`SELECT 1 FROM users`))) {
    await engine.db.transaction(async (tx) => {
      const seeder = seederOf(engine, tx, storage);
      await base.seed(seeder);
      if (demo) await company.seed(seeder);
    });
    await keepHolidays(engine);
    if (demo) await dueNotifications(engine);
    if (demo) await fireReminders(engine);
    engine.totals.clear();
  } else
    await engine.db.transaction(async (tx) => {
      await base.ship(seederOf(engine, tx, storage));
    });
  return demo && (await isDemo(engine)) ? { demo: company.signIns } : {};
}

/** Does the demo company live in this database? */
export async function isDemo(engine: Engine): Promise<boolean> {
  const { companyId } = await load<DemoFile>('demo');
  return exists(engine, sql`SELECT 1 FROM companies WHERE id = ${companyId}`);
}

/** Adds many customers, to see how Kontor does with them. */
export async function grow(engine: Engine, count: number): Promise<void> {
  const company = await load<DemoFile>('demo');
  await company.grow(seederOf(engine, engine.db), count);
  engine.totals.clear();
}

/** Adds many open trainings with two sessions each, to see how a board and a calendar do with them. */
export async function growTrainings(engine: Engine, count: number): Promise<void> {
  const company = await load<DemoFile>('demo');
  await engine.db.transaction((tx) => company.growTrainings(seederOf(engine, tx), count));
  engine.totals.clear();
}
