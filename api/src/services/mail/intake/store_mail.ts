import { Readable } from 'node:stream';
import { PublicError } from '@kontor/shared';
import type { ParsedMail, Attachment as Part } from 'mailparser';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../../db/pool.ts';
import type { Context, Values } from '../../../engine/context.ts';
import { insertMany, insertOne } from '../../../engine/statements.ts';
import { sql } from '../../../query/sql.ts';
import { writeAudit } from '../../audit.ts';
import { cleanName, type FileStorage, Infected, storeContent } from '../../files.ts';
import { mediaType } from '../../media_types.ts';
import { type Attachment, writeAttachments } from '../attachments.ts';
import { tellAnswered } from '../news.ts';
import { type Believed, keepAttendance } from './attendance.ts';
import type { Mailbox } from './mailbox.ts';
import type { Place } from './match.ts';
import { messageIdOf, othersOf, receivedId, referencesOf, senderOf, wordsOf } from './read_mail.ts';

/** Attachments of one mail that are kept. */
const most = 50;

/** An attachment whose content lies in the store already. */
interface Kept extends Attachment {
  readonly sha256: string;
}

/** Puts the content of attachments into the store, as any upload; what is refused there is named. */
async function keepParts(storage: FileStorage, parts: readonly Part[]): Promise<{ kept: Kept[]; refused: string[] }> {
  const kept: Kept[] = [];
  const refused: string[] = [];
  for (const [index, part] of parts.entries()) {
    const name = cleanName(part.filename ?? `Anhang ${index + 1}`);
    if (index >= most) {
      refused.push(name);
      continue;
    }
    try {
      const { sha256, size, head } = await storeContent(storage, Readable.from([part.content]));
      kept.push({ file_id: uuidv7(), name, media_type: mediaType(head, name), size, sha256 });
    } catch (error) {
      if (!(error instanceof PublicError)) throw error; // the store is away: the mail waits in the mailbox
      refused.push(error instanceof Infected ? `${name} (${error.finding})` : name);
    }
  }
  return { kept, refused };
}

async function writeFiles(context: Context, tx: Transaction, kept: readonly Kept[]): Promise<void> {
  const files = context.engine.model.get('files');
  const rows = kept.map(({ file_id, name, media_type, size, sha256 }) => ({
    id: file_id,
    name,
    media_type,
    size,
    sha256,
  }));
  await insertMany(context, tx, files, rows);
  await writeAudit(
    context,
    tx,
    rows.map((row) => ({ resource: files, id: row.id, version: 1, operation: 'create', before: null, after: row })),
  );
}

/** A mail that came in, prepared: what is slow is done before the transaction. */
export interface Incoming {
  readonly mail: ParsedMail;
  readonly raw: Buffer;
  readonly place: Place;
  readonly receivedAt: Date;
  /** Our own addresses: whoever answers to all does not answer to those. */
  readonly own: ReadonlySet<string>;
  /** Does it answer a mail that is here? */
  readonly isAnswer: boolean;
  /** What it answers to an invitation. */
  readonly attendance: Believed | undefined;
  /** What could not be taken over of it, in words. */
  readonly missing?: string;
}

/**
 * Enters a mail that came in with its attachments, and whatever `advance` notes with it, in one transaction: whoever wrote what
 * it answers hears of it. What is there already is left as it is. Answers whether it is new.
 */
export async function storeMail(
  context: Context,
  storage: FileStorage,
  mailbox: Mailbox,
  { mail, raw, place, receivedAt, own, isAnswer, attendance, missing }: Incoming,
  advance: (tx: Transaction) => Promise<unknown>,
): Promise<boolean> {
  const { engine } = context;
  const messages = engine.model.get('email_messages');
  const received_id = receivedId(mailbox.id, mail, raw);
  const known = sql`SELECT 1 FROM email_messages WHERE received_id = ${received_id}`;
  if ((await engine.db.query(known)).length) {
    await engine.db.transaction(advance);
    return false;
  }
  const { kept, refused } = await keepParts(storage, missing ? [] : mail.attachments);
  const { subject, text, html } = wordsOf(mail);
  const left = [...(missing ? [missing] : []), ...(refused.length ? [`Nicht übernommen: ${refused.join(', ')}`] : [])];
  const { from, name } = senderOf(mail);
  const id = uuidv7();
  const { about_resource, about_id, customer_id, brand_id, thread = id } = place;
  const columns: Values = {
    direction: 'in',
    from,
    from_name: name,
    to: mailbox.from_address,
    role: 'to',
    subject,
    text,
    html,
    about_resource,
    about_id,
    customer_id,
    brand_id: brand_id ?? mailbox.brand_id,
    account_id: mailbox.id,
    mail: id,
    thread,
    message_id: messageIdOf(mail),
    others: othersOf(mail, own),
    references: referencesOf(mail).join(' ').slice(-8000) || null,
    received_id,
    received_at: receivedAt.toISOString(),
    state: 'received',
    attempts: 0,
    error: left.join('\n').slice(0, 2000) || null,
  };
  try {
    await engine.db.transaction(async (tx) => {
      const audit = { resource: messages, id, version: 1, operation: 'create', before: null, after: columns } as const;
      await insertOne(context, tx, messages, id, columns, audit);
      await writeFiles(context, tx, kept);
      await writeAttachments(
        context,
        tx,
        id,
        kept.map(({ sha256: _, ...attachment }) => attachment),
      );
      const who = name ?? from ?? '';
      if (attendance) await keepAttendance(engine, tx, attendance);
      else if (isAnswer) await tellAnswered(engine, tx, { id, thread, about_resource, about_id, who });
      await advance(tx);
      tx.afterCommit(() => engine.totals.changed('email_messages'));
    });
  } catch (error) {
    if (!(await engine.db.query(known)).length) throw error;
    return false; // another process was quicker
  }
  return true;
}
