import { z } from 'zod';
import { message } from '../messages.ts';
import { fieldOf } from './field.ts';
import { defineKind } from './kind.ts';
import { textOperators, trimmed } from './textual.ts';

/** Length of the numbers of a country (ISO 13616); others have 15 to 34 signs. */
const lengths: Readonly<Record<string, number>> = { DE: 22, AT: 20, CH: 21, LI: 21 };

const compact = (text: string) => text.replace(/[\s\u00a0]/g, '').toUpperCase();

/** The country's first, letters as numbers from 10 on: what is left after dividing by 97 is 1 (ISO 7064, MOD 97-10). */
function valid(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  if (text.length !== (lengths[text.slice(0, 2)] ?? text.length)) return false;
  const digits = (text.slice(4) + text.slice(0, 4)).replace(/[A-Z]/g, (sign) => String(sign.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}

/** The number of a bank account (ISO 13616), kept without spaces and shown in groups of four. */
export const iban = fieldOf<'iban', string>('iban');

export const ibanKind = defineKind({
  name: 'iban',
  columns: (_field, name) => [{ name, type: 'text', check: "? ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'" }],
  schema: () =>
    z
      .string({ error: message('iban') })
      .max(60, { error: message('iban') })
      .transform(compact)
      .refine(valid, { error: message('iban') }),
  operators: textOperators,
  format: (value) => String(value).replace(/(.{4})(?=.)/g, '$1\u00a0'),
  parse: trimmed,
  samples: () => ({
    valid: [
      { in: 'DE89 3704 0044 0532 0130 00', out: 'DE89370400440532013000' },
      { in: 'at611904300234573201', out: 'AT611904300234573201' },
      { in: 'CH9300762011623852957', out: 'CH9300762011623852957' },
    ],
    invalid: ['DE88 3704 0044 0532 0130 00', 'DE89370400440532013', 'DE', 'abc', 5],
  }),
});
