import type { Engine } from '../../engine/context.ts';
import { changeAll, lockWhere } from '../../engine/house.ts';
import { raw, sql } from '../../query/sql.ts';
import { house } from '../house.ts';
import { lockTraining } from '../places/training.ts';
import { dueToAsk, lapsedBecause, moveOn } from './queue.ts';

/** Nobody waits any longer for those whose time is up; then the next are asked. */
async function look(engine: Engine, id: string, now: Date): Promise<number> {
  const by = house({ engine }, 'trainer_requests');
  const assignments = engine.model.get('trainer_assignments');
  return engine.db.transaction(async (tx) => {
    const training = await lockTraining(tx, id);
    if (!training) return 0;
    const late = await lockWhere(
      by,
      tx,
      assignments,
      sql`t.training_id = ${id} AND t.status = 'asked' AND t.ask_order IS NOT NULL AND t.answer_until <= ${now.toISOString()}::timestamptz`,
    );
    await changeAll(
      by,
      tx,
      assignments,
      late.map((row) => ({
        row,
        values: { status: 'released', reason: lapsedBecause(by, row.answer_until, training.language) },
      })),
    );
    return late.length + (await moveOn(by, tx, id, { ended: late.length > 0, now }));
  });
}

/**
 * Looks after the requests to trainers: lets those lapse whose time is up, and asks the next. Makes up as well for what an answer
 * could not do. Several processes may do it at once: each training is held by one. Answers how much has moved.
 */
export async function tendTrainerRequests(engine: Engine, now = new Date()): Promise<number> {
  const late = await engine.db.query<{ training_id: string }>(
    sql`SELECT DISTINCT training_id FROM trainer_assignments WHERE status = 'asked' AND ask_order IS NOT NULL AND answer_until <= ${now.toISOString()}::timestamptz`,
  );
  const due = await dueToAsk(engine.db, raw('true'), now);
  let moved = 0;
  let failed: unknown;
  for (const id of new Set([...late, ...due].map(({ training_id }) => training_id)))
    try {
      moved += await look(engine, id, now);
    } catch (error) {
      failed ??= error; // one training does not hold up the others
    }
  if (failed) throw failed;
  return moved;
}
