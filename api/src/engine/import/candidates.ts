import { fold, propertiesOf, type Resource } from '@kontor/shared';
import type { Queryable } from '../../db/pool.ts';
import { quote } from '../../db/quote.ts';
import { raw, sql } from '../../query/sql.ts';
import type { Context } from '../context.ts';
import { titleFrom } from '../embed.ts';
import type { Candidate } from './lookup.ts';

/** So many records are offered for one text. */
const mostOffered = 5;
/** Below this likeness (1 is the same) nobody would have meant the record. */
const least = 0.3;

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** The ways in which a text may have been written: "Müller" is also "Muller" and "Mueller". */
export function forms(text: string): string[] {
  const plain = text.trim().toLowerCase().slice(0, 200).replace(/\0/g, '').toWellFormed();
  const spelt = [plain, plain.replace(/[äöü]/g, (letter) => umlauts[letter]!)];
  // what is left of İ in small letters is an i with a mark of its own
  return [...new Set(spelt.map((form) => fold(form).normalize('NFD').replace(/\p{M}/gu, '').replace(/ı/g, 'i')))];
}

/** Records that resemble a text; `same` says that only case and the writing of umlauts differ. */
export interface Resembling {
  readonly same: readonly string[];
  readonly candidates: readonly Candidate[];
}

/**
 * Records that resemble texts by what names them, the likeliest first: one statement for all texts, along the index of the
 * search. Only what the user may see; nothing where the resource is not searched.
 */
export async function resembling(
  context: Context,
  db: Queryable,
  target: Resource,
  naming: readonly string[],
  texts: readonly string[],
): Promise<ReadonlyMap<string, Resembling>> {
  const searched = Object.values(target.fields).some(({ search }) => search);
  if (texts.length === 0 || naming.length === 0 || !searched) return new Map();
  const { access, locale } = context;
  const asked = texts.flatMap((text) =>
    forms(text)
      .filter((form) => form.length > 0)
      .map((form) => ({ text, form })),
  );
  const readable = access.properties(target);
  const shown = [...new Set([...naming, ...target.title])].filter((name) => readable.has(name));
  const columns = raw(shown.map((name) => `, t.${quote(name)}`).join(''));
  const likeness = raw(
    `greatest(${naming.map((name) => `similarity(kontor_fold(t.${quote(name)}::text), w.form)`).join(', ')})`,
  );
  const alive = raw(target.trash ? ' AND t.deleted_at IS NULL' : '');
  const rows = await db.query<Record<string, unknown> & { id: string; _place: number; _likeness: number }>(
    sql`SELECT w.place::int AS "_place", f.* FROM unnest(${asked.map(({ form }) => form)}::text[]) WITH ORDINALITY AS w(form, place), LATERAL (SELECT t.id${columns}, ${likeness} AS "_likeness" FROM ${raw(`${quote(target.name)} t`)} WHERE w.form <% t.search_text${alive} AND ${access.rows(target, 'read', 't')} ORDER BY "_likeness" DESC, t.id LIMIT ${raw(String(mostOffered + 1))}) f`,
  );
  const found = new Map<string, { same: Set<string>; candidates: Map<string, Candidate> }>();
  for (const { _place, _likeness, ...row } of rows) {
    const { text } = asked[_place - 1]!;
    const into = found.get(text) ?? { same: new Set(), candidates: new Map() };
    found.set(text, into);
    const written = forms(text);
    const names = naming.flatMap((name) => (typeof row[name] === 'string' ? [row[name]] : []));
    const same = names.some((name) => forms(name).some((form) => written.includes(form)));
    const score = same ? 1 : Math.min(0.99, Math.round(Number(_likeness) * 100) / 100);
    if (same) into.same.add(row.id);
    if (score < least || (into.candidates.get(row.id)?.likeness ?? 0) >= score) continue;
    const title = titleFrom(target, row, locale);
    const hint = names
      .filter((name) => !title.includes(name))
      .slice(0, 2)
      .join(', ');
    into.candidates.set(row.id, { id: row.id, title, hint: hint || null, likeness: score });
  }
  return new Map(
    [...found].map(([text, { same, candidates }]) => [
      text,
      {
        same: [...same],
        candidates: [...candidates.values()].toSorted((a, b) => b.likeness - a.likeness).slice(0, mostOffered),
      },
    ]),
  );
}

/** The fields of a resource that name its records, as far as the user may read them and they are text. */
export function namingFields(context: Context, target: Resource): { single: string[]; title: string[] } {
  const readable = context.access.properties(target);
  const isText = (name: string) => readable.get(name)?.column?.type === 'text';
  const title = target.title.filter(isText);
  const telling = [...propertiesOf(target).values()]
    .filter(({ field }) => ['sequence', 'email'].includes(field.kind) || field.unique)
    .map((property) => property.name);
  return { single: [...new Set([...(title.length === 1 ? title : []), ...telling])].filter(isText), title };
}
