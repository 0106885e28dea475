import { operatorId } from '@kontor/shared';
import { Access } from '../engine/access.ts';
import type { Context } from '../engine/context.ts';
import { operator } from './administrator.ts';

/**
 * Kontor itself, where something follows from what somebody did, or from time: it may what its rules demand, and the trail
 * tells the work and no person. What follows from a request is found with it by its id.
 */
export const house = ({ engine, requestId }: Pick<Context, 'engine'> & Partial<Context>, work: string): Context => ({
  ...operator(engine),
  ...(requestId ? { requestId } : {}),
  locale: 'de',
  source: { origin: 'job', job: work },
});

/**
 * The house as it writes to people: nobody has decided that whoever reads its mails may read what is guarded, so it does not
 * read that either. A person writes what they may read themselves, and stays as they are.
 */
export function withoutGuards(context: Context): Context {
  const { model, actor } = context.access;
  if (actor.id !== operatorId) return context;
  const grants = actor.grants.map(({ guards: _, ...grant }) => grant);
  return { ...context, access: new Access(model, { ...actor, grants }) };
}
