import { choice, email, message, type Resource, reference, richText, schemaOf, text } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import type { Context, Values } from '../../engine/context.ts';
import { checkReferences } from '../../engine/references.ts';
import { refuse, type Valid, validate } from '../../engine/validate.ts';
import { type Attachment, readAttachments } from './attachments.ts';

/** Somebody who is to get a mail. */
export interface Recipient {
  readonly role: 'to' | 'cc' | 'bcc';
  readonly email: string;
  readonly name: string | null;
}

/** A mail as somebody has written it. */
export interface WrittenLetter {
  readonly subject: string;
  readonly html: string;
  readonly brand_id: string | null;
  readonly template_id: string | null;
  readonly reply_to: string | null;
  /** The mail that it answers, or goes on from. */
  readonly answers_id: string | null;
  /** Does the date of the record go along, or is it called off? */
  readonly invitation: 'request' | 'cancel' | null;
  readonly recipients: readonly Recipient[];
  readonly attachments: readonly Attachment[];
}

const mostRecipients = 50;
const roles = ['to', 'cc', 'bcc'];
const address = schemaOf(email({ de: 'E-Mail', en: 'E-mail' }));
const personName = schemaOf(text('Name', { max: 120 }));

/** What is asked for, checked like any form. */
const form: Resource = {
  name: 'email_messages.write',
  label: { de: ['E-Mail', 'E-Mails'] },
  title: [],
  fields: {
    subject: text({ de: 'Betreff', en: 'Subject' }, { required: true, max: 200 }),
    html: richText({ de: 'Nachricht', en: 'Message' }, { required: true }),
    brand_id: reference('Marke', { to: 'brands' }),
    template_id: reference({ de: 'Vorlage', en: 'Template' }, { to: 'email_templates' }),
    reply_to: email({ de: 'Antworten an', en: 'Replies to' }),
    invitation: choice({ de: 'Termin', en: 'Appointment' }, { request: 'Einladung', cancel: 'Absage' }),
    answers_id: reference({ de: 'Antwort auf', en: 'Answers' }, { to: 'email_messages' }),
  },
  append_only: true,
};

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whom it goes to, or what is wrong with them. */
function readRecipients(given: unknown): Recipient[] | string {
  if (!Array.isArray(given)) return message('recipients');
  if (given.length > mostRecipients) return message('most_recipients', { max: mostRecipients });
  const recipients: Recipient[] = [];
  const seen = new Set<string>();
  for (const one of given as unknown[]) {
    const { role = 'to', email: written, name } = isObject(one) ? one : {};
    const parsed = address.safeParse(written);
    const called = name === undefined || name === null || name === '' ? { data: null } : personName.safeParse(name);
    if (!parsed.success || !roles.includes(role as string) || ('success' in called && !called.success))
      return message('recipient_wrong', { email: String(written ?? '').slice(0, 254) });
    const at = parsed.data as string;
    if (seen.has(at.toLowerCase())) return message('recipient_twice', { email: at });
    seen.add(at.toLowerCase());
    recipients.push({ role: role as Recipient['role'], email: at, name: called.data as string | null });
  }
  return recipients.some(({ role }) => role === 'to') ? recipients : message('recipients');
}

/** A body that was read, with what must still be found. */
export interface ReadLetter {
  readonly letter: WrittenLetter;
  readonly valid: Valid;
}

/** Reads what somebody has written; `draft` when nobody is to get it yet. Refuses with messages at the fields. */
export async function readLetter(context: Context, body: unknown, draft = false): Promise<ReadLetter> {
  const { recipients, attachments: files, ...rest } = isObject(body) ? body : {};
  const valid = validate(context, form, rest);
  const read = draft ? [] : readRecipients(recipients);
  refuse({ ...valid.errors, ...(typeof read === 'string' ? { recipients: read } : {}) });
  const attachments = await readAttachments(context, files);
  const columns = valid.columns as Record<string, any>;
  const {
    subject,
    html,
    brand_id = null,
    template_id = null,
    reply_to = null,
    answers_id = null,
    invitation = null,
  } = columns;
  return {
    valid,
    letter: {
      subject,
      html,
      brand_id,
      template_id,
      reply_to,
      answers_id,
      invitation,
      recipients: read as Recipient[],
      attachments,
    },
  };
}

/** What a letter names must be there for who writes it. */
export async function checkLetter(context: Context, tx: Transaction, { valid }: ReadLetter): Promise<void> {
  await checkReferences(context, tx, form, valid);
}
