import type { Locale } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import type { Engine } from '../../engine/context.ts';
import { raw, sql } from '../../query/sql.ts';
import { enterNews, type News } from '../notifications/enter.ts';
import type { Attendance } from './intake/reply.ts';

type Totals = Pick<Engine, 'totals'>;

/** Characters that a notification has room for. */
const room = 200;

/** Whoever has written a mail about a record, as long as they come in. Kontor's own mails have nobody: so no news of news. */
const writer = raw(
  `JOIN users u ON u.id = m.created_by AND u.active AND u.deleted_at IS NULL WHERE m.direction = 'out' AND m.about_id IS NOT NULL`,
);

/** Addresses, as many as there is room for. */
function named(addresses: readonly string[]): string {
  let text = '';
  for (const [index, address] of addresses.entries()) {
    const next = index ? `${text}, ${address}` : address;
    if (next.length > room - 2) return `${text || address.slice(0, room - 2)} …`;
    text = next;
  }
  return text;
}

function enter({ totals }: Totals, tx: Transaction, news: readonly News[], how: 'anew' | 'once'): Promise<unknown> {
  tx.afterCommit(() => totals.changed('notifications'));
  return tx.query(enterNews(news, how));
}

/**
 * Tells whoever wrote the mails of these copies that they did not arrive, in the transaction that notes it. One notification
 * for each mail, which names all whom it did not reach: copies that fail at the same time wait for each other.
 */
export async function tellUndelivered(engine: Totals, tx: Transaction, copies: readonly string[]): Promise<void> {
  if (copies.length === 0) return;
  const mails = await tx.query<{ mail: string }>(
    sql`SELECT DISTINCT m.mail FROM email_messages m ${writer} AND m.id = ANY(${copies}::uuid[]) AND m.mail IS NOT NULL ORDER BY m.mail`,
  );
  if (mails.length === 0) return;
  const ids = mails.map(({ mail }) => mail);
  await tx.query(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(mail, 1)) FROM (SELECT unnest(${ids}::text[]) AS mail) given`,
  );
  const found = await tx.query<News & { recipients: string[] }>(
    sql`SELECT (array_agg(m.id ORDER BY m.id))[1] AS message_id, u.id AS user_id, m.about_resource AS subject_resource, m.about_id AS subject_id, array_agg(m."to" ORDER BY m.id) FILTER (WHERE m.state IN ('bounced', 'failed')) AS recipients FROM email_messages m ${writer} AND m.mail = ANY(${ids}) GROUP BY m.mail, u.id, m.about_resource, m.about_id`,
  );
  const news = found.map(({ recipients, ...one }): News => ({ ...one, kind: 'bounce', text: named(recipients) }));
  await enter(engine, tx, news, 'anew');
}

/** A mail that has come in, as it is entered. */
interface Answer {
  readonly id: string;
  readonly thread: string;
  readonly about_resource: string;
  readonly about_id: string;
  readonly who: string;
}

/** Tells whoever wrote last in a conversation that an answer has come, in the transaction that enters it. */
export async function tellAnswered(engine: Totals, tx: Transaction, answer: Answer): Promise<void> {
  const [written] = await tx.query<{ user_id: string }>(
    sql`SELECT u.id AS user_id FROM email_messages m ${writer} AND m.thread = ${answer.thread} AND m.state <> 'cancelled' ORDER BY m.created_at DESC, m.id DESC LIMIT 1`,
  );
  if (!written) return;
  const news: News = {
    ...written,
    kind: 'answer',
    subject_resource: answer.about_resource,
    subject_id: answer.about_id,
    message_id: answer.id,
    text: answer.who.slice(0, room).toWellFormed(),
  };
  await enter(engine, tx, [news], 'once');
}

const said: Record<Locale, Record<Attendance, (who: string) => string>> = {
  de: {
    accepted: (who) => `${who} hat zugesagt`,
    tentative: (who) => `${who} hat vorläufig zugesagt`,
    declined: (who) => `${who} hat abgesagt`,
  },
  en: {
    accepted: (who) => `${who} has accepted`,
    tentative: (who) => `${who} has accepted tentatively`,
    declined: (who) => `${who} has declined`,
  },
};

/** Tells whoever wrote an invitation what one of those invited answers, in the language of the reader. */
export async function tellAttendance(
  engine: Totals,
  tx: Transaction,
  copy: string,
  state: Attendance,
  who: string,
): Promise<void> {
  const found = await tx.query<News & { language: Locale }>(
    sql`SELECT u.id AS user_id, u.language, m.id AS message_id, m.about_resource AS subject_resource, m.about_id AS subject_id FROM email_messages m ${writer} AND m.id = ${copy}`,
  );
  const news = found.map(
    ({ language, ...one }): News => ({ ...one, kind: 'attendance', text: said[language][state](who.slice(0, 150)) }),
  );
  if (news.length) await enter(engine, tx, news, 'anew');
}
