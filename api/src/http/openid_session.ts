import type { CookieOptions } from 'express';
import type { Database } from '../db/pool.ts';
import { sql } from '../query/sql.ts';
import { openSession, type SessionLimits } from '../services/sessions.ts';
import type { OpenIdOptions } from './openid.ts';

/** Opens a session for somebody whom a provider has named, and sets the cookie from which the sign-in page takes it up. */
export function sessionOpener(
  db: Database,
  { installation, secure, limits }: { installation: string; secure: boolean; limits: SessionLimits },
): OpenIdOptions['open'] {
  const options: CookieOptions = {
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: '/api/v1/session',
    maxAge: limits.idleDays * 86_400_000,
  };
  return async (request, response, user) => {
    const from = { device: String(request.headers['user-agent'] ?? ''), address: request.ip ?? '' };
    const session = await openSession(db, user.id, from, limits);
    await db.query(sql`UPDATE users SET last_seen_at = now() WHERE id = ${user.id}`);
    response.cookie(`kontor_${installation}`, session.token, options);
    return session.id;
  };
}
