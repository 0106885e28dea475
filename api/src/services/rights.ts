import type { Grant } from '@kontor/shared';
import type { Queryable } from '../db/pool.ts';
import { sql } from '../query/sql.ts';

/** What a user's roles and shares come to today. */
export interface Rights {
  /** Keys of the roles. */
  readonly roles: readonly string[];
  /** Their names, as administrators gave them. */
  readonly role_names: readonly string[];
  readonly grants: readonly Grant[];
  readonly logs_access: boolean;
  readonly requires_second_factor: boolean;
}

export interface PermissionRow {
  readonly pattern: string;
  readonly effect: 'allow' | 'deny';
  readonly scope: string | null;
  readonly guards: string | null;
  readonly aside: boolean;
}

interface RoleRow {
  readonly key: string;
  readonly name: string;
  readonly brand_id: string | null;
  readonly logs_access: boolean;
  readonly requires_second_factor: boolean;
  readonly permissions: readonly PermissionRow[];
}

/** `brand, all` as a list; undefined when nothing is named. */
export function namesIn(text: string | null | undefined): string[] | undefined {
  const names = (text ?? '').split(/[\s,]+/).filter(Boolean);
  return names.length ? names : undefined;
}

/** A stored permission as a grant. */
export function grantFrom(row: PermissionRow, role: string, brands?: readonly string[]): Grant {
  const scope = namesIn(row.scope);
  const guards = namesIn(row.guards);
  return {
    pattern: row.pattern,
    role,
    ...(scope ? { scope } : {}),
    ...(row.effect === 'deny' ? { deny: true } : {}),
    ...(guards ? { guards } : {}),
    ...(row.aside ? { aside: true } : {}),
    ...(brands ? { brands } : {}),
  };
}

/** The lines of the role `r`, as a column of a statement. */
export const permissions = sql`coalesce((SELECT jsonb_agg(jsonb_build_object('pattern', p.pattern, 'effect', p.effect, 'scope', p.scope, 'guards', p.guards, 'aside', p.aside) ORDER BY p.id) FROM role_permissions p WHERE p.role_id = r.id), '[]') AS permissions`;

function rightsFrom(rows: readonly RoleRow[], shares: readonly ShareRow[]): Rights {
  return {
    roles: [...new Set(rows.map(({ key }) => key))],
    role_names: [...new Set(rows.map(({ name }) => name))],
    grants: [
      ...rows.flatMap((row) =>
        row.permissions.map((one) => grantFrom(one, row.key, row.brand_id ? [row.brand_id] : undefined)),
      ),
      ...shares.flatMap(({ resource, level, ids }): Grant[] =>
        (level === 'edit' ? ['read', 'update'] : ['read']).map((operation) => ({
          pattern: `${resource}.${operation}`,
          ids,
        })),
      ),
    ],
    logs_access: rows.some((row) => row.logs_access),
    requires_second_factor: rows.some((row) => row.requires_second_factor),
  };
}

interface ShareRow {
  readonly resource: string;
  readonly level: 'read' | 'edit';
  readonly ids: readonly string[];
}

/** The rights of a user on a day (`yyyy-mm-dd` in the installation's time zone). */
export async function rightsOf(db: Queryable, userId: string, today: string): Promise<Rights> {
  const valid = sql`coalesce(u.valid_from, ${today}::date) <= ${today}::date AND coalesce(u.valid_to, ${today}::date) >= ${today}::date`;
  const [rows, shares] = await Promise.all([
    db.prepared<RoleRow>(
      sql`SELECT r.key, r.name, r.logs_access, r.requires_second_factor, u.brand_id, ${permissions} FROM user_roles u JOIN roles r ON r.id = u.role_id WHERE u.user_id = ${userId} AND ${valid} ORDER BY r.key, u.brand_id NULLS FIRST`,
    ),
    db.prepared<ShareRow>(
      sql`SELECT g.subject_resource AS resource, g.level, array_agg(g.subject_id::text ORDER BY g.subject_id) AS ids FROM record_grants g WHERE (g.user_id = ${userId} OR g.role_id IN (SELECT u.role_id FROM user_roles u WHERE u.user_id = ${userId} AND ${valid})) AND coalesce(g.valid_to, ${today}::date) >= ${today}::date GROUP BY 1, 2 ORDER BY 1, 2`,
    ),
  ]);
  return rightsFrom(rows, shares);
}

/** The rights of many users on a day: two statements, however many there are. Whoever has none is there as well. */
export async function rightsOfMany(
  db: Queryable,
  userIds: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, Rights>> {
  type Of<T> = T & { readonly user_id: string };
  const valid = sql`u.user_id = ANY(${userIds}::uuid[]) AND coalesce(u.valid_from, ${today}::date) <= ${today}::date AND coalesce(u.valid_to, ${today}::date) >= ${today}::date`;
  const lasting = sql`coalesce(g.valid_to, ${today}::date) >= ${today}::date`;
  const [rows, shares] = await Promise.all([
    db.query<Of<RoleRow>>(
      sql`SELECT u.user_id, r.key, r.name, r.logs_access, r.requires_second_factor, u.brand_id, ${permissions} FROM user_roles u JOIN roles r ON r.id = u.role_id WHERE ${valid} ORDER BY r.key, u.brand_id NULLS FIRST`,
    ),
    db.query<Of<ShareRow>>(
      sql`SELECT x.user_id, x.resource, x.level, array_agg(x.id ORDER BY x.id) AS ids FROM (SELECT g.user_id, g.subject_resource AS resource, g.level, g.subject_id::text AS id FROM record_grants g WHERE g.user_id = ANY(${userIds}::uuid[]) AND ${lasting} UNION SELECT u.user_id, g.subject_resource, g.level, g.subject_id::text FROM record_grants g JOIN user_roles u ON u.role_id = g.role_id WHERE ${valid} AND ${lasting}) x GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    ),
  ]);
  const of = (id: string) => (row: { readonly user_id: string }) => row.user_id === id;
  return new Map(userIds.map((id) => [id, rightsFrom(rows.filter(of(id)), shares.filter(of(id)))]));
}

/** The rights that come with one role alone, given for all brands. */
export async function rightsOfRole(db: Queryable, roleId: string): Promise<Rights | undefined> {
  const rows = await db.prepared<RoleRow>(
    sql`SELECT r.key, r.name, r.logs_access, r.requires_second_factor, NULL::uuid AS brand_id, ${permissions} FROM roles r WHERE r.id = ${roleId}`,
  );
  return rows.length ? rightsFrom(rows, []) : undefined;
}
