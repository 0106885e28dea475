import { message, propertiesOf, type Resource, uuid } from '@kontor/shared';
import type { Queryable } from '../../db/pool.ts';
import { quote } from '../../db/quote.ts';
import { anyOf, raw, sql } from '../../query/sql.ts';
import type { Context } from '../context.ts';

/** What a text in a file refers to: a record's id, or why there is none. */
export type Found = { readonly id: string } | { readonly error: string };

const norm = (text: string) => text.trim().toLowerCase();

/** The columns by which people name a record: its title, its number, its e-mail address, and what is unique. */
function namingColumns(context: Context, target: Resource): { single: string[]; title: string[] } {
  const readable = context.access.properties(target);
  const isText = (name: string) => readable.get(name)?.column?.type === 'text';
  const title = target.title.filter(isText);
  const telling = [...propertiesOf(target).values()]
    .filter(({ field }) => ['sequence', 'email'].includes(field.kind) || field.unique)
    .map((property) => property.name);
  return { single: [...new Set([...(title.length === 1 ? title : []), ...telling])].filter(isText), title };
}

/** Finds records of one resource by what people call them, in one statement however many there are. Only visible ones. */
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
    const { single, title } = namingColumns(context, target);
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
  return new Map(
    wanted.map((text): [string, Found] => {
      const ids = [...(found.get(text) ?? [])];
      if (ids.length === 1) return [text, { id: ids[0]! }];
      return [text, { error: message(ids.length ? 'several_matches' : 'no_match') }];
    }),
  );
}

/** The answer for one text. */
export const lookedUp = (found: ReadonlyMap<string, Found> | undefined, text: string): Found =>
  found?.get(norm(text)) ?? { error: message('no_match') };
