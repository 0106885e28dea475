import { z } from 'zod';
import { message } from '../messages.ts';
import { formatDecimal, parseDecimal } from '../numbers.ts';
import { fieldOf } from './field.ts';
import { defineKind } from './kind.ts';

export interface IntegerOptions {
  readonly min?: number;
  readonly max?: number;
  /** `false`: no amount but a number to tell things by, as versions, years and ports: no sum below lists, no signs between thousands. */
  readonly total?: boolean;
}

const limits = (field: IntegerOptions) => ({ min: field.min ?? -2_147_483_648, max: field.max ?? 2_147_483_647 });

/** A whole number of 32 bits. */
export const integer = fieldOf<'integer', number, IntegerOptions>('integer');

export const integerKind = defineKind({
  name: 'integer',
  columns: (field, name) => [
    {
      name,
      type: 'integer',
      ...(field.min !== undefined || field.max !== undefined
        ? { check: `? BETWEEN ${limits(field).min} AND ${limits(field).max}` }
        : {}),
    },
  ],
  schema: (field) => {
    const { min, max } = limits(field);
    return z
      .int({ error: message('integer') })
      .min(min, { error: message('minimum', { min }) })
      .max(max, { error: message('maximum', { max }) });
  },
  operators: ['eq', 'in', 'gte', 'lte', 'gt', 'lt', 'null'],
  sortable: true,
  summable: true,
  format: (value, field, locale) =>
    field.total === false ? String(value).replace('-', '\u2212') : formatDecimal(String(value), locale),
  parse: (text, _field, locale) => {
    const number = parseDecimal(text, locale);
    return number !== undefined && /^-?\d{1,15}$/.test(number) ? Number(number) : text;
  },
  samples: (field) => {
    const { min, max } = limits(field);
    return {
      valid: [{ in: min }, { in: max }, { in: Math.max(min, Math.min(max, 0)) }],
      invalid: ['7', 1.5, min - 1, max + 1, null as unknown as string, true, []].filter((v) => v !== null),
    };
  },
});
