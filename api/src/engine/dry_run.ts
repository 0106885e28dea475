import type { Resource } from '@kontor/shared';
import type { Queryable, Transaction } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { raw, sql } from '../query/sql.ts';
import type { Context, Row } from './context.ts';
import { titles } from './embed.ts';
import { type Changes, changesOf } from './history.ts';
import { orTakenBack, TakenBack } from './taken_back.ts';
import { addId, type Ids } from './trail_titles.ts';
import { engineWithin } from './within.ts';

/** What would happen to one record. */
export interface WouldChange extends Changes {
  readonly resource: string;
  readonly id: string;
  /** As it would be called; null when the record would be gone. */
  readonly title: string | null;
  readonly operation: string;
}

/** What a writing request would do. */
export interface DryRun {
  readonly dry_run: true;
  /** What it would answer. */
  readonly result: unknown;
  /** How many records it would change, also those that the user may not see. */
  readonly count: number;
  /** The first of those that the user may see. */
  readonly changes: WouldChange[];
}

/** As many changes are told one by one; beyond, their number says enough. */
const mostTold = 100;

/** Which of some records the user sees, in the state that `on` sees. */
async function seenOf(context: Context, on: Queryable, resource: Resource, ids: readonly string[]): Promise<string[]> {
  if (resource.server_only || ids.length === 0) return [];
  const rows = await on.query<{ id: string }>(
    sql`SELECT t.id FROM ${raw(`${quote(resource.name)} t`)} WHERE t.id = ANY(${ids}::uuid[]) AND ${context.access.rows(resource, 'read', 't')}`,
  );
  return rows.map(({ id }) => id);
}

/** The records of entries by their resource. */
function recordsOf(rows: readonly { resource: string; id: string }[]): Ids {
  const records: Ids = new Map();
  for (const { resource, id } of rows) addId(records, resource, id);
  return records;
}

/** What the transaction has entered in the trail, and which of these records the user would see afterwards. */
async function wouldChange(context: Context, tx: Transaction) {
  const { model } = context.engine;
  const rows = await tx.query<Row & { resource: string; total: number }>(
    sql`SELECT record_id AS id, resource, operation, before, after, count(*) OVER ()::int AS total FROM audit_entries WHERE xid = pg_current_xact_id() AND record_version IS NOT NULL ORDER BY audit_entries.id LIMIT ${mostTold}`,
  );
  const seen = new Set<string>();
  const called = new Map<string, string>();
  for (const [name, ids] of recordsOf(rows)) {
    const resource = model.get(name);
    const visible = await seenOf(context, tx, resource, [...ids]);
    for (const id of visible) seen.add(id);
    for (const [id, title] of await titles(context, resource, visible)) called.set(id, title);
  }
  const changes = await changesOf(context, rows, (row) => model.get(row.resource));
  return {
    count: rows[0]?.total ?? 0,
    seen,
    changes: rows.map(
      ({ resource, id, operation }, index): WouldChange => ({
        resource,
        id,
        title: called.get(id) ?? null,
        operation,
        ...changes[index]!,
      }),
    ),
  };
}

type Outcome = { readonly result: unknown } & Awaited<ReturnType<typeof wouldChange>>;

/**
 * Does a writing request from beginning to end, tells what it changed, and takes it back. It is the same code on the same
 * data: what would be refused is refused here, by the constraints that wait for the end of a transaction as well. Told are
 * the records that the user sees before or after.
 */
export async function dryRun(context: Context, work: (context: Context) => Promise<unknown>): Promise<DryRun> {
  const { engine } = context;
  const { result, count, seen, changes } = await orTakenBack(engine.db, async (tx): Promise<Outcome> => {
    const inside = { ...context, engine: engineWithin(engine, tx) };
    const answer = await work(inside);
    await tx.query(raw('SET CONSTRAINTS ALL IMMEDIATE'));
    throw new TakenBack<Outcome>({ result: answer, ...(await wouldChange(inside, tx)) });
  });
  const others = recordsOf(changes.filter(({ id }) => !seen.has(id)));
  for (const [name, ids] of others)
    for (const id of await seenOf(context, engine.db, engine.model.get(name), [...ids])) seen.add(id);
  return { dry_run: true, result, count, changes: changes.filter(({ id }) => seen.has(id)) };
}
