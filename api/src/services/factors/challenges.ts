import { createHash, randomBytes } from 'node:crypto';
import { uuid } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';

/** What is begun has to be finished within so many minutes. */
export const challengeMinutes = 10;
/** So many codes may be tried in one sign-in. */
const mostAttempts = 5;

export type Purpose =
  | 'second_factor'
  | 'passkey_sign_in'
  | 'passkey_step_up'
  | 'passkey_set_up'
  | 'authenticator_set_up';

/** Who has to finish it: the browser with this cookie, or the session. */
export type Binding = { readonly browser: string | undefined } | { readonly session: string };

export interface Challenge {
  readonly user_id: string | null;
  readonly challenge: string | null;
  readonly secret: string | null;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const random = () => randomBytes(32).toString('base64url');

/**
 * Begins something that has to be finished with the token, by the browser that gets `browser` as a cookie, or by the
 * session. What has expired is thrown away on the way.
 */
export async function begin(
  on: Queryable,
  purpose: Purpose,
  more: {
    readonly userId?: string;
    readonly session?: string;
    readonly challenge?: string;
    /** Encrypted. */
    readonly secret?: string;
  },
): Promise<{ readonly token: string; readonly browser: string }> {
  const id = uuidv7();
  const [token, browser] = [random(), random()];
  await on.query(sql`DELETE FROM sign_in_challenges WHERE expires_at < now()`);
  await on.query(
    sql`INSERT INTO sign_in_challenges (id, purpose, user_id, session_id, token_hash, browser_hash, challenge, secret, attempts, expires_at) VALUES (${id}, ${purpose}, ${more.userId ?? null}, ${more.session ?? null}, ${digest(token)}, ${more.session ? null : digest(browser)}, ${more.challenge ?? null}, ${more.secret ?? null}, 0, now() + ${`${challengeMinutes} minutes`}::interval)`,
  );
  return { token: `${id}.${token}`, browser };
}

/** The condition under which a token is right, comes from whom it was given to, and has not expired. */
function rightly(purpose: Purpose, token: unknown, binding: Binding) {
  const [id = '', secret = ''] = typeof token === 'string' ? token.slice(0, 200).split('.') : [];
  if (!uuid.test(id)) return undefined;
  const bound =
    'session' in binding ? sql`session_id = ${binding.session}` : sql`browser_hash = ${digest(binding.browser ?? '')}`;
  return sql`id = ${id} AND purpose = ${purpose} AND token_hash = ${digest(secret)} AND ${bound} AND expires_at > now()`;
}

/** Takes what was begun: it is found once, whatever comes of it. */
export async function take(
  on: Queryable,
  purpose: Purpose,
  token: unknown,
  binding: Binding,
): Promise<Challenge | undefined> {
  const condition = rightly(purpose, token, binding);
  if (!condition) return undefined;
  const [found] = await on.query<Challenge>(
    sql`DELETE FROM sign_in_challenges WHERE ${condition} RETURNING user_id, challenge, secret`,
  );
  return found;
}

/** Looks at what was begun and counts the attempt; after the last one, and after its end, there is nothing to be found. */
export async function attempt(
  on: Queryable,
  purpose: Purpose,
  token: unknown,
  binding: Binding,
): Promise<Challenge | undefined> {
  const condition = rightly(purpose, token, binding);
  if (!condition) return undefined;
  const [found] = await on.query<Challenge>(
    sql`WITH old AS MATERIALIZED (SELECT id, challenge FROM sign_in_challenges WHERE ${condition} AND attempts < ${mostAttempts} FOR UPDATE) UPDATE sign_in_challenges c SET attempts = c.attempts + 1, challenge = NULL FROM old WHERE c.id = old.id RETURNING c.user_id, old.challenge, c.secret`,
  );
  return found;
}

/** Gives what was begun a task for a passkey; an earlier one counts no more. */
export async function ask(
  on: Queryable,
  purpose: Purpose,
  token: unknown,
  binding: Binding,
  challenge: string,
): Promise<boolean> {
  const condition = rightly(purpose, token, binding);
  if (!condition) return false;
  const found = await on.query(
    sql`UPDATE sign_in_challenges SET challenge = ${challenge} WHERE ${condition} RETURNING id`,
  );
  return found.length > 0;
}

/** Whose sign-in it is, without counting as an attempt. */
export async function ownerOf(
  on: Queryable,
  purpose: Purpose,
  token: unknown,
  binding: Binding,
): Promise<string | undefined> {
  const condition = rightly(purpose, token, binding);
  if (!condition) return undefined;
  const [found] = await on.query<{ user_id: string }>(sql`SELECT user_id FROM sign_in_challenges WHERE ${condition}`);
  return found?.user_id;
}
