import type { Resource } from '@kontor/shared';
import type { Queryable } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { raw, sql } from '../query/sql.ts';
import { insertRows } from './rows.ts';

/** Any number, the same in every Kontor: who holds it brings in what is shipped. */
const shippingLock = 20_261_129;

type Shipped = Record<string, unknown> & { readonly id: string };

/**
 * Brings shipped records into a database, each once: what is there stays as it is, also changed, and what somebody has deleted
 * stays away (the trail still knows it). A name that is taken gets the name of its maker behind it. Answers the ids of what came.
 */
export async function shipRows(db: Queryable, resource: Resource, rows: readonly Shipped[]): Promise<string[]> {
  await db.query(sql`SELECT pg_advisory_xact_lock(${shippingLock})`);
  const ids = rows.map(({ id }) => id);
  const table = raw(quote(resource.name));
  const known = await db.query<{ id: string }>(
    sql`SELECT id::text AS id FROM ${table} WHERE id = ANY(${ids}::uuid[]) UNION SELECT record_id AS id FROM audit_entries WHERE resource = ${resource.name} AND record_id = ANY(${ids}::text[])`,
  );
  const taken = await db.query<{ name: string }>(
    sql`SELECT name FROM ${table} WHERE name = ANY(${rows.map(({ name }) => name)}::text[])`,
  );
  const there = new Set(known.map(({ id }) => id));
  const names = new Set(taken.map(({ name }) => name));
  const missing = rows.filter(({ id }) => !there.has(id));
  await insertRows(
    db,
    resource,
    missing.map((row) => (names.has(String(row.name)) ? { ...row, name: `${row.name} (Kontor)` } : row)),
  );
  return missing.map(({ id }) => id);
}
