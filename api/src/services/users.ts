import { inZone, zone } from '@kontor/shared';
import type { Queryable } from '../db/pool.ts';
import { raw, sql } from '../query/sql.ts';
import { type Rights, rightsOf, rightsOfMany } from './rights.ts';

/** A user as sign-in and permissions need them. */
export interface KnownUser extends Rights {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: 'de' | 'en';
  readonly picture: string | null;
  readonly brand_ids: readonly string[];
}

const userColumns = raw(
  'u.id, u.name, u.email, u.language, u.picture, ARRAY(SELECT target_id FROM users_brand_ids WHERE record_id = u.id ORDER BY 1) AS brand_ids',
);

const today = () => inZone(new Date(), zone.name).date;

/** An active user by id; with a session: as long as that lasts. */
export async function findUser(
  db: Queryable,
  by: { readonly id: string; readonly session?: string },
): Promise<KnownUser | undefined> {
  const signedIn = by.session
    ? sql` AND EXISTS (SELECT 1 FROM sessions s WHERE s.id = ${by.session} AND s.user_id = u.id AND s.expires_at > now())`
    : raw('');
  const [row] = await db.query<Omit<KnownUser, keyof Rights>>(
    sql`SELECT ${userColumns} FROM users u WHERE u.id = ${by.id} AND u.active AND u.deleted_at IS NULL${signedIn}`,
  );
  return row && { ...row, ...(await rightsOf(db, row.id, today())) };
}

/** The active ones among many users, in the order of the ids: three statements, however many there are. */
export async function findUsers(db: Queryable, ids: readonly string[]): Promise<KnownUser[]> {
  if (ids.length === 0) return [];
  const [rows, rights] = await Promise.all([
    db.query<Omit<KnownUser, keyof Rights>>(
      sql`SELECT ${userColumns} FROM users u WHERE u.id = ANY(${ids}::uuid[]) AND u.active AND u.deleted_at IS NULL ORDER BY array_position(${ids}::uuid[], u.id)`,
    ),
    rightsOfMany(db, ids, today()),
  ]);
  return rows.map((row) => ({ ...row, ...rights.get(row.id)! }));
}
