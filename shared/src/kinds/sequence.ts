import type { CommonOptions, Field, Label } from './field.ts';
import { defineKind } from './kind.ts';
import { asIs, plainText, textOperators, trimmed } from './textual.ts';

export interface SequenceOptions {
  /** Key of the number sequence from which the number is drawn: the one of the record's brand or company, else that of all. */
  readonly series: string;
  /**
   * The transition that gives the number, or `create`, within its transaction: the series has no gaps, and each number is
   * accounted for (`number_allocations`). Without it the number is drawn before the record is created, quickly, and may be lost.
   */
  readonly on?: string;
}

/** The step that makes a record, for numbers without gaps that it has from the beginning. */
export const creation = 'create';

/** A number such as `K-10042`, drawn by the server when the record is created, or when a transition finishes it. */
export function sequence<const O extends SequenceOptions & CommonOptions<string>>(
  label: Label,
  options: O,
): Field<'sequence', string, O> {
  return { ...options, kind: 'sequence', label };
}

export const sequenceKind = defineKind({
  name: 'sequence',
  columns: (field, name) => [{ name, type: 'text', sorted: true, notNull: !field.on || field.on === creation }],
  schema: () => plainText(60, 1),
  operators: textOperators,
  sortable: true,
  computed: true,
  format: asIs,
  parse: trimmed,
  samples: () => ({ valid: [{ in: 'K-10042' }], invalid: [1, ''] }),
});
