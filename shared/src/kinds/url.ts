import { z } from 'zod';
import { message } from '../messages.ts';
import { fieldOf } from './field.ts';
import { defineKind } from './kind.ts';
import { asIs, textOperators, trimmed } from './textual.ts';

const valid = (text: string) => {
  if (!URL.canParse(text)) return false;
  const parsed = new URL(text);
  return /^https?:$/.test(parsed.protocol) && parsed.hostname.includes('.') && !/\s/.test(text);
};

/** A web address; `www.example.de` becomes `https://www.example.de`. */
export const url = fieldOf<'url', string>('url');

export const urlKind = defineKind({
  name: 'url',
  columns: (_field, name) => [{ name, type: 'text', check: 'char_length(?) <= 2000' }],
  schema: () =>
    z
      .string({ error: message('url') })
      .trim()
      .max(1990, { error: message('too_long', { max: 1990 }) })
      .transform((text) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`))
      .refine(valid, { error: message('url') }),
  operators: textOperators,
  format: asIs,
  parse: trimmed,
  samples: () => ({
    valid: [{ in: 'https://www.example.de/über?a=1#b' }, { in: 'www.example.de', out: 'https://www.example.de' }],
    invalid: ['javascript:alert(1)', 'kein link', 5, 'ftp://example.de', 'https://'],
  }),
});
