import { nextTime, type Repetition } from '@kontor/shared';
import type { Engine } from '../../engine/context.ts';
import { type Sql, sql } from '../../query/sql.ts';
import { enterNews } from '../notifications/enter.ts';
import { accessOfUser, subjectAlive } from './readable.ts';

interface Due {
  readonly id: string;
  readonly subject_resource: string;
  readonly subject_id: string;
  readonly remind_at: string;
  readonly first_at: string | null;
  readonly repetition: Repetition;
  readonly passed_on_by_id: string | null;
}

/** What is to be told at an instant and was not: what was put off then, else what has not been told since its time. */
const isDue = (now: string): Sql =>
  sql`t.state = 'open' AND CASE WHEN t.snoozed_until IS NOT NULL THEN t.snoozed_until <= ${now}::timestamptz ELSE t.remind_at <= ${now}::timestamptz AND (t.fired_at IS NULL OR t.fired_at < t.remind_at) END`;

/** The reminders of one user that are due, each told once: whoever tells it holds its row until that is written down. */
async function fireOf(engine: Engine, userId: string, now: Date): Promise<number> {
  const { model, timeZone } = engine;
  const access = await accessOfUser(engine, userId);
  if (!access) return 0;
  const at = now.toISOString();
  return engine.db.transaction(async (tx) => {
    const due = await tx.query<Due>(
      sql`SELECT t.id, t.subject_resource, t.subject_id, t.remind_at, t.first_at, t.repetition, t.passed_on_by_id FROM reminders t WHERE t.user_id = ${userId} AND ${isDue(at)} AND ${access.rows(model.get('reminders'), 'read', 't')} AND ${subjectAlive(model, 't')} ORDER BY t.id FOR NO KEY UPDATE OF t SKIP LOCKED`,
    );
    if (due.length === 0) return 0;
    const told = due.map(({ id, remind_at, first_at, repetition }) => {
      const next = remind_at <= at ? nextTime(new Date(first_at ?? remind_at), repetition, now, timeZone) : undefined;
      return { id, remind_at: next?.toISOString() ?? remind_at };
    });
    await tx.query(
      sql`UPDATE reminders t SET fired_at = ${at}::timestamptz, remind_at = x.remind_at, snoozed_until = NULL, escalated_at = NULL, updated_at = now(), version = t.version + 1 FROM jsonb_to_recordset(${JSON.stringify(told)}::jsonb) AS x(id uuid, remind_at timestamptz) WHERE t.id = x.id`,
    );
    const news = due.map(({ id, subject_resource, subject_id, passed_on_by_id }) => ({
      user_id: userId,
      kind: 'reminder' as const,
      subject_resource,
      subject_id,
      reminder_id: id,
      created_by: passed_on_by_id,
    }));
    await tx.query(enterNews(news, 'anew'));
    tx.afterCommit(() => {
      engine.totals.changed('reminders');
      engine.totals.changed('notifications');
    });
    return due.length;
  });
}

/**
 * Tells people what they wanted to be reminded of, as far as they may still read the record; what they may not read waits.
 * Several processes may do it at once. Answers how many were told.
 */
export async function fireReminders(engine: Engine, now = new Date()): Promise<number> {
  const users = await engine.db.query<{ user_id: string }>(
    sql`SELECT DISTINCT t.user_id FROM reminders t WHERE ${isDue(now.toISOString())}`,
  );
  let count = 0;
  for (const { user_id: userId } of users) count += await fireOf(engine, userId, now);
  return count;
}
