import { message, PublicError } from '@kontor/shared';
import type { ActionBehaviour } from '../../engine/behaviour.ts';
import type { Context, Row } from '../../engine/context.ts';
import { changeAll } from '../../engine/house.ts';
import { sql } from '../../query/sql.ts';
import { mailFromTemplate } from '../mail/template_mail.ts';
import { secondsToWithdraw } from '../mail/write_mail.ts';
import { templateUsedFor } from '../templates/used_for.ts';
import { type Addressee, customerOf, participantsOf, trainersOf } from './people.ts';

type Audience = 'participants' | 'customer' | 'trainers';
const everyone: readonly Audience[] = ['participants', 'customer', 'trainers'];
/** What carries something of one participant alone. */
const personal = ['feedback', 'certificate'];

const refuse = (field: string, text: string): never => {
  throw new PublicError('invalid', { [field]: text });
};

/** What a template for this is used for; trainers are written to in words of their own. Undefined where there is no such mail. */
const useOf = (purpose: string, audience: Audience): string | undefined => {
  if (audience !== 'trainers') return purpose;
  return purpose === 'confirmation' ? undefined : `trainer_${purpose}`;
};

async function peopleOf(context: Context, record: Row, purpose: string, audience: Audience): Promise<Addressee[]> {
  if (audience === 'customer') return customerOf(context, record);
  if (audience === 'trainers') return trainersOf(context, record, purpose);
  return participantsOf(context, record.id, purpose);
}

const say = ({ locale }: Context, sent: number, without: number): string =>
  locale === 'en'
    ? `${sent} ${sent === 1 ? 'e-mail' : 'e-mails'} written; they leave in ${secondsToWithdraw} seconds.${without ? ` ${without} without an e-mail address.` : ''}`
    : `${sent} ${sent === 1 ? 'E-Mail' : 'E-Mails'} geschrieben; sie gehen in ${secondsToWithdraw} Sekunden hinaus.${without ? ` ${without} ohne E-Mail-Adresse.` : ''}`;

/**
 * Writes to the people of a training, to each a mail of their own from the template for this: in the language of the training,
 * in the words of the brand. An invitation carries the date; a cancellation calls it off for those who have it. All or none are
 * written; who has no address is told as a number.
 */
export const writeMails: ActionBehaviour = async ({ context, tx, record, input, once }) => {
  const { model } = context.engine;
  context.access.require(model.get('email_messages'), 'create');
  const purpose = String(input.purpose);
  const asked = input.audience === 'everyone' ? everyone : [input.audience as Audience];
  if (personal.includes(purpose) && !asked.includes('participants')) refuse('audience', message('only_participants'));
  if (purpose === 'cancellation' && record.status !== 'cancelled') refuse('purpose', message('not_called_off'));
  if (purpose !== 'cancellation' && record.status === 'cancelled') refuse('purpose', message('training_called_off'));
  if (purpose === 'feedback' && !['delivered', 'invoiced'].includes(record.status))
    refuse('purpose', message('not_delivered'));
  if (purpose === 'invitation' && !record.first_session_at) refuse('purpose', message('no_appointment'));
  const audiences = personal.includes(purpose)
    ? (['participants'] as const)
    : asked.filter((one) => useOf(purpose, one));
  if (audiences.length === 0) refuse('audience', message('only_participants'));
  const [invited] = await tx.query(
    sql`SELECT 1 FROM email_messages WHERE about_id = ${record.id} AND invitation = 'request' AND state <> 'cancelled' LIMIT 1`,
  );
  const invitation: 'request' | 'cancel' | undefined =
    purpose === 'invitation' ? 'request' : purpose === 'cancellation' && invited ? 'cancel' : undefined;
  const training = model.get('trainings');
  const appointment = invitation && { resource: training, id: record.id, invitation };
  const language = record as unknown as { brand_id: string; language: string };
  let [sent, without] = [0, 0];
  for (const audience of audiences)
    for (const person of await peopleOf(context, record, purpose, audience)) {
      if (!person.email) {
        without += 1;
        continue;
      }
      const use = useOf(purpose, audience)!;
      const template_id = await templateUsedFor(tx, 'email_templates', person.resource, use, language);
      if (!template_id) return refuse('purpose', message('no_mail_template'));
      const [about] = await tx.query<Row>(
        person.resource === 'trainings'
          ? sql`SELECT * FROM trainings WHERE id = ${person.id}`
          : person.resource === 'enrolments'
            ? sql`SELECT * FROM enrolments WHERE id = ${person.id}`
            : sql`SELECT * FROM certificates WHERE id = ${person.id}`,
      );
      const recipients = [{ email: person.email, name: person.name?.slice(0, 120) ?? null }];
      const letter = { template_id, recipients, ...(appointment ? { appointment } : {}) };
      await mailFromTemplate(context, tx, model.get(person.resource), about!, letter);
      sent += 1;
    }
  if (sent === 0 && without === 0) refuse('audience', message('nobody_to_write'));
  Object.assign(once, { sent, without_address: without, told: say(context, sent, without) });
  if (purpose === 'cancellation' && audiences.includes('participants')) {
    const values = { cancellation_told_at: new Date().toISOString() };
    await changeAll(context, tx, training, [{ row: record, values }]);
    Object.assign(record, values, { version: record.version + 1 });
  }
  return undefined;
};
