import { z } from 'zod';
import { message } from '../messages.ts';
import { fieldOf } from './field.ts';
import { defineKind } from './kind.ts';
import { asIs, trimmed } from './textual.ts';

/** A colour: `'#1a7f5a'`. */
export const colour = fieldOf<'colour', string>('colour');

export const colourKind = defineKind({
  name: 'colour',
  columns: (_field, name) => [{ name, type: 'text', check: "? ~ '^#[0-9a-f]{6}$'" }],
  schema: () =>
    z
      .string({ error: message('colour') })
      .regex(/^#[0-9a-fA-F]{6}$/, { error: message('colour') })
      .transform((text) => text.toLowerCase()),
  operators: ['eq', 'in', 'null'],
  format: asIs,
  parse: trimmed,
  samples: () => ({
    valid: [{ in: '#1a7f5a' }, { in: '#FFCC00', out: '#ffcc00' }],
    invalid: ['rot', '#fff', 5, '#12345g'],
  }),
});
