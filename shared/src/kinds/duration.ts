import { z } from 'zod';
import { message } from '../messages.ts';
import { fieldOf } from './field.ts';
import { defineKind } from './kind.ts';

const longest = 60 * 24 * 366 * 10;

/** A length of time in whole minutes. */
export const duration = fieldOf<'duration', number>('duration');

export const durationKind = defineKind({
  name: 'duration',
  columns: (_field, name) => [{ name, type: 'integer', check: `? BETWEEN 0 AND ${longest}` }],
  schema: () =>
    z
      .int({ error: message('duration') })
      .min(0, { error: message('minimum', { min: 0 }) })
      .max(longest, { error: message('duration') }),
  operators: ['eq', 'in', 'gte', 'lte', 'gt', 'lt', 'null'],
  sortable: true,
  summable: true,
  format: (value: number | string) =>
    `${Math.floor(Number(value) / 60)}:${String(Number(value) % 60).padStart(2, '0')} h`,
  parse: (text) => {
    const clock = /^(\d+):([0-5]\d)\s*(?:h|std\.?)?$/i.exec(text.trim());
    if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
    const hours = /^(\d+(?:[.,]\d+)?)\s*(?:h|std\.?)$/i.exec(text.trim());
    if (hours) return Math.round(Number(hours[1]!.replace(',', '.')) * 60);
    const minutes = /^(\d+)\s*(?:m|min\.?)?$/i.exec(text.trim());
    return minutes ? Number(minutes[1]) : text;
  },
  samples: () => ({ valid: [{ in: 0 }, { in: 90 }, { in: longest }], invalid: [-1, 1.5, '1:30', longest + 1] }),
});
