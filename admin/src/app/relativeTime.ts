import { formatDate, type Locale } from '@kontor/shared';

const units = [
  ['minute', 60_000, 60],
  ['hour', 3_600_000, 24],
  ['day', 86_400_000, 7],
] as const;

/** "vor 5 Minuten", "gestern"; older than a week the date. */
export function relativeTime(instant: string, locale: Locale, now = Date.now()): string {
  const passed = Date.parse(instant) - now;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (Math.abs(passed) < 60_000) return format.format(0, 'second');
  for (const [unit, length, limit] of units) {
    const amount = Math.round(passed / length);
    if (Math.abs(amount) < limit) return format.format(amount, unit);
  }
  return formatDate(instant, locale);
}
