import { formatDecimal } from '../numbers.ts';
import { type ExactOptions, exactCheck, exactOperators, exactSamples, exactSchema, parseExact } from './exact.ts';
import { type AnyField, fieldOf } from './field.ts';
import { defineKind } from './kind.ts';

export interface DecimalOptions extends ExactOptions {
  /** Digits in all, 18 unless given. */
  readonly precision?: number;
  /** Decimal places, 2 unless given. */
  readonly scale?: number;
}

const size = (field: AnyField) => ({
  precision: (field.precision as number) ?? 18,
  scale: (field.scale as number) ?? 2,
});

/** An exact number with a fixed count of decimal places. */
export const decimal = fieldOf<'decimal', string, DecimalOptions>('decimal');

export const decimalKind = defineKind({
  name: 'decimal',
  columns: (field, name) => [{ name, type: 'numeric', ...size(field), ...exactCheck(field) }],
  schema: (field) => exactSchema(size(field).precision, size(field).scale, field),
  operators: exactOperators,
  sortable: true,
  summable: true,
  format: (value, _field, locale) => formatDecimal(value, locale),
  parse: parseExact,
  samples: (field) => exactSamples(size(field).precision, size(field).scale, field),
});
