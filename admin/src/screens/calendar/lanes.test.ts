import { describe, expect, test } from 'vitest';
import { daysBetween, daysFrom, isWithin, lanesOf, moved, type Placed } from './lanes.ts';

const placed = (id: string, start: string, end: string, who: readonly string[]): Placed => ({
  id,
  title: id,
  start,
  end,
  tone: 'neutral',
  record: { id, _embedded: { who: who.map((name) => ({ id: name, title: name })) } },
});

describe('lanes', () => {
  test('begin on Monday, also across a year', () => {
    expect(daysFrom('2026-11-29')[0]).toBe('2026-11-23');
    expect(daysFrom('2026-12-28').slice(3, 5)).toEqual(['2026-12-31', '2027-01-01']);
    expect(daysFrom('2026-03-23')).toHaveLength(14);
  });

  test('one for each, what has nobody first, who is free last; back to back is no clash', () => {
    const lanes = lanesOf(
      [
        placed('a', '2026-12-01T09:00:00Z', '2026-12-01T12:00:00Z', ['Zoe', 'Änne']),
        placed('b', '2026-12-01T12:00:00Z', '2026-12-01T16:00:00Z', ['Zoe']),
        placed('c', '2026-12-01T11:00:00Z', '2026-12-02T00:00:00Z', ['Änne']),
        placed('d', '2026-12-02T09:00:00Z', '2026-12-03T12:00:00Z', []),
      ],
      'who',
      [
        { id: 'Zoe', title: 'Zoe' },
        { id: 'Mia', title: 'Mia' },
      ],
    );
    expect(lanes.map(({ title, days, clashes }) => [title, [...days.keys()], [...clashes]])).toEqual([
      [null, ['2026-12-02', '2026-12-03'], []],
      ['Änne', ['2026-12-01'], ['a', 'c']],
      ['Zoe', ['2026-12-01'], []],
      ['Mia', [], []],
    ]);
  });

  test('have what lies within the days, also what began before or goes on after them', () => {
    const days = daysFrom('2026-12-07');
    const within = (start: string, end: string) => isWithin(placed('a', start, end, []), days);
    expect(within('2026-12-01T09:00:00Z', '2026-12-07T00:00:00Z')).toBe(false);
    expect(within('2026-12-01T09:00:00Z', '2026-12-07T00:01:00Z')).toBe(true);
    expect(within('2026-12-20T22:00:00Z', '2026-12-22T09:00:00Z')).toBe(true);
    expect(within('2026-12-21T00:00:00Z', '2026-12-21T09:00:00Z')).toBe(false);
    expect(within('2026-12-01', '2027-02-01')).toBe(true);
  });

  test('name no record that is not to be seen', () => {
    const [lane] = lanesOf(
      [
        {
          ...placed('a', '2026-12-01', '2026-12-02', []),
          record: { id: 'a', _embedded: { who: [{ id: '7', title: null }] } },
        },
      ],
      'who',
      [{ id: '7', title: 'Seven' }],
    );
    expect([lane?.id, lane?.title]).toEqual(['7', null]);
  });

  test('move by whole days', () => {
    expect(daysBetween('2026-12-31T23:00:00Z', '2027-01-02')).toBe(2);
    expect(moved('2026-12-31T23:00:00Z', 2)).toBe('2027-01-02T23:00:00Z');
    expect(moved('2026-03-01', -1)).toBe('2026-02-28');
  });
});
