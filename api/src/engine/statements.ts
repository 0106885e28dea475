import { type Property, propertiesOf, type Resource } from '@kontor/shared';
import { columnType } from '../db/columns.ts';
import type { Transaction } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { pairTable } from '../query/conditions.ts';
import { alteredColumns, newColumns } from '../query/select.ts';
import { join, raw, sql } from '../query/sql.ts';
import { type AuditEntry, auditStatement } from '../services/audit.ts';
import { noteSteps } from '../services/automation/note_steps.ts';
import { tellAssigned } from '../services/notifications/assigned.ts';
import type { Context, Row, Values } from './context.ts';
import { parameter } from './storage.ts';

const names = (columns: readonly string[]) => raw(columns.map(quote).join(', '));

/** Inserts one record and its trail in one statement, and returns the record as the user reads it. */
export function insertOne(
  context: Context,
  tx: Transaction,
  resource: Resource,
  id: string,
  values: Values,
  trail: AuditEntry,
): Promise<Row[]> {
  const properties = propertiesOf(resource);
  const stamps: Values = resource.append_only
    ? { created_by: context.access.actor.id }
    : { created_by: context.access.actor.id, updated_by: context.access.actor.id };
  const all = { id, ...stamps, ...values };
  const columns = Object.keys(all);
  const parameters = Object.entries(all).map(([name, value]) => sql`${parameter(properties.get(name)!, value)}`);
  const inserted = tx.prepared<Row>(
    sql`WITH trail AS (${auditStatement(context, [trail])}) INSERT INTO ${raw(quote(resource.name))} AS t (${names(columns)}) VALUES (${join(parameters, ', ')}) RETURNING ${newColumns(context.access, resource)}`,
  );
  tellAssigned(context, tx, [trail]);
  return inserted;
}

/**
 * Inserts many records in one statement; missing values take the column's default. The answer is the transaction's own,
 * so that nobody needs to wait for one that fails with all others.
 */
export function insertMany(
  context: Context,
  tx: Transaction,
  resource: Resource,
  rows: readonly (Values & { id: string })[],
): Promise<Row[]> {
  if (rows.length === 0) return Promise.resolve([]);
  const properties = propertiesOf(resource);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const typed = columns.map((name) => `${quote(name)} ${columnType(properties.get(name)!.column!)}`).join(', ');
  const value = (property: Property) =>
    property.column?.default === undefined
      ? `x.${quote(property.name)}`
      : `coalesce(x.${quote(property.name)}, ${property.column.default})`;
  const stamps = resource.append_only ? ['created_by'] : ['created_by', 'updated_by'];
  const actor = context.access.actor.id;
  return tx.query<Row>(
    sql`INSERT INTO ${raw(quote(resource.name))} AS t (${names([...columns, ...stamps])}) SELECT ${raw(columns.map((name) => value(properties.get(name)!)).join(', '))}, ${join(
      stamps.map(() => sql`${actor}::uuid`),
      ', ',
    )} FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(${raw(typed)}) RETURNING ${newColumns(context.access, resource)}`,
  );
}

/**
 * Sets values on records and writes the trail, in one statement, and returns what may differ of the records, as the user
 * reads it. With `version` a record that has moved on meanwhile is left alone, and nothing is returned.
 */
export function updateRows(
  context: Context,
  tx: Transaction,
  resource: Resource,
  ids: readonly string[],
  values: Values,
  trail: readonly AuditEntry[],
  version?: number,
): Promise<Row[]> {
  const properties = propertiesOf(resource);
  const assignments = Object.entries(values).map(
    ([name, value]) => sql`${raw(quote(name))} = ${parameter(properties.get(name)!, value)}`,
  );
  const set = join(
    [
      ...assignments,
      raw('version = t.version + 1'),
      raw('updated_at = now()'),
      sql`updated_by = ${context.access.actor.id}`,
    ],
    ', ',
  );
  const which = ids.length === 1 ? sql`t.id = ${ids[0]}` : sql`t.id = ANY(${ids}::uuid[])`;
  const still = version === undefined ? raw('') : sql` AND t.version = ${version}`;
  const changed = tx.prepared<Row>(
    sql`WITH changed AS (UPDATE ${raw(quote(resource.name))} AS t SET ${set} WHERE ${which}${still} RETURNING ${alteredColumns(context.access, resource, Object.keys(values))}), trail AS (${auditStatement(context, trail, raw('EXISTS (TABLE changed)'))}) TABLE changed`,
  );
  noteSteps(context, tx, trail);
  if (version === undefined) tellAssigned(context, tx, trail);
  // before anybody who waits for the rows goes on
  else void changed.then((rows) => rows.length && tellAssigned(context, tx, trail)).catch(() => {});
  return changed;
}

/** Makes the pairs of lists of references what they shall be, the same for all of these records. */
export function writePairs(
  tx: Transaction,
  resource: Resource,
  ids: readonly string[],
  pairs: Record<string, string[]>,
  isNew: boolean,
): Promise<unknown>[] {
  return Object.entries(pairs).flatMap(([name, targets]) => {
    const table = raw(quote(pairTable(resource, name)));
    const surplus = sql`DELETE FROM ${table} WHERE record_id = ANY(${ids}::uuid[]) AND NOT target_id = ANY(${targets}::uuid[])`;
    const missing = sql`INSERT INTO ${table} (record_id, target_id) SELECT record_id, target_id FROM unnest(${ids}::uuid[]) AS record_id, unnest(${targets}::uuid[]) AS target_id ON CONFLICT DO NOTHING`;
    return [...(isNew ? [] : [tx.prepared(surplus)]), ...(targets.length ? [tx.prepared(missing)] : [])];
  });
}

/** Adds the pairs of one list of references for many new records, in one statement. */
export function insertPairs(
  tx: Transaction,
  resource: Resource,
  name: string,
  pairs: readonly { readonly id: string; readonly targets: readonly string[] }[],
): Promise<unknown> {
  const ids = pairs.flatMap(({ id, targets }) => targets.map(() => id));
  if (ids.length === 0) return Promise.resolve();
  const targets = pairs.flatMap((pair) => pair.targets);
  return tx.query(
    sql`INSERT INTO ${raw(quote(pairTable(resource, name)))} (record_id, target_id) SELECT * FROM unnest(${ids}::uuid[], ${targets}::uuid[])`,
  );
}
