import { z } from 'zod';
import { message } from '../messages.ts';
import { fieldOf } from './field.ts';
import { defineKind } from './kind.ts';
import { plainText } from './textual.ts';

/** A postal address as one value. */
export interface Address {
  street?: string;
  extra?: string;
  postcode?: string;
  city?: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

/** Digits of a postcode per country: Germany 5, Austria 4, Switzerland 4, Liechtenstein 4. */
const postcodes: Record<string, RegExp> = { DE: /^\d{5}$/, AT: /^\d{4}$/, CH: /^\d{4}$/, LI: /^\d{4}$/ };

/** The countries offered in inputs, most used first. */
export const countries: Record<string, { de: string; en: string }> = {
  DE: { de: 'Deutschland', en: 'Germany' },
  AT: { de: 'Österreich', en: 'Austria' },
  CH: { de: 'Schweiz', en: 'Switzerland' },
  LI: { de: 'Liechtenstein', en: 'Liechtenstein' },
  BE: { de: 'Belgien', en: 'Belgium' },
  CZ: { de: 'Tschechien', en: 'Czechia' },
  DK: { de: 'Dänemark', en: 'Denmark' },
  FR: { de: 'Frankreich', en: 'France' },
  IT: { de: 'Italien', en: 'Italy' },
  LU: { de: 'Luxemburg', en: 'Luxembourg' },
  NL: { de: 'Niederlande', en: 'Netherlands' },
  PL: { de: 'Polen', en: 'Poland' },
};

/** Street, postcode, town and country in one value. */
export const address = fieldOf<'address', Address>('address');

export const addressKind = defineKind({
  name: 'address',
  columns: (_field, name) => [{ name, type: 'jsonb', check: "jsonb_typeof(?) = 'object'" }],
  schema: () =>
    z
      .strictObject(
        {
          street: plainText(120).optional(),
          extra: plainText(120).optional(),
          postcode: plainText(12).optional(),
          city: plainText(120).optional(),
          country: z
            .string({ error: message('country') })
            .regex(/^[A-Z]{2}$/, { error: message('country') })
            .default('DE'),
        },
        { error: message('address') },
      )
      .refine((value) => !value.postcode || (postcodes[value.country]?.test(value.postcode) ?? true), {
        error: message('postcode'),
      }),
  operators: ['null', 'ilike'],
  format: (value: Address, _field, locale) =>
    [
      value.street,
      value.extra,
      [value.postcode, value.city].filter(Boolean).join(' '),
      value.country === 'DE' ? '' : (countries[value.country]?.[locale] ?? value.country),
    ]
      .filter(Boolean)
      .join(', '),
  parse: (text) => {
    const match = /^(.*?),\s*(\d{4,5})\s+([^,]+)(?:,\s*(.+))?$/.exec(text.trim());
    if (!match) return text;
    const land = match[4]?.trim().toLowerCase();
    const country =
      Object.entries(countries).find(([code, names]) =>
        [code, names.de, names.en].some((n) => n.toLowerCase() === land),
      )?.[0] ?? (match[2]!.length === 4 ? 'AT' : 'DE');
    return { street: match[1], postcode: match[2], city: match[3]!.trim(), country };
  },
  toDatabase: (value) => JSON.stringify(value),
  samples: () => ({
    valid: [
      { in: { street: 'Große Straße 1', postcode: '50667', city: 'Köln', country: 'DE' } },
      { in: { city: 'Wien', postcode: '1010', country: 'AT' } },
      { in: {}, out: { country: 'DE' } },
    ],
    invalid: ['Köln', { postcode: '123', country: 'DE' }, { country: 'Deutschland' }, { town: 'x' }, 5, []],
  }),
});
