import { PublicError } from '@kontor/shared';
import type { Request, Router } from 'express';
import type { Engine } from '../engine/context.ts';
import { history } from '../engine/history.ts';
import { arrive, depart } from '../engine/presence.ts';
import { planRestore, type RestoreWish, restoreVersion } from '../engine/restore_version.ts';
import { stream } from '../engine/stream.ts';
import { versionAt } from '../engine/versions.ts';
import { readers } from '../services/readers.ts';
import { answer } from './answer.ts';
import { localeOf, translated } from './problems.ts';
import { forResource, parameter, type Verb } from './records.ts';

const id = (request: Request) => request.params.id as string;

function version(request: Request): number {
  const text = request.params.version as string;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new PublicError('not_found');
  return Number(text);
}

/** What a record was, who changed it, and who is at it now. */
export function versionRoutes(router: Router, engine: Engine): void {
  const on = (verb: Verb) => forResource(engine, verb);

  router.get(
    '/:resource/:id/history',
    on(async (context, resource, request, response) => {
      const { before, limit } = request.query;
      answer(response, await history(context, resource, id(request), { before, limit }));
    }),
  );
  router.get(
    '/:resource/:id/stream',
    on(async (context, resource, request, response) => {
      const { before, limit } = request.query;
      answer(response, await stream(context, resource, id(request), { of: parameter(request, 'of'), before, limit }));
    }),
  );
  router.get(
    '/:resource/:id/readers',
    on(async (context, resource, request, response) => {
      const { q, of } = request.query;
      answer(response, await readers(context, resource, id(request), { q, of }));
    }),
  );
  router.get(
    '/:resource/:id/versions/:version',
    on(async (context, resource, request, response) => {
      const wanted = { embed: parameter(request, 'embed') };
      answer(response, await versionAt(context, resource, id(request), version(request), wanted));
    }),
  );
  router.post(
    '/:resource/:id/versions/:version/restore',
    on(async (context, resource, request, response) => {
      const wish = (request.body ?? {}) as RestoreWish;
      if (typeof wish !== 'object' || Array.isArray(wish)) throw new PublicError('invalid', { root: 'kontor:invalid' });
      if (request.query.dry_run === 'true') {
        const plan = await planRestore(context, resource, id(request), version(request), wish);
        answer(response, { ...plan, errors: translated(plan.errors, localeOf(request)) });
      } else answer(response, await restoreVersion(context, resource, id(request), version(request), wish));
    }),
  );
  router.put(
    '/:resource/:id/presence',
    on(async (context, resource, request, response) => {
      answer(response, await arrive(context, resource, id(request), request.body?.window));
    }),
  );
  router.delete(
    '/:resource/:id/presence',
    on(async (context, _resource, request, response) => {
      await depart(context, request.query.window);
      answer(response, {});
    }),
  );
}
