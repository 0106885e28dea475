import { fromZone, inZone, plusDays, zone } from '@kontor/shared';

const suffixes = ['', '_gte', '_lte', '_gt', '_lt', '_ilike', '_like', '_null', '_has'];

/** Entries that remove everything a field has in the filter; to be overlaid with what is to be set. */
export const entriesFor = (values: Record<string, unknown>, name: string): Record<string, unknown> =>
  Object.fromEntries(
    suffixes
      .map((s) => name + s)
      .filter((key) => key in values)
      .map((key) => [key, undefined]),
  );

/** Text in a pattern: `%` and `_` that people type are meant as they are. */
export const asPattern = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** The text that people typed, from its pattern. */
export const fromPattern = (pattern: unknown): string =>
  typeof pattern === 'string' ? pattern.replace(/^%|%$/g, '').replace(/\\([\\%_])/g, '$1') : '';

/** A filter value as a list: one value and a list mean the same. */
export const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined || value === null ? [] : [String(value)];

/** A span of calendar days, both ends included; an open end is undefined. */
export interface Span {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Today where the company is. */
export const today = (): string => inZone(new Date(), zone.name).date;

const lastOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
const firstOf = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}-01`;

export type Preset = 'today' | 'week' | 'month' | 'quarter' | 'year' | 'overdue';
export const presets: readonly Preset[] = ['overdue', 'today', 'week', 'month', 'quarter', 'year'];

/** The days of a preset. Weeks begin on Monday; overdue is everything before today. */
export function spanOf(preset: Preset, day = today()): Span {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const monday = plusDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
  const quarter = Math.floor((month - 1) / 3) * 3 + 1;
  const spans: Record<Preset, Span> = {
    today: { from: day, to: day },
    week: { from: monday, to: plusDays(monday, 6) },
    month: { from: firstOf(year, month), to: lastOfMonth(year, month) },
    quarter: { from: firstOf(year, quarter), to: lastOfMonth(year, quarter + 2) },
    year: { from: `${year}-01-01`, to: `${year}-12-31` },
    overdue: { to: plusDays(day, -1) },
  };
  return spans[preset];
}

/** A span of days as filter entries; for instants a day begins and ends at midnight of the company's zone. */
export function spanEntries(name: string, span: Span, instant: boolean): Record<string, string | undefined> {
  if (!instant) return { [`${name}_gte`]: span.from, [`${name}_lte`]: span.to };
  const midnight = (date: string | undefined) => date && fromZone(date, '00:00', zone.name).toISOString();
  return { [`${name}_gte`]: midnight(span.from), [`${name}_lt`]: midnight(span.to && plusDays(span.to, 1)) };
}

/** The span of days that filter entries mean. */
export function spanIn(values: Record<string, unknown>, name: string, instant: boolean): Span {
  const at = (suffix: string) => values[name + suffix] as string | undefined;
  if (!instant) return { from: at('_gte'), to: at('_lte') };
  const day = (text: string | undefined) => text && inZone(new Date(text), zone.name).date;
  const end = day(at('_lt'));
  return { from: day(at('_gte')), to: end && plusDays(end, -1) };
}
