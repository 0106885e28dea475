import { literal } from '../db/quote.ts';

/** A piece of SQL with its values. Pieces nest; numbering of parameters happens once, at the end. */
export class Sql {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.strings = strings;
    this.values = values;
  }
}

/** Template tag: nested pieces are kept, everything else becomes a parameter. */
export const sql = (strings: TemplateStringsArray, ...values: unknown[]): Sql => new Sql(strings, values);

/** Text that goes into the statement as it is: names and keywords from declarations, never a client's text. */
export const raw = (text: string): Sql => new Sql([text], []);

/** Pieces joined by a separator. */
export function join(pieces: readonly Sql[], separator: string): Sql {
  if (pieces.length === 0) return raw('');
  return new Sql(['', ...pieces.slice(1).map(() => separator), ''], pieces);
}

export const allOf = (pieces: readonly Sql[]): Sql =>
  pieces.length === 0 ? raw('true') : pieces.length === 1 ? pieces[0]! : sql`(${join(pieces, ' AND ')})`;
export const anyOf = (pieces: readonly Sql[]): Sql =>
  pieces.length === 0 ? raw('false') : pieces.length === 1 ? pieces[0]! : sql`(${join(pieces, ' OR ')})`;

/** The statement's text with `$1 …` and its parameters. */
export function render(piece: Sql): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  let text = '';
  const walk = (part: Sql): void => {
    for (let i = 0; i < part.strings.length; i++) {
      text += part.strings[i];
      if (i >= part.values.length) continue;
      const value = part.values[i];
      if (value instanceof Sql) walk(value);
      else {
        values.push(value);
        text += `$${values.length}`;
      }
    }
  };
  walk(piece);
  return { text, values };
}

/** The piece with its values written into it, for DDL (checks, partial indices) where parameters are impossible. */
export function inline(piece: Sql): string {
  return piece.strings
    .map((text, i) => {
      if (i >= piece.values.length) return text;
      const value = piece.values[i];
      if (value instanceof Sql) return text + inline(value);
      if (Array.isArray(value)) return `${text}ARRAY[${value.map((v) => literal(v as string)).join(', ')}]`;
      return text + literal(value as string);
    })
    .join('');
}
