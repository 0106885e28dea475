import { message, PublicError } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import type { ActionBehaviour, PersonalPart } from '../../engine/behaviour.ts';
import type { Context } from '../../engine/context.ts';
import { createIn } from '../../engine/create.ts';
import { sql } from '../../query/sql.ts';
import { house } from '../house.ts';
import type { NewLink } from '../public_links.ts';
import { templateUsedFor } from '../templates/used_for.ts';
import { sendPersonal } from './personal_mail.ts';
import type { PlacesOf } from './training.ts';

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

/**
 * Asks everybody who took part, and was not asked yet, for feedback: a mail with a link of their own. Who has no address is
 * left out, and told as a number.
 */
export const askFeedback: ActionBehaviour = async ({ context, tx, record, once }) => {
  const training = record as unknown as PlacesOf;
  context.access.require(context.engine.model.get('email_messages'), 'create');
  if (training.status !== 'delivered' && training.status !== 'invoiced')
    throw new PublicError('invalid', { root: message('not_delivered') });
  const template = await templateUsedFor(tx, 'email_templates', 'enrolments', 'feedback', training);
  if (!template) throw new PublicError('invalid', { root: message('no_feedback_template') });
  const people = await tx.query<{ id: string; email: string | null; name: string | null }>(
    sql`SELECT e.id, c.email, c.full_name AS name FROM enrolments e LEFT JOIN contacts c ON c.id = e.contact_id AND c.deleted_at IS NULL WHERE e.training_id = ${training.id} AND e.status = 'enrolled' AND NOT EXISTS (SELECT 1 FROM feedback_responses f WHERE f.enrolment_id = e.id) ORDER BY e.id`,
  );
  const trainer = await leadOf(tx, training.id);
  const by = house(context, 'ask_feedback');
  once.asked = 0;
  // what each mail says is filled and can fail one by one; who has no address needs nothing
  for (const { id: enrolment, email, name } of people.filter((one) => one.email))
    try {
      await tx.savepoint(async () => {
        const link = await askFor(by, tx, enrolment, trainer);
        const about = { resource: 'enrolments', id: enrolment };
        const mail = { template, about, to: { email, name }, brand: training.brand_id, link };
        if (!(await sendPersonal(by, tx, mail))) throw new PublicError('invalid');
      });
      once.asked = Number(once.asked) + 1;
    } catch (error) {
      if (!(error instanceof PublicError)) throw error;
    }
  once.without_address = people.length - Number(once.asked);
  once.told =
    context.locale === 'en'
      ? `${once.asked} asked.${once.without_address ? ` ${once.without_address} without an e-mail address.` : ''}`
      : `${once.asked} um Rückmeldung gebeten.${once.without_address ? ` ${once.without_address} ohne E-Mail-Adresse.` : ''}`;
  return undefined;
};
