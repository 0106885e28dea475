import { fromZone, isDate } from './dates.ts';

/** A calendar date so many days later (or before). Undefined beyond the years 0001 to 9999. */
export function addDays(date: string, days: number): string | undefined {
  const moved = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000);
  const text = Number.isNaN(moved.getTime()) ? '' : moved.toISOString().slice(0, 10);
  return isDate(text) ? text : undefined;
}

/** The same of a date or an instant where there must be one: what would leave the calendar stays where it is. */
export function plusDays(date: string, days: number): string {
  const day = date.slice(0, 10);
  return addDays(day, days) ?? day;
}

/** Saturday or Sunday? */
export function isWeekend(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** So many days in a row may be free, then something is wrong with the question. */
const mostFree = 366;

/**
 * The first days of work from a date on: neither weekend nor holiday.
 * @returns in their order; fewer than asked for where a year goes by without one, or the calendar ends
 */
export function workingDays(from: string, count: number, isHoliday: (date: string) => boolean): string[] {
  const found: string[] = [];
  let free = 0;
  for (let date: string | undefined = from; date && found.length < count && free < mostFree; date = addDays(date, 1))
    if (isWeekend(date) || isHoliday(date)) free += 1;
    else {
      found.push(date);
      free = 0;
    }
  return found;
}

/** One day of an agenda: times of day as `HH:MM`. */
export interface AgendaDay {
  /** The first day is 1; days with the same number lie on the same date, numbers that are left out are days of work between. */
  readonly day: number;
  readonly starts: string;
  readonly ends: string;
}

/** When a day of an agenda takes place. */
export interface Placed<D extends AgendaDay> {
  readonly day: D;
  readonly date: string;
  /** ISO instants. */
  readonly starts_at: string;
  readonly ends_at: string;
}

/** When the clock shows these times on a date. Where the clocks are put forward in between, the wall clock counts. */
export function timesOn(date: string, starts: string, ends: string, zone: string) {
  const begin = fromZone(date, starts, zone);
  const end = fromZone(date, ends, zone);
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  // both lie in the hour that is left out: as long as it would have been
  const last = end > begin ? end : new Date(begin.getTime() + (minutes(ends) - minutes(starts)) * 60_000);
  return { starts_at: begin.toISOString(), ends_at: last.toISOString() };
}

/**
 * Lays an agenda on the calendar from a date on, in the order of its days. Undefined where it does not fit in before the
 * calendar ends.
 */
export function placeAgenda<D extends AgendaDay>(
  days: readonly D[],
  from: string,
  zone: string,
  isHoliday: (date: string) => boolean,
): Placed<D>[] | undefined {
  const ordered = days.toSorted((a, b) => a.day - b.day || a.starts.localeCompare(b.starts));
  const dates = workingDays(from, ordered.at(-1)?.day ?? 0, isHoliday);
  if (dates.length < (ordered.at(-1)?.day ?? 0)) return undefined;
  return ordered.map((day) => {
    const date = dates[day.day - 1]!;
    return { day, date, ...timesOn(date, day.starts, day.ends, zone) };
  });
}

/** When something is due that is counted from a day: so many days after, or before. Null while that day is not known. */
export function dueOn(anchor: string | null | undefined, offsetDays: number | null | undefined): string | null {
  return anchor ? (addDays(anchor, offsetDays ?? 0) ?? null) : null;
}
