import { date, datetime, dayFromToday, fromZone, zone } from '@kontor/shared';
import { describe, expect, test } from 'vitest';
import { barsOf } from './bars.ts';
import { filterOf, monthAfter } from './drill.ts';

const panel = {
  show: 'bars',
  label: { de: '', en: '' },
  of: 'x',
  group: 'status',
  split: 'brand_id',
  measures: ['count'],
} as const;

describe('bars', () => {
  test('keep the order of states and the same parts in the same order', () => {
    const totals = [
      { status: 'b', count: 3 },
      { status: 'a', count: 1 },
      { status: null, count: 2 },
    ];
    const parts = [
      { status: 'b', brand_id: '2', count: 2 },
      { status: 'b', brand_id: '1', count: 1 },
      { status: 'a', brand_id: '2', count: 1 },
      { status: null, brand_id: '1', count: 2 },
    ];
    expect(
      barsOf(panel, totals, parts, ['a', 'b']).map(({ value, parts }) => [value, parts.map((p) => p.size)]),
    ).toEqual([
      ['a', [0, 1]],
      ['b', [1, 2]],
      [null, [2, 0]],
    ]);
  });

  test('of many are the longest, and what is less than nothing has no length', () => {
    const sums = [
      { status: 'a', sum_margin: '-5.00' },
      { status: 'b', sum_margin: '7.50' },
      { status: 'c', sum_margin: null },
      { status: 'd', sum_margin: '9.00' },
    ];
    const { split: _, ...whole } = panel;
    const bars = barsOf({ ...whole, measures: ['sum:margin'], most: 3 }, sums, []);
    expect(bars.map(({ value, parts }) => [value, parts[0]!.size])).toEqual([
      ['d', 9],
      ['b', 7.5],
      ['a', 0],
    ]);
  });
});

describe('a click on a bar', () => {
  test('leads to what it counts, months in the clock of the company', () => {
    const at = datetime('Beginn');
    expect(monthAfter('2026-12-01')).toBe('2027-01-01');
    expect(monthAfter('2026-09-01')).toBe('2026-10-01');
    expect(filterOf({ status: ['a'] }, 'starts_at', at, '2026-03-01', 'month')).toEqual({
      status: ['a'],
      starts_at_gte: fromZone('2026-03-01', '00:00', zone.name).toISOString(),
      starts_at_lt: fromZone('2026-04-01', '00:00', zone.name).toISOString(),
    });
    const month = (filter: object, value: string) => filterOf(filter, 'on', date('Am'), value, 'month');
    expect(month({ on_gte: '2026-03-10', on_lt: '2026-04-02' }, '2026-03-01')).toEqual({
      on_gte: '2026-03-10',
      on_lt: '2026-04-01',
    });
    expect(month({ on_gte: '2026-02-10', on_lt: '2026-03-15' }, '2026-03-01')).toEqual({
      on_gte: '2026-03-01',
      on_lt: '2026-03-15',
    });
    expect(month({ on_gte: 'today' }, '2020-03-01')).toEqual({ on_gte: dayFromToday(0), on_lt: '2020-04-01' });
    expect(filterOf({ status: ['a', 'b'] }, 'status', at, 'a')).toEqual({ status: 'a' });
    expect(filterOf({}, 'status', at, null)).toEqual({ status: null });
  });
});
