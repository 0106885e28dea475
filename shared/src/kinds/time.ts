import { z } from 'zod';
import { message } from '../messages.ts';
import { fieldOf } from './field.ts';
import { defineKind } from './kind.ts';

/** A time of day: `'14:30'`. */
export const time = fieldOf<'time', string>('time');

export const timeKind = defineKind({
  name: 'time',
  columns: (_field, name) => [{ name, type: 'time' }],
  schema: () =>
    z
      .string({ error: message('time') })
      .regex(/^([01]\d|2[0-3]):[0-5]\d(:00)?$/, { error: message('time') })
      .transform((text) => text.slice(0, 5)),
  operators: ['eq', 'in', 'gte', 'lte', 'gt', 'lt', 'null'],
  sortable: true,
  format: (value: string, _field, locale) => (locale === 'de' ? `${value} Uhr` : value),
  parse: (text) => {
    const match = /^(\d{1,2})(?::?(\d{2}))?\s*(?:uhr|h)?$/i.exec(text.trim());
    return match ? `${match[1]!.padStart(2, '0')}:${match[2] ?? '00'}` : text;
  },
  samples: () => ({
    valid: [{ in: '00:00' }, { in: '23:59' }, { in: '02:30:00', out: '02:30' }],
    invalid: ['24:00', '7:30', 'mittags', 730, '12:60'],
  }),
});
