import { PublicError, type Resource } from '@kontor/shared';
import type { Request, RequestHandler, Response, Router } from 'express';
import { act } from '../engine/act.ts';
import { aggregate } from '../engine/aggregate.ts';
import { readBrand } from '../engine/asked.ts';
import { removeMany, restoreMany, updateMany } from '../engine/bulk.ts';
import { takenOver } from '../engine/complete.ts';
import type { Context, Engine, Source } from '../engine/context.ts';
import { create } from '../engine/create.ts';
import { dryRun } from '../engine/dry_run.ts';
import { duplicates } from '../engine/duplicates.ts';
import { get } from '../engine/get.ts';
import { list } from '../engine/list.ts';
import { remove, restore } from '../engine/remove.ts';
import { named } from '../engine/rival.ts';
import { search } from '../engine/search.ts';
import { stepsAhead } from '../engine/steps_ahead.ts';
import { update } from '../engine/update.ts';
import { versionAsOf } from '../engine/versions.ts';
import { isProven } from '../services/factors/proof.ts';
import { answer } from './answer.ts';
import { deepest, depthOf } from './bodies.ts';
import { localeOf } from './problems.ts';

/** Where a request comes from. */
export const sourceOf = (request: Request): Source => ({
  origin: 'api',
  ...(request.ip ? { address: request.ip } : {}),
});

/** The context of a request: who asks, in which language. */
export const contextOf = (engine: Engine, request: Request, response: Response): Context => ({
  engine,
  access: response.locals.access,
  locale: localeOf(request),
  requestId: response.locals.requestId,
  source: sourceOf(request),
  ...readBrand(request.headers['x-brand']),
  proven: (on) => isProven(on, response.locals.session, engine.proofSeconds),
});

/** A JSON value in the address. */
export function parameter(request: Request, name: string): unknown {
  const text = request.query[name];
  if (text === undefined || text === '') return undefined;
  if (typeof text !== 'string' || text.length > 200_000 || depthOf(text) > deepest)
    throw new PublicError('malformed_query');
  try {
    return JSON.parse(text);
  } catch {
    throw new PublicError('malformed_query');
  }
}

export type Verb = (context: Context, resource: Resource, request: Request, response: Response) => Promise<void>;

/** The declared resource of the address; unknown ones and those without endpoints do not exist. */
export function forResource(engine: Engine, verb: Verb): RequestHandler {
  return async (request, response) => {
    const resource = engine.model.resources.get(request.params.resource as string);
    if (!resource || resource.server_only) throw new PublicError('unknown_route');
    response.locals.resource = resource;
    await verb(contextOf(engine, request, response), resource, request, response);
  };
}

const id = (request: Request) => request.params.id as string;

/** A request that writes, without the address's id and without the answer. */
type Writing = (context: Context, resource: Resource, request: Request) => Promise<unknown>;

/** The endpoints of all resources: the conventions of ra-data-simple-rest and what goes beyond. */
export function recordRoutes(router: Router, engine: Engine): void {
  const on = (verb: Verb) => forResource(engine, verb);
  // every writing request can be tried first: ?dry_run=true
  const writes = (verb: Writing, status = 200) =>
    on(async (context, resource, request, response) => {
      try {
        if (request.query.dry_run === 'true')
          answer(response, await dryRun(context, (inside) => verb(inside, resource, request)));
        else answer(response, await verb(context, resource, request), status);
      } catch (error) {
        throw await named(context, resource, error);
      }
    });

  router.get('/search', async (request, response) => {
    const q = request.query.q;
    if (typeof q !== 'string') throw new PublicError('malformed_query');
    answer(response, await search(contextOf(engine, request, response), q.slice(0, 200)));
  });

  router.get(
    '/:resource',
    on(async (context, resource, request, response) => {
      const page = await list(context, resource, {
        filter: parameter(request, 'filter'),
        sort: parameter(request, 'sort'),
        range: parameter(request, 'range'),
        embed: parameter(request, 'embed'),
      });
      response.setHeader(
        'Content-Range',
        `${resource.name} ${page.rows.length ? `${page.first}-${page.first + page.rows.length - 1}` : '*'}/${page.total}`,
      );
      answer(response, page.rows);
    }),
  );
  router.post(
    '/:resource',
    writes((context, resource, request) => create(context, resource, request.body), 201),
  );
  router.put(
    '/:resource',
    writes((context, resource, request) => updateMany(context, resource, parameter(request, 'filter'), request.body)),
  );
  router.delete(
    '/:resource',
    writes((context, resource, request) =>
      removeMany(context, resource, parameter(request, 'filter'), request.query.purge === 'true'),
    ),
  );
  router.get(
    '/:resource/aggregate',
    on(async (context, resource, request, response) => {
      answer(
        response,
        await aggregate(context, resource, {
          filter: parameter(request, 'filter'),
          group: parameter(request, 'group'),
          measures: parameter(request, 'measures'),
        }),
      );
    }),
  );
  router.post(
    '/:resource/restore',
    writes((context, resource, request) => restoreMany(context, resource, parameter(request, 'filter'))),
  );
  router.post(
    '/:resource/duplicates',
    on(async (context, resource, request, response) => {
      answer(response, await duplicates(context, resource, request.body));
    }),
  );
  router.post(
    '/:resource/completed',
    on(async (context, resource, request, response) => {
      answer(response, await takenOver(context, resource, request.body));
    }),
  );
  router.get(
    '/:resource/:id',
    on(async (context, resource, request, response) => {
      const wanted = { embed: parameter(request, 'embed') };
      const { as_of } = request.query;
      answer(
        response,
        as_of === undefined
          ? await get(context, resource, id(request), wanted)
          : await versionAsOf(context, resource, id(request), as_of, wanted),
      );
    }),
  );
  const change = writes((context, resource, request) => update(context, resource, id(request), request.body));
  router.put('/:resource/:id', change);
  router.patch('/:resource/:id', change);
  router.delete(
    '/:resource/:id',
    writes((context, resource, request) => remove(context, resource, id(request), request.query.purge === 'true')),
  );
  router.post(
    '/:resource/:id/restore',
    writes((context, resource, request) => restore(context, resource, id(request))),
  );
  router.get(
    '/:resource/:id/actions',
    on(async (context, resource, request, response) => {
      answer(response, await stepsAhead(context, resource, id(request)));
    }),
  );
  router.post(
    '/:resource/:id/actions/:action',
    writes((context, resource, request) =>
      act(context, resource, id(request), request.params.action as string, request.body),
    ),
  );
}
