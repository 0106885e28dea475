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
