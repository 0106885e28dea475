import type { Router } from 'express';
import type { Engine } from '../engine/context.ts';
import { matchTrainers } from '../services/matcher/match.ts';
import { answer } from './answer.ts';
import { contextOf } from './records.ts';

/** Trainers for a training, ranked with reasons. */
export function matcherRoutes(router: Router, engine: Engine): void {
  if (!engine.model.resources.has('trainers')) return;
  router.get('/trainings/:id/trainers', async (request, response) => {
    answer(response, await matchTrainers(contextOf(engine, request, response), request.params.id));
  });
}
