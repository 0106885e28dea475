import { expect, test } from 'vitest';
import { busy, expectWithin } from './within.ts';

test('a machine with nothing else to do is not busy, and never less than that', () => {
  const seen = Array.from({ length: 5 }, busy);
  expect(Math.min(...seen)).toBeGreaterThanOrEqual(1);
});

test('what takes too long is told, however busy the machine is', () => {
  expectWithin(1000, Date.now());
  expect(() => expectWithin(1000, Date.now() - 10_000_000, 'a search')).toThrow('a search');
});
