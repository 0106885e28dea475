import { z } from 'zod';
import { formatDate, isDate, parseDate } from '../dates.ts';
import { message } from '../messages.ts';
import { fieldOf } from './field.ts';
import { defineKind } from './kind.ts';

/** A calendar date without time of day: `'2026-11-21'`. */
export const date = fieldOf<'date', string>('date');

export const dateKind = defineKind({
  name: 'date',
  columns: (_field, name) => [{ name, type: 'date' }],
  schema: () =>
    z
      .string({ error: message('date') })
      .refine(isDate, { error: message('date') })
      .meta({ format: 'date' }),
  operators: ['eq', 'in', 'gte', 'lte', 'gt', 'lt', 'null'],
  sortable: true,
  format: (value, _field, locale) => formatDate(value, locale),
  parse: (text) => parseDate(text) ?? text,
  samples: () => ({
    valid: [{ in: '2024-02-29' }, { in: '0001-01-01' }, { in: '9999-12-31' }, { in: '2026-03-29' }],
    invalid: [
      '2023-02-29',
      '21.11.2026',
      '2026-13-01',
      '2026-1-1',
      'heute',
      20261121,
      '2026-11-21T00:00:00Z',
      '0000-01-01',
    ],
  }),
});
