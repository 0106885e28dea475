import type { Queryable } from '../../db/pool.ts';
import { raw, sql } from '../../query/sql.ts';

/**
 * Has the session proven who its user is within the last `seconds`? Nothing is remembered: a proof counts at once everywhere.
 */
export async function isProven(on: Queryable, session: string | undefined, seconds: number): Promise<boolean> {
  if (!session) return false;
  const found = await on.query(
    sql`SELECT 1 FROM sessions WHERE id = ${session} AND proven_at > now() - ${`${seconds} seconds`}::interval`,
  );
  return found.length > 0;
}

/** Notes that the session has just proven it, by a factor or by the password alone. */
export async function markProven(on: Queryable, session: string, byFactor: boolean): Promise<void> {
  const factor = raw(byFactor ? ', second_factor = true' : '');
  await on.query(sql`UPDATE sessions SET proven_at = now()${factor} WHERE id = ${session}`);
}
