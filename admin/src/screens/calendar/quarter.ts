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

/** The days of a month in weeks from Monday to Sunday; null where a day belongs to another month. */
export function weeksOf(month: string): readonly (readonly (string | null)[])[] {
  const before = (new Date(`${month}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = plusDays(month, -before);
  const weeks: (string | null)[][] = [];
  for (let week = 0; ; week++) {
    const days = Array.from({ length: 7 }, (_, day) => plusDays(monday, week * 7 + day));
    const own = days.map((day) => (day.startsWith(month.slice(0, 7)) ? day : null));
    if (own.every((day) => day === null)) return weeks;
    weeks.push(own);
  }
}
