import { z } from 'zod';
import { message } from '../messages.ts';
import type { CommonOptions, Field, Label } from './field.ts';
import { idSchema } from './identifiers.ts';
import { defineKind } from './kind.ts';

export interface ReferencesOptions {
  readonly to: string;
  /** Declared resource that links both sides; then the field is read-only and `where` may narrow it. */
  readonly through?: string;
  readonly where?: { readonly [field: string]: string | readonly string[] };
}

/**
 * Several records of another resource, as a list of ids. Kept in a pair table of its own, or read `through` a declared
 * resource whose rows have a life of their own.
 */
export function references<const O extends ReferencesOptions & CommonOptions<readonly string[]>>(
  label: Label,
  options: O,
): Field<'references', string[], O> {
  return { ...options, kind: 'references', label } as never;
}

export const referencesKind = defineKind({
  name: 'references',
  columns: () => [],
  schema: () =>
    z
      .array(idSchema, { error: message('list') })
      .max(1000, { error: message('maximum', { max: 1000 }) })
      .transform((ids) => [...new Set(ids)].sort()),
  operators: ['has', 'null'],
  format: (ids: string[]) => ids.join(', '),
  parse: (text) =>
    text
      .split(/[,;|]/)
      .map((part) => part.trim())
      .filter(Boolean),
  samples: () => ({ valid: [{ in: [] }], invalid: ['x', ['x'], [1], {}] }),
});
