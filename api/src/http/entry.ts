import { message, PublicError, schemaOf, translate } from '@kontor/shared';
import { type Request, type Response, Router } from 'express';
import type { Engine } from '../engine/context.ts';
import { sendReset } from '../services/entry/forgotten.ts';
import { changePassword, type From, setPasswordByToken } from '../services/entry/set_password.ts';
import { showLink } from '../services/entry/show_link.ts';
import { lookUpToken } from '../services/entry/tokens.ts';
import { judgeFor } from '../services/password_rule.ts';
import { checkPassword } from '../services/passwords.ts';
import { findUser } from '../services/users.ts';
import { type Authentication, findCredentials } from './authentication.ts';
import type { Guard } from './guard.ts';
import { localeOf } from './problems.ts';
import { contextOf, sourceOf } from './records.ts';

/** Longer passwords are refused by the rule; nobody needs to be told how much longer theirs is. */
const longest = 1000;
const textOf = (request: Request, name: string): string | undefined => {
  const value = (request.body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' && value !== '' ? value.slice(0, longest) : undefined;
};
/** The texts of a body by name. Throws 422 at those that are missing. */
function required<const N extends string>(request: Request, ...names: readonly N[]): Record<N, string> {
  const found = Object.fromEntries(names.map((name) => [name, textOf(request, name)]));
  const missing = names.filter((name) => found[name] === undefined);
  if (missing.length)
    throw new PublicError('invalid', Object.fromEntries(missing.map((name) => [name, message('required')])));
  return found as Record<N, string>;
}

/**
 * Ways in besides the password: invitations, forgotten passwords; and the change of one's own. Tokens travel in bodies, never
 * in addresses, so that no log and no history has them.
 */
export function entryRoutes(engine: Engine, auth: Authentication, guard: Guard): Router {
  const router = Router();
  const from = (request: Request, response: Response): From => ({
    requestId: response.locals.requestId,
    source: sourceOf(request),
  });
  const asker = async (response: Response) => {
    const user = await findUser(engine.db, { id: response.locals.access.actor.id });
    if (!user) throw new PublicError('unauthenticated');
    return user;
  };

  /** Asks for a link to set a new password. The answer is the same, and as quick, whoever has the address. */
  router.post('/forgotten', (request, response) => {
    const { email } = required(request, 'email');
    const parsed = schemaOf(engine.model.get('users').fields.email!).safeParse(email);
    if (!parsed.success) throw new PublicError('invalid', { email: message('email') });
    const author = { actor: null, ...from(request, response) };
    engine.outward.later(() => sendReset(engine, author, parsed.data as string));
    response.status(202).json({});
  });

  /** What a link is good for; one that is no longer good says why. */
  router.post('/link', async (request, response) => {
    const { token } = required(request, 'token');
    const { state, purpose, user, expiresAt } = await lookUpToken(engine.db, token);
    response.json({
      state,
      ...(purpose ? { purpose } : {}),
      ...(user ? { name: user.name, email: user.email, language: user.language, expires_at: expiresAt } : {}),
    });
  });

  /** Sets the password of whoever was sent the link. */
  router.post('/password', async (request, response) => {
    const { token, password } = required(request, 'token', 'password');
    const { email } = await setPasswordByToken(engine, { token, password }, from(request, response));
    // who has shown a link from the mail is no stranger: failures of strangers do not keep them out
    guard.remember(request, response, email);
    response.json({ email });
  });

  /** How hard a password is to guess, for whoever has a link or is signed in. */
  const strength = async (request: Request, response: Response, owner: { name: string; email: string }) => {
    const { strength: found, mistake } = await judgeFor(engine.db, owner, required(request, 'password').password);
    response.json({ strength: found, ...(mistake ? { message: translate(mistake, localeOf(request)) } : {}) });
  };
  router.post('/password/strength', async (request, response) => {
    const { user, state } = await lookUpToken(engine.db, required(request, 'token').token);
    if (!user) throw new PublicError('gone', undefined, { state });
    await strength(request, response, user);
  });
  router.post('/own-password/strength', ...auth.personal, async (request, response) => {
    await strength(request, response, await asker(response));
  });

  /** Changes one's own password. Guesses of the present one cost time as at sign-in. */
  router.post('/own-password', ...auth.personal, async (request, response) => {
    const { current, password } = required(request, 'current', 'password');
    const user = await asker(response);
    const right = await guard.check(request, user.email, async () => {
      const known = await findCredentials(engine.db, user.email);
      return (await checkPassword(known?.password_hash, current)) || undefined;
    });
    if (!right) throw new PublicError('invalid', { current: message('password_wrong') });
    if (current.normalize('NFKC') === password.normalize('NFKC'))
      throw new PublicError('invalid', { password: message('password_same') });
    const context = contextOf(engine, request, response);
    await changePassword(context, user, { password, session: response.locals.session });
    response.status(204).end();
  });

  /** The link of a message that does not leave the house, to be handed over in person. Every look is in the trail. */
  router.post('/messages/:id/link', ...auth.personal, async (request, response) => {
    response.json({ link: await showLink(contextOf(engine, request, response), request.params.id as string) });
  });
  return router;
}
