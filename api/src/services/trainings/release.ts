import type { Transaction } from '../../db/pool.ts';
import type { Context } from '../../engine/context.ts';
import { changeAll, lockWhere } from '../../engine/house.ts';
import { sql } from '../../query/sql.ts';
import { holdAll } from './rooms.ts';

/**
 * Gives back what a training has taken: rooms and devices, and its trainers. What becomes of it stands in `reason`.
 * @param states of assignments and bookings that are given back
 */
export async function release(
  context: Context,
  tx: Transaction,
  training: string,
  reason: string,
  states: readonly string[] = ['option', 'asked', 'confirmed'],
): Promise<void> {
  await holdAll(context, tx, training, 'cancelled', states);
  const assignments = context.engine.model.get('trainer_assignments');
  const rows = await lockWhere(
    context,
    tx,
    assignments,
    sql`t.training_id = ${training} AND t.status = ANY(${states}::text[])`,
  );
  await changeAll(
    context,
    tx,
    assignments,
    rows.map((row) => ({ row, values: { status: 'released', reason: reason.slice(0, 500) } })),
  );
}

/** Nobody is reminded any more of a training, its sessions or who leads them. */
export async function stopReminders(context: Context, tx: Transaction, training: string): Promise<void> {
  const reminders = context.engine.model.get('reminders');
  const rows = await lockWhere(
    context,
    tx,
    reminders,
    sql`t.state = 'open' AND ((t.subject_resource = 'trainings' AND t.subject_id = ${training}) OR (t.subject_resource = 'training_sessions' AND t.subject_id IN (SELECT id FROM training_sessions WHERE training_id = ${training})) OR (t.subject_resource = 'trainer_assignments' AND t.subject_id IN (SELECT id FROM trainer_assignments WHERE training_id = ${training})))`,
  );
  await changeAll(
    context,
    tx,
    reminders,
    rows.map((row) => ({ row, values: { state: 'done', snoozed_until: null } })),
  );
}
