import type { Transaction } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';

/** The next instant on a waiting list, later than all that are on it: whoever came later waits longer, whatever clocks say. */
export async function waitingSince(tx: Transaction, training: string, now = new Date()): Promise<string> {
  const [last] = await tx.prepared<{ at: string | null }>(
    sql`SELECT max(waiting_since) AS at FROM enrolments WHERE training_id = ${training} AND status = 'waiting'`,
  );
  const after = last?.at ? Date.parse(last.at) + 1 : 0;
  return new Date(Math.max(now.getTime(), after)).toISOString();
}

/**
 * Does somebody wait who has never been asked? Whoever has let an offer lapse stays on the list, and keeps a place that is
 * free from nobody.
 */
export async function somebodyWaits(tx: Transaction, training: string): Promise<boolean> {
  const [row] = await tx.query<{ waits: boolean }>(
    sql`SELECT EXISTS (SELECT 1 FROM enrolments WHERE training_id = ${training} AND status = 'waiting' AND offer_until IS NULL) AS waits`,
  );
  return row!.waits;
}
