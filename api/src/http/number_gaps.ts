import { PublicError } from '@kontor/shared';
import type { Router } from 'express';
import type { Engine } from '../engine/context.ts';
import { get, requireId } from '../engine/get.ts';
import { accountsOf } from '../services/number_gaps.ts';
import { answer } from './answer.ts';
import { contextOf } from './records.ts';

/**
 * `GET /number_sequences/:id/gaps`: where each number of a series without gaps is. For who may read the series and all given
 * numbers: to others, those that they do not see would be missing.
 */
export function numberGapRoutes(router: Router, engine: Engine): void {
  router.get('/number_sequences/:id/gaps', async (request, response) => {
    const context = contextOf(engine, request, response);
    const { access } = context;
    const sequences = engine.model.get('number_sequences');
    response.locals.resource = sequences;
    const allocations = engine.model.get('number_allocations');
    access.require(allocations, 'read');
    if (!access.unlimited(allocations, 'read')) throw new PublicError('forbidden');
    const series = await get(context, sequences, requireId(request.params.id));
    answer(response, await accountsOf(context, series.id));
  });
}
