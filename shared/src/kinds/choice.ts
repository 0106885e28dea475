import { z } from 'zod';
import { message } from '../messages.ts';
import type { AnyField, CommonOptions, Field, Label } from './field.ts';
import { defineKind, type Locale } from './kind.ts';

/** The offered values with their labels, in the order in which they are shown. */
export type Options = { readonly [value: string]: Label };

const optionText = (label: Label, locale: Locale, value: string) =>
  typeof label === 'string'
    ? locale === 'de'
      ? label
      : value.charAt(0).toUpperCase() + value.slice(1).replaceAll('_', ' ')
    : label[locale];

/** The label of one offered value. */
export const optionLabel = (field: AnyField, value: string, locale: Locale): string => {
  const label = (field.options as Options | undefined)?.[value];
  return label === undefined ? value : optionText(label, locale, value);
};

/** Reads a value or its label in either language. */
export function parseOption(text: string, field: AnyField): string {
  const wanted = text.trim().toLowerCase();
  const found = Object.keys(field.options as Options).find((value) =>
    [value, optionLabel(field, value, 'de'), optionLabel(field, value, 'en')].some((t) => t.toLowerCase() === wanted),
  );
  return found ?? text;
}

export const oneOf = (field: AnyField) => Object.keys(field.options as Options);
export const optionSchema = (field: AnyField) =>
  z.enum(oneOf(field) as [string, ...string[]], { error: message('choice') });

/** How a state is to be read: open, in work, waits, done, failed. Colours and icons follow from it. */
export type Tone = 'neutral' | 'info' | 'warning' | 'success' | 'error';

/** Values that are states have a tone; what has none of its own is neutral. */
export interface Toned<K extends PropertyKey> {
  readonly tones?: { readonly [V in K]?: Tone };
}

/** One of a fixed set of values: `choice('Format', { online: 'Online', classroom: 'Präsenz' })`. */
export function choice<const C extends Options, const O extends CommonOptions<keyof C & string> & Toned<keyof C>>(
  label: Label,
  options: C,
  more?: O,
): Field<'choice', keyof C & string, NoInfer<O> & { readonly options: C }> {
  return { ...more, kind: 'choice', label, options } as never;
}

export const choiceKind = defineKind({
  name: 'choice',
  columns: (field, name) => [{ name, type: 'text', oneOf: oneOf(field) }],
  schema: optionSchema,
  operators: ['eq', 'in', 'null'],
  sortable: true,
  format: (value, field, locale) => optionLabel(field, value, locale),
  parse: parseOption,
  samples: (field) => ({
    valid: oneOf(field).map((value) => ({ in: value })),
    invalid: ['no_such_value', 1, '', ['a']],
  }),
  check: (field) => (oneOf(field).length === 0 ? ['offers no value'] : []),
});
