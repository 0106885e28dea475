import { plusDays } from './agenda.ts';
import { inZone } from './dates.ts';
import { zone } from './kinds/datetime.ts';

/** Days from today at most: a hundred years. */
const farthest = 36_525;

/** Reads a day that is counted from today, as filters name it: `today`, `today+14`, `today-30`; undefined when it is none. */
export function readMovingDay(text: unknown): number | undefined {
  const match = typeof text === 'string' ? /^today(?:([+-])(\d{1,5}))?$/.exec(text) : null;
  if (!match) return undefined;
  const days = Number(`${match[1] ?? ''}${match[2] ?? 0}`);
  return Math.abs(days) <= farthest ? days || 0 : undefined;
}

/** The same in the words of filters. */
export const movingDay = (days: number): string =>
  days === 0 ? 'today' : `today${days < 0 ? '-' : '+'}${Math.abs(days)}`;

/** The date so many days from today in the installation's time zone. */
export function dayFromToday(days: number, now = new Date()): string {
  const { date } = inZone(now, zone.name);
  return plusDays(date, days);
}
