import type { Locale } from '@kontor/shared';

/** How far a job is, as people read it: `2.000 von 3.000`. */
export const progressed = (done: number, all: number, locale: Locale): string =>
  [done, all].map((count) => count.toLocaleString(locale)).join(locale === 'de' ? ' von ' : ' of ');
