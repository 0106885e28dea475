import { inZone, type Locale, zone } from '@kontor/shared';
import type { HistoryEntry } from '../../providers/dataProvider.ts';

/** Entries of one day, as a person would tell them. */
export interface Day {
  readonly date: string;
  readonly entries: readonly HistoryEntry[];
}

/** Groups entries, which come newest first, by their day in the time zone of the installation. */
export function byDay(entries: readonly HistoryEntry[]): Day[] {
  const days: { date: string; entries: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const { date } = inZone(new Date(entry.at), zone.name);
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
