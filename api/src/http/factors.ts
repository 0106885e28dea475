import { fieldNamed, message, PublicError, schemaOf } from '@kontor/shared';
import { type Request, type Response, Router } from 'express';
import type { Transaction } from '../db/pool.ts';
import type { Context, Engine } from '../engine/context.ts';
import { requireId } from '../engine/get.ts';
import { requireProven } from '../engine/step_up.ts';
import { sql } from '../query/sql.ts';
import { keepAuthenticator } from '../services/factors/authenticator.ts';
import { begin, take } from '../services/factors/challenges.ts';
import { type FactorChange, factorsChanged } from '../services/factors/changes.ts';
import { enrolledOf, factorsOf } from '../services/factors/enrolled.ts';
import { keepPasskey, registrationOptions } from '../services/factors/passkeys.ts';
import { markProven } from '../services/factors/proof.ts';
import { newRecoveryCodes } from '../services/factors/recovery.ts';
import { relyingParty } from '../services/factors/relying_party.ts';
import { appAddress, newSecret, picture, stepOf } from '../services/factors/totp.ts';
import { findUser } from '../services/users.ts';
import type { SignInParts } from './complete_sign_in.ts';
import { contextOf } from './records.ts';

type Work = (tx: Transaction) => Promise<FactorChange>;

/** What the signed-in user signs in with: to see it, to set it up, to take it away. Every change asks for a fresh proof. */
export function factorRoutes(engine: Engine, { db, auth, keys, publicUrl }: SignInParts): Router {
  const router = Router();
  const me = (response: Response): string => response.locals.access.actor.id;
  const party = (request: Request) => relyingParty(publicUrl, request);
  const bodyOf = (request: Request) => (request.body ?? {}) as Record<string, unknown>;

  async function proven(request: Request, response: Response): Promise<Context> {
    const context = contextOf(engine, request, response);
    await requireProven(context, db);
    return context;
  }
  const change = (context: Context, work: Work) =>
    db.transaction(async (tx) => {
      const done = await work(tx);
      await factorsChanged(context, tx, context.access.actor.id, [done]);
    });
  const required = async (response: Response): Promise<boolean> =>
    (await findUser(db, { id: me(response) }))?.requires_second_factor === true;
  async function answer(response: Response, status = 200): Promise<void> {
    const [enrolled, needed] = await Promise.all([enrolledOf(db, me(response)), required(response)]);
    response.status(status).json({ ...enrolled, required: needed });
  }
  /** Who removes the last factor that a role requires would be locked out. */
  async function requireAnother(tx: Transaction, userId: string, needed: boolean): Promise<void> {
    if (needed && (await factorsOf(tx, userId)).length === 0)
      throw new PublicError('invalid', { root: 'kontor:last_factor' });
  }

  router.get('/factors', ...auth.enrolling, async (_request, response) => answer(response));

  /** Begins to set up an authenticator app. The secret is told here and never again. */
  router.post('/factors/authenticator', ...auth.enrolling, async (request, response) => {
    await proven(request, response);
    const user = (await findUser(db, { id: me(response) }))!;
    const secret = newSecret();
    const { token } = await begin(db, 'authenticator_set_up', {
      userId: user.id,
      session: response.locals.session,
      secret: keys.encrypt(secret),
    });
    const address = appAddress(secret, user.email, 'Kontor');
    response.status(201).json({ transaction: token, secret, address, picture: await picture(address) });
  });

  /** A first code confirms the app; from then on it counts, and an earlier app does not. */
  router.put('/factors/authenticator', ...auth.enrolling, async (request, response) => {
    const context = await proven(request, response);
    const { transaction, code } = bodyOf(request);
    const { session } = response.locals;
    if (typeof code !== 'string' || !code.trim()) throw new PublicError('invalid', { code: 'kontor:required' });
    await change(context, async (tx) => {
      const begun = await take(tx, 'authenticator_set_up', transaction, { session });
      if (!begun?.secret) throw new PublicError('invalid', { code: 'kontor:code_expired' });
      const step = stepOf(keys.decrypt(begun.secret), code.slice(0, 100).replace(/\s/g, ''));
      if (step === undefined) throw new PublicError('invalid', { code: 'kontor:code' }); // what was begun goes on: rolled back
      const id = await keepAuthenticator(tx, me(response), begun.secret, step);
      await markProven(tx, session, true);
      return { resource: 'authenticators', id, operation: 'create', after: {} };
    });
    await answer(response);
  });

  router.delete('/factors/authenticator', ...auth.personal, async (request, response) => {
    const context = await proven(request, response);
    const needed = await required(response);
    await change(context, async (tx) => {
      const [gone] = await tx.query<{ id: string }>(
        sql`DELETE FROM authenticators WHERE user_id = ${me(response)} RETURNING id`,
      );
      if (!gone) throw new PublicError('not_found');
      await requireAnother(tx, me(response), needed);
      return { resource: 'authenticators', id: gone.id, operation: 'purge', before: {} };
    });
    await answer(response);
  });

  /** Begins to make a passkey: what the browser needs for it. */
  router.post('/factors/passkeys/options', ...auth.enrolling, async (request, response) => {
    await proven(request, response);
    const user = (await findUser(db, { id: me(response) }))!;
    const options = await registrationOptions(db, party(request), {
      id: user.id,
      name: user.name,
      email: user.email,
    });
    const { token } = await begin(db, 'passkey_set_up', {
      userId: user.id,
      session: response.locals.session,
      challenge: options.challenge,
    });
    response.json({ transaction: token, options });
  });

  router.post('/factors/passkeys', ...auth.enrolling, async (request, response) => {
    const context = await proven(request, response);
    const { transaction, passkey } = bodyOf(request);
    const { session } = response.locals;
    const name = nameOf(engine, request);
    const begun = await take(db, 'passkey_set_up', transaction, { session }); // a challenge counts once, also a failed one
    const challenge = begun?.challenge;
    if (!challenge) throw new PublicError('invalid', { passkey: 'kontor:code_expired' });
    await change(context, async (tx) => {
      const id = await keepPasskey(tx, party(request), me(response), name, passkey, challenge);
      if (!id) throw new PublicError('invalid', { passkey: 'kontor:passkey' });
      await markProven(tx, session, true);
      return { resource: 'passkeys', id, operation: 'create', after: { name } };
    });
    await answer(response, 201);
  });

  router.patch('/factors/passkeys/:id', ...auth.personal, async (request, response) => {
    const context = await proven(request, response);
    const id = requireId(request.params.id as string);
    const name = nameOf(engine, request);
    await change(context, async (tx) => {
      const [found] = await tx.query<{ old: string }>(
        sql`UPDATE passkeys p SET name = ${name}, updated_at = now(), version = p.version + 1 FROM (SELECT id, name FROM passkeys WHERE id = ${id} AND user_id = ${me(response)} FOR UPDATE) AS was WHERE p.id = was.id RETURNING was.name AS old`,
      );
      if (!found) throw new PublicError('not_found');
      return { resource: 'passkeys', id, operation: 'update', before: { name: found.old }, after: { name } };
    });
    await answer(response);
  });

  router.delete('/factors/passkeys/:id', ...auth.personal, async (request, response) => {
    const context = await proven(request, response);
    const id = requireId(request.params.id as string);
    const needed = await required(response);
    await change(context, async (tx) => {
      const [gone] = await tx.query<{ name: string }>(
        sql`DELETE FROM passkeys WHERE id = ${id} AND user_id = ${me(response)} RETURNING name`,
      );
      if (!gone) throw new PublicError('not_found');
      await requireAnother(tx, me(response), needed);
      return { resource: 'passkeys', id, operation: 'purge', before: { name: gone.name } };
    });
    await answer(response);
  });

  /** A new set of recovery codes. They are told here and never again; an earlier set counts no more. */
  router.post('/factors/recovery_codes', ...auth.personal, async (request, response) => {
    const context = await proven(request, response);
    let codes: string[] = [];
    await change(context, async (tx) => {
      if ((await factorsOf(tx, me(response))).length === 0)
        throw new PublicError('invalid', { root: 'kontor:no_factor_yet' });
      const made = await newRecoveryCodes(tx, me(response));
      codes = made.codes;
      return { resource: 'recovery_codes', id: made.id, operation: 'create', after: {} };
    });
    response.status(201).json({ codes });
  });

  return router;
}

/** The name of a passkey, checked as its declaration says. */
function nameOf(engine: Engine, request: Request): string {
  const given = (request.body as { name?: unknown } | undefined)?.name;
  if (typeof given !== 'string' || !given.trim()) throw new PublicError('invalid', { name: message('required') });
  const checked = schemaOf(fieldNamed(engine.model.get('passkeys'), 'name')!).safeParse(given.trim());
  if (!checked.success)
    throw new PublicError('invalid', { name: checked.error.issues[0]?.message ?? message('invalid') });
  return checked.data as string;
}
