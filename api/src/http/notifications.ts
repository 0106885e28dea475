import { PublicError } from '@kontor/shared';
import type { Router } from 'express';
import type { Engine } from '../engine/context.ts';
import { sql } from '../query/sql.ts';
import { choicesOf, choose } from '../services/notifications/choices.ts';
import { answer } from './answer.ts';
import { contextOf } from './records.ts';

/** Everybody marks their own as read, all at once, and says how they want to hear of what. */
export function notificationRoutes(router: Router, engine: Engine): void {
  router.get('/notifications/choices', async (request, response) => {
    const { access } = contextOf(engine, request, response);
    access.require(engine.model.get('notifications'), 'read');
    answer(response, await choicesOf(engine, access.actor.id));
  });
  router.put('/notifications/choices', async (request, response) => {
    const { access } = contextOf(engine, request, response);
    access.require(engine.model.get('notifications'), 'action.read');
    if (access.actor.impersonator) throw new PublicError('view_only');
    answer(response, await choose(engine, access.actor.id, request.body));
  });
  router.post('/notifications/read', async (request, response) => {
    const { access } = contextOf(engine, request, response);
    const notifications = engine.model.get('notifications');
    access.require(notifications, 'action.read');
    if (access.actor.impersonator) throw new PublicError('view_only');
    const read = await engine.db.query(
      sql`UPDATE notifications t SET read_at = now(), updated_at = now(), version = version + 1 WHERE t.user_id = ${access.actor.id} AND t.read_at IS NULL AND ${access.rows(notifications, 'action.read', 't')} RETURNING t.id`,
    );
    if (read.length) engine.totals.changed('notifications');
    answer(response, { count: read.length });
  });
}
