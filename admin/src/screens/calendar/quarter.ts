import { plusDays } from '@kontor/shared';

/** A quarter of a year: the first days of its months, and the first day after it, as calendar dates. */
export interface Quarter {
  readonly months: readonly string[];
  readonly end: string;
}

/** The first day of a month so many months from that of a date. */
function monthFrom(date: string, months: number): string {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The quarter in which a date lies, or one so many quarters from it. */
export function quarterOf(date: string, by = 0): Quarter {
  const [year, month] = date.split('-').map(Number) as [number, number];
  const first = new Date(Date.UTC(year, month - 1 - ((month - 1) % 3), 1)).toISOString().slice(0, 10);
  const at = (months: number) => monthFrom(first, months + 3 * by);
  return { months: [at(0), at(1), at(2)], end: at(3) };
}

/** The days of a month, by its first day. */
export function daysOfMonth(month: string): readonly string[] {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: count }, (_, index) => plusDays(month, index));
}

/** The day of the week, from 0 for Monday. */
export const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
