import { PublicError } from '@kontor/shared';
import { Router } from 'express';
import { requireId } from '../engine/get.ts';
import { missingIn } from '../services/factors/required.ts';
import { checkPassword } from '../services/passwords.ts';
import { closeDevices, closeSession, devicesOf, refreshSession } from '../services/sessions.ts';
import { findUser, publicUser } from './authentication.ts';
import { continueSignIn, type SignInParts, sessionAnswer, sessionCookie } from './complete_sign_in.ts';
import { cookie, requireSameOrigin } from './same_origin.ts';

/** Sign-in, refresh and sign-out. */
export function sessionRoutes(parts: SignInParts): Router {
  const router = Router();
  const { db, auth, limits } = parts;
  const { name, options } = sessionCookie(parts);

  router.post('/', async (request, response) => {
    requireSameOrigin(request);
    const { email, password } = (request.body ?? {}) as Record<string, unknown>;
    const errors = {
      ...(typeof email === 'string' && email.trim() ? {} : { email: 'kontor:required' }),
      ...(typeof password === 'string' && password ? {} : { password: 'kontor:required' }),
    };
    if (Object.keys(errors).length) throw new PublicError('invalid', errors);
    const address = (email as string).trim().slice(0, 254).replace(/\0/g, '').toWellFormed();
    const user = await findUser(db, { email: address });
    if (!(await checkPassword(user?.password_hash, (password as string).slice(0, 1000))) || !user)
      throw new PublicError('sign_in_failed');
    response.json(await continueSignIn(parts, request, response, user));
  });

  router.post('/refresh', async (request, response) => {
    requireSameOrigin(request);
    const token = cookie(request, name);
    const refreshed = token ? await refreshSession(db, token, limits) : undefined;
    const user = refreshed && (await findUser(db, { id: refreshed.userId }));
    if (!refreshed || !user) {
      response.clearCookie(name, { ...options, maxAge: undefined });
      throw new PublicError('unauthenticated');
    }
    if (refreshed.token) response.cookie(name, refreshed.token, options);
    response.json(await sessionAnswer(parts, user, refreshed));
  });

  router.delete('/', async (request, response) => {
    requireSameOrigin(request);
    const token = cookie(request, name);
    if (token) await closeSession(db, token);
    response
      .clearCookie(name, { ...options, maxAge: undefined })
      .status(204)
      .end();
  });

  /** Where the user is signed in; the device that asks is marked. */
  router.get('/devices', auth.required, async (_request, response) => {
    const devices = await devicesOf(db, response.locals.access.actor.id);
    response.json(devices.map((device) => ({ ...device, current: device.id === response.locals.session })));
  });

  /** Signs all other devices out. */
  router.delete('/devices', auth.required, async (_request, response) => {
    const { id } = response.locals.access.actor;
    response.json({ count: await closeDevices(db, id, { except: response.locals.session }) });
  });

  router.delete('/devices/:id', auth.required, async (request, response) => {
    const only = requireId(request.params.id as string);
    if ((await closeDevices(db, response.locals.access.actor.id, { only })) === 0) throw new PublicError('not_found');
    response.status(204).end();
  });

  router.get('/', auth.enrolling, async (_request, response) => {
    const user = await findUser(db, { id: response.locals.access.actor.id });
    if (!user) throw new PublicError('unauthenticated');
    const missing = await missingIn(db, user.id, response.locals.session);
    response.json({ ...publicUser(user), ...(missing ? { second_factor_required: missing } : {}) });
  });
  return router;
}
