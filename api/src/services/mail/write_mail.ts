import { randomUUID } from 'node:crypto';
import { message, PublicError, type Resource } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Context, Row } from '../../engine/context.ts';
import { requireInScope } from '../../engine/create.ts';
import { get } from '../../engine/get.ts';
import { insertOne } from '../../engine/statements.ts';
import { cleanRichText } from '../../engine/storage.ts';
import { requireTemplateFor } from '../templates/choices.ts';
import { appointmentFor } from './appointment.ts';
import { writeAttachments } from './attachments.ts';
import { brandOf } from './layout.ts';
import { checkLetter, readLetter } from './letter.ts';
import { textOf } from './text.ts';
import { threadOf } from './thread.ts';
import { oneLine } from './transport.ts';

/** Seconds for which a mail waits, so that it can be called back. */
export const secondsToWithdraw = 10;

/** The link of the one recipient, for `personalLink` in the text; after its instant the mail is of no use. */
export interface PersonalLink {
  readonly address: string;
  readonly expiresAt?: string;
}

/** The text of a mail with what the brand puts below it. */
export const withSignature = (html: string, signature: string | null | undefined): string =>
  cleanRichText(signature ? `${html}<hr>${signature}` : html);

/** The customer (or whatever mails are gathered at) behind a record: itself, or the one that it refers to. */
function gatheredAt(resource: Resource, row: Row, target: string): string | null {
  if (resource.name === target) return row.id;
  for (const [name, field] of Object.entries(resource.fields)) {
    if (field.kind === 'reference' && field.to === target && row[name]) return row[name];
    if (field.kind === 'subject' && row[`${name}_resource`] === target) return row[`${name}_id`];
  }
  return null;
}

/**
 * Puts a mail about a record into the outbox: a copy for each recipient, all or none. It leaves after ten seconds; until then
 * it can be withdrawn.
 */
export async function writeMail(
  context: Context,
  resource: Resource,
  id: string,
  body: unknown,
  personal?: PersonalLink,
): Promise<Row[]> {
  const { access, engine } = context;
  const messages = engine.model.get('email_messages');
  access.require(messages, 'create');
  const record = await get(context, resource, id);
  const read = await readLetter(context, body);
  const { letter } = read;
  // whoever has the link answers for its owner
  if (personal && letter.recipients.length > 1)
    throw new PublicError('invalid', { recipients: message('recipient_alone', { count: letter.recipients.length }) });
  return engine.db.transaction(async (tx) => {
    await checkLetter(context, tx, read);
    if (letter.template_id)
      requireTemplateFor(
        await get(context, engine.model.get('email_templates'), letter.template_id),
        resource,
        letter.brand_id,
      );
    const brand = letter.brand_id ? await brandOf(tx, letter.brand_id) : undefined;
    const html = withSignature(letter.html, brand?.signature);
    const text = textOf(html);
    if (!text.trim()) throw new PublicError('invalid', { html: message('required') });
    const mail = randomUUID();
    const thread = await threadOf(context, record, mail, letter.answers_id);
    const appointment = await appointmentFor(context, tx, resource, record, letter.invitation);
    const along: Promise<unknown>[] = [];
    const rows: Promise<Row[]>[] = letter.recipients.map((recipient) => {
      const messageId = uuidv7();
      const columns = {
        direction: 'out',
        to: recipient.email,
        to_name: recipient.name && oneLine(recipient.name),
        role: recipient.role,
        subject: oneLine(letter.subject),
        text,
        html,
        about_resource: resource.name,
        about_id: record.id,
        customer_id: gatheredAt(resource, record, messages.fields.customer_id!.to as string),
        brand_id: letter.brand_id,
        template_id: letter.template_id,
        reply_to: letter.reply_to,
        mail,
        ...thread,
        invitation: letter.invitation,
        appointment,
        ...(personal ? { link: engine.secrets.encrypt(personal.address), expires_at: personal.expiresAt ?? null } : {}),
        state: 'queued',
        attempts: 0,
        next_attempt_at: new Date(Date.now() + secondsToWithdraw * 1000).toISOString(),
      };
      const inserted = insertOne(context, tx, messages, messageId, columns, {
        resource: messages,
        id: messageId,
        version: 1,
        operation: 'create',
        before: null,
        after: columns,
      });
      along.push(writeAttachments(context, tx, messageId, letter.attachments));
      return inserted;
    });
    const [inserted] = await Promise.all([Promise.all(rows).then((all) => all.flat()), Promise.all(along)]);
    await requireInScope(
      context,
      tx,
      messages,
      inserted.map((row) => row.id),
      'create',
    );
    tx.afterCommit(() => engine.totals.changed('email_messages'));
    return inserted;
  });
}
