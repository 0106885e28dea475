import { message, PublicError } from '@kontor/shared';
import type { Behaviour } from '../../engine/behaviour.ts';
import { sql } from '../../query/sql.ts';

export const emailMessages = {
  actions: {
    /** Puts a message that has failed, or waits for its next attempt, at the head of the line. */
    retry: async ({ tx, record, context }) => {
      if (record.direction === 'in') throw new PublicError('invalid', { state: message('came_in') });
      if (record.state === 'sent') throw new PublicError('invalid', { state: message('already_sent') });
      if (record.state === 'expired') throw new PublicError('invalid', { state: message('link_expired') });
      if (record.state === 'cancelled') throw new PublicError('invalid', { state: message('cancelled_already') });
      // not while an attempt may be running: that one decides
      await tx.query(
        sql`UPDATE email_messages SET state = 'queued', attempts = 0, next_attempt_at = CASE WHEN state IN ('failed', 'bounced') THEN now() ELSE greatest(now(), updated_at + interval '2 minutes') END, updated_at = now(), updated_by = ${context.access.actor.id}, version = version + 1 WHERE id = ${record.id}`,
      );
      record.state = 'queued';
      tx.afterCommit(() => {
        context.engine.totals.changed('email_messages');
        context.engine.outward.wake();
      });
      return undefined;
    },
    /** Withdraws all copies of a mail that have not left. What a process may be sending right now can not be called back. */
    cancel: async ({ tx, record, context }) => {
      const withdrawn = await tx.query<{ id: string }>(
        sql`UPDATE email_messages SET state = 'cancelled', next_attempt_at = NULL, link = NULL, updated_at = now(), updated_by = ${context.access.actor.id}, version = version + 1 WHERE (id = ${record.id} OR mail = ${record.mail}) AND state IN ('queued', 'deferred') AND (updated_at = created_at OR updated_at < now() - interval '2 minutes') RETURNING id`,
      );
      if (!withdrawn.some(({ id }) => id === record.id))
        throw new PublicError('invalid', {
          state: message(record.state === 'cancelled' ? 'cancelled_already' : 'being_sent'),
        });
      record.state = 'cancelled';
      tx.afterCommit(() => context.engine.totals.changed('email_messages'));
      return undefined;
    },
  },
} satisfies Behaviour;
