import { expect, test } from 'vitest';
import { model } from '../modules/index.ts';
import type { AnyField } from './field.ts';
import { kindOf } from './index.ts';
import type { Expression } from './kind.ts';
import type { RollupOptions } from './rollup.ts';

const isMoney = (field: AnyField | undefined): boolean => field?.kind === 'money' || field?.currency !== undefined;

/** The fields that are added up, down to those inside. */
const addends = (as: Expression | string): string[] => {
  if (typeof as === 'string') return [as];
  const parts = 'add' in as ? as.add : 'subtract' in as ? as.subtract : [];
  return (parts as readonly (Expression | string)[]).flatMap(addends);
};

test('what is summed or computed from money is told as money', () => {
  const found: string[] = [];
  for (const resource of model.resources.values())
    for (const [name, field] of Object.entries(resource.fields)) {
      const { of, sum } = field as unknown as RollupOptions;
      const summed = field.kind === 'rollup' && sum ? [model.get(of).fields[sum]] : [];
      const computed =
        field.kind === 'expression' ? addends(field.as as Expression).map((one) => resource.fields[one]) : [];
      if (![...summed, ...computed].some(isMoney)) continue;
      found.push(`${resource.name}.${name}`);
      expect([name, kindOf(field).format('-1234.5', field, 'de')]).toEqual([name, '−1.234,50\u00a0€']);
      expect([name, kindOf(field).format('1234.5', field, 'en')]).toEqual([name, '€\u00a01,234.50']);
    }
  expect(found).toContain('trainings.margin');
});
