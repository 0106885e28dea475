import { inZone, type Resource } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import { quote } from '../../db/quote.ts';
import type { Engine } from '../../engine/context.ts';
import { conditionSql } from '../../query/conditions.ts';
import { raw, sql } from '../../query/sql.ts';

/** Days for which what became overdue is still news. */
const newsDays = 7;
/** Days for which what was read is kept. */
const keptDays = 90;

const day = (at: Date, days: number, zone: string) => inZone(new Date(at.getTime() + days * 86_400_000), zone).date;

/** Nobody asks: conditions of declarations name no user here. */
const nobody = { id: '00000000-0000-0000-0000-000000000000', roles: [], brand_ids: [] };

/** What is due of one resource: what comes tomorrow or today, and what went by within a week, each told once. */
async function tellDue(engine: Engine, resource: Resource, now: Date): Promise<number> {
  const { db, model, timeZone } = engine;
  const { assigned, due, unless } = resource.notify!;
  const [today, tomorrow, since] = [0, 1, -newsDays].map((days) => day(now, days, timeZone));
  const column = raw(`t.${quote(due!)}`);
  const who = raw(`t.${quote(assigned)}`);
  const alive = raw(resource.trash ? ' AND t.deleted_at IS NULL' : '');
  const done = unless
    ? sql` AND NOT coalesce(${conditionSql({ model, user: nobody }, resource, unless, 't')}, false)`
    : raw('');
  const rows = await db.query<{ user_id: string; subject_id: string; due_on: string; kind: string }>(
    sql`SELECT ${who} AS user_id, t.id AS subject_id, ${column} AS due_on, CASE WHEN ${column} < ${today}::date THEN 'overdue' ELSE 'due' END AS kind FROM ${raw(`${quote(resource.name)} t`)} WHERE ${column} >= ${since}::date AND ${column} <= ${tomorrow}::date AND ${who} IS NOT NULL${alive}${done}`,
  );
  if (rows.length === 0) return 0;
  const told = rows.map((row) => ({ id: uuidv7(), ...row }));
  const entered = await db.query(
    sql`INSERT INTO notifications (id, user_id, kind, subject_resource, subject_id, due_on) SELECT x.id, x.user_id, x.kind, ${resource.name}, x.subject_id, x.due_on FROM jsonb_to_recordset(${JSON.stringify(told)}::jsonb) AS ${raw('x(id uuid, user_id uuid, kind text, subject_id uuid, due_on date)')} ON CONFLICT (user_id, kind, subject_id, due_on, rule_id) DO NOTHING RETURNING id`,
  );
  return entered.length;
}

/**
 * Tells people what is due of what is assigned to them, as declarations say (`notify.due`), and forgets what was read long
 * ago. Several processes may do it at once: each notification is there once. Answers how many are new.
 */
export async function dueNotifications(engine: Engine, now = new Date()): Promise<number> {
  let count = 0;
  for (const resource of engine.model.resources.values())
    if (resource.notify?.due) count += await tellDue(engine, resource, now);
  await engine.db.query(sql`DELETE FROM notifications WHERE read_at < now() - ${`${keptDays} days`}::interval`);
  if (count) engine.totals.changed('notifications');
  return count;
}
