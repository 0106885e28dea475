import { z } from 'zod';
import { message } from '../messages.ts';
import { fieldOf } from './field.ts';
import { defineKind } from './kind.ts';
import { asIs, textOperators, trimmed } from './textual.ts';

/** RFC 5321 limits; umlaut domains are accepted, quoted local parts are not. */
const pattern =
  /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,63}$/u;
const valid = (text: string) => pattern.test(text) && !/^\.|\.\.|\.@/.test(text);

/** An e-mail address; the domain is kept in lower case, and the whole of one that must be unique (people sign in by it). */
export const email = fieldOf<'email', string>('email');

export const emailKind = defineKind({
  name: 'email',
  columns: (_field, name) => [{ name, type: 'text', sorted: true, check: 'char_length(?) <= 254' }],
  schema: (field) =>
    z
      .string({ error: message('email') })
      .trim()
      .max(254, { error: message('email') })
      .refine(valid, { error: message('email') })
      .transform((text) => text.replace(field.unique ? /.*/ : /@.*$/, (part) => part.toLowerCase())),
  operators: textOperators,
  sortable: true,
  format: asIs,
  parse: trimmed,
  samples: (field) => ({
    valid: [
      { in: 'anna.müller@example.de' },
      { in: 'Info@Größe.DE', out: field.unique ? 'info@größe.de' : 'Info@größe.de' },
      { in: "o'hara+x@sub.example.co.at" },
    ],
    invalid: ['anna', 'a@b', '@example.de', 'a b@example.de', 'a..b@example.de', 'a@example.de\nBcc: x@example.de', 5],
  }),
});
