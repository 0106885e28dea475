import { PublicError } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import { transitionIn } from '../../engine/act.ts';
import type { ActionBehaviour } from '../../engine/behaviour.ts';
import type { Context } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import { lockTraining } from '../places/training.ts';
import { asking } from './queue.ts';

export type Answer = 'accept' | 'decline';

/**
 * Accepts or declines all that a trainer is asked for in a training and may still answer: all of it, or nothing. Two who accept
 * at once wait at the row of the training: the first has it.
 * @returns how many requests were answered
 */
export async function answerAll(
  context: Context,
  tx: Transaction,
  of: { readonly training_id: string; readonly trainer_id: string },
  answer: Answer,
  reason: string | null,
): Promise<number> {
  const training = await lockTraining(tx, of.training_id);
  if (!training || training.deleted || !asking.includes(training.status)) return 0;
  const open = await tx.query<{ id: string }>(
    sql`SELECT id FROM trainer_assignments WHERE training_id = ${of.training_id} AND trainer_id = ${of.trainer_id} AND status = 'asked' AND (answer_until IS NULL OR answer_until > now()) ORDER BY id FOR NO KEY UPDATE`,
  );
  const assignments = context.engine.model.get('trainer_assignments');
  for (const { id } of open)
    await transitionIn(context, tx, assignments, id, answer, answer === 'decline' ? { reason } : {});
  return open.length;
}

/** A trainer who has signed in answers the request of a training, with the rights that they have to each of its sessions. */
export const answerRequest: ActionBehaviour = async ({ context, tx, record, input, once }) => {
  const [trainer] = await tx.query<{ id: string }>(
    sql`SELECT id FROM trainers WHERE user_id = ${context.access.actor.id} AND deleted_at IS NULL ORDER BY id`,
  );
  const { answer, reason = null } = input as { answer: Answer; reason?: string | null };
  const of = trainer && { training_id: record.id, trainer_id: trainer.id };
  once.answered = of ? await answerAll(context, tx, of, answer, reason) : 0;
  if (once.answered === 0) throw new PublicError('transition_refused');
  return undefined;
};
