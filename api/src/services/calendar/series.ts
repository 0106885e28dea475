import { inZone } from '@kontor/shared';

/** From one instant to another. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Several dates as one event that comes again every so many days. */
export interface Series {
  /** When the first of them ends. */
  readonly ends: string;
  /** Days from one to the next. */
  readonly interval: number;
  readonly count: number;
  /** When it would begin on days on which there is nothing. */
  readonly without: readonly string[];
  /** What is otherwise than on the first day, by when it would begin. */
  readonly other: readonly (Span & { readonly at: string })[];
}

const day = 86_400_000;
/** Longer series are told as one span. */
const most = 400;

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** What lies on each day of the clock of the company, from its first to its last minute. */
function byDay(spans: readonly Span[], timeZone: string): Map<number, Span> {
  const days = new Map<number, Span>();
  for (const { from, to } of spans) {
    const date = Date.parse(inZone(new Date(from), timeZone).date) / day;
    const { from: first = from, to: last = to } = days.get(date) ?? {};
    days.set(date, { from: first < from ? first : from, to: last > to ? last : to });
  }
  return days;
}

/**
 * Dates on several days as one series; undefined where there is only one day, or too much in between.
 *
 * Why one event that repeats: an invitation by mail is about one UID (RFC 5546, 3.2.2), Outlook knows no dates by `RDATE`, and of
 * several calendar parts mail programs offer the first. A daily series with left out days (`EXDATE`) and days with times of their
 * own (`RECURRENCE-ID`) is what Outlook, Google and Apple write themselves. Nothing moves past another day, which Exchange
 * refuses. Instants are told in UTC; what the change of clocks moves is one of the days with times of their own.
 */
export function seriesOf(spans: readonly Span[], timeZone: string): Series | undefined {
  const days = byDay(spans, timeZone);
  const dates = [...days.keys()].sort((a, b) => a - b);
  const [first, last] = [dates[0]!, dates.at(-1)!];
  if (dates.length < 2) return undefined;
  const interval = dates.reduce((found, date) => divisor(found, date - first), 0);
  const count = (last - first) / interval + 1;
  if (count > most) return undefined;
  const start = days.get(first)!;
  const begins = Date.parse(start.from);
  const lasts = Date.parse(start.to) - begins;
  const instant = (at: number) => new Date(at).toISOString();
  const without: string[] = [];
  const other: (Span & { at: string })[] = [];
  for (let nth = 1; nth < count; nth++) {
    const usual = begins + nth * interval * day;
    const found = days.get(first + nth * interval);
    if (!found) without.push(instant(usual));
    else if (Date.parse(found.from) !== usual || Date.parse(found.to) !== usual + lasts)
      other.push({ at: instant(usual), ...found });
  }
  return { ends: start.to, interval, count, without, other };
}
