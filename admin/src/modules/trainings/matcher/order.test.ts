import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moved, toggled } from './order.ts';

test('who is chosen last comes last, and can be taken back', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
});

test('moving keeps everybody, goes back the same way, and stops at the ends', () => {
  const chosen = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 });
  fc.assert(
    fc.property(chosen, fc.nat(4), fc.constantFrom(-1, 1), (all, at, by) => {
      const id = all[at % all.length]!;
      const after = moved(all, id, by);
      expect([...after].sort()).toEqual([...all].sort());
      if (after !== all) expect(moved(after, id, -by)).toEqual(all);
    }),
  );
  expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 'x', 1)).toEqual(['a', 'b']);
});
