import { PublicError, type Resource } from '@kontor/shared';
import { quote } from '../db/quote.ts';
import { findUser } from '../http/authentication.ts';
import { raw, sql } from '../query/sql.ts';
import { Access } from './access.ts';
import type { Context } from './context.ts';
import { get } from './get.ts';

/** As many are offered, and as many are looked at for that. */
const offered = 8;
const looked = 60;

export interface ReadersWish {
  /** The beginning of a name, or of a part of it. */
  readonly q?: unknown;
  /** A resource of which they must be able to read something as well: what is written about the record. */
  readonly of?: unknown;
}

/** Other people who may read a record, by name, as far as one may know of them oneself. */
export async function readers(
  context: Context,
  resource: Resource,
  id: string,
  { q = '', of }: ReadersWish,
): Promise<{ id: string; name: string }[]> {
  const { access, engine } = context;
  const { db, model } = engine;
  if (typeof q !== 'string' || q.length > 200 || /\0/.test(q)) throw new PublicError('malformed_query');
  const entries = of === undefined ? undefined : model.resources.get(String(of));
  if (of !== undefined && (!entries || entries.server_only)) throw new PublicError('malformed_query');
  const record = await get(context, resource, id);
  const begins = `${q.toWellFormed().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const people = await db.query<{ id: string; name: string }>(
    sql`SELECT t.id, t.name FROM users t WHERE t.active AND t.deleted_at IS NULL AND t.id <> ${access.actor.id} AND (t.name ILIKE ${begins} OR t.name ILIKE ${`% ${begins}`}) AND ${access.rows(model.get('users'), 'read', 't')} ORDER BY t.name, t.id LIMIT ${looked}`,
  );
  const found: { id: string; name: string }[] = [];
  for (const { id: userId, name } of people) {
    if (found.length === offered) break;
    const user = await findUser(db, { id: userId });
    if (!user) continue;
    const theirs = new Access(model, user);
    if (entries && theirs.condition(entries, 'read') === null) continue;
    const [readable] = await db.query(
      sql`SELECT 1 FROM ${raw(`${quote(resource.name)} t`)} WHERE t.id = ${record.id} AND ${theirs.rows(resource, 'read', 't')}`,
    );
    if (readable) found.push({ id: userId, name });
  }
  return found;
}
