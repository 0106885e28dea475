import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dueOn, isWeekend, placeAgenda, plusDays, timesOn, workingDays } from './agenda.ts';
import { inZone } from './dates.ts';
import { holidaysOf } from './holidays.ts';

const zone = 'Europe/Berlin';
const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const dayNumber = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

test('counts over the ends of months, leap days and the change of clocks', () => {
  expect(addDays('2027-01-31', 1)).toBe('2027-02-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2027-03-01', -1)).toBe('2027-02-28');
  expect(addDays('2027-03-27', 2)).toBe('2027-03-29');
  expect(addDays('2027-10-30', 2)).toBe('2027-11-01');
  expect(addDays('9999-12-31', 1)).toBeUndefined();
  expect(addDays('0001-01-01', -1)).toBeUndefined();
  expect(plusDays('2027-01-31T23:30:00.000Z', 1)).toBe('2027-02-01');
  expect(plusDays('9999-12-31', 1)).toBe('9999-12-31');
  expect(dueOn('2027-03-31', -30)).toBe('2027-03-01');
  expect(dueOn(null, 3)).toBeNull();
});

test('there and back again is where one was, and the distance is the offset', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -730, max: 730 }), (from, days) => {
      const moved = dueOn(from, days)!;
      expect(addDays(moved, -days)).toBe(from);
      expect(dayNumber(moved) - dayNumber(from)).toBe(days);
    }),
  );
});

test('days of work are neither weekends nor holidays, in order, and none is left out', () => {
  const law = new Set(
    [2026, 2027, 2028].flatMap((year) => ['DE', 'DE-BY'].flatMap((code) => holidaysOf(code, year).map(({ on }) => on))),
  );
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2028-06-30'), noInvalidDate: true }),
      fc.integer({ min: 0, max: 60 }),
      (at, count) => {
        const from = at.toISOString().slice(0, 10);
        const isHoliday = (day: string) => law.has(day);
        const found = workingDays(from, count, isHoliday);
        expect(found).toHaveLength(count);
        const last = found.at(-1) ?? from;
        const naive: string[] = [];
        for (let n = 0; n <= dayNumber(last) - dayNumber(from) && count > 0; n++) {
          const day = new Date((dayNumber(from) + n) * 86_400_000).toISOString().slice(0, 10);
          if (![0, 6].includes(new Date(day).getUTCDay()) && !law.has(day)) naive.push(day);
        }
        expect(found).toEqual(naive);
      },
    ),
  );
});

test('a year of holidays ends the search, and so does the calendar', () => {
  expect(workingDays('2027-01-01', 2, () => true)).toEqual([]);
  expect(workingDays('9999-12-30', 5, () => false)).toEqual(['9999-12-30', '9999-12-31']);
  expect(placeAgenda([{ day: 9, starts: '09:00', ends: '10:00' }], '9999-12-30', zone, () => false)).toBeUndefined();
});

test('an agenda is laid over Easter and over a weekend', () => {
  const easter = new Set(holidaysOf('DE', 2027).map(({ on }) => on));
  const days = [3, 1, 2].map((day) => ({ day, starts: '09:00', ends: '16:30' }));
  // Maundy Thursday, then the Tuesday after Easter
  expect(placeAgenda(days, '2027-03-25', zone, (day) => easter.has(day))!.map((placed) => placed.starts_at)).toEqual([
    '2027-03-25T08:00:00.000Z', // winter
    '2027-03-30T07:00:00.000Z', // summer
    '2027-03-31T07:00:00.000Z',
  ]);
});

test('the wall clock shows the times of the agenda on every day of the year', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1439 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    .filter(([a, b]) => a < b);
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  fc.assert(
    fc.property(date, time, (on, [from, to]) => {
      const { starts_at, ends_at } = timesOn(on, clock(from), clock(to), zone);
      expect(ends_at > starts_at).toBe(true);
      const begin = inZone(new Date(starts_at), zone);
      const outsideGap = from < 120 || from >= 180; // the hour that a March night leaves out
      if (outsideGap) expect(begin).toEqual({ date: on, time: clock(from) });
      if (outsideGap && (to < 120 || to >= 180)) expect(inZone(new Date(ends_at), zone).time).toBe(clock(to));
    }),
    { numRuns: 500 },
  );
  // both times lie in the hour that is left out
  const gap = timesOn('2027-03-28', '02:15', '02:45', zone);
  expect(Date.parse(gap.ends_at) - Date.parse(gap.starts_at)).toBe(30 * 60_000);
});

test('places lie on days of work, in the order of the agenda, the same day on the same date', () => {
  const agenda = fc.array(
    fc.record({
      day: fc.integer({ min: 1, max: 20 }),
      starts: fc.constantFrom('08:00', '09:00', '13:00'),
      ends: fc.constantFrom('16:30', '18:00'),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(agenda, date, (days, from) => {
      const placed = placeAgenda(days, from, zone, () => false)!;
      expect(placed).toHaveLength(days.length);
      for (const [i, one] of placed.entries()) {
        expect(isWeekend(one.date)).toBe(false);
        expect(one.date >= from).toBe(true);
        const next = placed[i + 1];
        if (!next) continue;
        expect(next.day.day === one.day.day ? next.date === one.date : next.date > one.date).toBe(true);
      }
    }),
  );
});
