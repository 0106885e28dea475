import { PublicError } from '@kontor/shared';
import type { RequestHandler, Router } from 'express';
import { issueTicket, readTicket } from '../services/tickets.ts';
import type { Authentication } from './authentication.ts';
import { localeOf } from './problems.ts';

const parameter = /([?&])ticket=([^&]*)$/;
const longest = 8000;

/**
 * Signs a request in: by its ticket when the address carries one (reading only), else by its token. A ticket counts for
 * exactly the address it was issued for, and brings the language of the one who asked for it.
 */
export function authenticated(auth: Authentication, key: Buffer): RequestHandler {
  return (request, response, next) => {
    if (request.query.ticket === undefined) {
      auth.required(request, response, next);
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new PublicError('unauthenticated');
    const found = parameter.exec(request.originalUrl);
    const ticket = found && readTicket(key, request.originalUrl.slice(0, found.index), found[2]!);
    if (!ticket) throw new PublicError('unauthenticated');
    if (ticket === 'expired') throw new PublicError('gone');
    request.headers['accept-language'] = ticket.locale;
    auth
      .accessOf(ticket)
      .then((access) => {
        if (!access) throw new PublicError('unauthenticated');
        response.locals.access = access;
        response.locals.session = ticket.session;
        response.locals.view = ticket.view;
        next();
      })
      .catch(next);
  };
}

/** Issues tickets for addresses below `/api/v1`. */
export function ticketRoutes(router: Router, key: Buffer): void {
  router.post('/tickets', (request, response) => {
    if (!response.locals.session) throw new PublicError('forbidden'); // a key is sent with each request
    const path = (request.body as { path?: unknown } | undefined)?.path;
    if (
      typeof path !== 'string' ||
      !path.startsWith('/api/v1/') ||
      path.length > longest ||
      /[\s#]|[?&]ticket=/.test(path)
    )
      throw new PublicError('invalid', { path: 'kontor:url' });
    const { ticket, expires } = issueTicket(key, path, {
      userId: response.locals.access.actor.impersonator ?? response.locals.access.actor.id,
      session: response.locals.session,
      ...(response.locals.view ? { view: response.locals.view } : {}),
      locale: localeOf(request),
    });
    response
      .status(201)
      .json({ url: `${path}${path.includes('?') ? '&' : '?'}ticket=${ticket}`, expires_at: expires.toISOString() });
  });
}
