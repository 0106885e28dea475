import { expect, test } from 'vitest';
import { describeMoving, type MovingWay, movingEntries, movingIn, movingWays, needsDays } from './moving.ts';

test('what is said of a day that moves is read back as it was said', () => {
  for (const way of Object.keys(movingWays) as MovingWay[])
    for (const days of needsDays(way) ? [1, 14, 400] : [0])
      expect(movingIn(movingEntries('due_on', { way, days }), 'due_on')).toEqual({ way, days });
  expect(movingEntries('due_on', { way: 'next', days: 14 })).toEqual({ due_on_gte: 'today', due_on_lte: 'today+14' });
  expect(movingEntries('due_on', { way: 'older', days: 30 })).toEqual({ due_on_lt: 'today-30' });
});

test('fixed days are none', () => {
  for (const values of [{}, { due_on_gte: '2026-01-01' }, { due_on_lt: '2026-01-01' }, { other_lt: 'today' }])
    expect(movingIn(values, 'due_on')).toBeUndefined();
});

test('from today on is said only where nothing else limits it', () => {
  for (const other of [
    { due_on: '2030-01-01' },
    { due_on_lte: '2030-01-01' },
    { due_on_lt: '2030-01-01' },
    { due_on_lt: 'today+7' },
  ])
    expect(movingIn({ due_on_gte: 'today', ...other }, 'due_on')).toBeUndefined();
  expect(movingIn({ due_on_gte: 'today', other_lt: '2030-01-01' }, 'due_on')?.way).toBe('coming');
});

test('in words', () => {
  expect(describeMoving({ way: 'past', days: 0 }, 'de')).toBe('liegt in der Vergangenheit');
  expect(describeMoving({ way: 'next', days: 14 }, 'de')).toBe('liegt in den nächsten 14 Tagen');
  expect(describeMoving({ way: 'older', days: 1 }, 'de')).toBe('ist älter als 1 Tag');
  expect(describeMoving({ way: 'next', days: 1 }, 'de')).toBe('ist heute oder morgen');
  expect(describeMoving({ way: 'older', days: 30 }, 'en')).toBe('is older than 30 days');
});
