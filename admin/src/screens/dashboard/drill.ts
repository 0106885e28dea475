import { type AnyField, dayFromToday, fromZone, kindOf, type PanelFilter, readMovingDay, zone } from '@kontor/shared';

/** The first day of the month after one: `2026-12-01` to `2027-01-01`. */
export function monthAfter(first: string): string {
  const [year, month] = first.split('-').map(Number) as [number, number];
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}

/** The first day of a month, so many after this one: `2026-12-01`. */
export function monthFromToday(months: number): string {
  const [year, month] = dayFromToday(0).split('-').map(Number) as [number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  return first.toISOString().slice(0, 10);
}

/**
 * The filter for what one bar counts: the value of the group, or the month in which it lies, in the installation's time zone.
 * Where the panel itself begins within the month, or ends there, so does the list.
 */
export function filterOf(
  filter: PanelFilter,
  group: string,
  field: AnyField,
  value: string | null,
  part?: 'month',
): PanelFilter {
  if (value === null) return { ...filter, [group]: null };
  if (!part) return { ...filter, [group]: value };
  const [column] = kindOf(field).columns(field, group);
  const at = (day: string) => (column?.type === 'date' ? day : fromZone(day, '00:00', zone.name).toISOString());
  const own = (suffix: string) => {
    const limit = filter[group + suffix];
    const days = readMovingDay(limit);
    return days === undefined ? (limit as string | undefined) : at(dayFromToday(days));
  };
  const [first, end] = [at(value), at(monthAfter(value))];
  const [begin = first, stop = end] = [own('_gte'), own('_lt')];
  return { ...filter, [`${group}_gte`]: begin > first ? begin : first, [`${group}_lt`]: stop < end ? stop : end };
}
