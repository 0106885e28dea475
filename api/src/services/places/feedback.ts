import type { Transaction } from '../../db/pool.ts';
import type { PersonalPart } from '../../engine/behaviour.ts';
import type { Context } from '../../engine/context.ts';
import { createIn } from '../../engine/create.ts';
import { sql } from '../../query/sql.ts';
import { house } from '../house.ts';
import type { NewLink } from '../public_links.ts';

/** Days for which an answer can be given and changed. */
const openDays = 60;

/** Who has led a training: the trainer with the most sessions as its lead. */
async function leadOf(tx: Transaction, training: string): Promise<string | null> {
  const [lead] = await tx.query<{ trainer_id: string }>(
    sql`SELECT trainer_id FROM trainer_assignments WHERE training_id = ${training} AND status = 'confirmed' GROUP BY trainer_id ORDER BY count(*) FILTER (WHERE part = 'lead') DESC, count(*) DESC, trainer_id LIMIT 1`,
  );
  return lead?.trainer_id ?? null;
}

/** Enters that somebody is asked, once for each enrolment, and what their link leads to. */
async function askFor(by: Context, tx: Transaction, enrolment: string, trainer: string | null): Promise<NewLink> {
  const responses = by.engine.model.get('feedback_responses');
  const { id } = await createIn(by, tx, responses, { enrolment_id: enrolment, trainer_id: trainer });
  const expiresAt = new Date(Date.now() + openDays * 86_400_000).toISOString();
  return { purpose: 'feedback', subject: { resource: responses.name, id }, expiresAt };
}

/** What a mail that asks for feedback carries, whoever writes it: the link of who took part. */
export const feedbackPart: PersonalPart = async ({ context, tx, record }) => ({
  link: await askFor(house(context, 'ask_feedback'), tx, record.id, await leadOf(tx, record.training_id)),
});
