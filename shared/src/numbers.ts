import { Decimal } from 'decimal.js';
import type { Locale } from './kinds/kind.ts';

/** Exact decimal with the one rounding rule of the house: half away from zero. */
export const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -100, toExpPos: 100 });

const separators = { de: { group: '.', point: ',' }, en: { group: ',', point: '.' } };

/** `1234.5` to `1.234,50`; keeps every digit of the input (no floating point). The minus is a real minus sign. */
export function formatDecimal(value: string, locale: Locale, scale?: number): string {
  const text = scale === undefined ? new Exact(value).toFixed() : new Exact(value).toFixed(scale);
  const [whole = '0', fraction] = text.replace('-', '').split('.');
  const { group, point } = separators[locale];
  const sign = text.startsWith('-') ? '\u2212' : '';
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, group) + (fraction ? point + fraction : '');
}

/**
 * Reads a number as people write it: `1.234,56`, `1234,5`, `-3`, `1,234.56` in English, with or without currency sign.
 * Returns the canonical text (`1234.56`) or undefined when it can not be read without guessing.
 */
export function parseDecimal(input: string, locale: Locale): string | undefined {
  let text = input
    .replace(/[\s\u00a0\u202f€%]|CHF|EUR/g, '')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/^\+/, '');
  if (/^\(.+\)$/.test(text)) text = `-${text.slice(1, -1)}`;
  if (/^-?\d+$/.test(text)) return new Exact(text).toFixed();
  const { group, point } = separators[locale];
  const grouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${point}\\d*)?$`);
  const plain = new RegExp(`^-?\\d*\\${point}\\d+$|^-?\\d+\\${point}$`);
  if (grouped.test(text)) text = text.split(group).join('').replace(point, '.');
  else if (plain.test(text)) text = text.replace(point, '.');
  else if (locale === 'de' && /^-?\d*\.(\d{1,2}|\d{4,})$/.test(text)) {
    // a technical number in a German file: one point that can not be a thousands separator
  } else return undefined;
  try {
    return new Exact(text).toFixed();
  } catch {
    return undefined;
  }
}
