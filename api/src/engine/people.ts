import { propertiesOf, type Resource } from '@kontor/shared';
import type { Queryable } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { raw, sql } from '../query/sql.ts';
import type { Context } from './context.ts';
import { titleFrom } from './embed.ts';

/**
 * The names of people who work on a record, by id. Only their names, and those to everybody who may read the record: one has
 * to know whom to talk to, also without the right to read users. Within a transaction it is asked over its connection:
 * waiting for a second one while holding the first, many would wait for each other.
 */
export async function namesOf(
  context: Context,
  resource: Resource,
  who: readonly { readonly created_by: string | null }[],
  db: Queryable = context.engine.db,
): Promise<Map<string, string>> {
  const ids = [...new Set(who.map((one) => one.created_by).filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const people = context.engine.model.get(propertiesOf(resource).get('created_by')!.field.to as string);
  const columns = raw(['id', ...people.title].map(quote).join(', '));
  const rows = await db.prepared(sql`SELECT ${columns} FROM ${raw(quote(people.name))} WHERE id = ANY(${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.id as string, titleFrom(people, row, context.locale)]));
}
