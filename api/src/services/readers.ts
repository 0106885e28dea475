import { PublicError, type Resource } from '@kontor/shared';
import { Access } from '../engine/access.ts';
import type { Context } from '../engine/context.ts';
import { get } from '../engine/get.ts';
import { readersAmong } from '../engine/readers.ts';
import { sql } from '../query/sql.ts';
import { findUsers } from './users.ts';

/** As many are offered, and as many are looked at for that. */
const offered = 8;
const looked = 60;

export interface ReadersWish {
  /** The beginning of a name, or of a part of it. */
  readonly q?: unknown;
  /** A resource of which they must be able to read something as well: what is written about the record. */
  readonly of?: unknown;
}

/** Somebody who can be named by `@`. */
export interface NamedReader {
  readonly id: string;
  readonly name: string;
  /** What names them and nobody else: their name, with their address where somebody else is called the same. */
  readonly mention: string;
}

/** Other people who may read a record, by name, as far as one may know of them oneself. */
export async function readers(
  context: Context,
  resource: Resource,
  id: string,
  { q = '', of }: ReadersWish,
): Promise<NamedReader[]> {
  const { access, engine } = context;
  const { db, model } = engine;
  if (typeof q !== 'string' || q.length > 200 || /\0/.test(q)) throw new PublicError('malformed_query');
  const entries = of === undefined ? undefined : model.resources.get(String(of));
  if (of !== undefined && (!entries || entries.server_only)) throw new PublicError('malformed_query');
  const record = await get(context, resource, id);
  const users = model.get('users');
  const begins = `${q.toWellFormed().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const people = await db.query<{ id: string; alone: boolean }>(
    sql`SELECT t.id, NOT EXISTS (SELECT 1 FROM users o WHERE lower(o.name) = lower(t.name) AND o.id <> t.id AND o.active AND o.deleted_at IS NULL) AS alone FROM users t WHERE t.active AND t.deleted_at IS NULL AND t.id <> ${access.actor.id} AND (t.name ILIKE ${begins} OR t.name ILIKE ${`% ${begins}`}) AND ${access.rows(users, 'read', 't')} ORDER BY t.name, t.id LIMIT ${looked}`,
  );
  const known = await findUsers(
    db,
    people.map((one) => one.id),
  );
  const theirs = known
    .map((user) => ({ user, access: new Access(model, user) }))
    .filter((one) => !entries || one.access.condition(entries, 'read') !== null);
  const found = await readersAmong(db, resource, record.id, theirs);
  const alone = new Set(people.filter((one) => one.alone).map((one) => one.id));
  const sees = access.properties(users).has('email');
  return found.slice(0, offered).map(({ user: { id: userId, name, email } }) => ({
    id: userId,
    name,
    mention: alone.has(userId) || !sees ? name : `${name} (${email})`,
  }));
}
