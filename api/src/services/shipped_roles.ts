import { type Grant, type ShippedRole, shippedRoles } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../db/pool.ts';
import type { Context, Engine } from '../engine/context.ts';
import { sql } from '../query/sql.ts';
import { operator } from './administrator.ts';
import { writeAudit } from './audit.ts';
import { type PermissionRow, permissions } from './rights.ts';

/** Any number, the same in every Kontor: who holds it writes the shipped roles. */
const shippingLock = 20_261_126;

/** The line of a role for a grant. */
export const storedPermission = (grant: Grant): PermissionRow => ({
  pattern: grant.pattern,
  effect: grant.deny ? 'deny' : 'allow',
  scope: grant.scope?.join(', ') ?? null,
  guards: grant.guards?.join(', ') ?? null,
  aside: grant.aside ?? false,
});

/** Permissions in a form that can be compared: their order means nothing. */
const comparable = (permissions: readonly PermissionRow[]): string =>
  JSON.stringify(
    permissions.map((p) => [p.pattern, p.effect, p.scope ?? '', p.guards ?? '', p.aside].join('|')).sort(),
  );

/** Do these permissions differ from those with which the role is shipped? */
export const differs = (permissions: readonly PermissionRow[], role: ShippedRole): boolean =>
  comparable(permissions) !== comparable(role.grants.map(storedPermission));

/**
 * Brings the shipped roles into the database. Roles that an administrator has changed stay as they are; the others follow
 * this version of Kontor. Replicas that start together wait for each other.
 */
export async function shipRoles(engine: Engine): Promise<void> {
  await engine.db.transaction(async (tx) => {
    await tx.query(sql`SELECT pg_advisory_xact_lock(${shippingLock})`);
    const rows = await tx.query<{ id: string; version: number; changed: boolean; permissions: PermissionRow[] }>(
      sql`SELECT r.id, r.version, r.changed, ${permissions} FROM roles r WHERE r.shipped`,
    );
    const stored = new Map(rows.map((row) => [row.id, row]));
    const context = operator(engine);
    for (const [key, role] of Object.entries<ShippedRole>(shippedRoles)) {
      const known = stored.get(role.id);
      if (known?.changed || (known && !differs(known.permissions, role))) continue;
      await write(context, tx, key, role, known);
    }
  });
}

async function write(
  context: Context,
  tx: Transaction,
  key: string,
  role: ShippedRole,
  known: { version: number; permissions: PermissionRow[] } | undefined,
): Promise<void> {
  const { id, name, description, requires_second_factor = false, logs_access = false, grants } = role;
  const own = { name, key, description, requires_second_factor, logs_access, shipped: true };
  if (known) {
    await tx.query(
      sql`UPDATE roles SET version = version + 1, updated_at = now(), description = coalesce(description, ${description}) WHERE id = ${id}`,
    );
    await tx.query(sql`DELETE FROM role_permissions WHERE role_id = ${id}`);
  }
  // a role of an administrator may have the name already
  else
    await tx.query(
      sql`INSERT INTO roles (id, name, key, description, requires_second_factor, logs_access, shipped) SELECT ${id}, ${name}::text || CASE WHEN EXISTS (SELECT 1 FROM roles WHERE name = ${name}) THEN ' (Kontor)' ELSE '' END, ${key}, ${description}, ${requires_second_factor}, ${logs_access}, true`,
    );
  const shipped = grants.map(storedPermission);
  const lines = shipped.map((permission) => ({ id: uuidv7(), role_id: id, ...permission }));
  await tx.query(
    sql`INSERT INTO role_permissions (id, role_id, pattern, effect, scope, guards, aside) SELECT id, role_id, pattern, effect, scope, guards, aside FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS x(id uuid, role_id uuid, pattern text, effect text, scope text, guards text, aside boolean)`,
  );
  await writeAudit(context, tx, [
    {
      resource: context.engine.model.get('roles'),
      id,
      version: (known?.version ?? 0) + 1,
      operation: known ? 'update' : 'create',
      before: known ? { permissions: known.permissions } : null,
      after: known ? { permissions: shipped } : { ...own, permissions: shipped },
    },
  ]);
}
