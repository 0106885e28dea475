import type { Transaction } from '../../db/pool.ts';
import type { Context, Row } from '../../engine/context.ts';
import { changeAll, lockWhere } from '../../engine/house.ts';
import { sql } from '../../query/sql.ts';
import { house } from '../house.ts';
import { tellAnswer } from './news.ts';
import { moveOn } from './queue.ts';

/**
 * What follows when somebody was confirmed, has declined or was released. Who was asked for the same in turn or at once is not
 * needed any more once somebody is confirmed; whom a clerk asked by hand beside them may be wanted as well. The next are asked
 * when the trainer has answered for all sessions, so that one mail tells of all.
 */
export async function followAnswer(context: Context, tx: Transaction, before: Row, record: Row): Promise<void> {
  if (before.status === record.status) return;
  const assignments = context.engine.model.get('trainer_assignments');
  if (record.status === 'confirmed') {
    const rivals = await lockWhere(
      context,
      tx,
      assignments,
      sql`t.session_id = ${record.session_id} AND t.id <> ${record.id} AND t.part = ${record.part} AND t.status IN ('option', 'asked') AND t.ask_order IS NOT NULL`,
    );
    const reason = context.locale === 'en' ? 'Another trainer has accepted' : 'Ein anderer Trainer hat zugesagt';
    await changeAll(
      house(context, 'trainer_requests'),
      tx,
      assignments,
      rivals.map((row) => ({ row, values: { status: 'released', reason } })),
    );
  }
  if (before.status !== 'asked') return;
  const [all] = await tx.query<{ open: boolean; in_turn: boolean }>(
    sql`SELECT bool_or(status = 'asked') AS open, bool_or(ask_order IS NOT NULL) AS in_turn FROM trainer_assignments WHERE training_id = ${record.training_id} AND trainer_id = ${record.trainer_id}`,
  );
  if (all!.open) return;
  await tellAnswer(context, tx, record);
  if (all!.in_turn) await moveOn(context, tx, record.training_id, { ended: record.status !== 'confirmed' });
}
