import type { PartName } from './useMatches.ts';

/** The colour of each part of the points, in the bar and beside its name. */
export const colours: Readonly<Record<PartName, string>> = {
  availability: 'success.main',
  region: 'info.main',
  rating: 'warning.main',
  load: 'text.secondary',
  cost: 'primary.main',
};
