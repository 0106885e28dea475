import { model } from '@kontor/shared/modules/index';
import { expect, test } from 'vitest';
import { behaviours } from '../modules/index.ts';

test('what behaviours fill in is declared, so that forms can show it, and the other way round', () => {
  const declared = [...model.resources.values()].filter(({ completes }) => completes).map(({ name }) => name);
  const filling = Object.keys(behaviours).filter((name) => behaviours[name]?.complete);
  expect(declared.length).toBeGreaterThan(0);
  expect(declared.toSorted()).toEqual(filling.toSorted());
});
