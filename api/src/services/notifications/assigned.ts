import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../db/pool.ts';
import type { Context } from '../../engine/context.ts';
import { raw, sql } from '../../query/sql.ts';
import type { AuditEntry } from '../audit.ts';

/** Ways on which records come in numbers, and nobody waits for news of each. */
const silent = new Set(['import', 'command']);

/**
 * Tells people of records that were assigned to them, in the transaction of the change, as the declaration says
 * (`notify.assigned`). Never of what they did themselves. What was told before is told anew.
 */
export function tellAssigned(context: Context, tx: Transaction, trail: readonly AuditEntry[]): void {
  const { access, engine, source } = context;
  if (source && silent.has(source.origin)) return;
  const rows = trail.flatMap(({ resource, id, before, after }) => {
    const field = resource.notify?.assigned;
    const user = field && after?.[field];
    return user && user !== access.actor.id && user !== before?.[field]
      ? [{ id: uuidv7(), user_id: user, subject_resource: resource.name, subject_id: id }]
      : [];
  });
  if (rows.length === 0) return;
  tx.query(
    sql`INSERT INTO notifications AS n (id, user_id, kind, subject_resource, subject_id, created_by, updated_by) SELECT x.id, x.user_id, 'assigned', x.subject_resource, x.subject_id, ${access.actor.id}::uuid, ${access.actor.id}::uuid FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS ${raw('x(id uuid, user_id uuid, subject_resource text, subject_id uuid)')} ON CONFLICT (user_id, kind, subject_id, due_on, rule_id) DO UPDATE SET read_at = NULL, created_at = now(), created_by = excluded.created_by, updated_at = now(), version = n.version + 1`,
  ).catch(() => {}); // fails with the transaction, which tells
  tx.afterCommit(() => engine.totals.changed('notifications'));
}
