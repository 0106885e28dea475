import type { Transaction } from '../../../db/pool.ts';
import type { Engine } from '../../../engine/context.ts';
import { sql } from '../../../query/sql.ts';
import { tellUndelivered } from '../news.ts';
import type { Report } from './report.ts';

/**
 * Notes at the copies of a mail that they did not arrive, with the words of the server that said so. The copy that came back
 * is meant, else that to the recipient who is named, else the only one there is. Whoever has
 * written it hears of it. Answers how many there are.
 */
export async function noteBounces(
  engine: Pick<Engine, 'totals'>,
  tx: Transaction,
  { deliveries, copies, mails }: Report,
): Promise<number> {
  const sent = await tx.query<{ id: string; to: string }>(
    sql`SELECT id, lower("to") AS to FROM email_messages WHERE direction = 'out' AND (id = ANY(${copies}::uuid[]) OR id = ANY(${mails}::uuid[]) OR mail = ANY(${mails}))`,
  );
  const back = sent.filter(({ id }) => copies.includes(id));
  let noted = 0;
  const bounced: string[] = [];
  for (const { recipients, action, words } of deliveries) {
    const meant =
      sent.find(({ to }) => recipients.includes(to)) ??
      (deliveries.length === 1 ? (back[0] ?? (sent.length === 1 ? sent[0] : undefined)) : undefined);
    if (!meant || (action !== 'failed' && action !== 'delayed')) continue;
    // delayed: the server goes on trying
    const changed = await tx.query(
      action === 'failed'
        ? sql`UPDATE email_messages SET state = 'bounced', error = ${words}, link = NULL, next_attempt_at = NULL, updated_at = now(), version = version + 1 WHERE id = ${meant.id} AND state IN ('sent', 'deferred', 'failed') RETURNING id`
        : sql`UPDATE email_messages SET error = ${words}, updated_at = now(), version = version + 1 WHERE id = ${meant.id} AND state = 'sent' AND error IS NULL RETURNING id`,
    );
    noted += changed.length;
    if (action === 'failed' && changed.length) bounced.push(meant.id);
  }
  await tellUndelivered(engine, tx, bounced);
  return noted;
}
