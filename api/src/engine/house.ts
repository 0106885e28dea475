import type { Resource } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { allColumns } from '../query/select.ts';
import { raw, type Sql, sql } from '../query/sql.ts';
import { writeAudit } from '../services/audit.ts';
import type { Context, Row, Values } from './context.ts';
import { pick } from './lines.ts';
import { insertMany, updateRows } from './statements.ts';

/**
 * What follows from a change, as the house writes it: with its trail, in the name of who made the change, and whatever rights
 * they have to what follows. Hooks are not called.
 */

/** Locks rows, in the order of their ids, and reads all of them, also what is guarded. `t` is the row. */
export async function lockWhere(context: Context, tx: Transaction, resource: Resource, where: Sql): Promise<Row[]> {
  return tx.query<Row>(
    sql`SELECT ${allColumns(context.access, resource)} FROM ${raw(`${quote(resource.name)} t`)} WHERE ${where} ORDER BY t.id FOR NO KEY UPDATE OF t`,
  );
}

/** Inserts records; their ids are told in the same order. */
export async function insertAll(
  context: Context,
  tx: Transaction,
  resource: Resource,
  rows: readonly Values[],
): Promise<string[]> {
  if (rows.length === 0) return [];
  const made = rows.map((values) => ({ ...values, id: uuidv7() }));
  const inserted = insertMany(context, tx, resource, made);
  const trail = made.map(({ id, ...after }) => ({
    resource,
    id,
    version: 1,
    operation: 'create' as const,
    before: null,
    after,
  }));
  await Promise.all([inserted, writeAudit(context, tx, trail)]);
  tx.afterCommit(() => context.engine.totals.changed(resource.name));
  return made.map(({ id }) => id);
}

/** Changes locked rows: one statement for all that get the same values; what is so already is left alone. */
export async function changeAll(
  context: Context,
  tx: Transaction,
  resource: Resource,
  changes: readonly { readonly row: Row; readonly values: Values }[],
): Promise<number> {
  const groups = new Map<string, { readonly values: Values; readonly rows: Row[] }>();
  for (const { row, values } of changes) {
    if (Object.entries(values).every(([name, value]) => (row[name] ?? null) === value)) continue;
    const key = JSON.stringify(values);
    const group = groups.get(key) ?? { values, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  if (groups.size === 0) return 0;
  const sent = [...groups.values()].map(({ values, rows }) => {
    const step = resource.workflow && resource.workflow.field in values;
    const trail = rows.map((row) => ({
      resource,
      id: row.id,
      version: row.version + 1,
      operation: step ? ('transition' as const) : ('update' as const),
      before: pick(row, values),
      after: values,
    }));
    return updateRows(
      context,
      tx,
      resource,
      rows.map(({ id }) => id),
      values,
      trail,
    );
  });
  const changed = await Promise.all(sent);
  tx.afterCommit(() => context.engine.totals.changed(resource.name));
  return changed.flat().length;
}
