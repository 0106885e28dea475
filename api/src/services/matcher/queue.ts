import { formatDate, inZone } from '@kontor/shared';
import type { Queryable, Transaction } from '../../db/pool.ts';
import type { Context, Row } from '../../engine/context.ts';
import { changeAll, lockWhere } from '../../engine/house.ts';
import { type Sql, sql } from '../../query/sql.ts';
import { house } from '../house.ts';
import { addTask } from '../places/task.ts';
import { lockTraining, type PlacesOf } from '../places/training.ts';
import { tellTrainer } from './tell.ts';

/** States of a training in which trainers are asked. */
export const asking = ['lead', 'offered', 'option', 'confirmed', 'planned'];

interface Due {
  readonly id: string;
  readonly training_id: string;
  readonly trainer_id: string;
}

/**
 * Who is to be asked now: for each session that nobody is asked for, those with the least `ask_order` who still can. Whoever was
 * confirmed elsewhere meanwhile is passed over, for all sessions of the training.
 * @param where narrows the assignments, of alias `a`
 */
export const dueToAsk = (on: Queryable, where: Sql, now: Date): Promise<Due[]> =>
  on.query<Due>(
    sql`WITH queue AS (
      SELECT a.id, a.training_id, a.session_id, a.trainer_id, a.ask_order FROM trainer_assignments a
      JOIN training_sessions s ON s.id = a.session_id JOIN trainings t ON t.id = a.training_id JOIN trainers x ON x.id = a.trainer_id
      WHERE a.status = 'option' AND a.ask_order IS NOT NULL AND ${where} AND s.confirmed_trainers = 0 AND s.starts_at > ${now.toISOString()}::timestamptz
      AND t.deleted_at IS NULL AND t.status = ANY(${asking}) AND x.deleted_at IS NULL AND x.status = 'active'
      AND NOT EXISTS (SELECT 1 FROM trainer_assignments o WHERE o.session_id = a.session_id AND o.status = 'asked' AND o.ask_order IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM trainer_assignments m JOIN trainer_assignments c ON c.trainer_id = m.trainer_id AND c.status = 'confirmed' AND c.session_id <> m.session_id AND tstzrange(c.starts_at, c.ends_at) && tstzrange(m.starts_at, m.ends_at) WHERE m.trainer_id = a.trainer_id AND m.training_id = a.training_id AND m.status = 'option' AND m.ask_order IS NOT NULL)
    ) SELECT q.id, q.training_id, q.trainer_id FROM queue q WHERE q.ask_order = (SELECT min(o.ask_order) FROM queue o WHERE o.session_id = q.session_id) ORDER BY q.trainer_id, q.id`,
  );

const day = 86_400_000;

/** Until when an answer is waited for: so many days, but not beyond the start. ISO instant. */
const until = (rows: readonly Row[], now: Date): string => {
  const starts = rows.map((row) => row.starts_at as string).sort()[0]!;
  const days = Math.max(...rows.map((row) => (row.answer_days as number | null) ?? 1));
  return [new Date(now.getTime() + days * day).toISOString(), starts].sort()[0]!;
};

/**
 * Asks the next trainers of a training, if it is their turn, by mail with a link of their own: once for all sessions they are
 * asked for. The row of the training is held, so that nobody is asked twice.
 * @param ended somebody has declined or did not answer: when nobody is left, whoever looks after the training gets a task
 * @returns how many trainers were asked
 */
export async function moveOn(
  context: Context,
  tx: Transaction,
  id: string,
  { ended = false, now = new Date() }: { readonly ended?: boolean; readonly now?: Date } = {},
): Promise<number> {
  const training = await lockTraining(tx, id);
  if (!training || training.deleted || !asking.includes(training.status)) return 0;
  const by = house(context, 'trainer_requests');
  const assignments = by.engine.model.get('trainer_assignments');
  const due = await dueToAsk(tx, sql`a.training_id = ${id}`, now);
  const rows = due.length
    ? await lockWhere(by, tx, assignments, sql`t.id = ANY(${due.map((one) => one.id)}::uuid[]) AND t.status = 'option'`)
    : [];
  const trainers = new Map<string, Row[]>();
  for (const row of rows) trainers.set(row.trainer_id, [...(trainers.get(row.trainer_id) ?? []), row]);
  const asked = now.toISOString();
  const changes = [...trainers.values()].flatMap((own) => {
    const answer_until = until(own, now);
    return own.map((row) => ({ row, values: { status: 'asked', asked_at: asked, answered_at: null, answer_until } }));
  });
  await changeAll(by, tx, assignments, changes);
  for (const [trainer, own] of trainers)
    await tellTrainer(by, tx, training, { trainer, assignments: own.map((row) => row.id) });
  if (trainers.size === 0 && ended) await tellNobodyLeft(by, tx, training, now);
  return trainers.size;
}

/** A task for whoever looks after the training, once, when a session still has nobody and nobody is asked any more. */
async function tellNobodyLeft(by: Context, tx: Transaction, training: PlacesOf, now: Date): Promise<void> {
  const name = `${training.language === 'en' ? 'No trainer has accepted' : 'Kein Trainer hat zugesagt'}: ${training.name}`;
  const [found] = await tx.query<{ open: boolean; told: boolean }>(
    sql`SELECT EXISTS (SELECT 1 FROM training_sessions s WHERE s.training_id = ${training.id} AND s.confirmed_trainers = 0 AND s.starts_at > ${now.toISOString()}::timestamptz AND NOT EXISTS (SELECT 1 FROM trainer_assignments a WHERE a.session_id = s.id AND a.status = 'asked')) AS open, EXISTS (SELECT 1 FROM tasks k WHERE k.subject_resource = 'trainings' AND k.subject_id = ${training.id} AND k.name = ${name.slice(0, 200)} AND k.status NOT IN ('done', 'cancelled') AND k.deleted_at IS NULL) AS told`,
  );
  if (found?.open && !found.told) await addTask(by, tx, training, name);
}

/** Why somebody is not waited for any more. */
export const lapsedBecause = (by: Context, until: string, locale: 'de' | 'en'): string => {
  const on = formatDate(inZone(new Date(until), by.engine.timeZone).date, locale);
  return locale === 'en' ? `No answer by ${on}` : `Keine Antwort bis ${on}`;
};
