import { PublicError } from '@kontor/shared';
import { type CookieOptions, type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import type { Context, Engine } from '../engine/context.ts';
import { operator } from '../services/administrator.ts';
import { accountOf, remember } from '../services/openid/accounts.ts';
import { alert } from '../services/openid/alerts.ts';
import { type Identified, type OpenIdClient, openIdClient } from '../services/openid/client.ts';
import { OpenIdProblem } from '../services/openid/problem.ts';
import type { OpenIdProvider } from '../services/openid/providers.ts';
import { synchroniseRoles } from '../services/openid/roles.ts';
import { providerOf, rememberProvider } from '../services/openid/sessions.ts';
import { seal, transactionSeconds, unseal } from '../services/openid/transaction.ts';
import type { Keys } from '../services/secrets.ts';
import { closeSession, sessionOf } from '../services/sessions.ts';
import { cookie } from './cookies.ts';
import { requireSameOrigin } from './origin.ts';

export interface OpenIdOptions {
  readonly engine: Engine;
  readonly keys: Keys;
  readonly logger: Logger;
  readonly providers: readonly OpenIdProvider[];
  readonly publicUrl: string | undefined;
  /** Behind TLS: secure cookies. */
  readonly secure: boolean;
  /** Opens a session for a user and sets its cookie; answers its id. */
  readonly open: (
    request: Request,
    response: Response,
    user: { readonly id: string },
    how: { readonly secondFactor: boolean },
  ) => Promise<string>;
}

/** A page of Kontor to return to, and nowhere else. */
const ownPage = (to: unknown): string =>
  typeof to === 'string' && to.length < 2000 && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/';

/** Two windows at once may both be the first: whoever comes second finds what the first has made. */
async function oncemore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error;
    return work();
  }
}

/** Finds or makes the account of somebody who came back, in one transaction with what is remembered of it. */
const settle = (context: Context, provider: OpenIdProvider, who: Identified) =>
  context.engine.db.transaction(async (tx) => {
    const account = await accountOf(context, tx, provider, who);
    const outcome = await synchroniseRoles(context, tx, provider, account.userId, who.claims);
    await remember(context, tx, account.identityId, who.claims, outcome.missing);
    await alert(context, tx, provider, account.userId, outcome);
    return account;
  });

/**
 * Sign-in through OpenID providers. Whatever goes wrong leads back to the sign-in page, which says so in words; the log
 * tells the rest.
 */
export function openIdRoutes(options: OpenIdOptions): Router {
  const { engine, keys, logger, secure } = options;
  const router = Router();
  const clients = new Map(options.providers.map((provider) => [provider.id, openIdClient(provider)]));
  const name = `kontor_${keys.installation}_openid`;
  const path = '/api/v1/session/openid';
  // Lax: the way back from the provider is a navigation from another site, on which a Strict cookie would stay at home
  const cookieOptions: CookieOptions = { httpOnly: true, sameSite: 'lax', secure, path };

  const clientOf = (request: Request): OpenIdClient => {
    const client = clients.get(String(request.params.provider));
    if (!client) throw new PublicError('unknown_route');
    return client;
  };
  const baseOf = (request: Request) =>
    (options.publicUrl ?? `${request.protocol}://${request.headers.host}`).replace(/\/$/, '');

  /** Tells the sign-in page what came of it. */
  const back = (response: Response, parameters: Record<string, string>) =>
    response.redirect(`/login?${new URLSearchParams(parameters)}`);
  const failed = (response: Response, { provider }: OpenIdClient, error: unknown) => {
    const problem = error instanceof OpenIdProblem ? error : new OpenIdProblem('failed', error);
    const cause = problem.cause as { message?: string; error?: string; error_description?: string } | undefined;
    logger[problem.reason === 'failed' ? 'error' : 'warn'](
      {
        request_id: response.locals.requestId,
        provider: provider.id,
        reason: problem.reason,
        error: cause?.message,
        told: cause?.error,
        description: cause?.error_description,
      },
      'sign-in through a provider failed',
    );
    back(response, { problem: problem.reason, provider: provider.id });
  };

  /** The providers for the buttons of the sign-in page. */
  router.get('/', (_request, response) => {
    response.json(options.providers.map(({ id, label }) => ({ id, label })));
  });

  router.get('/:provider/start', async (request, response) => {
    const client = clientOf(request);
    try {
      const { url, transaction } = await client.start(
        `${baseOf(request)}${path}/${client.provider.id}/callback`,
        ownPage(request.query.to),
      );
      response
        .cookie(name, seal(keys, transaction), { ...cookieOptions, maxAge: transactionSeconds * 1000 })
        .redirect(url.href);
    } catch (error) {
      failed(response, client, error);
    }
  });

  router.get('/:provider/callback', async (request, response) => {
    const client = clientOf(request);
    const { provider } = client;
    const transaction = unseal(keys, cookie(request, name));
    response.clearCookie(name, cookieOptions); // whatever comes of it, it counts once
    try {
      if (transaction?.provider !== provider.id) throw new OpenIdProblem('expired');
      const who = await client.finish(transaction, request.originalUrl.split('?')[1] ?? '');
      const context = { ...operator(engine), requestId: response.locals.requestId as string };
      const account = await oncemore(() => settle(context, provider, who));
      const session = await options.open(request, response, { id: account.userId }, { secondFactor: who.secondFactor });
      await rememberProvider(engine.db, keys, session, provider.id, who.idToken);
      back(response, { signed_in: provider.id, to: transaction.to });
    } catch (error) {
      failed(response, client, error);
    }
  });

  /** Ends the session here, and tells where to end it at the provider. */
  router.post('/sign-out', async (request, response) => {
    requireSameOrigin(request);
    const token = cookie(request, `kontor_${keys.installation}`);
    const session = token && (await sessionOf(engine.db, token));
    const opened = session ? await providerOf(engine.db, keys, session) : undefined;
    if (token) await closeSession(engine.db, token);
    const client = opened && clients.get(opened.provider);
    const url = await client?.endSession(opened?.idToken, `${baseOf(request)}/login`);
    response
      .clearCookie(`kontor_${keys.installation}`, {
        httpOnly: true,
        sameSite: 'strict',
        secure,
        path: '/api/v1/session',
      })
      .json({ url: url?.href ?? null });
  });
  return router;
}
