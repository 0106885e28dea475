import { PublicError } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';

/** After so many wrong codes in a row the next one has to wait. */
const free = 5;
/** Seconds of the first wait; each further wrong code doubles it. */
const firstWait = 30;
const longestWait = 3600;

/**
 * Counts a code before it is looked at, so that many at once are counted as well. Refuses with 429 while the user has to
 * wait: of a million codes that leaves some thirty a day to whoever guesses. Who need not wait is free since ever, not since
 * `now()`: of two at once the one that waits for the other began earlier.
 */
export async function countAttempt(on: Queryable, userId: string): Promise<void> {
  const counted = await on.query(
    sql`INSERT INTO factor_failures AS f (id, user_id, count, blocked_until) VALUES (${uuidv7()}, ${userId}, 1, '-infinity') ON CONFLICT (user_id) DO UPDATE SET count = f.count + 1, blocked_until = CASE WHEN f.count + 1 < ${free} THEN '-infinity' ELSE now() + make_interval(secs => least(${longestWait}, ${firstWait} * 2 ^ least(f.count + 1 - ${free}, 20))) END WHERE f.blocked_until <= now() RETURNING id`,
  );
  if (counted.length > 0) return;
  const [wait] = await on.query<{ seconds: number }>(
    sql`SELECT ceil(extract(epoch FROM blocked_until - now()))::int AS seconds FROM factor_failures WHERE user_id = ${userId}`,
  );
  throw new PublicError('too_many_requests', undefined, { retry_after: Math.max(1, wait?.seconds ?? 1) });
}

/** A right code: the count begins anew. */
export async function forgetAttempts(on: Queryable, userId: string): Promise<void> {
  await on.query(sql`DELETE FROM factor_failures WHERE user_id = ${userId}`);
}
