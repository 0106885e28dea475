import { fieldNamed, message, type Operation, PublicError } from '@kontor/shared';
import type { Request, Router } from 'express';
import { Access } from '../engine/access.ts';
import type { Engine } from '../engine/context.ts';
import { requireId } from '../engine/get.ts';
import { operationsOf } from '../explain/permissions.ts';
import { sql } from '../query/sql.ts';
import { explainAccess, explainBlocked } from '../services/explain_access.ts';
import { findUser } from '../services/users.ts';
import { answer } from './answer.ts';
import { contextOf } from './records.ts';

const text = (request: Request, name: string): string | undefined => {
  const value = request.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/**
 * `GET /access/explain?user=&resource=&id=&operation=&field=`: what a user may do, and why. Everybody may ask about
 * themselves; about others, who may read roles, and that user.
 */
export function explainAccessRoutes(router: Router, engine: Engine): void {
  router.get('/access/explain', async (request, response) => {
    const context = contextOf(engine, request, response);
    const { access } = context;
    const { model, db } = engine;
    const invalid = (name: string, what: Parameters<typeof message>[0]) =>
      new PublicError('invalid', { [name]: message(what) });
    const resource = model.resources.get(text(request, 'resource') ?? '');
    if (!resource || resource.server_only) throw invalid('resource', 'choice');
    const operation = (text(request, 'operation') ?? 'read') as Operation;
    if (!operationsOf(resource).includes(operation)) throw invalid('operation', 'choice');
    const field = text(request, 'field');
    if (field !== undefined && !fieldNamed(resource, field)) throw invalid('field', 'choice');
    const userId = requireId(text(request, 'user') ?? access.actor.id);
    const id = text(request, 'id');
    let of = access;
    if (userId !== access.actor.id) {
      access.require(model.get('roles'), 'read');
      const users = model.get('users');
      access.require(users, 'read');
      const [visible] = await db.query(
        sql`SELECT t.id FROM users t WHERE t.id = ${userId} AND ${access.rows(users, 'read', 't')}`,
      );
      if (!visible) throw invalid('user', 'reference');
      const user = await findUser(db, { id: userId });
      if (!user) return answer(response, explainBlocked(context.locale));
      of = new Access(model, user);
    }
    const question = { resource, operation, ...(id ? { id } : {}), ...(field ? { field } : {}) };
    answer(response, await explainAccess(context, of, question));
  });
}
