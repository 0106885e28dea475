import { propertiesOf, type Resource, text } from '@kontor/shared';
import { model } from '@kontor/shared/modules/index';
import { expect, test } from 'vitest';
import { behaviours } from '../modules/index.ts';
import { validateCompleted } from './complete.ts';
import type { Context } from './context.ts';

test('what behaviours fill in is declared, so that forms can show it, and the other way round', () => {
  const declared = [...model.resources.values()].filter(({ completes }) => completes).map(({ name }) => name);
  const filling = Object.keys(behaviours).filter((name) => behaviours[name]?.complete);
  expect(declared.length).toBeGreaterThan(0);
  expect(declared.toSorted()).toEqual(filling.toSorted());
});

test('what the house fills in is not missing, though the writer may not write it', () => {
  const resource: Resource = {
    name: 'things',
    label: { de: ['Ding', 'Dinge'] },
    title: ['name'],
    fields: {
      name: text('Name', { required: true }),
      code: text('Code', { required: true, guard: 'prices' }),
    },
  };
  const context = { access: { properties: propertiesOf, opensFor: () => false } } as unknown as Context;
  const checked = (house: object) => validateCompleted(context, resource, { body: { name: 'x' }, house: { ...house } });
  const { columns, errors } = checked({ code: 'c' });
  expect([columns, Object.keys(errors)]).toEqual([{ name: 'x', code: 'c' }, []]);
  for (const nothing of [{}, { code: null }]) expect(Object.keys(checked(nothing).errors)).toEqual(['code']);
});
