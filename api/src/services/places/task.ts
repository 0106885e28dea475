import { inZone, PublicError } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import type { Context } from '../../engine/context.ts';
import { createIn } from '../../engine/create.ts';
import type { PlacesOf } from './training.ts';

/** A task about a training, due today; nothing where nobody can get it. */
export async function addTask(by: Context, tx: Transaction, training: PlacesOf, name: string): Promise<void> {
  try {
    await tx.savepoint(() =>
      createIn(by, tx, by.engine.model.get('tasks'), {
        name: name.slice(0, 200),
        assignee_id: training.owner_id,
        due_on: inZone(new Date(), by.engine.timeZone).date,
        brand_id: training.brand_id,
        subject_resource: 'trainings',
        subject_id: training.id,
      }),
    );
  } catch (error) {
    if (!(error instanceof PublicError)) throw error; // whoever looked after it has left: the page of the training and its lists tell
  }
}
