import { PublicError, type Resource } from '@kontor/shared';
import type { Transaction } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { raw, sql } from '../query/sql.ts';
import { type AuditEntry, writeAudit } from '../services/audit.ts';
import type { Context, Row, Values } from './context.ts';
import { requireWritable } from './create.ts';
import { lineLink } from './get.ts';
import { updateRows } from './statements.ts';
import { lockRecord } from './update.ts';

const stored = (row: Row): Values =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && !Array.isArray(value)));

/** Deletes a record: into the trash where there is one, for good otherwise or with `purge` (only from the trash). */
export async function remove(context: Context, resource: Resource, id: string, purge = false): Promise<Row> {
  requireWritable(resource);
  context.access.require(resource, 'delete');
  return context.engine.db.transaction(async (tx) => {
    const current = await lockRecord(context, tx, resource, id, 'delete', purge && resource.trash === true);
    await context.engine.behaviours[resource.name]?.before?.({
      context,
      tx,
      resource,
      operation: 'delete',
      before: current,
      values: {},
    });
    if (resource.trash && !purge) await trashRows(context, tx, resource, [current]);
    else await purgeRecord(context, tx, resource, current);
    return current;
  });
}

/** Moves locked records to the trash, with one statement and one for the trail. */
export async function trashRows(
  context: Context,
  tx: Transaction,
  resource: Resource,
  rows: readonly Row[],
): Promise<Row[]> {
  const values = { deleted_at: new Date().toISOString(), deleted_by: context.access.actor.id };
  const deleted = updateRows(
    context,
    tx,
    resource,
    rows.map((row) => row.id),
    values,
    rows.map((row) => ({
      resource,
      id: row.id,
      version: row.version + 1,
      operation: 'delete',
      before: { deleted_at: null },
      after: { deleted_at: values.deleted_at },
    })),
  );
  tx.afterCommit(() => context.engine.totals.changed(resource.name));
  return deleted;
}

/** Deletes a locked record and its lines for good. The trail keeps what it was. */
export async function purgeRecord(context: Context, tx: Transaction, resource: Resource, current: Row): Promise<void> {
  const entries: AuditEntry[] = [
    {
      resource,
      id: current.id,
      version: current.version + 1,
      operation: 'purge',
      before: stored(current),
      after: null,
    },
  ];
  for (const [name, field] of Object.entries(resource.fields)) {
    if (field.kind !== 'lines') continue;
    const { child } = lineLink(context, resource, name);
    const lines = (current[name] ?? []) as Row[];
    if (lines.length)
      tx.query(sql`DELETE FROM ${raw(quote(child.name))} WHERE id = ANY(${lines.map((line) => line.id)}::uuid[])`);
    for (const line of lines)
      entries.push({
        resource: child,
        id: line.id,
        version: line.version + 1,
        operation: 'purge',
        before: stored(line),
        after: null,
      });
    tx.afterCommit(() => context.engine.totals.changed(child.name));
  }
  await tx.query(sql`DELETE FROM ${raw(quote(resource.name))} WHERE id = ${current.id}`);
  await writeAudit(context, tx, entries);
  tx.afterCommit(() => context.engine.totals.changed(resource.name));
}

/** Takes a record out of the trash. */
export async function restore(context: Context, resource: Resource, id: string): Promise<Row> {
  requireWritable(resource);
  if (!resource.trash) throw new PublicError('method_not_allowed');
  context.access.require(resource, 'restore');
  return context.engine.db.transaction(async (tx) => {
    const current = await lockRecord(context, tx, resource, id, 'restore', true);
    const [row] = await restoreRows(context, tx, resource, [current]);
    return { ...current, ...row! };
  });
}

/** Takes locked records out of the trash. */
export async function restoreRows(
  context: Context,
  tx: Transaction,
  resource: Resource,
  rows: readonly Row[],
): Promise<Row[]> {
  const restored = updateRows(
    context,
    tx,
    resource,
    rows.map((row) => row.id),
    { deleted_at: null, deleted_by: null },
    rows.map((row) => ({
      resource,
      id: row.id,
      version: row.version + 1,
      operation: 'restore',
      before: { deleted_at: row.deleted_at ?? null },
      after: { deleted_at: null },
    })),
  );
  tx.afterCommit(() => context.engine.totals.changed(resource.name));
  return restored;
}
