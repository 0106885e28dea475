import { z } from 'zod';
import { message } from '../messages.ts';
import type { CommonOptions, Field, Label } from './field.ts';
import { defineKind } from './kind.ts';

export interface LinesOptions {
  /** The owned resource. */
  readonly of: string;
  /** The child's reference or subject field that names the parent. */
  readonly by: string;
  /** Rows that are possible, where a rule of the resource does not take every one. */
  readonly examples?: readonly Readonly<Record<string, unknown>>[];
}

/** Children owned by the record: sent, validated and saved with it in one transaction, matched by id. */
export function lines<const O extends LinesOptions & CommonOptions<never>>(
  label: Label,
  options: O,
): Field<'lines', Record<string, unknown>[], O> {
  return { ...options, kind: 'lines', label } as never;
}

export const linesKind = defineKind({
  name: 'lines',
  columns: () => [],
  schema: () =>
    z
      .array(z.record(z.string(), z.unknown(), { error: message('lines') }), { error: message('lines') })
      .max(2000, { error: message('maximum', { max: 2000 }) }),
  operators: [],
  format: (rows: unknown[]) => String(rows.length),
  parse: (text) => text,
  samples: () => ({ valid: [{ in: [] }], invalid: ['x', [1], {}] }),
});
