import { formatDecimal } from '../numbers.ts';
import { type ExactOptions, exactCheck, exactOperators, exactSamples, exactSchema, parseExact } from './exact.ts';
import { type AnyField, fieldOf } from './field.ts';
import { defineKind, type Locale } from './kind.ts';

export interface MoneyOptions extends ExactOptions {
  /** Decimal places, 2 unless given (unit prices may need 4). */
  readonly scale?: number;
  /** ISO 4217 code, or the field that holds it; the company's currency (EUR) unless given. */
  readonly currency?: 'EUR' | 'CHF' | { readonly field: string };
}

const scaleOf = (field: AnyField) => (field.scale as number) ?? 2;
const signs: Record<string, string> = { EUR: '€', CHF: 'CHF' };

/** The sign of the currency that the field names; with a currency field the record decides. */
export function currencySign(field: AnyField, record?: Record<string, unknown>): string {
  const currency = (field as MoneyOptions).currency ?? 'EUR';
  const code = typeof currency === 'string' ? currency : String(record?.[currency.field] ?? 'EUR');
  return signs[code] ?? code;
}

/** `1.234,56 €`: an amount with the sign of its currency, in the decimal places of its field. */
export const formatMoney = (value: string, field: AnyField, locale: Locale): string =>
  locale === 'de'
    ? `${formatDecimal(value, locale, scaleOf(field))}\u00a0${currencySign(field)}`
    : `${currencySign(field)}\u00a0${formatDecimal(value, locale, scaleOf(field))}`;

/** An exact amount of money. */
export const money = fieldOf<'money', string, MoneyOptions>('money');

export const moneyKind = defineKind({
  name: 'money',
  columns: (field, name) => [{ name, type: 'numeric', precision: 17, scale: scaleOf(field), ...exactCheck(field) }],
  schema: (field) => exactSchema(17, scaleOf(field), field),
  operators: exactOperators,
  sortable: true,
  summable: true,
  format: formatMoney,
  parse: parseExact,
  samples: (field) => exactSamples(17, scaleOf(field), field),
});
