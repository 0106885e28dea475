import { PublicError, viewOnly } from '@kontor/shared';
import { type Request, type Response, Router } from 'express';
import type { Access } from '../engine/access.ts';
import { requireId } from '../engine/get.ts';
import { auditEvent } from '../services/audit.ts';
import { missingIn } from '../services/factors/required.ts';
import { checkPassword } from '../services/passwords.ts';
import { closeDevices, closeSession, devicesOf, refreshSession } from '../services/sessions.ts';
import { findUser } from '../services/users.ts';
import { accessTokenSeconds, findCredentials, publicUser } from './authentication.ts';
import { continueSignIn, type SignInParts, sessionAnswer, sessionCookie } from './complete_sign_in.ts';
import { cookie } from './cookies.ts';
import { requireSameOrigin } from './origin.ts';
import { sourceOf } from './records.ts';

/** Sign-in, refresh and sign-out. */
export function sessionRoutes(parts: SignInParts): Router {
  const router = Router();
  const { db, auth, guard, limits } = parts;
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
    const told = { requestId: response.locals.requestId, source: sourceOf(request) };
    const user = await guard.check(request, address, async () => {
      const found = await findCredentials(db, address);
      if (await checkPassword(found?.password_hash, (password as string).slice(0, 1000)))
        return found && findUser(db, { id: found.id });
      const which = found ? { resource: 'users', id: found.id } : {};
      // what is no address may be a password, typed into the wrong box
      const details = { email: /^[^@\s]+@[^@\s]+$/.test(address) ? address : null };
      await auditEvent(db, { actor: null, ...told }, { operation: 'sign_in_failed', ...which, details });
      return undefined;
    });
    if (!user) throw new PublicError('sign_in_failed');
    response.json(await continueSignIn(parts, request, response, user));
  });

  router.post('/refresh', async (request, response) => {
    requireSameOrigin(request);
    const token = cookie(request, name);
    const refreshed = token ? await refreshSession(db, token, limits) : undefined;
    const user = refreshed && (await findUser(db, { id: refreshed.userId }));
    // The cookie stays: this answer may arrive after that of a sign-in, and would take the new one away.
    if (!refreshed || !user) throw new PublicError('unauthenticated');
    if (refreshed.token) response.cookie(name, refreshed.token, options);
    response.json(await sessionAnswer(parts, user, refreshed));
  });

  router.delete('/', async (request, response) => {
    requireSameOrigin(request);
    const token = cookie(request, name);
    const closed = token ? await closeSession(db, token) : undefined;
    if (closed) {
      const author = { actor: closed.userId, requestId: response.locals.requestId, source: sourceOf(request) };
      await auditEvent(db, author, {
        operation: 'sign_out',
        resource: 'users',
        id: closed.userId,
        details: { session: closed.id },
      });
    }
    response
      .clearCookie(name, { ...options, maxAge: undefined })
      .status(204)
      .end();
  });

  /** Where the user is signed in; the device that asks is marked. */
  router.get('/devices', ...auth.personal, async (_request, response) => {
    const devices = await devicesOf(db, response.locals.access.actor.id);
    response.json(devices.map((device) => ({ ...device, current: device.id === response.locals.session })));
  });

  const signedOut = (request: Request, response: Response, which: 'one' | 'others', count: number) => {
    const { actor } = response.locals.access as Access;
    const author = { actor: actor.id, requestId: response.locals.requestId, source: sourceOf(request) };
    const details = { event: 'devices_signed_out', which, count };
    return auditEvent(db, author, { operation: 'security', resource: 'users', id: actor.id, details });
  };

  /** Signs all other devices out. */
  router.delete('/devices', ...auth.personal, async (request, response) => {
    const { id } = response.locals.access.actor;
    const count = await closeDevices(db, id, { except: response.locals.session });
    if (count) await signedOut(request, response, 'others', count);
    response.json({ count });
  });

  router.delete('/devices/:id', ...auth.personal, async (request, response) => {
    const only = requireId(request.params.id as string);
    if ((await closeDevices(db, response.locals.access.actor.id, { only })) === 0) throw new PublicError('not_found');
    await signedOut(request, response, 'one', 1);
    response.status(204).end();
  });

  /** Looks at Kontor as a user, or with one role alone: reading only, under the own session, and entered in the trail. */
  router.post('/view', ...auth.personal, async (request, response) => {
    const { user_id, role_id } = (request.body ?? {}) as Record<string, unknown>;
    const id = user_id ?? role_id;
    if (typeof id !== 'string' || (user_id !== undefined && role_id !== undefined))
      throw new PublicError('invalid', { user_id: 'kontor:required' });
    const view = user_id === undefined ? { role: requireId(id) } : { user: requireId(id) };
    const { actor } = response.locals.access as Access;
    const who = { userId: actor.id, session: response.locals.session as string, view };
    const access = await auth.accessOf(who);
    if (!access) throw new PublicError('forbidden');
    const author = { actor: actor.id, requestId: response.locals.requestId, source: sourceOf(request) };
    await auditEvent(db, author, {
      operation: 'security',
      resource: 'user' in view ? 'users' : 'roles',
      id: 'user' in view ? view.user : view.role,
      details: { event: 'view_as' },
    });
    const { id: viewed, name, language, roles, brand_ids } = access.actor;
    response.json({
      access_token: await auth.accessToken(who),
      expires_in: accessTokenSeconds,
      user: { id: viewed, name, language, roles, brand_ids },
      grants: [...access.grants, ...viewOnly],
    });
  });

  router.get('/', ...auth.enrolling, async (_request, response) => {
    const user = await findUser(db, { id: response.locals.access.actor.id });
    if (!user) throw new PublicError('unauthenticated');
    const missing = await missingIn(db, user, response.locals.session);
    response.json({ ...publicUser(user), ...(missing ? { second_factor_required: missing } : {}) });
  });
  return router;
}
