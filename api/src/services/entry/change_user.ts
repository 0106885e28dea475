import type { Transaction } from '../../db/pool.ts';
import type { Context, Row, Values } from '../../engine/context.ts';
import { updateRows } from '../../engine/statements.ts';
import { sql } from '../../query/sql.ts';

/** Writes what only the server may write of a user (columns that are read-only to all), with its entry in the trail. */
export async function changeUser(context: Context, tx: Transaction, id: string, values: Values): Promise<Row> {
  const resource = context.engine.model.get('users');
  const [before] = await tx.query<Row>(
    sql`SELECT version, invited_until, password_changed_at FROM users WHERE id = ${id} FOR NO KEY UPDATE`,
  );
  const entry = {
    resource,
    id,
    version: before!.version + 1,
    operation: 'update',
    before: Object.fromEntries(Object.keys(values).map((name) => [name, before![name]])),
    after: values,
  } as const;
  const [row] = await updateRows(context, tx, resource, [id], values, [entry]);
  tx.afterCommit(() => context.engine.totals.changed(resource.name));
  return row!;
}
