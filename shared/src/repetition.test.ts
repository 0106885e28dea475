import { expect, test } from 'vitest';
import { nextTime, type Repetition } from './repetition.ts';

const next = (first: string, repetition: Repetition, after: string) =>
  nextTime(new Date(first), repetition, new Date(after), 'Europe/Berlin')?.toISOString();

test('what happens once does not come back', () => {
  expect(next('2026-11-02T08:00:00Z', 'none', '2026-11-03T08:00:00Z')).toBeUndefined();
});

test('the clock on the wall stays the same over the seasons', () => {
  expect(next('2026-03-28T08:00:00Z', 'daily', '2026-03-28T08:00:00Z')).toBe('2026-03-29T07:00:00.000Z');
  expect(next('2026-10-20T07:00:00Z', 'weekly', '2026-10-21T00:00:00Z')).toBe('2026-10-27T08:00:00.000Z');
});

test('what was missed is made up for by the next time only', () => {
  expect(next('2020-01-01T08:00:00Z', 'daily', '2026-11-29T08:00:00Z')).toBe('2026-11-30T08:00:00.000Z');
  expect(next('2020-01-01T08:00:00Z', 'daily', '2026-11-29T07:59:00Z')).toBe('2026-11-29T08:00:00.000Z');
  expect(next('2026-11-02T08:00:00Z', 'weekly', '2026-11-29T12:00:00Z')).toBe('2026-11-30T08:00:00.000Z');
});

test('the end of a month stays the end of a month', () => {
  expect(next('2026-01-31T08:00:00Z', 'monthly', '2026-02-01T00:00:00Z')).toBe('2026-02-28T08:00:00.000Z');
  expect(next('2026-01-31T08:00:00Z', 'monthly', '2026-02-28T08:00:00Z')).toBe('2026-03-31T07:00:00.000Z');
  expect(next('2024-02-29T08:00:00Z', 'yearly', '2026-03-01T00:00:00Z')).toBe('2027-02-28T08:00:00.000Z');
  expect(next('2024-02-29T08:00:00Z', 'yearly', '2027-12-01T00:00:00Z')).toBe('2028-02-29T08:00:00.000Z');
});

test('what is still to come is next', () => {
  expect(next('2027-01-01T08:00:00Z', 'yearly', '2026-11-29T08:00:00Z')).toBe('2027-01-01T08:00:00.000Z');
});
