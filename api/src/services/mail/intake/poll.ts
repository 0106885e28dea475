import type { ImapFlow } from 'imapflow';
import type { Logger } from 'pino';
import type { Transaction } from '../../../db/pool.ts';
import type { Context, Engine } from '../../../engine/context.ts';
import { sql } from '../../../query/sql.ts';
import { operator } from '../../administrator.ts';
import type { FileStorage } from '../../files.ts';
import { ownAddresses, sendingAddresses } from '../own_addresses.ts';
import { inTime } from '../words.ts';
import { believe, invitedAmong } from './attendance.ts';
import { noteBounces } from './bounces.ts';
import { clientOf, leave, type Mailbox, mostBytes, readMailboxes, wordsOfMailbox } from './mailbox.ts';
import { answered, type Place, senders } from './match.ts';
import { parse, referencesOf, senderOf } from './read_mail.ts';
import { readReply } from './reply.ts';
import { idsIn, isReport, readReport } from './report.ts';
import { storeMail } from './store_mail.ts';

/** What the intake works with. */
export interface Intake {
  readonly engine: Engine;
  readonly storage: FileStorage;
  readonly logger: Logger;
}

/** Days back from a first look into a mailbox, or after it was numbered anew. */
const daysBack = 30;
/** Mails whose headers are read at once. */
const batch = 100;
/** Milliseconds that a mailbox may take; what is left is read the next time. */
const patience = 240_000;
/** Bytes of a mail that is too large to be read whole. */
const beginning = 500_000;

/** Headers that tell whether a mail concerns anybody here. */
const telling = ['message-id', 'in-reply-to', 'references', 'from', 'content-type', 'x-failed-recipients'];

/** A mail of the mailbox as its headers show it. */
interface Seen {
  readonly uid: number;
  readonly size: number;
  readonly receivedAt: Date;
  readonly headers: Buffer;
}

/** Why a mail is read whole: it reports of another, answers one, or comes from somebody who is known or was invited. */
interface Concern {
  readonly sender: string;
  readonly report: boolean;
  readonly answers: Place | undefined;
  readonly known: Place | undefined;
}

/** A mail that is no mail. */
class Unreadable extends Error {}

/** Is it the mail that can not be kept, so that it would fail each time? It keeps no other from being read, and stays where it is. */
const isOfTheMail = (error: unknown): boolean =>
  error instanceof Unreadable || /^2[23]/.test(String((error as { code?: unknown }).code ?? ''));

/** Notes how far a mailbox has been read; never back, within one numbering. */
const advance = (mailbox: Mailbox, validity: string, uid: number) => (tx: Pick<Transaction, 'query'>) =>
  tx.query(
    sql`UPDATE email_accounts SET imap_last = CASE WHEN imap_validity = ${validity} THEN greatest(imap_last::bigint, ${uid}::bigint)::text ELSE ${String(uid)} END, imap_validity = ${validity} WHERE id = ${mailbox.id}`,
  );

async function headersOf(client: ImapFlow, uids: readonly number[]): Promise<Seen[]> {
  const seen: Seen[] = [];
  const query = { uid: true, size: true, internalDate: true, headers: telling };
  for await (const one of client.fetch(uids.join(','), query, { uid: true }))
    seen.push({
      uid: one.uid,
      size: one.size ?? 0,
      receivedAt: new Date(one.internalDate ?? Date.now()),
      headers: one.headers ?? Buffer.alloc(0),
    });
  return seen.toSorted((a, b) => a.uid - b.uid);
}

/** One look into one mailbox, which stays as it is: nothing is marked, moved or removed. */
async function readMailbox({ engine, storage, logger }: Intake, context: Context, mailbox: Mailbox, client: ImapFlow) {
  const { db } = engine;
  await client.connect();
  const { uidValidity } = await client.mailboxOpen(mailbox.imap_folder ?? 'INBOX', { readOnly: true });
  const validity = String(uidValidity);
  const last = mailbox.imap_validity === validity ? Number(mailbox.imap_last ?? 0) : undefined;
  const since = new Date(Date.now() - daysBack * 86_400_000);
  const found = (await client.search(last === undefined ? { since } : { uid: `${last + 1}:*` }, { uid: true })) || [];
  const uids = found.filter((uid) => uid > (last ?? 0)).toSorted((a, b) => a - b);
  const [sending, own] = await Promise.all([sendingAddresses(db), ownAddresses(db)]);

  const unread: number[] = [];
  const take = async ({ uid, size, receivedAt }: Seen, { sender, report, answers, known }: Concern) => {
    const whole = size <= mostBytes;
    const fetched = await client.fetchOne(
      String(uid),
      { source: whole ? true : { maxLength: beginning } },
      { uid: true },
    );
    const raw = fetched ? fetched.source : undefined;
    if (!raw) return; // it was taken out of the mailbox meanwhile
    const mail = await parse(raw).catch((error: Error) => {
      throw new Unreadable(error.message);
    });
    const forward = advance(mailbox, validity, uid);
    if (report) {
      const noted = await db.transaction(async (tx) => {
        const count = await noteBounces(engine, tx, readReport(mail, raw));
        await forward(tx);
        return count;
      });
      if (noted) engine.totals.changed('email_messages');
      return;
    }
    const attendance = await believe(db, readReply(mail), { sender, own: sending, receivedAt });
    const place = answers ?? attendance?.place ?? known;
    if (!place) return; // from somebody who was invited once, about something else
    const missing = whole
      ? {}
      : { missing: 'Diese E-Mail ist zu groß und hier nur zum Teil zu sehen; ganz liegt sie im Postfach.' };
    const incoming = { mail, raw, place, receivedAt, own, isAnswer: answers !== undefined, attendance, ...missing };
    await storeMail(context, storage, mailbox, incoming, forward);
  };

  for (let at = 0; at < uids.length; at += batch) {
    const chunk = uids.slice(at, at + batch);
    const heads = await Promise.all(
      (await headersOf(client, chunk)).map(async (seen) => ({
        seen,
        mail: await parse(seen.headers).catch(() => parse(Buffer.alloc(0))),
      })),
    );
    const from = new Map(heads.map(({ seen, mail }) => [seen.uid, senderOf(mail).from?.toLowerCase() ?? '']));
    const addresses = [...new Set(from.values())].filter(Boolean);
    const [people, invited] = await Promise.all([senders(engine, addresses), invitedAmong(db, addresses)]);
    for (const { seen, mail } of heads) {
      const sender = from.get(seen.uid)!;
      // what went out from here came back as a copy, or was written by an account of the house
      const ours = sending.has(sender) || (await isOurs(db, mail.messageId));
      const report = isReport(mail);
      if (ours && !report) continue;
      const answers = report ? undefined : await answered(db, referencesOf(mail));
      const known = people.get(sender);
      if (!answers && !known && !report && !invited.has(sender)) continue;
      try {
        await take(seen, { sender, report, answers, known });
      } catch (error) {
        if (!isOfTheMail(error)) throw error;
        unread.push(seen.uid);
        logger.warn(
          { email_account: mailbox.id, uid: seen.uid, error: (error as Error).message },
          'a mail was not read',
        );
      }
    }
    await advance(mailbox, validity, chunk.at(-1)!)(db);
  }
  if (uids.length === 0) await advance(mailbox, validity, last ?? 0)(db);
  const words = unread.length ? [`Nicht lesbar, im Postfach geblieben: UID ${unread.slice(0, 20).join(', ')}`] : [];
  return [client.greeting ?? '', ...words].filter(Boolean).join('\n');
}

async function isOurs(db: Engine['db'], messageId: string | undefined): Promise<boolean> {
  const ids = idsIn(messageId ?? '');
  if (ids.length === 0) return false;
  const found = sql`SELECT 1 FROM email_messages WHERE direction = 'out' AND (mail = ANY(${ids}) OR id = ANY(${ids}::uuid[])) LIMIT 1`;
  return (await db.query(found)).length > 0;
}

/**
 * Looks into the mailboxes of all active accounts: answers and mails of known people become messages of their records,
 * what invited people answer is kept at their invitation, reports of what could not be delivered are noted at what was sent; all else stays in the mailbox untouched. One that can
 * not be read says so at its account and keeps no other from being read.
 */
export async function takeIn(intake: Intake): Promise<void> {
  const { engine, logger } = intake;
  const context: Context = { ...operator(engine), source: { origin: 'job', job: 'mail_intake' } };
  for (const mailbox of await readMailboxes(engine.db, null)) {
    const client = clientOf(mailbox, engine.secrets);
    let words: string;
    let reached = true;
    try {
      words = await inTime(readMailbox(intake, context, mailbox, client), patience);
    } catch (error) {
      words = wordsOfMailbox(error);
      reached = false;
      logger.warn({ email_account: mailbox.id, error: words }, 'a mailbox was not read');
    } finally {
      await leave(client);
    }
    await engine.db.query(
      sql`UPDATE email_accounts SET imap_words = ${words.slice(0, 2000)}, imap_polled_at = CASE WHEN ${reached} THEN now() ELSE imap_polled_at END WHERE id = ${mailbox.id}`,
    );
    engine.totals.changed('email_accounts');
  }
}
