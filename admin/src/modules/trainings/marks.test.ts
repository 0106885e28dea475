import { expect, test } from 'vitest';
import { arriving, nearestSession, nextMark } from './marks.ts';

test('taps go through the marks and begin anew', () => {
  const seen = [undefined, 'present', 'late', 'excused', 'absent'] as const;
  expect(seen.map(nextMark)).toEqual(['present', 'late', 'excused', 'absent', 'present']);
});

test('the session that people sit in comes first, else the last one, else the first to come', () => {
  const at = (hour: number) => ({
    starts_at: `2026-05-0${Math.floor(hour / 24) + 1}T${String(hour % 24).padStart(2, '0')}:00:00.000Z`,
  });
  const sessions = [at(57), at(9), at(33)];
  const near = (iso: string) => nearestSession(sessions, new Date(iso))?.starts_at;
  expect(near('2026-05-01T08:30:00Z')).toBe(sessions[1]!.starts_at);
  expect(near('2026-05-02T08:05:00Z')).toBe(sessions[2]!.starts_at);
  expect(near('2026-06-01T00:00:00Z')).toBe(sessions[0]!.starts_at);
  expect(near('2026-04-01T00:00:00Z')).toBe(sessions[1]!.starts_at);
  expect(nearestSession([])).toBeUndefined();
});

test('who arrives up to an hour before the session is ticked off already', () => {
  expect(arriving(new Date('2026-05-01T23:30:00Z'))).toBe('2026-05-02T00:30:00.000Z');
});
