import { z } from 'zod';
import { message } from '../messages.ts';
import { fieldOf } from './field.ts';
import { defineKind } from './kind.ts';

const words: Record<string, boolean> = {
  ja: true,
  j: true,
  yes: true,
  y: true,
  true: true,
  wahr: true,
  x: true,
  '1': true,
  nein: false,
  n: false,
  no: false,
  false: false,
  falsch: false,
  '0': false,
};

/** Yes or no; false unless a default is given. */
export const boolean = fieldOf<'boolean', boolean>('boolean');

export const booleanKind = defineKind({
  name: 'boolean',
  columns: (field, name) => [{ name, type: 'boolean', notNull: true, default: String(field.default ?? false) }],
  schema: () => z.boolean({ error: message('boolean') }),
  operators: ['eq', 'in', 'null'],
  sortable: true,
  format: (value, _field, locale) => (locale === 'de' ? (value ? 'Ja' : 'Nein') : value ? 'Yes' : 'No'),
  parse: (text) => words[text.trim().toLowerCase()] ?? text,
  samples: () => ({ valid: [{ in: true }, { in: false }], invalid: ['ja', 1, 'true', {}] }),
});
