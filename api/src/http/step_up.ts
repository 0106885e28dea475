import { PublicError } from '@kontor/shared';
import { Router } from 'express';
import { sql } from '../query/sql.ts';
import { countAttempt, forgetAttempts } from '../services/factors/attempts.ts';
import { begin, take } from '../services/factors/challenges.ts';
import { factorsOf } from '../services/factors/enrolled.ts';
import { requestOptions } from '../services/factors/passkeys.ts';
import { markProven } from '../services/factors/proof.ts';
import { relyingParty } from '../services/factors/relying_party.ts';
import { shownFactor, verifyFactor } from '../services/factors/verify.ts';
import { checkPassword } from '../services/passwords.ts';
import type { SignInParts } from './complete_sign_in.ts';
import { wrong } from './second_factor.ts';

/** Who is signed in proves once more to be themselves, before something dangerous. */
export function stepUpRoutes({ db, auth, keys, publicUrl }: SignInParts): Router {
  const router = Router();
  const hashOf = async (userId: string): Promise<string | undefined> =>
    (await db.query(sql`SELECT password_hash FROM credentials WHERE user_id = ${userId}`))[0]?.password_hash;

  /** With what: the factors, or the password where there are none. Empty: only a new sign-in proves it. */
  router.get('/step_up', ...auth.enrolling, async (_request, response) => {
    const { id } = response.locals.access.actor;
    const factors = await factorsOf(db, id);
    response.json({ methods: factors.length ? factors : (await hashOf(id)) ? ['password'] : [] });
  });

  router.post('/step_up/passkey', ...auth.enrolling, async (request, response) => {
    const userId = response.locals.access.actor.id;
    const options = await requestOptions(db, relyingParty(publicUrl, request), userId);
    const { token } = await begin(db, 'passkey_step_up', {
      userId,
      session: response.locals.session,
      challenge: options.challenge,
    });
    response.json({ transaction: token, options });
  });

  router.post('/step_up', ...auth.enrolling, async (request, response) => {
    const userId: string = response.locals.access.actor.id;
    const { session } = response.locals;
    const body = (request.body ?? {}) as Record<string, unknown>;
    const byPassword = (await factorsOf(db, userId)).length === 0;
    if (byPassword) {
      if (typeof body.password !== 'string' || !body.password)
        throw new PublicError('invalid', { password: 'kontor:required' });
      await countAttempt(db, userId);
      if (!(await checkPassword(await hashOf(userId), body.password.slice(0, 1000))))
        throw new PublicError('invalid', { password: 'kontor:wrong_password' });
      await forgetAttempts(db, userId);
    } else {
      const factor = shownFactor(body);
      const begun = factor === 'passkey' ? await take(db, 'passkey_step_up', body.transaction, { session }) : undefined;
      const right = await verifyFactor(db, keys, userId, body, {
        challenge: begun?.challenge ?? null,
        party: () => relyingParty(publicUrl, request),
      });
      if (!right) throw new PublicError('invalid', { [factor]: wrong(factor) });
    }
    await markProven(db, session, !byPassword);
    response.status(204).end();
  });
  return router;
}
