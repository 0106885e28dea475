import type { CommonOptions, Field, Label } from './field.ts';
import { defineKind } from './kind.ts';
import { asIs, plainText, textOperators, trimmed } from './textual.ts';

export interface SequenceOptions {
  /** Key of the number sequence from which the number is drawn. */
  readonly series: string;
}

/** A number such as `K-10042`, drawn by the server when the record is created. */
export function sequence<const O extends SequenceOptions & CommonOptions<string>>(
  label: Label,
  options: O,
): Field<'sequence', string, O> {
  return { ...options, kind: 'sequence', label };
}

export const sequenceKind = defineKind({
  name: 'sequence',
  columns: (_field, name) => [{ name, type: 'text', sorted: true, notNull: true }],
  schema: () => plainText(60, 1),
  operators: textOperators,
  sortable: true,
  computed: true,
  format: asIs,
  parse: trimmed,
  samples: () => ({ valid: [{ in: 'K-10042' }], invalid: [1, ''] }),
});
