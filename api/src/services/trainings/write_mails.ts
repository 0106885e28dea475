import { message, PublicError } from '@kontor/shared';
import type { Queryable, Transaction } from '../../db/pool.ts';
import { quote } from '../../db/quote.ts';
import type { ActionBehaviour, ActionCall } from '../../engine/behaviour.ts';
import type { Context, Row } from '../../engine/context.ts';
import { changeAll } from '../../engine/house.ts';
import { raw, sql } from '../../query/sql.ts';
import { templateFor, writeFrom } from '../mail/template_mail.ts';
import { secondsToWithdraw } from '../mail/write_mail.ts';
import { certificatesKind } from '../places/certificates.ts';
import { templateUsedFor } from '../templates/used_for.ts';
import { type Addressee, customerOf, participantsOf, trainersOf } from './people.ts';

type Audience = 'participants' | 'customer' | 'trainers';
const everyone: readonly Audience[] = ['participants', 'customer', 'trainers'];
/** What carries something of one participant alone. */
const personal = ['feedback', 'certificate'];

/** So many are written in one request: nobody waits longer for it than some seconds. */
const most = 1000;

/** Says no, at what was entered. */
type Refuse = (field: 'purpose' | 'audience', text: string) => never;

/** What a template for this is used for; trainers are written to in words of their own. Undefined where there is no such mail. */
const useOf = (purpose: string, audience: Audience): string | undefined => {
  if (audience !== 'trainers') return purpose;
  return purpose === 'confirmation' ? undefined : `trainer_${purpose}`;
};

async function peopleOf(
  context: Context,
  on: Queryable,
  record: Row,
  purpose: string,
  audience: Audience,
): Promise<Addressee[]> {
  if (audience === 'customer') return customerOf(context, on, record);
  if (audience === 'trainers') return trainersOf(context, on, record, purpose);
  return participantsOf(context, on, record.id, purpose);
}

/** The addresses, in lower case, that have the date of a training from a mail that carried it. */
async function invitedTo(on: Queryable, training: string): Promise<Set<string>> {
  const rows = await on.query<{ address: string }>(
    sql`SELECT DISTINCT lower("to") AS address FROM email_messages WHERE about_id = ${training} AND invitation = 'request' AND state NOT IN ('cancelled', 'failed', 'bounced', 'expired')`,
  );
  return new Set(rows.map(({ address }) => address));
}

const say = ({ locale }: Context, sent: number, without: number): string =>
  locale === 'en'
    ? `${sent} ${sent === 1 ? 'e-mail' : 'e-mails'} written; they leave in ${secondsToWithdraw} seconds.${without ? ` ${without} without an e-mail address that you may see.` : ''}`
    : `${sent} ${sent === 1 ? 'E-Mail' : 'E-Mails'} geschrieben; sie gehen in ${secondsToWithdraw} Sekunden hinaus.${without ? ` ${without} ohne E-Mail-Adresse, die Sie sehen dürfen.` : ''}`;

/** Who is written to of a group, in the words of a template for this; who has no address is counted. */
interface Group {
  readonly audience: Audience;
  readonly people: readonly (Addressee & { readonly email: string })[];
  readonly without: number;
}

async function groupOf(call: ActionCall, purpose: string, audience: Audience): Promise<Group> {
  const all = await peopleOf(call.context, call.tx, call.record, purpose, audience);
  const people = all.filter((one): one is Group['people'][number] => Boolean(one.email));
  return { audience, people, without: all.length - people.length };
}

/** The records that fill the mails of a group, by their ids: all of one resource. */
async function fillingOf(tx: Transaction, { people }: Group): Promise<Map<string, Row>> {
  const table = raw(quote(people[0]!.resource));
  const rows = await tx.query<Row>(sql`SELECT * FROM ${table} WHERE id = ANY(${people.map(({ id }) => id)}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Writes to a group, each a mail of their own. Template and records are read once for all of them. */
async function writeTo(call: ActionCall, purpose: string, group: Group, refuse: Refuse): Promise<void> {
  const { context, tx, record: training } = call;
  const { model } = context.engine;
  const { audience, people } = group;
  if (people.length === 0) return;
  const resource = model.get(people[0]!.resource);
  const language = training as unknown as { brand_id: string; language: string };
  const used = await templateUsedFor(tx, 'email_templates', resource.name, useOf(purpose, audience)!, language);
  if (!used) refuse('purpose', message('no_mail_template'));
  const filling = await fillingOf(tx, group);
  const chosen = await templateFor(context, tx, resource, filling.get(people[0]!.id)!, used!);
  // a date that is gone can not be called off
  const off = purpose === 'cancellation' && training.first_session_at ? await invitedTo(tx, training.id) : undefined;
  const dated = { resource: model.get('trainings'), id: training.id };
  const appointmentFor = (email: string) => {
    if (purpose === 'invitation') return { ...dated, invitation: 'request' as const };
    return off?.has(email.toLowerCase()) ? { ...dated, invitation: 'cancel' as const } : undefined;
  };
  for (const { id, email, name } of people) {
    const recipients = [{ email, name: name?.slice(0, 120) ?? null }];
    const sending = { recipients, appointment: appointmentFor(email) };
    await writeFrom(context, tx, { resource, record: filling.get(id)! }, chosen, sending);
  }
}

/** Who has a certificate gets it; as long as papers are being made nobody does: they would be passed over without a word. */
async function requirePapers({ tx, record: { id } }: ActionCall, refuse: Refuse): Promise<void> {
  const [made] = await tx.query<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM certificates WHERE training_id = ${id} AND status = 'valid' AND document_id IS NULL AND EXISTS (SELECT 1 FROM jobs WHERE kind = ${certificatesKind} AND state IN ('queued', 'running') AND payload->>'training_id' = ${id})`,
  );
  if (made?.count) refuse('purpose', message('papers_being_made', { count: made.count }));
}

/** Writes to all of these people, or to nobody. */
async function write(call: ActionCall, purpose: string, audiences: readonly Audience[], refuse: Refuse): Promise<void> {
  const { context, record, once } = call;
  context.access.require(context.engine.model.get('email_messages'), 'create');
  if (purpose === 'feedback' && !['delivered', 'invoiced'].includes(record.status))
    refuse('purpose', message('not_delivered'));
  if (purpose === 'certificate') await requirePapers(call, refuse);
  const groups: Group[] = [];
  for (const audience of audiences) groups.push(await groupOf(call, purpose, audience));
  const count = (of: (group: Group) => number) => groups.reduce((sum, group) => sum + of(group), 0);
  const [sent, without] = [count(({ people }) => people.length), count((group) => group.without)];
  if (sent === 0 && without === 0) refuse('audience', message('nobody_to_write'));
  if (sent > most) refuse('audience', message('many_to_write', { max: most, count: sent }));
  try {
    for (const group of groups) await writeTo(call, purpose, group, refuse);
  } catch (error) {
    // what is wrong with a template is told where the purpose was chosen that has it
    const told = error instanceof PublicError && error.fields?.template_id;
    if (typeof told === 'string') refuse('purpose', told);
    throw error;
  }
  Object.assign(once, { sent, without_address: without, told: say(context, sent, without) });
}

/**
 * Writes to the people of a training, to each a mail of their own from the template for this: in the language of the training,
 * in the words of the brand. An invitation carries the date; a cancellation calls it off for those who have it. All or none are
 * written; who has no address is told as a number.
 */
export const writeMails: ActionBehaviour = async (call) => {
  const { context, tx, record, input } = call;
  const purpose = String(input.purpose);
  const asked = input.audience === 'everyone' ? everyone : [input.audience as Audience];
  const refuse: Refuse = (field, text) => {
    throw new PublicError('invalid', { [field]: text });
  };
  if (personal.includes(purpose) && !asked.includes('participants')) refuse('audience', message('only_participants'));
  if (purpose === 'cancellation' && record.status !== 'cancelled') refuse('purpose', message('not_called_off'));
  if (purpose !== 'cancellation' && record.status === 'cancelled') refuse('purpose', message('training_called_off'));
  if (purpose === 'invitation' && !record.first_session_at) refuse('purpose', message('no_appointment'));
  const audiences = personal.includes(purpose)
    ? (['participants'] as const)
    : asked.filter((one) => useOf(purpose, one));
  if (audiences.length === 0) refuse('audience', message('only_participants'));
  await write(call, purpose, audiences, refuse);
  if (purpose === 'cancellation' && audiences.includes('participants')) {
    const values = { cancellation_told_at: new Date().toISOString() };
    await changeAll(context, tx, context.engine.model.get('trainings'), [{ row: record, values }]);
    Object.assign(record, values, { version: record.version + 1 });
  }
  return undefined;
};

/** Asks everybody who took part, and was not asked yet, what they think: a mail with a link of their own. */
export const askFeedback: ActionBehaviour = async (call) => {
  await write(call, 'feedback', ['participants'], (_, text) => {
    throw new PublicError('invalid', { root: text });
  });
  return undefined;
};
