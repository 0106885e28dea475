import type { CommonOptions, Field, Label } from './field.ts';
import { idSchema, invalidIds } from './identifiers.ts';
import { defineKind } from './kind.ts';
import { asIs, trimmed } from './textual.ts';

export interface ReferenceOptions {
  /** Name of the resource that is referred to. */
  readonly to: string;
  /** What happens here when the target is deleted for good. `restrict` unless given. */
  readonly onDelete?: 'restrict' | 'cascade' | 'set_null';
  /** A column that both records have, and in which they never differ: who was there is enrolled in the same training. */
  readonly same?: string;
  /** A subject of the same row that may point to the same record: among related records the row then shows once, by this field. */
  readonly covers?: string;
}

/** A record of another resource, by its id. */
export function reference<const O extends ReferenceOptions & CommonOptions<string>>(
  label: Label,
  options: O,
): Field<'reference', string, O> {
  return { ...options, kind: 'reference', label };
}

export const referenceKind = defineKind({
  name: 'reference',
  columns: (field, name) => [
    { name, type: 'uuid', references: { resource: field.to, onDelete: field.onDelete ?? 'restrict' } },
  ],
  schema: () => idSchema,
  operators: ['eq', 'in', 'null'],
  format: asIs,
  parse: trimmed,
  samples: () => ({ valid: [], invalid: invalidIds }),
});
