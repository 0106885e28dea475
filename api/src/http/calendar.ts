import { createHash, timingSafeEqual } from 'node:crypto';
import { PublicError, uuid } from '@kontor/shared';
import { type RequestHandler, Router } from 'express';
import { Access } from '../engine/access.ts';
import type { Context, Engine } from '../engine/context.ts';
import { sql } from '../query/sql.ts';
import { auditEvent, authorOf } from '../services/audit.ts';
import { feedToken } from '../services/calendar/address.ts';
import { feedEvents } from '../services/calendar/events.ts';
import { calendarFile } from '../services/calendar/ics.ts';
import { findUser } from '../services/users.ts';
import { disposition } from './disposition.ts';
import { sourceOf } from './records.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

interface Feed {
  readonly name: string;
  readonly resource: string | null;
  readonly filter: unknown;
  readonly owner: string;
}

/**
 * Feeds for calendar programs, which can not sign in: whoever has the address sees what its owner sees at that moment. A
 * wrong address, a feed that was switched off and an owner who may not come in any more are answered alike.
 */
export function calendarRoutes(engine: Engine, installation: string, limited: RequestHandler): Router {
  const { db } = engine;
  const router = Router();
  router.get('/:id/:token.ics', limited, async (request, response) => {
    const { id, token } = request.params as { id: string; token: string };
    const known = uuid.test(id) ? await feedToken(engine, db, id) : undefined;
    if (!timingSafeEqual(digest(token), digest(known ?? '')) || known === undefined) throw new PublicError('not_found');
    const [feed] = await db.query<Feed>(
      sql`UPDATE calendar_feeds SET last_used_at = now() WHERE id = ${id} AND active RETURNING name, resource, filter, created_by AS owner`,
    );
    const user = feed && (await findUser(db, { id: feed.owner }));
    if (!user) throw new PublicError('not_found');
    const context: Context = {
      engine,
      access: new Access(engine.model, user),
      locale: user.language,
      requestId: response.locals.requestId,
      source: sourceOf(request),
    };
    const events = await feedEvents(context, feed);
    if (user.logs_access)
      await auditEvent(db, authorOf(context), {
        operation: 'read',
        resource: 'calendar_feeds',
        id,
        details: { count: events.length, ids: events.slice(0, 100).map((event) => event.id) },
      });
    const file = calendarFile(events, { name: `Kontor: ${feed.name}`, url: engine.outward.url, installation });
    const tag = `"${digest(file).toString('base64url').slice(0, 27)}"`;
    response.set({ ETag: tag, 'Cache-Control': 'private, max-age=300', 'Referrer-Policy': 'no-referrer' });
    if (request.headers['if-none-match'] === tag) {
      response.status(304).end();
      return;
    }
    response
      .set({
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': disposition('inline', `${feed.name}.ics`),
      })
      .send(file);
  });
  return router;
}
