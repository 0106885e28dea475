import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feeOf } from './cancellation.ts';

const usual = [
  { days: 14, share: '50.00' },
  { days: 3, share: '100.00' },
];

test('the nearer the start, the more is due, by whole days', () => {
  const due = (left: number) => feeOf(usual, '199.99', left);
  expect([20, 14, 13, 3, 2, 0, -5].map(due)).toEqual([
    '0.00',
    '0.00',
    '100.00',
    '100.00',
    '199.99',
    '199.99',
    '199.99',
  ]);
  expect(feeOf([], '199.99', 0)).toBe('0.00');
});

test('a fee is never more than the price, nor less than nothing, and does not depend on the order of the steps', () => {
  const step = fc.record({ days: fc.integer({ min: 1, max: 366 }), share: fc.integer({ min: 0, max: 10_000 }) });
  const cents = fc.integer({ min: 0, max: 10_000_000 });
  fc.assert(
    fc.property(
      fc.uniqueArray(step, { selector: ({ days }) => days }),
      cents,
      fc.integer({ min: -30, max: 400 }),
      (all, price, left) => {
        const steps = all.map(({ days, share }) => ({ days, share: (share / 100).toFixed(2) }));
        const paid = (price / 100).toFixed(2);
        const fee = feeOf(steps, paid, left);
        expect(fee).toMatch(/^\d+\.\d\d$/);
        expect(feeOf(steps.toReversed(), paid, left)).toBe(fee);
        // in whole numbers: hundredths of a per cent of cents, half of one rounds up
        const near = all.filter(({ days }) => left < days).sort((a, b) => a.days - b.days)[0];
        const exact = BigInt(price) * BigInt(near?.share ?? 0);
        expect(BigInt(fee.replace('.', ''))).toBe((exact + 5000n) / 10_000n);
      },
    ),
  );
});
