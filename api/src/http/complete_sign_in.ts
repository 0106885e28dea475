import type { CookieOptions, Request, Response } from 'express';
import type { Database } from '../db/pool.ts';
import { sql } from '../query/sql.ts';
import { begin, challengeMinutes } from '../services/factors/challenges.ts';
import { factorsOf } from '../services/factors/enrolled.ts';
import { missingIn } from '../services/factors/required.ts';
import type { Keys } from '../services/secrets.ts';
import { type Opened, openSession, type SessionLimits } from '../services/sessions.ts';
import { type Authentication, accessTokenSeconds, publicUser } from './authentication.ts';

/** What every way of signing in works with. */
export interface SignInParts {
  readonly db: Database;
  readonly auth: Authentication;
  readonly keys: Keys;
  /** Behind TLS: secure cookies. */
  readonly secure: boolean;
  readonly limits: SessionLimits;
  /** The address that people type, where one is configured. */
  readonly publicUrl: string | undefined;
}

type User = Record<string, any>;

/** The cookie that keeps a device signed in. */
export const sessionCookie = ({ keys, secure, limits }: SignInParts): { name: string; options: CookieOptions } => ({
  name: `kontor_${keys.installation}`,
  options: {
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: '/api/v1/session',
    maxAge: limits.idleDays * 86_400_000,
  },
});

/** The cookie that binds a sign-in that has begun to its browser. */
export const transactionCookie = (parts: SignInParts): { name: string; options: CookieOptions } => {
  const { name, options } = sessionCookie(parts);
  return { name: `${name}_sign_in`, options: { ...options, maxAge: challengeMinutes * 60_000 } };
};

/** Who is signed in, with a token; says what the session still has to show before it may do anything. */
export async function sessionAnswer({ db, auth }: SignInParts, user: User, session: Opened) {
  const missing = await missingIn(db, user.id, session.id);
  return {
    access_token: await auth.accessToken({ userId: user.id, session: session.id }),
    expires_in: accessTokenSeconds,
    ...publicUser(user),
    ...(missing ? { second_factor_required: missing } : {}),
  };
}

/**
 * Completes a sign-in, whichever way it came: opens the session, sets its cookie, notes when, and returns the answer, to be
 * sent or not.
 * @param secondFactor whether a second factor, or a passkey alone, was shown
 */
export async function completeSignIn(
  parts: SignInParts,
  request: Request,
  response: Response,
  user: User,
  { secondFactor }: { readonly secondFactor: boolean },
): Promise<object> {
  const { db, limits } = parts;
  const from = { device: String(request.headers['user-agent'] ?? ''), address: request.ip ?? '' };
  const session = await openSession(db, user.id, from, limits, secondFactor);
  await db.query(sql`UPDATE users SET last_seen_at = now() WHERE id = ${user.id}`);
  const { name, options } = sessionCookie(parts);
  response.cookie(name, session.token, options);
  return sessionAnswer(parts, user, session);
}

/**
 * Goes on after the first factor was right: who has a second one is asked for it and gets no token yet, the others are
 * signed in. Returns the answer.
 */
export async function continueSignIn(
  parts: SignInParts,
  request: Request,
  response: Response,
  user: User,
): Promise<object> {
  const factors = await factorsOf(parts.db, user.id);
  if (factors.length === 0) return completeSignIn(parts, request, response, user, { secondFactor: false });
  const { token, browser } = await begin(parts.db, 'second_factor', { userId: user.id });
  const { name, options } = transactionCookie(parts);
  response.cookie(name, browser, options);
  return { second_factor: factors, transaction: token };
}
