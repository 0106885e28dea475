import type { Router } from 'express';
import type { Engine, Values } from '../engine/context.ts';
import { previewDraft } from '../services/automation/draft.ts';
import { answer } from './answer.ts';
import { contextOf } from './records.ts';

/** A rule that is being typed and was not saved yet: what it would do. Saved ones have an action for that. */
export function ruleRoutes(router: Router, engine: Engine): void {
  if (!engine.model.resources.has('automation_rules')) return;
  router.post('/automation_rules/preview', async (request, response) => {
    const { rule } = (request.body ?? {}) as Values;
    answer(response, { preview: await previewDraft(contextOf(engine, request, response), rule) });
  });
}
