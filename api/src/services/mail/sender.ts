import type { Logger } from 'pino';
import type { Database } from '../../db/pool.ts';
import type { Engine } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import { htmlOf, withLink } from './html.ts';
import type { Letter, Transport } from './transport.ts';

/** Seconds for which a message belongs to the process that has claimed it. After a kill it is free again then. */
const claimSeconds = 120;
/** Seconds after which a process gives up on a server that keeps it waiting; less than the claim. */
const sendSeconds = 60;
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
  readonly link: string | null;
  readonly attempts: number;
}

/** Takes the next message that is due; no other process gets it while this one has it. */
async function claim(db: Database): Promise<Claimed | undefined> {
  const [row] = await db.query<Claimed>(
    sql`UPDATE email_messages SET attempts = attempts + 1, next_attempt_at = now() + ${`${claimSeconds} seconds`}::interval, updated_at = now(), version = version + 1 WHERE id = (SELECT id FROM email_messages WHERE state = 'queued' AND next_attempt_at <= now() AND (expires_at IS NULL OR expires_at > now()) ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id, "to", to_name, subject, text, link, attempts`,
  );
  return row;
}

/** Messages whose link has expired help nobody any more, and nobody needs the link. */
const dropExpired = (db: Database) =>
  db.query(
    sql`UPDATE email_messages SET state = CASE state WHEN 'queued' THEN 'expired' ELSE state END, link = NULL, next_attempt_at = NULL, updated_at = now(), version = version + 1 WHERE state IN ('queued', 'failed') AND link IS NOT NULL AND expires_at <= now()`,
  );

const markSent = (db: Database, id: string) =>
  db.query(
    sql`UPDATE email_messages SET state = 'sent', sent_at = now(), link = NULL, error = NULL, next_attempt_at = NULL, updated_at = now(), version = version + 1 WHERE id = ${id}`,
  );

const markFailed = (db: Database, { id, attempts }: Claimed, words: string, forGood: boolean) =>
  db.query(
    forGood || attempts >= mostAttempts
      ? sql`UPDATE email_messages SET state = 'failed', error = ${words}, next_attempt_at = NULL, updated_at = now(), version = version + 1 WHERE id = ${id}`
      : sql`UPDATE email_messages SET error = ${words}, next_attempt_at = now() + ${`${pauseAfter(attempts)} minutes`}::interval, updated_at = now(), version = version + 1 WHERE id = ${id}`,
  );

interface MailError extends Error {
  readonly code?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/** The server's own words; where it said nothing, what happened on the way to it. */
export const wordsOf = ({ response, message }: MailError): string =>
  (response || message).replaceAll('\0', '').toWellFormed().slice(0, 2000);

/** Did the server refuse this very message for good (5xx)? A refused sign-in or no TLS is the fault of the configuration, which can be mended. */
export const refusedForGood = ({ code, responseCode }: MailError): boolean =>
  responseCode !== undefined && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');

export interface SenderOptions {
  readonly engine: Pick<Engine, 'db' | 'secrets' | 'totals'>;
  readonly transport: Transport;
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
 * Sends what waits in the outbox, one message at a time. A message is claimed for two minutes in a transaction of its own and
 * marked as sent as soon as the server has taken it over, however often that must be tried. Whoever is killed in between
 * loses nothing: the message is free again after the claim, and has the same Message-ID.
 */
export function mailSender({ engine, transport, logger, every = 5000 }: SenderOptions): Sender {
  const { db, secrets, totals } = engine;
  let stopped = false;
  let again = false;
  let failing = false;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const letterOf = (claimed: Claimed): Letter => {
    const link = claimed.link && secrets.decrypt(claimed.link);
    return {
      id: claimed.id,
      to: claimed.to,
      name: claimed.to_name,
      subject: claimed.subject,
      text: withLink(claimed.text, link),
      html: htmlOf(claimed.text, link),
    };
  };

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
    let timeout: NodeJS.Timeout | undefined;
    try {
      const tooSlow = new Promise<never>((_, fail) => {
        timeout = setTimeout(() => fail(new Error('The mail server did not answer in time.')), sendSeconds * 1000);
      });
      await Promise.race([transport.send(letterOf(claimed)), tooSlow]);
    } catch (error) {
      const words = wordsOf(error as MailError);
      logger.warn({ email_message: claimed.id, attempt: claimed.attempts, error: words }, 'a message was not sent');
      await markFailed(db, claimed, words, refusedForGood(error as MailError));
      return;
    } finally {
      clearTimeout(timeout);
    }
    await insist(() => markSent(db, claimed.id));
  }

  async function work(): Promise<void> {
    try {
      await dropExpired(db);
      while (!stopped) {
        const next = await claim(db);
        if (!next) break;
        await deliver(next);
        totals.changed('email_messages');
      }
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
      transport.close();
    },
  };
}
