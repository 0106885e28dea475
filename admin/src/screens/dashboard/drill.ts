import { type AnyField, fromZone, kindOf, type PanelFilter, zone } from '@kontor/shared';

/** The address of a list with a filter. */
export const listOf = (resource: string, filter: PanelFilter = {}): string =>
  `/${resource}?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;

/** The first day of the month after one: `2026-12-01` to `2027-01-01`. */
export function monthAfter(first: string): string {
  const [year, month] = first.split('-').map(Number) as [number, number];
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}

/** The filter for what one bar counts: the value of the group, or the month in which it lies, in the installation's time zone. */
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
  return { ...filter, [`${group}_gte`]: at(value), [`${group}_lt`]: at(monthAfter(value)) };
}
