import { inZone, type Locale, type Resource, resourceLabel } from '@kontor/shared';
import { quote } from '../../db/quote.ts';
import type { Context, Engine } from '../../engine/context.ts';
import { titleFrom } from '../../engine/embed.ts';
import { conditionSql } from '../../query/conditions.ts';
import { raw, sql } from '../../query/sql.ts';
import { queueMail } from '../mail/queue.ts';
import { subjectAlive } from '../reminders/readable.ts';
import { type Digest, digestMail } from './digest_words.ts';
import { readerOf } from './reader.ts';

/** Of each resource so many are named; of the others one hears how many there are. */
const named = 10;

/** What is assigned to somebody of one resource, due today or earlier, and not done. */
async function openOf(context: Context, resource: Resource, today: string): Promise<Digest['open'][number]> {
  const { access, engine, locale } = context;
  const { assigned, due, unless } = resource.notify!;
  const column = raw(`t.${quote(due!)}`);
  const alive = raw(resource.trash ? ' AND t.deleted_at IS NULL' : '');
  const done = unless
    ? sql` AND NOT coalesce(${conditionSql({ model: engine.model, user: access.actor }, resource, unless, 't')}, false)`
    : raw('');
  const titleColumns = resource.title.filter((name) => access.properties(resource).has(name));
  const columns = raw(titleColumns.map((name) => `t.${quote(name)}, `).join(''));
  const rows = await engine.db.query<Record<string, any>>(
    sql`SELECT ${columns}${column} AS due_at, count(*) OVER ()::int AS total FROM ${raw(`${quote(resource.name)} t`)} WHERE ${raw(`t.${quote(assigned)}`)} = ${access.actor.id} AND ${column} <= ${today}::date${alive}${done} AND ${access.rows(resource, 'read', 't')} ORDER BY ${column}, t.id LIMIT ${named}`,
  );
  return {
    label: resourceLabel(resource, locale, 'many'),
    rows: rows.map((row) => ({
      title: titleFrom(resource, row, locale) || resourceLabel(resource, locale, 'one'),
      due_on: row.due_at as string,
    })),
    more: Math.max(0, (rows[0]?.total ?? 0) - rows.length),
  };
}

const countOf = async ({ engine }: Context, question: ReturnType<typeof sql>): Promise<number> =>
  (await engine.db.query<{ n: number }>(sql`SELECT count(*)::int AS n ${question}`))[0]!.n;

/** What is open for somebody today, as far as they may read it at this moment. */
async function digestOf(context: Context, today: string, now: Date): Promise<Digest> {
  const { access, engine } = context;
  const { model, timeZone } = engine;
  const resources = [...model.resources.values()].filter(
    (resource) => resource.notify?.due && access.condition(resource, 'read') !== null,
  );
  const open = await Promise.all(resources.map((resource) => openOf(context, resource, today)));
  const own = (name: string) => access.rows(model.get(name), 'read', 't');
  const at = raw('coalesce(t.snoozed_until, t.remind_at)');
  // told and not looked at, or to come today
  const reminders = await countOf(
    context,
    sql`FROM reminders t WHERE t.user_id = ${access.actor.id} AND t.state = 'open' AND (${at} AT TIME ZONE ${timeZone})::date <= ${today}::date AND (t.fired_at IS NULL OR ${at} > ${now.toISOString()}::timestamptz OR EXISTS (SELECT 1 FROM notifications n WHERE n.reminder_id = t.id AND n.user_id = t.user_id AND n.read_at IS NULL)) AND ${own('reminders')} AND ${subjectAlive(model, 't')}`,
  );
  const unread = await countOf(
    context,
    sql`FROM notifications t WHERE t.user_id = ${access.actor.id} AND t.shown AND t.read_at IS NULL AND ${own('notifications')}`,
  );
  return { open: open.filter(({ rows }) => rows.length > 0), reminders, unread };
}

/** Sends one person the digest of a day, unless that was done, by whoever it was. */
async function sendTo(engine: Engine, userId: string, today: string, now: Date): Promise<boolean> {
  const reader = await readerOf(engine, userId);
  const digest = reader && (await digestOf(reader.context, today, now));
  const mail = reader && digest && digestMail(reader.context.locale as Locale, reader.user.name, today, digest);
  return engine.db.transaction(async (tx) => {
    const [claimed] = await tx.query(
      sql`UPDATE notification_choices SET digest_sent_on = ${today}::date WHERE user_id = ${userId} AND digest_hour IS NOT NULL AND (digest_sent_on IS NULL OR digest_sent_on < ${today}::date) RETURNING id`,
    );
    if (!claimed || !mail) return false;
    const { name, email } = reader.user;
    await queueMail(engine, tx, { to: email, name, ...mail, link: `${engine.outward.url}/` });
    return true;
  });
}

/**
 * Sends the digests whose hour has come today and that were not sent yet. What was missed is made up for the same day, once;
 * the day before is not. Several processes may do it at once. Answers how many were sent.
 */
export async function sendDigests(engine: Engine, now = new Date()): Promise<number> {
  const { date, time } = inZone(now, engine.timeZone);
  const due = await engine.db.query<{ user_id: string }>(
    sql`SELECT c.user_id FROM notification_choices c WHERE c.digest_hour <= ${Number(time.slice(0, 2))} AND (c.digest_sent_on IS NULL OR c.digest_sent_on < ${date}::date) ORDER BY c.user_id`,
  );
  let count = 0;
  for (const { user_id: id } of due) if (await sendTo(engine, id, date, now)) count += 1;
  return count;
}
