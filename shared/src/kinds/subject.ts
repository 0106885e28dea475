import { fieldOf } from './field.ts';
import { idSchema, invalidIds } from './identifiers.ts';
import { defineKind } from './kind.ts';
import { asIs, trimmed } from './textual.ts';

export interface SubjectOptions {
  /** Which resources may be the subject: those that declare this ability (`notable`), or all that people work with. */
  readonly of?: string;
  /** What happens to the row when its subject is deleted for good: it keeps that from happening (restrict), or goes with it. */
  readonly onDelete?: 'restrict' | 'cascade';
}

/** A record of any resource: two columns `<name>_resource` and `<name>_id`; existence is kept by a trigger. */
export const subject = fieldOf<'subject', { resource: string; id: string }, SubjectOptions>('subject');

export const subjectKind = defineKind({
  name: 'subject',
  columns: (_field, name) => [
    { name: `${name}_resource`, type: 'text' },
    { name: `${name}_id`, type: 'uuid' },
  ],
  schema: () => idSchema,
  operators: ['eq', 'in', 'null'],
  format: asIs,
  parse: trimmed,
  samples: () => ({ valid: [], invalid: invalidIds }),
});
