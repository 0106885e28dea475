import { plusDays } from '@kontor/shared';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysOfMonth, quarterOf, weekdayOf } from './quarter.ts';

const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });

test('a quarter has three months, and goes on across the year', () => {
  expect(quarterOf('2026-11-29')).toEqual({ months: ['2026-10-01', '2026-11-01', '2026-12-01'], end: '2027-01-01' });
  expect(quarterOf('2026-11-29', 1).months[0]).toBe('2027-01-01');
  expect(quarterOf('2026-01-31', -1)).toEqual({
    months: ['2025-10-01', '2025-11-01', '2025-12-01'],
    end: '2026-01-01',
  });
});

test('every day of a quarter stands once, in its month, one weekday after the other', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -9, max: 9 }), (at, by) => {
      const { months, end } = quarterOf(at.toISOString().slice(0, 10), by);
      const days = months.flatMap(daysOfMonth);
      const wanted: string[] = [];
      for (let day = months[0]!; day < end; day = plusDays(day, 1)) wanted.push(day);
      expect(days).toEqual(wanted);
      for (const [index, day] of days.entries()) expect(weekdayOf(day)).toBe((weekdayOf(days[0]!) + index) % 7);
    }),
  );
  expect(['2026-11-30', '2026-12-05', '2026-12-06'].map(weekdayOf)).toEqual([0, 5, 6]);
});
