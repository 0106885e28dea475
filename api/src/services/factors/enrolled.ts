import type { Queryable } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';

/** What is asked for after the password, the simplest first. */
export type Factor = 'totp' | 'passkey' | 'recovery';

/** With what a user can prove to be themselves; empty without a second factor (recovery codes alone are none). */
export async function factorsOf(on: Queryable, userId: string): Promise<Factor[]> {
  const [found] = await on.query<Record<Factor, boolean>>(
    sql`SELECT EXISTS (SELECT 1 FROM authenticators WHERE user_id = ${userId}) AS totp, EXISTS (SELECT 1 FROM passkeys WHERE user_id = ${userId}) AS passkey, EXISTS (SELECT 1 FROM recovery_codes WHERE user_id = ${userId} AND used_at IS NULL) AS recovery`,
  );
  if (!found?.totp && !found?.passkey) return [];
  return (['totp', 'passkey', 'recovery'] as const).filter((factor) => found[factor]);
}

/** A passkey as its user sees it. */
interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly synced: boolean;
  readonly created_at: string;
  readonly last_used_at: string | null;
}

/** Everything with which a user signs in, as the user sees it: nothing secret. */
export interface Enrolled {
  readonly authenticator: { readonly created_at: string; readonly last_used_at: string | null } | null;
  readonly passkeys: readonly Passkey[];
  readonly recovery_codes: { readonly left: number; readonly total: number; readonly created_at: string } | null;
}

/** What a user has set up. */
export async function enrolledOf(on: Queryable, userId: string): Promise<Enrolled> {
  const [apps, passkeys, codes] = await Promise.all([
    on.query<NonNullable<Enrolled['authenticator']>>(
      sql`SELECT created_at, last_used_at FROM authenticators WHERE user_id = ${userId}`,
    ),
    on.query<Passkey>(
      sql`SELECT id, name, synced, created_at, last_used_at FROM passkeys WHERE user_id = ${userId} ORDER BY created_at, id`,
    ),
    on.query<{ left: number; total: number; created_at: string }>(
      sql`SELECT count(*) FILTER (WHERE used_at IS NULL)::int AS left, count(*)::int AS total, min(created_at) AS created_at FROM recovery_codes WHERE user_id = ${userId} HAVING count(*) > 0`,
    ),
  ]);
  return { authenticator: apps[0] ?? null, passkeys, recovery_codes: codes[0] ?? null };
}
