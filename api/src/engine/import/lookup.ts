import { message, type Resource, uuid } from '@kontor/shared';
import type { Queryable } from '../../db/pool.ts';
import { quote } from '../../db/quote.ts';
import { anyOf, raw, sql } from '../../query/sql.ts';
import type { Context } from '../context.ts';
import { namingFields, type Resembling, resembling } from './candidates.ts';
import { norm } from './links.ts';

/** So many texts are compared by likeness with one statement. */
const atOnce = 500;

/** A record that a text may mean. */
export interface Candidate {
  readonly id: string;
  readonly title: string;
  /** What tells it from others of its name: a number, an e-mail address. */
  readonly hint: string | null;
  /** How much its name resembles the text; 1 is the same but for case and the writing of umlauts. */
  readonly likeness: number;
}

/** What a text in a file refers to: a record's id, or why there is none and which it may be. */
export type Found = { readonly id: string } | { readonly error: string; readonly candidates: readonly Candidate[] };

/**
 * Finds records of one resource by what people call them, in one statement however many there are, and in a second one those
 * that resemble what is not found so. Only visible ones. What is the same but for case and umlauts is found; the rest is
 * for the user to say.
 */
export async function lookUp(
  context: Context,
  db: Queryable,
  target: Resource,
  texts: Iterable<string>,
): Promise<Map<string, Found>> {
  const { access } = context;
  const wanted = [...new Set([...texts].map(norm))];
  const found = new Map<string, Set<string>>();
  if (wanted.length && !target.server_only && access.condition(target, 'read') !== null) {
    const { single, title } = namingFields(context, target);
    const names = [
      ...single.map((name) => raw(`lower(t.${quote(name)}::text)`)),
      ...(title.length > 1
        ? [raw(`lower(concat_ws(' ', ${title.map((name) => `t.${quote(name)}`).join(', ')}))`)]
        : []),
    ];
    const conditions = names.map((name) => sql`${name} = ANY(${wanted}::text[])`);
    const ids = wanted.filter((text) => uuid.test(text));
    if (ids.length) conditions.push(sql`t.id = ANY(${ids}::uuid[])`);
    const columns = [raw('t.id::text'), ...names].map((column, i) => sql`${column} AS ${raw(`n${i}`)}`);
    const select = columns.reduce((all, column) => sql`${all}, ${column}`);
    const alive = raw(target.trash ? ' AND t.deleted_at IS NULL' : '');
    const rows = await db.query<Record<string, string | null>>(
      sql`SELECT ${select} FROM ${raw(`${quote(target.name)} t`)} WHERE ${anyOf(conditions)}${alive} AND ${access.rows(target, 'read', 't')}`,
    );
    for (const row of rows)
      for (const value of Object.values(row))
        if (value !== null) found.set(norm(value), (found.get(norm(value)) ?? new Set()).add(row.n0!));
  }
  const doubtful = wanted.filter((text) => found.get(text)?.size !== 1 && !uuid.test(text));
  const { single, title } = namingFields(context, target);
  const naming = [...new Set([...single, ...title])];
  const visible = !target.server_only && access.condition(target, 'read') !== null;
  // all of them, not only as many as are asked about: what differs by case or umlauts alone is found in every row
  const like = new Map<string, Resembling>();
  for (let i = 0; visible && i < doubtful.length; i += atOnce)
    for (const [text, found] of await resembling(context, db, target, naming, doubtful.slice(i, i + atOnce)))
      like.set(text, found);
  return new Map(
    wanted.map((text): [string, Found] => {
      const ids = [...(found.get(text) ?? [])];
      const { same = [], candidates = [] } = like.get(text) ?? {};
      const sure = ids.length ? ids : same;
      if (sure.length === 1) return [text, { id: sure[0]! }];
      return [text, { error: message(sure.length ? 'several_matches' : 'no_match'), candidates }];
    }),
  );
}

/** The answer for one text. */
export const lookedUp = (found: ReadonlyMap<string, Found> | undefined, text: string): Found =>
  found?.get(norm(text)) ?? { error: message('no_match'), candidates: [] };
