import type { Transaction } from '../../db/pool.ts';
import type { Context, Row } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import { enterNews, type News } from '../notifications/enter.ts';

const said = {
  de: { confirmed: 'hat zugesagt', declined: 'hat abgesagt' },
  en: { confirmed: 'has accepted', declined: 'has declined' },
};

/**
 * Tells whoever looks after the training what a trainer has answered; nothing where they have answered for the trainer. It is
 * about the assignment, so that each trainer's answer is news of its own.
 */
export async function tellAnswer({ engine, access }: Context, tx: Transaction, record: Row): Promise<void> {
  const { status } = record;
  if (status !== 'confirmed' && status !== 'declined') return;
  const [found] = await tx.query<{ id: string; language: 'de' | 'en'; name: string; training: string }>(
    sql`SELECT u.id, u.language, x.name, t.name AS training FROM trainings t JOIN users u ON u.id = t.owner_id AND u.active AND u.deleted_at IS NULL JOIN trainers x ON x.id = ${record.trainer_id} WHERE t.id = ${record.training_id}`,
  );
  if (!found || found.id === access.actor.id) return;
  const text = `${found.name.slice(0, 90)} ${said[found.language][status as 'confirmed']}: ${found.training.slice(0, 90)}`;
  const news: News = {
    user_id: found.id,
    kind: 'attendance',
    subject_resource: 'trainer_assignments',
    subject_id: record.id,
    text: text.toWellFormed(),
  };
  await tx.query(enterNews([news], 'anew'));
  tx.afterCommit(() => engine.totals.changed('notifications'));
}
