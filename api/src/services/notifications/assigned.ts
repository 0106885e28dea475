import type { Transaction } from '../../db/pool.ts';
import type { Context } from '../../engine/context.ts';
import type { AuditEntry } from '../audit.ts';
import { enterNews, type News } from './enter.ts';
import { isSilent } from './silent.ts';

/**
 * Tells people of records that were assigned to them, in the transaction of the change, as the declaration says
 * (`notify.assigned`). Never of what they did themselves. What was told before is told anew.
 */
export function tellAssigned(context: Context, tx: Transaction, trail: readonly AuditEntry[]): void {
  const { access, engine } = context;
  if (isSilent(context)) return;
  const news = trail.flatMap(({ resource, id, before, after }): News[] => {
    const field = resource.notify?.assigned;
    const user = field && after?.[field];
    return user && user !== access.actor.id && user !== before?.[field]
      ? [
          {
            user_id: user as string,
            kind: 'assigned',
            subject_resource: resource.name,
            subject_id: id,
            created_by: access.actor.id,
          },
        ]
      : [];
  });
  if (news.length === 0) return;
  tx.query(enterNews(news, 'anew')).catch(() => {}); // fails with the transaction, which tells
  tx.afterCommit(() => engine.totals.changed('notifications'));
}
