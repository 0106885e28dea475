import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Queryable, Transaction } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';

export type Purpose = 'invite' | 'reset';

/** Minutes for which a link is good. */
const minutes: Record<Purpose, number> = { invite: 72 * 60, reset: 60 };
/** Used and expired tokens are kept so long, to tell people why their link does not work. */
const keptDays = 30;

const digest = (token: string) => createHash('sha256').update(token).digest('hex');

export interface Issued {
  /** For the link, and nothing else: only its hash is kept. */
  readonly token: string;
  readonly expiresAt: string;
}

/** Makes a token for a user and voids their earlier ones of the same purpose. `by` is whoever asks for it, if anybody is known. */
export async function issueToken(
  tx: Transaction,
  { userId, purpose, by }: { readonly userId: string; readonly purpose: Purpose; readonly by: string | null },
): Promise<Issued> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + minutes[purpose] * 60_000).toISOString();
  await tx.query(sql`DELETE FROM auth_tokens WHERE expires_at < now() - ${`${keptDays} days`}::interval`);
  await tx.query(
    sql`UPDATE auth_tokens SET replaced_at = now(), updated_at = now() WHERE user_id = ${userId} AND purpose = ${purpose} AND used_at IS NULL AND replaced_at IS NULL`,
  );
  await tx.query(
    sql`INSERT INTO auth_tokens (id, user_id, purpose, token_hash, expires_at, created_by) VALUES (${uuidv7()}, ${userId}, ${purpose}, ${digest(token)}, ${expiresAt}, ${by})`,
  );
  return { token, expiresAt };
}

export type TokenState = 'open' | 'used' | 'replaced' | 'expired' | 'unknown';

export interface KnownToken {
  readonly state: TokenState;
  readonly purpose?: Purpose;
  /** Whose it is; only while it is open. */
  readonly user?: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly language: 'de' | 'en';
  };
  readonly expiresAt?: string;
}

/** What a token is good for. Of a user who is not active any more it is unknown. */
export async function lookUpToken(db: Queryable, token: string): Promise<KnownToken> {
  const [row] = await db.query(
    sql`SELECT t.purpose, t.expires_at, t.used_at IS NOT NULL AS used, t.replaced_at IS NOT NULL AS replaced, t.expires_at <= now() AS expired, u.id, u.name, u.email, u.language FROM auth_tokens t JOIN users u ON u.id = t.user_id WHERE t.token_hash = ${digest(token)} AND u.active AND u.deleted_at IS NULL`,
  );
  if (!row) return { state: 'unknown' };
  const { purpose, expires_at: expiresAt, id, name, email, language } = row;
  const state = row.used ? 'used' : row.replaced ? 'replaced' : row.expired ? 'expired' : 'open';
  return state === 'open' ? { state, purpose, expiresAt, user: { id, name, email, language } } : { state, purpose };
}

/** Uses a token up. Of many at once one succeeds; false for the others. */
export async function useToken(tx: Transaction, token: string): Promise<boolean> {
  const used = await tx.query(
    sql`UPDATE auth_tokens t SET used_at = now(), updated_at = now() FROM users u WHERE t.token_hash = ${digest(token)} AND t.used_at IS NULL AND t.replaced_at IS NULL AND t.expires_at > now() AND u.id = t.user_id AND u.active AND u.deleted_at IS NULL RETURNING t.id`,
  );
  return used.length === 1;
}

/** Links to set a new password that a user was sent within the last hour: more than a few are somebody's bad joke. */
export async function recentResets(db: Queryable, userId: string): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM auth_tokens WHERE user_id = ${userId} AND purpose = 'reset' AND created_at > now() - interval '1 hour'`,
  );
  return row!.n;
}

/** Whose token it is, whatever its state. */
export async function ownerOfToken(db: Queryable, token: string): Promise<string | undefined> {
  const [row] = await db.query<{ user_id: string }>(
    sql`SELECT user_id FROM auth_tokens WHERE token_hash = ${digest(token)}`,
  );
  return row?.user_id;
}
