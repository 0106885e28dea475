import { z } from 'zod';
import { message } from '../messages.ts';
import { Exact, parseDecimal } from '../numbers.ts';
import type { Locale, Operator, Samples } from './kind.ts';

/** What the exact numbers (decimal, money, percent) share. On the wire they are texts in canonical form. */
export interface ExactOptions {
  /** Lowest and highest value as text, e.g. `'0'`. */
  readonly min?: string;
  readonly max?: string;
}

export const exactOperators = ['eq', 'in', 'gte', 'lte', 'gt', 'lt', 'null'] as const satisfies readonly Operator[];

/** Canonical text with `scale` decimal places; more places, more digits or another notation are refused, never rounded. */
export function exactSchema(precision: number, scale: number, options: ExactOptions): z.ZodType<string> {
  const largest = new Exact(10).pow(precision - scale).minus(new Exact(10).pow(-scale));
  const min = new Exact(options.min ?? largest.negated());
  const max = new Exact(options.max ?? largest);
  return z
    .union([z.string(), z.number().refine((n) => Number.isFinite(n) && String(n).replace(/\D/g, '').length <= 15)], {
      error: message('decimal'),
    })
    .transform(String)
    .refine((text) => /^-?\d{1,40}(\.\d{1,40})?$/.test(text), { error: message('decimal'), abort: true })
    .refine((text) => new Exact(text).decimalPlaces() <= scale, { error: message('too_many_digits', { scale }) })
    .refine((text) => new Exact(text).gte(min), { error: message('minimum', { min: min.toFixed() }) })
    .refine((text) => new Exact(text).lte(max), { error: message('maximum', { max: max.toFixed() }) })
    .transform((text) =>
      new Exact(text)
        .plus(0)
        .toFixed(scale)
        .replace(/^-(0(\.0*)?)$/, '$1'),
    );
}

export const exactCheck = (options: ExactOptions): { check: string } | object => {
  const parts = [options.min && `? >= ${options.min}`, options.max && `? <= ${options.max}`].filter(Boolean);
  return parts.length ? { check: parts.join(' AND ') } : {};
};

export const parseExact = (text: string, _field: unknown, locale: Locale) => parseDecimal(text, locale) ?? text;

export function exactSamples(precision: number, scale: number, options: ExactOptions): Samples {
  const nines = `${'9'.repeat(precision - scale)}${scale ? `.${'9'.repeat(scale)}` : ''}`;
  const low = options.min ?? `-${nines}`;
  const high = options.max ?? nines;
  const canonical = (value: string) => new Exact(value).toFixed(scale);
  const within = (value: string) =>
    new Exact(value).decimalPlaces() <= scale && new Exact(low).lte(value) && new Exact(high).gte(value);
  return {
    valid: [low, high, '1.5', '1'].filter(within).map((value) => ({ in: value, out: canonical(value) })),
    invalid: ['1.234,56', 'abc', {}, '1e5', `0.${'1'.repeat(scale + 1)}`, `${nines}9`, true],
  };
}
