import { z } from 'zod';
import { message } from '../messages.ts';
import { fieldOf } from './field.ts';
import { defineKind } from './kind.ts';

const longest = 100_000;
const storable = (value: unknown) => {
  const text = JSON.stringify(value);
  return text !== undefined && text.length <= longest && !text.includes('\\u0000') && !/\\ud[89a-f]/i.test(text);
};

export interface JsonOptions {
  /** Values that are possible, where a rule of the resource does not take every one. */
  readonly examples?: readonly unknown[];
}

/** Structured data without a shape of its own: settings, answers of other systems. */
export const json = fieldOf<'json', unknown, JsonOptions>('json');

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
  samples: (field) => ({
    valid: (
      (field.examples as readonly unknown[] | undefined) ?? [{ a: [1, 'ü', null, { b: false }] }, [], 'Text', 0, false]
    ).map((value) => ({ in: value })),
    invalid: [{ a: 'x\0' }, 'x'.repeat(longest), { a: '\ud800' }],
  }),
});
