import { message, PublicError } from '@kontor/shared';
import type { Behaviour } from '../../engine/behaviour.ts';
import { sql } from '../../query/sql.ts';

export const emailMessages = {
  actions: {
    /** Puts a message that has failed, or waits for its next attempt, at the head of the line. */
    retry: async ({ tx, record, context }) => {
      if (record.state === 'sent') throw new PublicError('invalid', { state: message('already_sent') });
      if (record.state === 'expired') throw new PublicError('invalid', { state: message('link_expired') });
      // not while an attempt may be running: that one decides
      await tx.query(
        sql`UPDATE email_messages SET state = 'queued', attempts = 0, next_attempt_at = CASE state WHEN 'failed' THEN now() ELSE greatest(now(), updated_at + interval '2 minutes') END, updated_at = now(), updated_by = ${context.access.actor.id}, version = version + 1 WHERE id = ${record.id}`,
      );
      record.state = 'queued';
      tx.afterCommit(() => {
        context.engine.totals.changed('email_messages');
        context.engine.outward.wake();
      });
      return undefined;
    },
  },
} satisfies Behaviour;
