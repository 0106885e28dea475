import { fieldOf } from './field.ts';
import { defineKind } from './kind.ts';
import { asIs, plainText, textOperators, trimmed } from './textual.ts';

export interface TextOptions {
  /** Longest text in characters; 200 unless given, 20,000 with `multiline`. */
  readonly max?: number;
  readonly min?: number;
  readonly multiline?: boolean;
  /**
   * What the text names: a resource, of which people read the label; or, by its id, a record of the resource that the
   * neighbouring field `resource` names, to which it leads.
   */
  readonly names?: 'resource' | 'record';
  /** Of what the text names, only resources with this ability are meant (`names: 'resource'`). */
  readonly able?: string;
  /** Of what the text names, only resources with this view are meant (`names: 'resource'`). */
  readonly viewed?: 'board' | 'calendar';
  /** Values that are possible, where a rule of the resource does not take every text. */
  readonly examples?: readonly string[];
}

/** How many characters a text may have. */
export const longest = (field: TextOptions) => field.max ?? (field.multiline ? 20_000 : 200);

/** Plain text of one or several lines. */
export const text = fieldOf<'text', string, TextOptions>('text');

export const textKind = defineKind({
  name: 'text',
  columns: (field, name) => [{ name, type: 'text', sorted: true, check: `char_length(?) <= ${longest(field)}` }],
  schema: (field) => plainText(longest(field), field.min),
  operators: textOperators,
  sortable: true,
  format: asIs,
  parse: trimmed,
  samples: (field) => {
    const { min = 0 } = field;
    const max = longest(field);
    return {
      valid:
        (field.examples as readonly string[] | undefined)?.map((example) => ({ in: example })) ??
        [
          { in: 'Müller & Söhne GmbH' },
          { in: '  Ärger mit Rändern ', out: 'Ärger mit Rändern' },
          { in: 'Straße 😀 “quoted” \\ % _' },
          { in: 'ß'.repeat(max) },
        ].filter(({ in: sent, out = sent }: { in: string; out?: string }) => out.length >= min && out.length <= max),
      invalid: [42, {}, ['a'], 'x\0y', '\ud800', 'x'.repeat(max + 1), ...(min > 1 ? ['x'.repeat(min - 1)] : [])],
    };
  },
});
