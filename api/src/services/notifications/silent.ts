import type { Context } from '../../engine/context.ts';

/** Ways on which records come in numbers, and nobody waits for news of each. */
const silent = new Set(['import', 'command']);

/** Does nobody hear of what is written on this way? */
export const isSilent = ({ source }: Context): boolean => source !== undefined && silent.has(source.origin);
