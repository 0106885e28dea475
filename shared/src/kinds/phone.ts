import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';
import { message } from '../messages.ts';
import { fieldOf } from './field.ts';
import { defineKind } from './kind.ts';
import { asIs, textOperators, trimmed } from './textual.ts';

const read = (text: string) => {
  const number = parsePhoneNumberFromString(text, 'DE');
  return number?.isPossible() && !number.ext ? number : undefined;
};

/** A telephone number, kept in international form (`+49 221 123456`); without country code it is German. */
export const phone = fieldOf<'phone', string>('phone');

export const phoneKind = defineKind({
  name: 'phone',
  columns: (_field, name) => [{ name, type: 'text', check: 'char_length(?) <= 40' }],
  schema: () =>
    z
      .string({ error: message('phone') })
      .max(40, { error: message('phone') })
      .refine((text) => /^[\d\s()+/.–-]+$/.test(text) && read(text) !== undefined, { error: message('phone') })
      .transform((text) => read(text)?.formatInternational() ?? text),
  operators: textOperators,
  format: asIs,
  parse: trimmed,
  samples: () => ({
    valid: [
      { in: '0221 123456', out: '+49 221 123456' },
      { in: '+43 1 5880055', out: '+43 1 5880055' },
      { in: '+41 44 668 18 00', out: '+41 44 668 18 00' },
    ],
    invalid: ['abc', '12', 5, '0221 CALL ME', '+49 221 123456 ext. 5'],
  }),
});
