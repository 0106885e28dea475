import { expect, test } from 'vitest';
import { type Soon, timeOf } from './times.ts';

const at = (soon: Soon, now: string) => timeOf(soon, new Date(now), 'Europe/Berlin');

test('this evening, unless it is over', () => {
  expect(at('tonight', '2026-11-27T08:00:00Z')).toBe('2026-11-27T17:00:00.000Z');
  expect(at('tonight', '2026-07-27T08:00:00Z')).toBe('2026-07-27T16:00:00.000Z');
  expect(at('tonight', '2026-11-27T17:00:00Z')).toBeUndefined();
});

test('tomorrow is the next day where the company is', () => {
  expect(at('tomorrow', '2026-11-27T22:30:00Z')).toBe('2026-11-28T08:00:00.000Z');
  expect(at('tomorrow', '2026-11-27T23:30:00Z')).toBe('2026-11-29T08:00:00.000Z');
});

test('next week begins on Monday', () => {
  expect(at('next_week', '2026-11-27T08:00:00Z')).toBe('2026-11-30T08:00:00.000Z'); // a Friday
  expect(at('next_week', '2026-11-29T08:00:00Z')).toBe('2026-11-30T08:00:00.000Z'); // a Sunday
  expect(at('next_week', '2026-11-30T08:00:00Z')).toBe('2026-12-07T08:00:00.000Z'); // a Monday
});

test('in an hour', () => {
  expect(at('hour', '2026-11-27T08:00:00Z')).toBe('2026-11-27T09:00:00.000Z');
});
