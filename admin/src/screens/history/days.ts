import { inZone, type Locale, zone } from '@kontor/shared';

/** Entries of one day, as a person would tell them. */
export interface Day<T> {
  readonly date: string;
  readonly entries: readonly T[];
}

/** Groups entries, which come newest first, by their day in the time zone of the installation. */
export function byDay<T>(entries: readonly T[], instantOf: (entry: T) => string): Day<T>[] {
  const days: { date: string; entries: T[] }[] = [];
  for (const entry of entries) {
    const { date } = inZone(new Date(instantOf(entry)), zone.name);
    const last = days.at(-1);
    if (last?.date === date) last.entries.push(entry);
    else days.push({ date, entries: [entry] });
  }
  return days;
}

/** "Donnerstag, 26. November 2026". */
export const dayName = (date: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${date}T12:00:00Z`),
  );

/** "17:05". */
export const timeOf = (instant: string): string => inZone(new Date(instant), zone.name).time;
