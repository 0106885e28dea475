import { fieldOf } from './field.ts';
import { idSchema, invalidIds } from './identifiers.ts';
import { defineKind } from './kind.ts';
import { asIs, trimmed } from './textual.ts';

export interface FileOptions {
  /** Accepted media types, e.g. `['application/pdf']`. */
  readonly accept?: readonly string[];
}

/** An uploaded file, by the id of its entry in `files`. */
export const file = fieldOf<'file', string, FileOptions>('file');

export const fileKind = defineKind({
  name: 'file',
  columns: (_field, name) => [{ name, type: 'uuid', references: { resource: 'files', onDelete: 'restrict' } }],
  accepts: (field) => field.accept,
  schema: () => idSchema,
  operators: ['eq', 'null'],
  format: asIs,
  parse: trimmed,
  samples: () => ({ valid: [], invalid: invalidIds }),
});
