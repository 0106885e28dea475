import { describe, expect, test } from 'vitest';
import { daysOf } from './sessions.ts';

describe('the days of a session', () => {
  const days = (starts_at: string, ends_at: string) => daysOf({ starts_at, ends_at }, 'Europe/Berlin');

  test('are those on the clock of the company; what ends at midnight is over the evening before', () => {
    expect(days('2026-12-01T08:00:00Z', '2026-12-01T16:00:00Z')).toEqual(['2026-12-01']);
    expect(days('2026-12-01T17:00:00Z', '2026-12-01T23:00:00Z')).toEqual(['2026-12-01']);
    expect(days('2026-12-01T23:00:00Z', '2026-12-02T23:00:01Z')).toEqual(['2026-12-02', '2026-12-03']);
  });

  test('have an end, whatever was typed', () => {
    for (const end of ['9999-12-31T22:00:00Z', '9999-12-31T23:59:59.999Z'])
      for (const start of ['0001-01-01T00:00:00Z', '2026-12-01T08:00:00Z', '9999-12-30T08:00:00Z'])
        expect(days(start, end).length).toBeLessThanOrEqual(366);
  });
});
