import { fold } from '@kontor/shared';
import { type ImportField, namesOf } from './fields.ts';
import { synonymous } from './synonyms.ts';

/** Column of the file to path of a field. */
export type Mapping = Readonly<Record<string, string>>;

/** `E-Mail-Adresse` and `e mail adresse` are one word. */
const word = (text: string) => fold(text).replace(/[^a-z0-9]/g, '');

const pairs = (text: string) => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));

/** How much two words resemble each other by their pairs of letters; 1 is the same. */
function likeness(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  if (left.length === 0 || right.length === 0) return 0;
  const rest = [...right];
  const shared = left.filter((pair) => {
    const place = rest.indexOf(pair);
    if (place >= 0) rest.splice(place, 1);
    return place >= 0;
  });
  return (2 * shared.length) / (left.length + right.length);
}

function score(head: string, name: string): number {
  if (head === '' || name === '') return 0;
  if (head === name) return 1;
  if (synonymous(head, name)) return 0.9;
  return likeness(head, name) * 0.85;
}

/** Below this a proposal would rather be wrong. */
const least = 0.65;

/** Which column fills which field, best matches first, each field once. A field of the record comes before one of a line. */
export function proposeMapping(columns: readonly string[], fields: Iterable<ImportField>): Mapping {
  const candidates = [...fields].flatMap((field) => {
    const names = [...new Set(namesOf(field).map(word))];
    return columns.map((column) => {
      const best = Math.max(...names.map((name) => score(word(column), name)));
      return { column, path: field.path, score: field.lines ? best - 0.02 : best };
    });
  });
  const mapping: Record<string, string> = {};
  const taken = new Set<string>();
  for (const { column, path, score } of candidates.toSorted((a, b) => b.score - a.score)) {
    if (score < least || column in mapping || taken.has(path)) continue;
    mapping[column] = path;
    taken.add(path);
  }
  return mapping;
}
