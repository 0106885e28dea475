import type { Logger } from 'pino';
import type { Database } from '../../db/pool.ts';
import type { Engine } from '../../engine/context.ts';
import { raw, sql } from '../../query/sql.ts';
import { type Appointment, invitationFile } from '../calendar/invitation.ts';
import type { ContentStore } from '../content/store.ts';
import { accountWays } from './accounts.ts';
import { openAttachments } from './attachments.ts';
import { htmlOf, withLink } from './html.ts';
import { brandOf, logoOf, page } from './layout.ts';
import { tellUndelivered } from './news.ts';
import { linkedHtml, linkedText } from './personal_link.ts';
import type { Letter, Party, Transport } from './transport.ts';
import { inTime, type MailError, refusedForGood, refusedRecipient, wordsOf } from './words.ts';

/** Seconds for which a message belongs to the process that has claimed it. After a kill it is free again then. */
const claimSeconds = 120;
/** Seconds after which a process gives up on a server that keeps it waiting; less than the claim. */
const sendSeconds = 60;
/** Messages that a process sends at the same time: a server that keeps it waiting does not hold up the others. */
const lanes = 3;
/** Minutes until the second attempt; doubles with each further one, up to the longest. */
const firstPause = 1;
const longestPause = 240;
/** After so many attempts, which is more than two days, a message has failed. */
const mostAttempts = 20;

/** Minutes until the next attempt. */
export const pauseAfter = (attempts: number): number => Math.min(longestPause, firstPause * 2 ** (attempts - 1));

interface Claimed {
  readonly id: string;
  readonly to: string;
  readonly to_name: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly link: string | null;
  readonly attempts: number;
  readonly brand_id: string | null;
  readonly reply_to: string | null;
  readonly mail: string | null;
  readonly account_id: string | null;
  readonly references: string | null;
  readonly appointment: Appointment | null;
}

/**
 * Takes the next message that is due and has a way out: the account of its brand, that for all, or the server of the
 * configuration (`anyWay`). No other process gets it while this one has it.
 */
async function claim(db: Database, anyWay: boolean): Promise<Claimed | undefined> {
  const account = (row: string) =>
    raw(`(SELECT a.id FROM email_accounts a WHERE a.active AND (a.brand_id IS NULL OR a.brand_id = ${row}.brand_id)
      ORDER BY a.brand_id NULLS LAST, a.created_at, a.id LIMIT 1)`);
  const [row] = await db.query<Claimed>(
    sql`UPDATE email_messages m SET attempts = attempts + 1, account_id = ${account('m')}, next_attempt_at = now() + ${`${claimSeconds} seconds`}::interval, updated_at = now(), version = version + 1 WHERE m.id = (SELECT q.id FROM email_messages q WHERE q.state IN ('queued', 'deferred') AND q.next_attempt_at <= now() AND (q.expires_at IS NULL OR q.expires_at > now()) AND (${anyWay} OR ${account('q')} IS NOT NULL) ORDER BY q.next_attempt_at, q.id LIMIT 1 FOR UPDATE OF q SKIP LOCKED) RETURNING id, "to", to_name, subject, text, html, link, attempts, brand_id, reply_to, mail, account_id, "references", appointment`,
  );
  return row;
}

/** Messages whose link has expired help nobody any more, and nobody needs the link. */
const dropExpired = (db: Database) =>
  db.query(
    sql`UPDATE email_messages SET state = CASE WHEN state IN ('queued', 'deferred') THEN 'expired' ELSE state END, link = NULL, next_attempt_at = NULL, updated_at = now(), version = version + 1 WHERE state IN ('queued', 'deferred', 'failed', 'bounced') AND link IS NOT NULL AND expires_at <= now()`,
  );

const markSent = (db: Database, id: string, messageId: string) =>
  db.query(
    sql`UPDATE email_messages SET state = 'sent', message_id = left(${messageId}, 500), sent_at = now(), link = NULL, error = NULL, next_attempt_at = NULL, updated_at = now(), version = version + 1 WHERE id = ${id}`,
  );

/** Notes a failed attempt. After one that was the last, whoever wrote the mail hears of it. */
const markFailed = (engine: Pick<Engine, 'db' | 'totals'>, { id, attempts }: Claimed, error: MailError) => {
  const { db } = engine;
  const words = wordsOf(error);
  const state = refusedRecipient(error) ? 'bounced' : 'failed';
  return refusedForGood(error) || attempts >= mostAttempts
    ? db.transaction(async (tx) => {
        await tx.query(
          sql`UPDATE email_messages SET state = ${state}, error = ${words}, next_attempt_at = NULL, updated_at = now(), version = version + 1 WHERE id = ${id}`,
        );
        await tellUndelivered(engine, tx, [id]);
      })
    : db.query(
        sql`UPDATE email_messages SET state = 'deferred', error = ${words}, next_attempt_at = now() + ${`${pauseAfter(attempts)} minutes`}::interval, updated_at = now(), version = version + 1 WHERE id = ${id}`,
      );
};

/** The date that goes along: whoever is told to get the mail is invited. */
const appointmentPart = (appointment: Appointment | null, invited: readonly Party[]): Pick<Letter, 'appointment'> =>
  appointment
    ? {
        appointment: {
          method: appointment.method,
          file: (sender) => invitationFile(appointment, sender, invited),
        },
      }
    : {};

/** Whom the copies of a mail say they go to. */
const openRecipients = (db: Database, mail: string) =>
  db.query<{ role: 'to' | 'cc'; name: string; address: string }>(
    sql`SELECT role, coalesce(to_name, '') AS name, "to" AS address FROM email_messages WHERE mail = ${mail} AND role <> 'bcc' ORDER BY id`,
  );

export interface SenderOptions {
  readonly engine: Pick<Engine, 'db' | 'secrets' | 'totals'>;
  /** The server of the configuration, for messages without an account. */
  readonly transport?: Transport | undefined;
  /** Where uploaded content lies, for the logos of brands. */
  readonly store?: ContentStore;
  readonly logger: Logger;
  /** Milliseconds between two looks into the outbox, besides those when something was put there by this process. */
  readonly every?: number;
}

export interface Sender {
  /** Something was put into the outbox. */
  wake(): void;
  /** Sends no further message; resolves when the running one is done. */
  stop(): Promise<void>;
}

/**
 * Sends what waits in the outbox. A message is claimed for two minutes in a transaction of its own and
 * marked as sent as soon as the server has taken it over, however often that must be tried. Whoever is killed in between
 * loses nothing: the message is free again after the claim, and has the same Message-ID.
 */
export function mailSender({ engine, transport, store, logger, every = 5000 }: SenderOptions): Sender {
  const { db, secrets, totals } = engine;
  const accounts = accountWays(engine);
  let stopped = false;
  let again = false;
  let failing = false;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  /** A message of Kontor's own, in its own look. */
  const ownLetter = (claimed: Claimed, link: string | null): Pick<Letter, 'to' | 'text' | 'html' | 'automatic'> => ({
    to: [{ name: claimed.to_name ?? '', address: claimed.to }],
    text: withLink(claimed.text, link),
    html: htmlOf(claimed.text, link),
    automatic: true,
  });

  /** One copy of a mail that somebody wrote: all copies name the same recipients and look alike. */
  async function writtenLetter(claimed: Claimed, html: string) {
    const [parties, brand] = await Promise.all([
      openRecipients(db, claimed.mail ?? ''),
      claimed.brand_id ? brandOf(db, claimed.brand_id) : undefined,
    ]);
    const logo = brand && store ? await logoOf(store, brand) : undefined;
    const link = claimed.link && secrets.decrypt(claimed.link);
    const of = (role: string): Party[] => parties.filter((one) => one.role === role);
    return {
      to: of('to'),
      cc: of('cc'),
      text: linkedText(claimed.text, link),
      html: page(linkedHtml(html, link), brand, logo && `cid:${logo.cid}`),
      pictures: logo ? [logo] : [],
      ...appointmentPart(claimed.appointment, parties),
      automatic: false,
      brand,
    };
  }

  /** Sends a claimed message by its way; resolves with its Message-ID when the server has taken it over. */
  async function send(claimed: Claimed): Promise<string> {
    const way = claimed.account_id ? await accounts.of(claimed.account_id) : undefined;
    const by = way?.transport ?? transport;
    if (!by) throw new Error('The e-mail account is gone.');
    const written = claimed.html === null ? undefined : await writtenLetter(claimed, claimed.html);
    const files = await openAttachments(db, store, claimed.id);
    const id = claimed.mail ?? claimed.id;
    const own = way?.account.brand_id ? way.account : undefined; // of the brand itself: what it says goes before the brand
    await by
      .send({
        files,
        id,
        copy: claimed.id,
        references: claimed.references?.split(' ') ?? [],
        recipient: claimed.to,
        subject: claimed.subject,
        fromName: own?.from_name ?? written?.brand?.sender_name ?? undefined,
        replyTo: claimed.reply_to ?? own?.reply_to ?? written?.brand?.email ?? way?.account.reply_to ?? undefined,
        ...(written ?? ownLetter(claimed, claimed.link && secrets.decrypt(claimed.link))),
      })
      .finally(() => {
        for (const { content } of files) content.destroy();
      });
    return by.messageId(id);
  }

  /** What the server has acknowledged must not be sent again: the note of it is tried until it is written, or the process ends. */
  async function insist(work: () => Promise<unknown>): Promise<void> {
    for (let pause = 50; ; pause = Math.min(1000, pause * 2))
      try {
        await work();
        return;
      } catch (error) {
        if (stopped) throw error;
        await new Promise((done) => setTimeout(done, pause));
      }
  }

  async function deliver(claimed: Claimed): Promise<void> {
    let messageId: string;
    try {
      messageId = await inTime(send(claimed), sendSeconds * 1000);
    } catch (error) {
      const words = wordsOf(error as MailError);
      logger.warn({ email_message: claimed.id, attempt: claimed.attempts, error: words }, 'a message was not sent');
      await markFailed(engine, claimed, error as MailError);
      return;
    }
    await insist(() => markSent(db, claimed.id, messageId));
  }

  /** Sends what is due, one message after the other. */
  async function lane(): Promise<void> {
    while (!stopped) {
      const next = await claim(db, transport !== undefined);
      if (!next) break;
      await deliver(next);
      totals.changed('email_messages');
    }
  }

  async function work(): Promise<void> {
    try {
      await dropExpired(db);
      await Promise.all(Array.from({ length: lanes }, lane));
      failing = false;
    } catch (error) {
      if (!failing && !stopped) logger.error({ error: (error as Error).message }, 'the outbox can not be read');
      failing = true; // told once, not every five seconds
    }
  }

  function look(): void {
    clearTimeout(timer);
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    again = false;
    running = work().then(() => {
      running = undefined;
      if (stopped) return;
      if (again) look();
      else timer = setTimeout(look, every).unref();
    });
  }
  look();
  return {
    wake: look,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
      transport?.close();
      accounts.close();
    },
  };
}
