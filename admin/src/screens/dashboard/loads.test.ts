import { dayFromToday } from '@kontor/shared';
import { expect, test } from 'vitest';
import { monthAfter, monthFromToday } from './drill.ts';
import { loadsOf } from './loads.ts';

test('loads are against the limit of each, and those who have too much come first', () => {
  const loads = loadsOf(
    [
      { id: 'little', days: 2, limit: 10 },
      { id: 'free', days: 12, limit: null },
      { id: 'over', days: 9, limit: 7 },
      { id: 'full', days: 10, limit: 10 },
      { id: 'never', days: 1, limit: 0 },
      { id: 'unread', days: 1, limit: undefined },
    ],
    20,
    5,
  );
  expect(loads.map(({ id, over }) => [id, over])).toEqual([
    ['over', 2],
    ['full', 0],
    ['never', 1],
    ['free', 0],
    ['little', 0],
  ]);
  expect(loads.map(({ limit, share }) => [limit, share])).toEqual([
    [7, 9 / 7],
    [10, 1],
    [0, 1],
    [undefined, 0.6],
    [10, 0.2],
  ]);
});

test('months are counted from the one of today', () => {
  expect(monthFromToday(0)).toBe(`${dayFromToday(0).slice(0, 7)}-01`);
  expect(monthFromToday(1)).toBe(monthAfter(monthFromToday(0)));
  expect(monthAfter(monthFromToday(-1))).toBe(monthFromToday(0));
  expect(monthFromToday(12).slice(4)).toBe(monthFromToday(0).slice(4));
});
