import { formatDecimal } from '../numbers.ts';
import { type ExactOptions, exactCheck, exactOperators, exactSamples, exactSchema, parseExact } from './exact.ts';
import { fieldOf } from './field.ts';
import { defineKind } from './kind.ts';

/** A percentage: `'19.00'` is 19 %. */
export const percent = fieldOf<'percent', string, ExactOptions>('percent');

export const percentKind = defineKind({
  name: 'percent',
  columns: (field, name) => [{ name, type: 'numeric', precision: 9, scale: 2, ...exactCheck(field) }],
  schema: (field) => exactSchema(9, 2, field),
  operators: exactOperators,
  sortable: true,
  format: (value, _field, locale) => `${formatDecimal(value, locale)}\u00a0%`,
  parse: parseExact,
  samples: (field) => exactSamples(9, 2, field),
});
