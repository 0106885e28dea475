import { PublicError } from '@kontor/shared';
import { type Request, type Response, Router } from 'express';
import { auditEvent } from '../services/audit.ts';
import { ask, attempt, begin, ownerOf, take } from '../services/factors/challenges.ts';
import { requestOptions, usePasskey } from '../services/factors/passkeys.ts';
import { relyingParty } from '../services/factors/relying_party.ts';
import { shownFactor, verifyFactor } from '../services/factors/verify.ts';
import { findUser } from '../services/users.ts';
import { completeSignIn, type SignInParts, sessionAnswer, transactionCookie } from './complete_sign_in.ts';
import { cookie } from './cookies.ts';
import { requireSameOrigin } from './origin.ts';
import { sourceOf } from './records.ts';

type Body = Record<string, unknown>;

/** The second step of a sign-in, and the sign-in with a passkey alone. */
export function secondFactorRoutes(parts: SignInParts): Router {
  const router = Router();
  const { db, keys, publicUrl } = parts;
  const { name, options } = transactionCookie(parts);
  const bodyOf = (request: Request) => (request.body ?? {}) as Body;
  const binding = (request: Request) => ({ browser: cookie(request, name) });
  const party = (request: Request) => relyingParty(publicUrl, request);

  async function finish(request: Request, response: Response, userId: string): Promise<void> {
    const user = await findUser(db, { id: userId });
    if (!user) throw new PublicError('sign_in_failed');
    response.clearCookie(name, { ...options, maxAge: undefined });
    const session = await completeSignIn(parts, request, response, user, { secondFactor: true });
    response.json(await sessionAnswer(parts, user, session));
  }

  router.post('/second_factor', async (request, response) => {
    requireSameOrigin(request);
    const body = bodyOf(request);
    const factor = shownFactor(body);
    const begun = await attempt(db, 'second_factor', body.transaction, binding(request));
    if (!begun) throw new PublicError('sign_in_expired');
    const right = await verifyFactor(db, keys, begun.user_id!, body, {
      challenge: begun.challenge,
      party: () => party(request),
    });
    if (!right) {
      const author = { actor: null, requestId: response.locals.requestId, source: sourceOf(request) };
      const about = { resource: 'users', id: begun.user_id! };
      await auditEvent(db, author, { operation: 'sign_in_failed', ...about, details: { factor } });
      throw new PublicError('second_factor_failed', { [factor]: wrong(factor) });
    }
    // whoever is second with the same sign-in finds it finished
    if (!(await take(db, 'second_factor', body.transaction, binding(request))))
      throw new PublicError('sign_in_expired');
    await finish(request, response, begun.user_id!);
  });

  /** What the browser needs to ask for one of the user's passkeys as the second factor. */
  router.post('/second_factor/passkey', async (request, response) => {
    requireSameOrigin(request);
    const { transaction } = bodyOf(request);
    const userId = await ownerOf(db, 'second_factor', transaction, binding(request));
    if (!userId) throw new PublicError('sign_in_expired');
    const asked = await requestOptions(db, party(request), userId);
    await ask(db, 'second_factor', transaction, binding(request), asked.challenge);
    response.json(asked);
  });

  /** Begins a sign-in with a passkey alone; the passkey says whose it is. */
  router.post('/passkey/options', async (request, response) => {
    requireSameOrigin(request);
    const asked = await requestOptions(db, party(request));
    const { token, browser } = await begin(db, 'passkey_sign_in', { challenge: asked.challenge });
    response.cookie(name, browser, options).json({ transaction: token, options: asked });
  });

  router.post('/passkey', async (request, response) => {
    requireSameOrigin(request);
    const { transaction, passkey } = bodyOf(request);
    const begun = await take(db, 'passkey_sign_in', transaction, binding(request));
    if (!begun) throw new PublicError('sign_in_expired');
    const userId = await usePasskey(db, party(request), passkey, begun.challenge);
    if (!userId) throw new PublicError('second_factor_failed', { passkey: wrong('passkey') });
    await finish(request, response, userId);
  });

  return router;
}

/** What is told about a factor that is not right. */
export const wrong = (factor: string): string => (factor === 'passkey' ? 'kontor:passkey' : 'kontor:code');
