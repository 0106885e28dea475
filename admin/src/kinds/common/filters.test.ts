import { describe, expect, it } from 'vitest';
import { asPattern, entriesFor, fromPattern, spanEntries, spanIn, spanOf } from './filters.ts';

describe('filters', () => {
  it('takes signs of patterns as text and gives them back', () => {
    expect(asPattern('100 %_a')).toBe('%100 \\%\\_a%');
    expect(fromPattern(asPattern('100 %_a\\'))).toBe('100 %_a\\');
  });

  it('removes every entry of a field and none of another', () => {
    expect(entriesFor({ due_on_gte: '1', due_on: '2', due: 3 }, 'due_on')).toEqual({
      due_on: undefined,
      due_on_gte: undefined,
    });
  });

  it('knows spans around a Sunday in February', () => {
    expect(spanOf('week', '2026-03-01')).toEqual({ from: '2026-02-23', to: '2026-03-01' });
    expect(spanOf('month', '2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(spanOf('quarter', '2026-11-21')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(spanOf('overdue', '2026-01-01')).toEqual({ to: '2025-12-31' });
  });

  it('lets an instant belong to the day of the company, also across the change to summer time', () => {
    const entries = spanEntries('at', { from: '2026-03-29', to: '2026-03-29' }, true);
    expect(entries).toEqual({ at_gte: '2026-03-28T23:00:00.000Z', at_lt: '2026-03-29T22:00:00.000Z' });
    expect(spanIn(entries, 'at', true)).toEqual({ from: '2026-03-29', to: '2026-03-29' });
  });
});
