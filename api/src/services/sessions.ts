import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { uuid } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../db/pool.ts';
import { sql } from '../query/sql.ts';

const digest = (secret: string) => createHash('sha256').update(secret).digest('hex');
const same = (a: string, b: string | null) => b !== null && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** How long a device stays signed in. */
export interface SessionLimits {
  /** Days without being used. */
  readonly idleDays: number;
  /** Days in all, however much it is used. */
  readonly mostDays: number;
}

/** The previous token stays valid this long, so that two tabs that refresh at once both succeed. */
const graceSeconds = 20;

export interface Opened {
  readonly id: string;
  readonly userId: string;
  /** The token for the cookie; absent when another tab was quicker (its cookie is there already). */
  readonly token?: string;
}

/** A token names its session, so that one that was used up long ago is still known for what it is. */
const tokenOf = (id: string, secret: string) => `${id}.${secret}`;
function partsOf(token: string): [id: string, secret: string] | undefined {
  const [id = '', secret = ''] = token.split('.');
  return uuid.test(id) && secret ? [id, secret] : undefined;
}
const newSecret = () => randomBytes(32).toString('base64url');
const days = (n: number) => `${n} days`;

/** Signs a device in, which proves who the user is; `secondFactor` says whether more than a password did. */
export async function openSession(
  db: Database,
  userId: string,
  from: { readonly device: string; readonly address: string },
  limits: SessionLimits,
  secondFactor = false,
): Promise<Required<Opened>> {
  const id = uuidv7();
  const secret = newSecret();
  await db.query(
    sql`INSERT INTO sessions (id, user_id, token_hash, rotated_at, expires_at, ends_at, second_factor, proven_at, device, address, created_by) VALUES (${id}, ${userId}, ${digest(secret)}, now(), now() + least(${days(limits.idleDays)}::interval, ${days(limits.mostDays)}::interval), now() + ${days(limits.mostDays)}::interval, ${secondFactor}, now(), ${from.device.replace(/\0/g, '').slice(0, 300)}, ${from.address.slice(0, 60)}, ${userId})`,
  );
  return { id, userId, token: tokenOf(id, secret) };
}

/**
 * Exchanges a refresh token for the next one. A token that was replaced longer ago than the grace has been copied: whoever
 * shows it, the session ends for all that hold a token of it (RFC 9700, 4.14.2).
 */
export async function refreshSession(db: Database, token: string, limits: SessionLimits): Promise<Opened | undefined> {
  const parts = partsOf(token);
  if (!parts) return undefined;
  const [id, secret] = parts;
  const hash = digest(secret);
  const next = newSecret();
  const [rotated] = await db.query(
    sql`UPDATE sessions SET previous_hash = token_hash, token_hash = ${digest(next)}, rotated_at = now(), updated_at = now(), expires_at = least(now() + ${days(limits.idleDays)}::interval, ends_at) WHERE id = ${id} AND token_hash = ${hash} AND expires_at > now() RETURNING user_id`,
  );
  if (rotated) return { id, userId: rotated.user_id, token: tokenOf(id, next) };
  const [found] = await db.query(
    sql`SELECT user_id, previous_hash, expires_at > now() AS valid, rotated_at > now() - ${`${graceSeconds} seconds`}::interval AS fresh FROM sessions WHERE id = ${id}`,
  );
  if (found?.valid && found.fresh && same(hash, found.previous_hash)) return { id, userId: found.user_id };
  if (found) await db.query(sql`DELETE FROM sessions WHERE id = ${id}`);
  return undefined;
}

/** The session of a token, without using the token up. */
export async function sessionOf(db: Database, token: string): Promise<string | undefined> {
  const parts = partsOf(token);
  if (!parts) return undefined;
  const [found] = await db.query<{ id: string }>(
    sql`SELECT id FROM sessions WHERE id = ${parts[0]} AND expires_at > now() AND ${digest(parts[1])} IN (token_hash, coalesce(previous_hash, ''))`,
  );
  return found?.id;
}

/** Ends the session of a token, and tells whose it was. */
export async function closeSession(db: Database, token: string): Promise<{ id: string; userId: string } | undefined> {
  const parts = partsOf(token);
  if (!parts) return undefined;
  const [closed] = await db.query(
    sql`DELETE FROM sessions WHERE id = ${parts[0]} AND ${digest(parts[1])} IN (token_hash, coalesce(previous_hash, '')) RETURNING user_id`,
  );
  return closed && { id: parts[0], userId: closed.user_id };
}

/** A signed-in device, as its user sees it. */
export interface Device {
  readonly id: string;
  readonly device: string | null;
  readonly address: string | null;
  readonly created_at: string;
  readonly last_used_at: string;
  readonly ends_at: string;
}

/** The devices on which a user is signed in, the last used first. */
export const devicesOf = (db: Database, userId: string): Promise<Device[]> =>
  db.query<Device>(
    sql`SELECT id, device, address, created_at, rotated_at AS last_used_at, ends_at FROM sessions WHERE user_id = ${userId} AND expires_at > now() ORDER BY rotated_at DESC, id`,
  );

/** Signs devices of a user out: one, or all but one. Their access tokens end with them. Returns how many there were. */
export async function closeDevices(
  db: Database,
  userId: string,
  which: { readonly only: string } | { readonly except: string },
): Promise<number> {
  const condition = 'only' in which ? sql`id = ${which.only}` : sql`id <> ${which.except}`;
  return (await db.query(sql`DELETE FROM sessions WHERE user_id = ${userId} AND ${condition} RETURNING id`)).length;
}
