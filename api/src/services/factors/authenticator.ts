import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';
import type { Keys } from '../secrets.ts';
import { stepOf } from './totp.ts';

type Decrypt = Pick<Keys, 'decrypt'>;

/**
 * Makes a confirmed app the user's one; an earlier one counts no more. The confirming code is used up with it.
 * @param secret encrypted
 */
export async function keepAuthenticator(on: Queryable, userId: string, secret: string, step: number): Promise<string> {
  const [kept] = await on.query<{ id: string }>(
    sql`INSERT INTO authenticators (id, user_id, secret, last_step, last_used_at, created_by) VALUES (${uuidv7()}, ${userId}, ${secret}, ${step}, now(), ${userId}) ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, last_step = excluded.last_step, last_used_at = now(), created_at = now(), updated_at = now(), version = authenticators.version + 1 RETURNING id`,
  );
  return kept!.id;
}

/**
 * Uses a code of the user's app. A code counts once: with it all codes up to its time step are used up, also for whoever
 * sends the same one at the same moment.
 */
export async function useAppCode(on: Queryable, keys: Decrypt, userId: string, code: string): Promise<boolean> {
  const [app] = await on.query<{ secret: string }>(sql`SELECT secret FROM authenticators WHERE user_id = ${userId}`);
  const step = app && stepOf(keys.decrypt(app.secret), code);
  if (step === undefined) return false;
  const used = await on.query(
    sql`UPDATE authenticators SET last_step = ${step}, last_used_at = now() WHERE user_id = ${userId} AND last_step < ${step} RETURNING id`,
  );
  return used.length > 0;
}
