import { fromZone, inZone } from './dates.ts';

export type Repetition = 'none' | 'daily' | 'weekly' | 'monthly' | 'yearly';

const milliseconds = 86_400_000;
const days: Partial<Record<Repetition, number>> = { daily: 1, weekly: 7 };
const months: Partial<Record<Repetition, number>> = { monthly: 1, yearly: 12 };
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** The day so many months later; where the month is too short, its last one. */
function monthsLater(date: string, count: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const first = new Date(0);
  first.setUTCFullYear(year, month - 1 + count, 1);
  const last = new Date(0);
  last.setUTCFullYear(first.getUTCFullYear(), first.getUTCMonth() + 1, 0);
  first.setUTCDate(Math.min(day, last.getUTCDate()));
  return dayOf(first);
}

/**
 * The first time after an instant at which something comes back that was at `first`: at the same time of the company's clock,
 * whatever the season. Undefined for what does not come back. What was missed in between is not made up for.
 */
export function nextTime(first: Date, repetition: Repetition, after: Date, zone: string): Date | undefined {
  const { date, time } = inZone(first, zone);
  const now = inZone(after, zone).date;
  const at = (count: number): Date =>
    fromZone(
      days[repetition]
        ? dayOf(new Date(Date.parse(`${date}T00:00:00Z`) + count * days[repetition] * milliseconds))
        : monthsLater(date, count * months[repetition]!),
      time,
      zone,
    );
  if (!days[repetition] && !months[repetition]) return undefined;
  if (first > after) return first;
  // near to it by arithmetic, however long ago it began; then forward step by step
  const passed = days[repetition]
    ? (Date.parse(`${now}T00:00:00Z`) - Date.parse(`${date}T00:00:00Z`)) / milliseconds / days[repetition]
    : monthsBetween(date, now) / months[repetition]!;
  for (let count = Math.max(1, Math.floor(passed) - 1); ; count++) {
    const next = at(count);
    if (next > after) return next;
  }
}

function monthsBetween(from: string, to: string): number {
  const [year, month] = from.split('-').map(Number) as [number, number];
  const [toYear, toMonth] = to.split('-').map(Number) as [number, number];
  return (toYear - year) * 12 + toMonth - month;
}
