import type { Behaviour } from '../../engine/behaviour.ts';
import { sql } from '../../query/sql.ts';

export const notifications = {
  actions: {
    /** Reading is no change of anything that somebody else sees: it stays out of the trail. */
    read: async ({ tx, record, context }) => {
      const [row] = await tx.query<{ read_at: string; version: number }>(
        sql`UPDATE notifications SET read_at = coalesce(read_at, now()), updated_at = now(), version = version + 1 WHERE id = ${record.id} RETURNING read_at, version`,
      );
      Object.assign(record, row);
      tx.afterCommit(() => context.engine.totals.changed('notifications'));
      return undefined;
    },
  },
} satisfies Behaviour;
