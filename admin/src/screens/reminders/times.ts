import { fromZone, inZone } from '@kontor/shared';

/** When one wants to be reminded, without typing a date. */
export type Soon = 'hour' | 'tonight' | 'tomorrow' | 'next_week';

const day = 86_400_000;
/** Hours of the company's clock. */
const evening = '18:00';
const morning = '09:00';

/** The instant of such a time, as the company's clock shows it; undefined when it is over for today. */
export function timeOf(soon: Soon, now: Date, zone: string): string | undefined {
  if (soon === 'hour') return new Date(now.getTime() + 3_600_000).toISOString();
  const { date } = inZone(now, zone);
  if (soon === 'tonight') {
    const at = fromZone(date, evening, zone);
    return at > now ? at.toISOString() : undefined;
  }
  const today = new Date(`${date}T00:00:00Z`);
  const ahead = soon === 'tomorrow' ? 1 : (8 - today.getUTCDay()) % 7 || 7;
  const there = new Date(today.getTime() + ahead * day).toISOString().slice(0, 10);
  return fromZone(there, morning, zone).toISOString();
}
