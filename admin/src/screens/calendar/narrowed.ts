import { dayFromToday, fromZone, readMovingDay, zone } from '@kontor/shared';
import type { FilterValues } from '../list/filters/entries.ts';

/** A limit as what it is compared with: days from today (`today-30`) as the day, or as the instant at which it begins. */
function limitLike(other: string, limit: string): string {
  const days = readMovingDay(limit);
  if (days === undefined) return limit;
  const day = dayFromToday(days);
  return other.includes('T') ? fromZone(day, '00:00', zone.name).toISOString() : day;
}

/** A filter within a period (`on_gte`, `on_lt` …): of two limits of one field the narrower one counts. */
export function narrowed(filter: FilterValues, period: FilterValues): FilterValues {
  const both = { ...filter, ...period };
  for (const [name, limit] of Object.entries(period)) {
    const given = filter[name];
    if (typeof given !== 'string' || typeof limit !== 'string') continue;
    const own = limitLike(limit, given);
    both[name] = (name.endsWith('_lt') ? own < limit : own > limit) ? own : limit;
  }
  return both;
}
