import { fold } from '@kontor/shared';
import { quote } from '../db/quote.ts';
import { allOf, join, raw, type Sql, sql } from './sql.ts';

/** Records by which others are found that refer to them, as far as whoever asks may see them. */
export interface SearchedThrough {
  /** The reference. */
  readonly column: string;
  /** Where it leads. */
  readonly table: string;
  readonly visible: (alias: string) => Sql;
}

const likePattern = (text: string) => `%${text.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
/** What people type, as folded words (at most eight, of each as much as the search text keeps). */
const words = (q: string): string[] =>
  fold(q)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => word.slice(0, 100));

/** A word is contained in a search text or resembles a word in it (four letters and more). */
const matches = (word: string, text: Sql): Sql =>
  word.length >= 4
    ? sql`(${text} LIKE ${likePattern(word)} OR ${word} <% ${text})`
    : sql`${text} LIKE ${likePattern(word)}`;

const textOf = (alias: string) => raw(`${alias}.search_text`);

/**
 * Every word is found in the record's search text, or in that of a record by which it is found as well. Those are looked up each by
 * its own index, so that what one may not see costs nothing and tells nothing.
 */
export function searchCondition(
  q: string,
  alias: string,
  table?: string,
  through: readonly SearchedThrough[] = [],
): Sql {
  return allOf(
    words(q.replace(/\0/g, '').toWellFormed()).map((word) => {
      const own = matches(word, textOf(alias));
      if (!table || through.length === 0) return own;
      const found = through.map(
        (one) =>
          sql`SELECT o.id FROM ${raw(`${quote(one.table)} f JOIN ${quote(table)} o ON o.${quote(one.column)} = f.id`)} WHERE ${matches(word, textOf('f'))} AND ${one.visible('f')}`,
      );
      const all = [sql`SELECT o.id FROM ${raw(`${quote(table)} o`)} WHERE ${matches(word, textOf('o'))}`, ...found];
      return sql`${raw(`${alias}.id`)} IN (${join(all, ' UNION ALL ')})`;
    }),
  );
}

/** How well a text fits: names that begin with the question first, then by likeness. */
function scoreOf(asked: string, text: Sql): Sql {
  return sql`(CASE WHEN ${text} LIKE ${likePattern(asked).slice(1)} THEN 2 WHEN ${text} LIKE ${likePattern(asked)} THEN 1 ELSE 0 END + word_similarity(${asked}, ${text}))`;
}

/** How well a record fits; by another one that it refers to half as well. */
export function searchScore(q: string, alias: string, through: readonly SearchedThrough[] = []): Sql {
  const asked = words(q.replace(/\0/g, '').toWellFormed()).join(' ');
  const own = scoreOf(asked, textOf(alias));
  if (through.length === 0) return own;
  const others = through.map(
    (one) =>
      sql`(SELECT ${scoreOf(asked, textOf('f'))} / 2 FROM ${raw(`${quote(one.table)} f WHERE f.id = ${alias}.${quote(one.column)}`)} AND ${one.visible('f')})`,
  );
  return sql`greatest(${join([own, ...others], ', ')})`;
}
