import { PublicError, type Resource } from '@kontor/shared';
import type { Transaction } from '../db/pool.ts';
import type { Context, Row } from './context.ts';
import { requireWritable } from './create.ts';
import { purgeRows } from './purge.ts';
import { updateRows } from './statements.ts';
import { requireProof } from './step_up.ts';
import { lockRecord } from './update.ts';

/** Deletes a record: into the trash where there is one, for good otherwise or with `purge` (only from the trash). */
export async function remove(context: Context, resource: Resource, id: string, purge = false): Promise<Row> {
  requireWritable(resource);
  if (resource.permanent) throw new PublicError('method_not_allowed');
  context.access.require(resource, 'delete');
  await requireProof(context, context.engine.db, resource, 'delete');
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
    else await purgeRows(context, tx, resource, [current]);
    await context.engine.behaviours[resource.name]?.removed?.({ context, tx, records: [current] });
    return current;
  });
}

/** Moves locked records to the trash, in one statement with the trail. */
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

/** Takes a record out of the trash. */
export async function restore(context: Context, resource: Resource, id: string): Promise<Row> {
  requireWritable(resource);
  if (!resource.trash) throw new PublicError('method_not_allowed');
  context.access.require(resource, 'restore');
  await requireProof(context, context.engine.db, resource, 'restore');
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
