import type { Transaction } from '../../db/pool.ts';
import type { Context, Row } from '../../engine/context.ts';
import { house } from '../house.ts';
import { lockTraining } from '../places/training.ts';
import { asking } from './queue.ts';
import { tellTrainer } from './tell.ts';

/**
 * Who is asked by the step on their assignment gets the mail that the matcher sends, with a link for all they are asked for in
 * the training. Nobody can answer for what has begun or is called off: then the step only notes that somebody has asked.
 */
export async function askByMail(context: Context, tx: Transaction, record: Row): Promise<void> {
  const training = await lockTraining(tx, record.training_id);
  if (!training || training.deleted || !asking.includes(training.status)) return;
  if (record.starts_at <= new Date().toISOString()) return;
  const by = house(context, 'trainer_requests');
  await tellTrainer(by, tx, training, { trainer: record.trainer_id, assignments: [record.id], more: true });
}
