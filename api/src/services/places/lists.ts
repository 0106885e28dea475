import { transitionIn } from '../../engine/act.ts';
import type { Engine } from '../../engine/context.ts';
import { raw, sql } from '../../query/sql.ts';
import { house } from '../house.ts';
import { moveUp } from './move_up.ts';
import { lockTraining, offersPlaces, offersPlacesSql } from './training.ts';

/** Lets the offers of a training lapse whose time is up, or that nobody can accept any more, and offers the places anew. */
async function look(engine: Engine, id: string, now: Date): Promise<number> {
  const by = house({ engine }, 'waiting_list');
  const enrolments = engine.model.get('enrolments');
  return engine.db.transaction(async (tx) => {
    const training = await lockTraining(tx, id);
    if (!training) return 0;
    const open = offersPlaces(training, now);
    const lapsed = await tx.query<{ id: string }>(
      sql`SELECT id FROM enrolments WHERE training_id = ${id} AND status = 'offered' AND (${!open} OR offer_until <= ${now.toISOString()}::timestamptz) ORDER BY offer_until, id`,
    );
    for (const one of lapsed) await transitionIn(by, tx, enrolments, one.id, 'lapse');
    return lapsed.length + (await moveUp(by, tx, id));
  });
}

/**
 * Looks after the waiting lists: what an action has left undone (a place that was deleted, more than fit into one transaction)
 * is made up for as well. Several processes may do it at once: each training is held by one. Answers how many rows moved.
 */
export async function tendWaitingLists(engine: Engine, now = new Date()): Promise<number> {
  const open = offersPlacesSql(raw('t'));
  const trainings = await engine.db.query<{ id: string }>(
    sql`SELECT t.id FROM trainings t WHERE EXISTS (SELECT 1 FROM enrolments e WHERE e.training_id = t.id AND e.status = 'offered' AND (e.offer_until <= ${now.toISOString()}::timestamptz OR NOT ${open})) OR (t.waiting_count > 0 AND (t.max_participants IS NULL OR t.seats_taken < t.max_participants) AND ${open} AND EXISTS (SELECT 1 FROM enrolments e WHERE e.training_id = t.id AND e.status = 'waiting' AND e.offer_until IS NULL)) ORDER BY t.id`,
  );
  let moved = 0;
  let failed: unknown;
  for (const { id } of trainings)
    try {
      moved += await look(engine, id, now);
    } catch (error) {
      failed ??= error; // one training does not hold up the others
    }
  if (failed) throw failed;
  return moved;
}
