import { fold } from '@kontor/shared';
import { allOf, raw, type Sql, sql } from './sql.ts';

const likePattern = (text: string) => `%${text.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
/** What people type, as folded words (at most eight, of each as much as the search text keeps). */
const words = (q: string): string[] =>
  fold(q)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => word.slice(0, 100));

/** Every word is contained in the record's search text or resembles a word in it (four letters and more). */
export function searchCondition(q: string, alias: string): Sql {
  const text = raw(`${alias}.search_text`);
  return allOf(
    words(q.replace(/\0/g, '').toWellFormed()).map((word) =>
      word.length >= 4
        ? sql`(${text} LIKE ${likePattern(word)} OR ${word} <% ${text})`
        : sql`${text} LIKE ${likePattern(word)}`,
    ),
  );
}

/** How well a record fits: names that begin with the question first, then by likeness. */
export function searchScore(q: string, alias: string): Sql {
  const asked = words(q.replace(/\0/g, '').toWellFormed()).join(' ');
  const text = raw(`${alias}.search_text`);
  return sql`(CASE WHEN ${text} LIKE ${likePattern(asked).slice(1)} THEN 2 WHEN ${text} LIKE ${likePattern(asked)} THEN 1 ELSE 0 END + word_similarity(${asked}, ${text}))`;
}
