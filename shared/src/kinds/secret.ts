import { fieldOf } from './field.ts';
import { defineKind } from './kind.ts';
import { exactText } from './textual.ts';

export interface SecretOptions {
  /** Fewest characters. */
  readonly min?: number;
  /** What it looks like, where not every text will do. */
  readonly examples?: readonly string[];
}

/** A password or key: encrypted at rest, never sent back; reads as true when one is set. */
export const secret = fieldOf<'secret', string, SecretOptions>('secret');

export const secretKind = defineKind({
  name: 'secret',
  columns: (_field, name) => [{ name, type: 'text' }],
  schema: (field) => exactText(4000, field.min ?? 1),
  operators: ['null'],
  writeOnly: true,
  encrypted: true,
  format: (value, _field, locale) => (value ? (locale === 'de' ? 'hinterlegt' : 'set') : ''),
  parse: (text) => text,
  samples: (field) => ({
    valid: ((field.examples as readonly string[] | undefined) ?? ['geheim-ü😀']).map((example) => ({
      in: example,
      out: true,
    })),
    invalid: [1, '', 'x'.repeat(4001)],
  }),
});
