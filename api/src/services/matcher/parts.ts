import { fullMonth } from '@kontor/shared/modules/trainings/full_month';
import { wantedDays } from './sessions.ts';
import type { Candidate, PartName, Reason, Wanted } from './types.ts';

/** How well somebody does in one respect, from 0 to 1, and why. */
export interface Share {
  readonly share: number;
  readonly reasons: readonly Reason[];
}
type Judge = (wanted: Wanted, candidate: Candidate) => Share;

const within = (value: number) => Math.min(1, Math.max(0, value));
const mean = (values: readonly number[]) =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;

/** The days that are worked and paid: an evening that ends after midnight is one of them, not two. */
const workedDays = ({ sessions }: Wanted) => [...new Set(sessions.map(({ days }) => days[0]!))];

/** A day that was told to be free counts most; one under reserve, or a holiday at home, least. */
const availability: Judge = (wanted, { availabilities, holidays }) => {
  const reasons: Reason[] = [];
  const shares = wantedDays(wanted).map((day) => {
    const told = availabilities.filter(({ from, to }) => day >= from && day <= to);
    const reserve = told.find(({ type }) => type === 'tentative');
    const holiday = holidays.find(({ on }) => on === day);
    if (reserve) reasons.push({ key: 'tentative', day, reason: reserve.reason });
    if (holiday) reasons.push({ key: 'holiday', day, name: holiday.name });
    const free = told.some(({ type }) => type === 'free');
    return Math.min(reserve ? 0.3 : free ? 1 : 0.75, holiday ? 0.4 : 1);
  });
  if (reasons.length === 0) reasons.push({ key: shares.every((one) => one === 1) ? 'free' : 'unknown' });
  return { share: mean(shares), reasons };
};

/** In a region of theirs by its priority, a tenth less for each step; at home without having named it; elsewhere nothing. */
const region: Judge = (_wanted, { reach }) => {
  const placed = reach.filter((one) => one.placed);
  if (placed.length === 0) return { share: 1, reasons: [{ key: 'no_travel' }] };
  const of = (one: (typeof placed)[number]) =>
    one.priority !== null ? within(1.1 - one.priority / 10) : one.home ? 0.7 : 0;
  const told = (one: (typeof placed)[number]): Reason => {
    if (one.priority !== null) return { key: 'region', name: one.region ?? '', priority: one.priority };
    return { key: one.home ? 'home' : 'other_region' };
  };
  const reasons = new Map(placed.map((one) => [JSON.stringify(told(one)), told(one)]));
  // elsewhere it is online: no journey
  return { share: mean(reach.map((one) => (one.placed ? of(one) : 1))), reasons: [...reasons.values()] };
};

/** So many responses as good as this are taken for granted: one delighted participant is not yet a mean. */
const assumed = { count: 3, rating: 3.5 };

const rating: Judge = (_wanted, { ratings: { sum, count } }) => ({
  share: within(((sum + assumed.count * assumed.rating) / (count + assumed.count) - 1) / 4),
  reasons: count > 0 ? [{ key: 'rating', mean: sum / count, count }] : [{ key: 'no_rating' }],
});

/** What is left of the month, with these sessions; the fullest month counts. */
const load: Judge = (wanted, { busy, maxDays }) => {
  const months = new Map<string, number>();
  for (const day of workedDays(wanted)) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + 1);
  let worst: Share = { share: 1, reasons: [] };
  for (const [month, more] of months) {
    const days = (busy[month] ?? 0) + more;
    const over = maxDays !== null && days > maxDays;
    const share = over ? 0 : within(1 - (busy[month] ?? 0) / Math.max(1, maxDays ?? fullMonth));
    const reason: Reason = over
      ? { key: 'too_much', days, most: maxDays, month }
      : { key: 'load', days: busy[month] ?? 0, most: maxDays, month };
    if (share < worst.share || worst.reasons.length === 0) worst = { share, reasons: [reason] };
  }
  return worst;
};

/** Nothing is left of the points at so much a day. */
const dearest = 2000;

const cost: Judge = (wanted, { cost: all }) => {
  if (all === null) return { share: 0.5, reasons: [{ key: 'no_rate' }] };
  const day = all / Math.max(1, workedDays(wanted).length);
  return { share: within(1 - day / dearest), reasons: [{ key: 'cost', day }] };
};

/** What is judged, and what it counts for at most. */
export const judges: readonly { readonly part: PartName; readonly of: number; readonly judge: Judge }[] = [
  { part: 'availability', of: 25, judge: availability },
  { part: 'region', of: 20, judge: region },
  { part: 'rating', of: 20, judge: rating },
  { part: 'load', of: 15, judge: load },
  { part: 'cost', of: 20, judge: cost },
];
