import type { CookieOptions, Request, Response } from 'express';
import type { Database } from '../db/pool.ts';
import { sql } from '../query/sql.ts';
import { auditEvent } from '../services/audit.ts';
import { begin, challengeMinutes } from '../services/factors/challenges.ts';
import { factorsOf } from '../services/factors/enrolled.ts';
import { missingIn } from '../services/factors/required.ts';
import type { Keys } from '../services/secrets.ts';
import { type Opened, openSession, type SessionLimits } from '../services/sessions.ts';
import type { KnownUser } from '../services/users.ts';
import { type Authentication, accessTokenSeconds, publicUser } from './authentication.ts';
import type { Guard } from './guard.ts';
import { sourceOf } from './records.ts';

/** What every way of signing in works with. */
export interface SignInParts {
  readonly db: Database;
  readonly auth: Authentication;
  readonly guard: Guard;
  readonly keys: Keys;
  /** Behind TLS: secure cookies. */
  readonly secure: boolean;
  readonly limits: SessionLimits;
  /** The address that people type, where one is configured. */
  readonly publicUrl: string | undefined;
}

/** The cookie that keeps a device signed in. */
export const sessionCookie = ({
  keys,
  secure,
  limits,
}: Pick<SignInParts, 'keys' | 'secure' | 'limits'>): { name: string; options: CookieOptions } => ({
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
export async function sessionAnswer({ db, auth }: SignInParts, user: KnownUser, session: Opened) {
  const missing = await missingIn(db, user, session.id);
  return {
    access_token: await auth.accessToken({ userId: user.id, session: session.id }),
    expires_in: accessTokenSeconds,
    ...publicUser(user),
    ...(missing ? { second_factor_required: missing } : {}),
  };
}

/**
 * Completes a sign-in, whichever way it came: opens the session, sets its cookie, knows the device from now on, notes when,
 * and enters it in the trail. Whoever calls it answers, by `sessionAnswer` or otherwise.
 * @param secondFactor whether a second factor, or a passkey alone, was shown
 */
export async function completeSignIn(
  parts: Pick<SignInParts, 'db' | 'guard' | 'keys' | 'secure' | 'limits'>,
  request: Request,
  response: Response,
  user: Pick<KnownUser, 'id' | 'email'>,
  { secondFactor }: { readonly secondFactor: boolean },
): Promise<Opened> {
  const { db, limits, guard } = parts;
  const from = { device: String(request.headers['user-agent'] ?? ''), address: request.ip ?? '' };
  const session = await openSession(db, user.id, from, limits, secondFactor);
  await db.query(sql`UPDATE users SET last_seen_at = now() WHERE id = ${user.id}`);
  const author = { actor: user.id, requestId: response.locals.requestId, source: sourceOf(request) };
  await auditEvent(db, author, {
    operation: 'sign_in',
    resource: 'users',
    id: user.id,
    details: { session: session.id, device: from.device, ...(secondFactor ? { second_factor: true } : {}) },
  });
  const { name, options } = sessionCookie(parts);
  response.cookie(name, session.token, options);
  guard.remember(request, response, user.email);
  return session;
}

/**
 * Goes on after the first factor was right: who has a second one is asked for it and gets no token yet, the others are
 * signed in. Returns the answer.
 */
export async function continueSignIn(
  parts: SignInParts,
  request: Request,
  response: Response,
  user: KnownUser,
): Promise<object> {
  const factors = await factorsOf(parts.db, user.id);
  if (factors.length === 0)
    return sessionAnswer(parts, user, await completeSignIn(parts, request, response, user, { secondFactor: false }));
  const { token, browser } = await begin(parts.db, 'second_factor', { userId: user.id });
  const { name, options } = transactionCookie(parts);
  response.cookie(name, browser, options);
  return { second_factor: factors, transaction: token };
}
