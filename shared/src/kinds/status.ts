import { type Options, oneOf, optionLabel, optionSchema, parseOption, type Toned } from './choice.ts';
import type { CommonOptions, Field, Label } from './field.ts';
import { defineKind } from './kind.ts';

/** The state of a workflow. It changes by transition only; create and update can not touch it. */
export function status<const S extends Options, const O extends CommonOptions<keyof S & string> & Toned<keyof S>>(
  label: Label,
  options: S,
  more?: O,
): Field<'status', keyof S & string, NoInfer<O> & { readonly options: S }> {
  return { ...more, kind: 'status', label, options } as never;
}

export const statusKind = defineKind({
  name: 'status',
  columns: (field, name) => [{ name, type: 'text', notNull: true, oneOf: oneOf(field) }],
  schema: optionSchema,
  operators: ['eq', 'in'],
  sortable: true,
  computed: true,
  format: (value, field, locale) => optionLabel(field, value, locale),
  parse: parseOption,
  samples: (field) => ({ valid: oneOf(field).map((value) => ({ in: value })), invalid: ['no_such_state', 1, ''] }),
});
