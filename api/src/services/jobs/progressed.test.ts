import { expect, test } from 'vitest';
import { progressed } from './progressed.ts';

test('how far a job is stands there as numbers are written', () => {
  expect(progressed(2000, 13_000, 'de')).toBe('2.000 von 13.000');
  expect(progressed(2000, 13_000, 'en')).toBe('2,000 of 13,000');
});
