import type { Transaction } from '../../db/pool.ts';
import type { Context, Row } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import { enterNews, type News } from '../notifications/enter.ts';

const said = {
  de: { confirmed: 'hat zugesagt', declined: 'hat abgesagt' },
  en: { confirmed: 'has accepted', declined: 'has declined' },
};

/** Tells whoever looks after the training what a trainer has answered; nothing where they have answered for the trainer. */
export async function tellAnswer({ engine, access }: Context, tx: Transaction, record: Row): Promise<void> {
  const { status } = record;
  if (status !== 'confirmed' && status !== 'declined') return;
  const [found] = await tx.query<{ id: string; language: 'de' | 'en'; name: string }>(
    sql`SELECT u.id, u.language, x.name FROM trainings t JOIN users u ON u.id = t.owner_id AND u.active AND u.deleted_at IS NULL JOIN trainers x ON x.id = ${record.trainer_id} WHERE t.id = ${record.training_id}`,
  );
  if (!found || found.id === access.actor.id) return;
  const text = `${found.name.slice(0, 150)} ${said[found.language][status as 'confirmed']}`;
  const news: News = {
    user_id: found.id,
    kind: 'attendance',
    subject_resource: 'trainings',
    subject_id: record.training_id,
    text,
  };
  await tx.query(enterNews([news], 'anew'));
  tx.afterCommit(() => engine.totals.changed('notifications'));
}
