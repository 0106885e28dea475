import { z } from 'zod';
import { message } from '../messages.ts';
import { type Options, oneOf, optionLabel, optionSchema, parseOption } from './choice.ts';
import type { CommonOptions, Field, Label } from './field.ts';
import { defineKind } from './kind.ts';

/** Several of a fixed set of values, each at most once, in the declared order. */
export function choices<const C extends Options, const O extends CommonOptions<readonly (keyof C & string)[]>>(
  label: Label,
  options: C,
  more?: O,
): Field<'choices', (keyof C & string)[], NoInfer<O> & { readonly options: C }> {
  return { ...more, kind: 'choices', label, options } as never;
}

export const choicesKind = defineKind({
  name: 'choices',
  columns: (_field, name) => [{ name, type: 'text[]', notNull: true, default: "'{}'" }],
  schema: (field) =>
    z
      .array(optionSchema(field), { error: message('list') })
      .transform((values) => oneOf(field).filter((value) => values.includes(value))),
  operators: ['has', 'null'],
  format: (values: string[], field, locale) => values.map((value) => optionLabel(field, value, locale)).join(', '),
  parse: (text, field) =>
    text
      .split(/[,;|]/)
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => parseOption(part, field)),
  samples: (field) => ({
    valid: [{ in: [] }, { in: oneOf(field) }, { in: [oneOf(field)[0], oneOf(field)[0]], out: [oneOf(field)[0]] }],
    invalid: ['x', ['no_such_value'], [1], {}],
  }),
});
