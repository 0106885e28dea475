import { type FieldErrors, PublicError, type Resource, translate } from '@kontor/shared';
import type { Context, Engine } from '../../engine/context.ts';
import { house } from '../house.ts';
import { contextOfJob } from '../jobs/owner.ts';
import { ruledResource, ruleMistakes } from './check.ts';
import type { Rule } from './rule.ts';
import { stopRule } from './trouble.ts';
import { say } from './words.ts';

/** The first sentence of what is wrong, wherever it stands. */
function firstOf(errors: FieldErrors): string | undefined {
  for (const error of Object.values(errors).flat()) {
    const text = typeof error === 'string' ? error : error && firstOf(error);
    if (text) return text;
  }
  return undefined;
}

/** The rights of who has saved a rule last, at this moment; of one that Kontor ships and nobody has saved yet, those of the house. */
export async function contextOfRule(engine: Engine, rule: Pick<Rule, 'id' | 'owner_id'>): Promise<Context> {
  const { id, owner_id: owner } = rule;
  return owner ? contextOfJob(engine, { id, kind: 'automation', owner }) : house({ engine }, `automation ${id}`);
}

/**
 * With whose rights a rule acts, and on what: those that its owner has at this moment. A rule that can not go on (its owner has
 * left, or may not see any more what it speaks of) is switched off, and says so.
 */
export async function actingFor(
  engine: Engine,
  rule: Rule,
): Promise<{ readonly context: Context; readonly resource: Resource } | undefined> {
  let context: Context;
  try {
    context = await contextOfRule(engine, rule);
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    await stopRule(engine, rule, say('de', 'no_owner'));
    return undefined;
  }
  const mistake = firstOf(await ruleMistakes(context, rule));
  const resource = ruledResource(context, rule.resource);
  if (!mistake && resource) return { context, resource };
  const what = mistake ? translate(mistake, context.locale) : rule.resource;
  await stopRule(engine, rule, say(context.locale, 'broken', { what }));
  return undefined;
}
