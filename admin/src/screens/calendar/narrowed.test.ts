import { dayFromToday, inZone } from '@kontor/shared';
import { expect, test } from 'vitest';
import { narrowed } from './narrowed.ts';

const quarter = { on_gte: '2026-10-01', on_lt: '2027-01-01' };

test('a filter of one’s own stays where it is narrower than what is shown', () => {
  expect(narrowed({ q: 'x' }, quarter)).toEqual({ q: 'x', ...quarter });
  const own = { on_gte: '2026-11-15', on_lt: '2026-11-21' };
  expect(narrowed(own, quarter)).toEqual(own);
  expect(narrowed({ on_gte: '2026-01-15', on_lt: '2027-11-21' }, quarter)).toEqual(quarter);
});

test('days from today are compared as the days they are', () => {
  const [before, after] = [dayFromToday(-40), dayFromToday(40)];
  expect(narrowed({ on_gte: 'today-400', on_lt: 'today+400' }, { on_gte: before, on_lt: after })).toEqual({
    on_gte: before,
    on_lt: after,
  });
  expect(narrowed({ on_gte: 'today' }, { on_gte: before })).toEqual({ on_gte: dayFromToday(0) });
  const instant = narrowed({ at_gte: 'today' }, { at_gte: `${before}T00:00:00.000Z` }).at_gte as string;
  expect(inZone(new Date(instant), 'Europe/Berlin')).toEqual({ date: dayFromToday(0), time: '00:00' });
});
