import { expect, test } from 'vitest';
import { dayFromToday, movingDay, readMovingDay } from './moving_days.ts';

test('days are counted from today', () => {
  expect(['today', 'today+14', 'today-30', 'today+0'].map(readMovingDay)).toEqual([0, 14, -30, 0]);
  for (const wrong of [
    'heute',
    'today+',
    'today+1.5',
    'today 14',
    'today+99999',
    'today+1000000',
    'Today',
    '2026-01-01',
    14,
    null,
  ])
    expect(readMovingDay(wrong)).toBeUndefined();
  expect([0, 14, -30].map(movingDay)).toEqual(['today', 'today+14', 'today-30']);
});

test('today is that of the installation', () => {
  // half past eleven in the evening in London is the next day in Berlin
  expect(dayFromToday(0, new Date('2026-02-28T23:30:00Z'))).toBe('2026-03-01');
  expect(dayFromToday(-1, new Date('2026-02-28T23:30:00Z'))).toBe('2026-02-28');
  expect(dayFromToday(306, new Date('2026-02-28T23:30:00Z'))).toBe('2027-01-01');
});
