import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../db/pool.ts';
import { sql } from '../query/sql.ts';

const digest = (token: string) => createHash('sha256').update(token).digest('hex');

/** How long a device stays signed in without being used. */
export const sessionDays = 30;
/** The previous token stays valid this long, so that two tabs that refresh at once both succeed. */
const graceSeconds = 20;

export interface Refreshed {
  readonly userId: string;
  /** A new token for the cookie; absent when another tab was quicker (its cookie is there already). */
  readonly token?: string;
}

/** Signs a device in and returns the token for its cookie. */
export async function openSession(db: Database, userId: string, device: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.query(
    sql`INSERT INTO sessions (id, user_id, token_hash, rotated_at, expires_at, device, created_by) VALUES (${uuidv7()}, ${userId}, ${digest(token)}, now(), now() + ${`${sessionDays} days`}::interval, ${device.replace(/\0/g, '').slice(0, 300)}, ${userId})`,
  );
  return token;
}

/** Exchanges a refresh token for the next one. A token that was replaced longer ago than the grace ends the session. */
export async function refreshSession(db: Database, token: string): Promise<Refreshed | undefined> {
  const next = randomBytes(32).toString('base64url');
  const hash = digest(token);
  const [rotated] = await db.query(
    sql`UPDATE sessions SET previous_hash = token_hash, token_hash = ${digest(next)}, rotated_at = now(), updated_at = now(), expires_at = now() + ${`${sessionDays} days`}::interval WHERE token_hash = ${hash} AND expires_at > now() RETURNING user_id`,
  );
  if (rotated) return { userId: rotated.user_id, token: next };
  const [previous] = await db.query(
    sql`SELECT user_id, rotated_at > now() - ${`${graceSeconds} seconds`}::interval AS fresh FROM sessions WHERE previous_hash = ${hash} AND expires_at > now()`,
  );
  if (previous?.fresh) return { userId: previous.user_id };
  if (previous) await db.query(sql`DELETE FROM sessions WHERE previous_hash = ${hash}`);
  return undefined;
}

/** Ends a device's session. */
export async function closeSession(db: Database, token: string): Promise<void> {
  await db.query(sql`DELETE FROM sessions WHERE token_hash = ${digest(token)} OR previous_hash = ${digest(token)}`);
}
