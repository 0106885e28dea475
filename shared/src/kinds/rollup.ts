import { z } from 'zod';
import { formatDecimal } from '../numbers.ts';
import { exactSchema } from './exact.ts';
import type { CommonOptions, Field, Label } from './field.ts';
import { defineKind } from './kind.ts';
import { formatMoney } from './money.ts';

export interface RollupOptions {
  /** The resource whose rows are rolled up. */
  readonly of: string;
  /** Its reference or subject field that names this record. */
  readonly by: string;
  /** How: count the rows (or only those in which a field is given), or sum, mean, min or max of a field. */
  readonly count?: true | string;
  readonly sum?: string;
  /** Of the rows in which the field is given: what nobody said lowers no mean. */
  readonly mean?: string;
  readonly min?: string;
  readonly max?: string;
  /** Only rows in which these fields have these values. */
  readonly where?: { readonly [field: string]: string | boolean | readonly string[] };
  /** It is an amount of money, in this currency. */
  readonly currency?: 'EUR' | 'CHF';
}

/** A figure over the rows that belong to the record, kept up to date by the database in the writing transaction. */
export function rollup<const O extends RollupOptions & CommonOptions<never>>(
  label: Label,
  options: O,
): Field<'rollup', number | string, O> {
  return { ...options, kind: 'rollup', label } as never;
}

export const rollupKind = defineKind({
  name: 'rollup',
  columns: (field, name) => [
    field.count
      ? { name, type: 'integer', notNull: true, default: '0' }
      : { name, type: 'numeric', precision: 20, scale: 2, ...(field.sum ? { notNull: true, default: '0' } : {}) },
  ],
  schema: (field) => (field.count ? z.int() : exactSchema(20, 2, {})),
  operators: ['eq', 'in', 'gte', 'lte', 'gt', 'lt', 'null'],
  sortable: true,
  // a mean of each adds up to nothing
  summable: (field) => field.mean === undefined,
  computed: true,
  format: (value, field, locale) =>
    field.currency ? formatMoney(String(value), field, locale) : formatDecimal(String(value), locale),
  parse: (text) => text,
  samples: () => ({ valid: [], invalid: [] }),
  check: (field) =>
    ['count', 'sum', 'mean', 'min', 'max'].filter((how) => field[how] !== undefined).length === 1
      ? []
      : ['needs exactly one of count, sum, mean, min, max'],
});
