import { v7 as uuidv7 } from 'uuid';
import type { Engine } from '../../engine/context.ts';
import { type Sql, sql } from '../../query/sql.ts';
import { enterNews } from '../notifications/enter.ts';
import { accessOfUser, subjectAlive } from './readable.ts';

/** What was told so many days ago, and not looked at since. */
const isUnseen = (now: string): Sql =>
  sql`t.state = 'open' AND t.fired_at IS NOT NULL AND t.escalated_at IS NULL AND t.snoozed_until IS NULL AND t.escalate_to_id <> t.user_id AND t.fired_at + make_interval(days => t.escalate_after_days) <= ${now}::timestamptz AND EXISTS (SELECT 1 FROM notifications n WHERE n.reminder_id = t.id AND n.user_id = t.user_id AND n.read_at IS NULL)`;

/** Passes on to one person what others have not seen and this person may read: as a reminder of their own, told at once. */
async function passOnTo(engine: Engine, userId: string, now: Date): Promise<number> {
  const { model } = engine;
  const access = await accessOfUser(engine, userId);
  const reminders = model.get('reminders');
  if (!access || access.condition(reminders, 'read') === null) return 0;
  const at = now.toISOString();
  return engine.db.transaction(async (tx) => {
    // whoever passes it on holds its row until that is written down
    const unseen = await tx.query<{ id: string }>(
      sql`SELECT t.id FROM reminders t WHERE t.escalate_to_id = ${userId} AND ${isUnseen(at)} AND ${subjectAlive(model, 't')} ORDER BY t.id FOR NO KEY UPDATE OF t SKIP LOCKED`,
    );
    if (unseen.length === 0) return 0;
    const copies = unseen.map(({ id }) => ({ id: uuidv7(), of: id }));
    await tx.query(
      sql`INSERT INTO reminders (id, user_id, subject_resource, subject_id, remind_at, first_at, fired_at, note, repetition, state, passed_on_by_id, created_by, updated_by) SELECT x.id, t.escalate_to_id, t.subject_resource, t.subject_id, ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz, t.note, 'none', 'open', t.user_id, t.user_id, t.user_id FROM jsonb_to_recordset(${JSON.stringify(copies)}::jsonb) AS x(id uuid, of uuid) JOIN reminders t ON t.id = x.of`,
    );
    // only now it is a row of theirs, and whether they may read it is asked as always; what they may not read is as it was
    const readable = await tx.query<{
      id: string;
      subject_resource: string;
      subject_id: string;
      passed_on_by_id: string;
    }>(
      sql`SELECT t.id, t.subject_resource, t.subject_id, t.passed_on_by_id FROM reminders t WHERE t.id = ANY(${copies.map(({ id }) => id)}::uuid[]) AND ${access.rows(reminders, 'read', 't')}`,
    );
    const kept = new Set(readable.map(({ id }) => id));
    const others = copies.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
    const passed = copies.filter(({ id }) => kept.has(id)).map(({ of }) => of);
    if (others.length) await tx.query(sql`DELETE FROM reminders WHERE id = ANY(${others}::uuid[])`);
    if (passed.length === 0) return 0;
    await tx.query(
      sql`UPDATE reminders SET escalated_at = ${at}::timestamptz, updated_at = now(), version = version + 1 WHERE id = ANY(${passed}::uuid[])`,
    );
    const news = readable.map(({ id, passed_on_by_id: by, subject_resource, subject_id }) => ({
      user_id: userId,
      kind: 'reminder' as const,
      subject_resource,
      subject_id,
      reminder_id: id,
      created_by: by,
    }));
    await tx.query(enterNews(news, 'anew'));
    tx.afterCommit(() => {
      engine.totals.changed('reminders');
      engine.totals.changed('notifications');
    });
    return passed.length;
  });
}

/** Passes on what nobody has looked at for as long as its user has said. Answers how many went to somebody else. */
export async function escalateReminders(engine: Engine, now = new Date()): Promise<number> {
  const users = await engine.db.query<{ id: string }>(
    sql`SELECT DISTINCT t.escalate_to_id AS id FROM reminders t WHERE ${isUnseen(now.toISOString())}`,
  );
  let count = 0;
  for (const { id } of users) count += await passOnTo(engine, id, now);
  return count;
}
