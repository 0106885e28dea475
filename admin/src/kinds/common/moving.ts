import { type Locale, movingDay, readMovingDay } from '@kontor/shared';

/** Ways in which people speak of a day that moves with today; those with `days` need a number. */
export const movingWays = {
  past: { de: 'liegt in der Vergangenheit', en: 'is in the past' },
  today: { de: 'ist heute', en: 'is today' },
  future: { de: 'liegt in der Zukunft', en: 'is in the future' },
  coming: { de: 'ist heute oder später', en: 'is today or later' },
  next: { de: 'liegt in den nächsten Tagen', en: 'is within the next days', days: true },
  last: { de: 'liegt in den letzten Tagen', en: 'is within the last days', days: true },
  older: { de: 'ist älter als … Tage', en: 'is older than … days', days: true },
  later: { de: 'ist in mehr als … Tagen', en: 'is in more than … days', days: true },
} as const;
export type MovingWay = keyof typeof movingWays;

export const needsDays = (way: MovingWay): boolean => 'days' in movingWays[way];

export interface Moving {
  readonly way: MovingWay;
  /** How many days; 0 where the way needs none. */
  readonly days: number;
}

/** The entries of a filter that say so. */
export function movingEntries(name: string, { way, days }: Moving): Record<string, string> {
  const entries: Record<MovingWay, Record<string, number>> = {
    past: { _lt: 0 },
    today: { '': 0 },
    future: { _gt: 0 },
    coming: { _gte: 0 },
    next: { _gte: 0, _lte: days },
    last: { _gte: -days, _lte: 0 },
    older: { _lt: -days },
    later: { _gt: days },
  };
  return Object.fromEntries(Object.entries(entries[way]).map(([suffix, day]) => [name + suffix, movingDay(day)]));
}

/** What the entries of a field say of a day that moves; undefined when they say something else. */
export function movingIn(values: Readonly<Record<string, unknown>>, name: string): Moving | undefined {
  const at = (suffix: string) => readMovingDay(values[name + suffix]);
  const [is, gte, lte, gt, lt] = ['', '_gte', '_lte', '_gt', '_lt'].map(at);
  if (is === 0) return { way: 'today', days: 0 };
  if (gte === 0 && lte !== undefined && lte >= 0) return { way: 'next', days: lte };
  const alone = ['', '_lte', '_gt', '_lt'].every((suffix) => values[name + suffix] === undefined);
  if (gte === 0 && alone) return { way: 'coming', days: 0 };
  if (lte === 0 && gte !== undefined && gte < 0) return { way: 'last', days: -gte };
  if (lt !== undefined && lt <= 0) return lt === 0 ? { way: 'past', days: 0 } : { way: 'older', days: -lt };
  if (gt !== undefined && gt >= 0) return gt === 0 ? { way: 'future', days: 0 } : { way: 'later', days: gt };
  return undefined;
}

/** The same in words: `liegt in den nächsten 14 Tagen`. */
export function describeMoving({ way, days }: Moving, locale: Locale): string {
  const one = days === 1;
  const [tage, tagen, times] = one ? ['Tag', 'Tag', 'day'] : ['Tage', 'Tagen', 'days'];
  const texts: Partial<Record<MovingWay, { de: string; en: string }>> = {
    next: {
      de: one ? 'ist heute oder morgen' : `liegt in den nächsten ${days} Tagen`,
      en: one ? 'is today or tomorrow' : `is within the next ${days} days`,
    },
    last: {
      de: one ? 'ist heute oder gestern' : `liegt in den letzten ${days} Tagen`,
      en: one ? 'is today or yesterday' : `is within the last ${days} days`,
    },
    older: { de: `ist älter als ${days} ${tage}`, en: `is older than ${days} ${times}` },
    later: { de: `ist in mehr als ${days} ${tagen}`, en: `is in more than ${days} ${times}` },
  };
  return (texts[way] ?? movingWays[way])[locale];
}
