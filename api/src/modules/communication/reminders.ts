import { message, PublicError } from '@kontor/shared';
import type { ActionCall, Behaviour } from '../../engine/behaviour.ts';
import { updateRows } from '../../engine/statements.ts';
import { sql } from '../../query/sql.ts';

/** Whoever says what becomes of a reminder has seen it. */
async function seen({ tx, record, context }: ActionCall): Promise<void> {
  await tx.query(
    sql`UPDATE notifications SET read_at = now(), updated_at = now(), version = version + 1 WHERE reminder_id = ${record.id} AND user_id = ${record.user_id} AND read_at IS NULL`,
  );
  tx.afterCommit(() => context.engine.totals.changed('notifications'));
}

/** Writes what only the house may write, with its trail. */
async function set({ context, tx, record }: ActionCall, values: Record<string, unknown>): Promise<void> {
  const resource = context.engine.model.get('reminders');
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, record[name] ?? null]));
  const [row] = await updateRows(context, tx, resource, [record.id], values, [
    { resource, id: record.id, version: record.version + 1, operation: 'update', before, after: values },
  ]);
  Object.assign(record, row);
  tx.afterCommit(() => context.engine.totals.changed('reminders'));
}

export const reminders = {
  /** A new time is a new reminder: it is told again, and repetitions are counted from there. */
  before: ({ operation, values }) => {
    if (operation === 'delete' || values.remind_at === undefined) return;
    values.first_at = values.remind_at;
    if (operation === 'update') Object.assign(values, { state: 'open', snoozed_until: null, fired_at: null });
  },
  actions: {
    /** What comes back stays open: this time of it is done. */
    done: async (call) => {
      await seen(call);
      if (call.record.repetition === 'none') await set(call, { state: 'done', snoozed_until: null });
      else if (call.record.snoozed_until) await set(call, { snoozed_until: null });
      return undefined;
    },
    snooze: async (call) => {
      const until = call.input.until as string;
      if (until <= new Date().toISOString()) throw new PublicError('invalid', { until: message('future') });
      await seen(call);
      await set(call, { state: 'open', snoozed_until: until });
      return undefined;
    },
  },
} satisfies Behaviour;
