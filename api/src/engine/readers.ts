import type { Resource } from '@kontor/shared';
import type { Queryable } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { join, raw, render, type Sql, sql } from '../query/sql.ts';
import type { Access } from './access.ts';

/** Which of several people may read a record: one statement, however many they are. */
export async function readersAmong<T extends { readonly access: Access }>(
  db: Queryable,
  resource: Resource,
  id: string,
  people: readonly T[],
): Promise<T[]> {
  if (people.length === 0) return [];
  // people with the same rights ask the same
  const conditions = new Map<string, { readonly place: number; readonly rows: Sql }>();
  const places = people.map(({ access }) => {
    const rows = access.rows(resource, 'read', 't');
    const key = JSON.stringify(render(rows));
    const known = conditions.get(key);
    if (known) return known.place;
    conditions.set(key, { place: conditions.size, rows });
    return conditions.size - 1;
  });
  const answers = [...conditions.values()].map(({ rows, place }) => sql`(${rows}) AS ${raw(`may_${place}`)}`);

  const [found] = await db.query<Record<string, boolean | null>>(
    sql`SELECT ${join(answers, ', ')} FROM ${raw(`${quote(resource.name)} t`)} WHERE t.id = ${id}`,
  );
  return people.filter((_, index) => found?.[`may_${places[index]}`] === true);
}
