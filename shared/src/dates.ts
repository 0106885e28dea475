/** Calendar dates are ISO texts `YYYY-MM-DD`; instants are ISO texts in UTC. */

const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const days = (year: number, month: number) =>
  month === 2 ? (leap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Is the text an existing calendar date (0001 to 9999)? */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);
}

/** Reads `21.11.2026`, `21.11.26`, `211126`, `21/11/2026` or `2026-11-21`; undefined when it is no date. */
export function parseDate(input: string): string | undefined {
  const text = input.trim();
  const match = /^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text);
  const iso = match
    ? `${match[3]!.length === 2 ? `20${match[3]}` : match[3]}-${match[2]!.padStart(2, '0')}-${match[1]!.padStart(2, '0')}`
    : text;
  return isDate(iso) ? iso : undefined;
}

/** `2026-11-21` to `21.11.2026` (de) or `21/11/2026` (en). */
export function formatDate(value: string, locale: 'de' | 'en'): string {
  const [year, month, day] = value.slice(0, 10).split('-');
  return locale === 'de' ? `${day}.${month}.${year}` : `${day}/${month}/${year}`;
}

/** Making a formatter takes a hundred times as long as using it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  clocks.set(zone, clock);
  return clock;
}

/** The calendar date and time of day of an instant in a time zone. */
export function inZone(instant: Date, zone: string): { date: string; time: string } {
  const parts = clockOf(zone).formatToParts(instant);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/** The instant at which a wall clock in the zone shows date and time; in a gap the clock moves forward. */
export function fromZone(date: string, time: string, zone: string): Date {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  let guess = wanted;
  let before = guess;
  for (let i = 0; i < 3; i++) {
    const shown = inZone(new Date(guess), zone);
    const difference = wanted - Date.parse(`${shown.date}T${shown.time}:00Z`);
    if (difference === 0) return new Date(guess);
    before = guess;
    guess += difference;
  }
  return new Date(Math.max(guess, before));
}
