import { PublicError, uuid } from '@kontor/shared';
import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Access } from '../engine/access.ts';
import type { Engine } from '../engine/context.ts';
import { type AuditEvent, type Author, auditEvent, authorOf } from '../services/audit.ts';
import { contextOf } from './records.ts';

/** Of attempts that are alike, one entry in this time (milliseconds) at once, and one that counts the others at its end. */
const window = 60_000;
/** So many kinds of attempts are told apart at most; whoever invents more gets one entry for all of them. */
const mostKinds = 2000;

interface Repeated {
  readonly author: Author;
  readonly event: AuditEvent;
  count: number;
}

/**
 * Enters refused attempts (403) in the trail: who tried what. The first of its kind is there at once; a script that goes on
 * trying fills no table, its further attempts are counted.
 */
export function denials(engine: Engine, logger: Logger): ErrorRequestHandler {
  const kinds = new Map<string, Repeated>();
  const enter = (author: Author, event: AuditEvent) =>
    auditEvent(engine.db, author, event).catch((error: Error) =>
      logger.error({ error: error.message }, 'a refused attempt was not entered in the trail'),
    );
  return (error, request, response, next) => {
    next(error); // the answer waits for nothing
    const access = response.locals.access as Access | undefined;
    if (!(error instanceof PublicError) || error.code !== 'forbidden' || !access) return;
    const author = authorOf(contextOf(engine, request, response));
    const resource = response.locals.resource?.name as string | undefined;
    const [, , , , id = '', , action = ''] = request.path.split('/'); // /api/v1/<resource>/<id>/actions/<action>
    const wanted = `${access.actor.id} ${request.method} ${resource} ${action}`;
    const kind = kinds.has(wanted) || kinds.size < mostKinds ? wanted : 'others';
    const known = kinds.get(kind);
    if (known) {
      known.count += 1;
      return;
    }
    const event: AuditEvent = {
      operation: 'denied',
      ...(resource ? { resource } : {}),
      ...(uuid.test(id) ? { id } : {}),
      details: { method: request.method, path: request.path },
    };
    const repeated: Repeated = { author, event, count: 0 };
    kinds.set(kind, repeated);
    void enter(author, event);
    setTimeout(() => {
      kinds.delete(kind);
      if (repeated.count) void enter(author, { ...event, details: { ...event.details, repeated: repeated.count } });
    }, window).unref();
  };
}
