import { z } from 'zod';
import { message } from '../messages.ts';
import { fieldOf } from './field.ts';
import { defineKind } from './kind.ts';

const longest = 100_000;
const storable = (value: unknown) => {
  const text = JSON.stringify(value);
  return text !== undefined && text.length <= longest && !text.includes('\\u0000') && !/\\ud[89a-f]/i.test(text);
};

/** Structured data without a shape of its own: settings, answers of other systems. */
export const json = fieldOf<'json', unknown>('json');

export const jsonKind = defineKind({
  name: 'json',
  columns: (_field, name) => [{ name, type: 'jsonb' }],
  schema: () =>
    z
      .json({ error: message('json') })
      .refine(storable, { error: message('json') })
      .meta({ description: 'any JSON value' }),
  operators: ['null'],
  format: (value) => JSON.stringify(value),
  parse: (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  },
  toDatabase: (value) => JSON.stringify(value),
  samples: () => ({
    valid: [{ in: { a: [1, 'ü', null, { b: false }] } }, { in: [] }, { in: 'Text' }, { in: 0 }, { in: false }],
    invalid: [{ a: 'x\0' }, 'x'.repeat(longest), { a: '\ud800' }],
  }),
});
