import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../db/pool.ts';
import type { Context } from '../../engine/context.ts';
import { raw, sql } from '../../query/sql.ts';
import { changeUser } from './change_user.ts';

/**
 * Makes a password (its hash) that of a user: ends their sessions, all but one if so wished, and voids every link by which
 * another one could be set.
 */
export async function storePassword(
  context: Context,
  tx: Transaction,
  userId: string,
  hashed: string,
  { except }: { readonly except?: string } = {},
): Promise<void> {
  await tx.query(
    sql`INSERT INTO credentials (id, user_id, password_hash, created_by) VALUES (${uuidv7()}, ${userId}, ${hashed}, ${context.access.actor.id}) ON CONFLICT (user_id) DO UPDATE SET password_hash = excluded.password_hash, updated_at = now(), version = credentials.version + 1`,
  );
  await tx.query(sql`DELETE FROM sessions WHERE user_id = ${userId}${except ? sql` AND id <> ${except}` : raw('')}`);
  await tx.query(
    sql`UPDATE auth_tokens SET replaced_at = now(), updated_at = now() WHERE user_id = ${userId} AND used_at IS NULL AND replaced_at IS NULL`,
  );
  await changeUser(context, tx, userId, { password_changed_at: new Date().toISOString(), invited_until: null });
}
