import {
  covers,
  formatDate,
  type Grant,
  inZone,
  type Locale,
  type Operation,
  type Resource,
  zone,
} from '@kontor/shared';
import type { Queryable } from '../db/pool.ts';
import { sql } from '../query/sql.ts';
import { grantFrom, type PermissionRow, permissions } from './rights.ts';

/** What would count, were it valid today. */
export interface Lapsed {
  readonly grant: Grant;
  /** Since when, or until when it counts, as a sentence. */
  readonly text: (locale: Locale) => string;
}

interface LapsedRow {
  readonly role: string | null;
  readonly brand_id: string | null;
  readonly ids: readonly string[] | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly permissions: readonly PermissionRow[];
}

const sentence =
  ({ since, until }: LapsedRow) =>
  (locale: Locale): string => {
    const day = formatDate((since ?? until)!, locale);
    if (since) return locale === 'de' ? `Das gilt erst ab ${day}.` : `This counts from ${day} only.`;
    return locale === 'de' ? `Das galt bis ${day}.` : `This counted until ${day}.`;
  };

/** The roles and shares of a user that are over or have not begun, as far as they speak of the operation (on this record). */
export async function lapsedFor(
  db: Queryable,
  userId: string,
  resource: Resource,
  operation: Operation,
  id?: string,
): Promise<Lapsed[]> {
  const today = inZone(new Date(), zone.name).date;
  const [roles, shares] = await Promise.all([
    db.query<LapsedRow>(
      sql`SELECT r.key AS role, u.brand_id, NULL AS ids, CASE WHEN u.valid_from > ${today}::date THEN u.valid_from::text END AS since, u.valid_to::text AS until, ${permissions} FROM user_roles u JOIN roles r ON r.id = u.role_id WHERE u.user_id = ${userId} AND (u.valid_from > ${today}::date OR u.valid_to < ${today}::date)`,
    ),
    id === undefined
      ? []
      : db.query<LapsedRow>(
          sql`SELECT NULL AS role, NULL AS brand_id, ARRAY[g.subject_id::text] AS ids, NULL AS since, g.valid_to::text AS until, jsonb_build_array(jsonb_build_object('pattern', g.subject_resource || CASE WHEN g.level = 'edit' THEN '.update' ELSE '.read' END, 'effect', 'allow')) AS permissions FROM record_grants g WHERE g.subject_resource = ${resource.name} AND g.subject_id = ${id} AND g.user_id = ${userId} AND g.valid_to < ${today}::date`,
        ),
  ]);
  return [...roles, ...shares].flatMap((row) =>
    row.permissions
      .map(({ pattern, effect, scope = null, guards = null, aside = false }): Grant => {
        const { role, ...grant } = grantFrom(
          { pattern, effect, scope, guards, aside },
          row.role ?? '',
          row.brand_id ? [row.brand_id] : undefined,
        );
        return { ...grant, ...(role ? { role } : {}), ...(row.ids ? { ids: row.ids } : {}) };
      })
      .filter(({ pattern }) => covers(pattern, resource.name, operation))
      .map((grant) => ({ grant, text: sentence(row) })),
  );
}
