import { z } from 'zod';
import { formatDate, fromZone, inZone, isDate, parseDate } from '../dates.ts';
import { message } from '../messages.ts';
import { fieldOf } from './field.ts';
import { defineKind } from './kind.ts';

/** The time zone of the installation; set once at start from the configuration. */
export const zone = { name: 'Europe/Berlin' };

const instant = (text: string) =>
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
  isDate(text.slice(0, 10)) &&
  !Number.isNaN(Date.parse(text));

/** An instant in UTC with milliseconds: `'2026-11-21T13:30:00.000Z'`; other offsets are converted. */
export const datetime = fieldOf<'datetime', string>('datetime');

export const datetimeKind = defineKind({
  name: 'datetime',
  columns: (_field, name) => [{ name, type: 'timestamptz' }],
  schema: () =>
    z
      .string({ error: message('datetime') })
      .refine(instant, { error: message('datetime'), abort: true })
      .transform((text) => new Date(text).toISOString())
      .refine((text) => /^(?!0000)\d{4}-/.test(text), { error: message('datetime') })
      .meta({ format: 'date-time' }),
  operators: ['eq', 'in', 'gte', 'lte', 'gt', 'lt', 'null'],
  sortable: true,
  format: (value, _field, locale) => {
    const shown = inZone(new Date(value), zone.name);
    return `${formatDate(shown.date, locale)} ${shown.time}`;
  },
  parse: (text) => {
    const [first = '', second = '00:00'] = text.trim().split(/[\sT,]+/);
    const day = parseDate(first);
    return day && /^\d{1,2}:\d{2}$/.test(second)
      ? fromZone(day, second.padStart(5, '0'), zone.name).toISOString()
      : text;
  },
  samples: () => ({
    valid: [
      { in: '2026-03-29T00:59:59.999Z' },
      { in: '2026-03-29T03:00:00+02:00', out: '2026-03-29T01:00:00.000Z' },
      { in: '2026-10-25T02:30:00+01:00', out: '2026-10-25T01:30:00.000Z' },
      { in: '2024-02-29T12:00:00Z', out: '2024-02-29T12:00:00.000Z' },
      { in: '0001-01-01T00:00:00.000Z' },
      { in: '9999-12-31T23:59:59.999Z' },
    ],
    invalid: ['2026-11-21', '2026-11-21T25:00:00Z', '2026-02-30T10:00:00Z', 'jetzt', 0, '2026-11-21T10:00:00'],
  }),
});
