import { randomBytes } from 'node:crypto';
import { type FieldErrors, fold, type Model, message, PublicError, shippedRole, shippedRoles } from '@kontor/shared';
import type { Behaviour } from '../../engine/behaviour.ts';
import { sql } from '../../query/sql.ts';
import { namesIn, type PermissionRow } from '../../services/rights.ts';
import { differs, storedPermission } from '../../services/shipped_roles.ts';

const operations = new Set([
  '*',
  'read',
  'create',
  'update',
  'delete',
  'restore',
  'import',
  'export',
  'transition',
  'action',
]);

/** Names that a pattern may begin with: what is declared, and what shipped roles speak of before its module is there. */
const namesKnown = (model: Model): ReadonlySet<string> =>
  new Set([
    '*',
    ...model.resources.keys(),
    ...Object.values(shippedRoles).flatMap(({ grants }) => grants.map(({ pattern }) => pattern.split('.')[0]!)),
  ]);

/** What is wrong with a permission, at its fields; null when nothing is. */
function mistakes(permission: PermissionRow, model: Model): FieldErrors | null {
  const [resource = '', operation = '*', ...rest] = permission.pattern.split('.');
  const known = namesKnown(model).has(resource) && operations.has(operation) && rest.length <= 1;
  const scopes = new Set(['all', ...[...model.resources.values()].flatMap((r) => Object.keys(r.scopes ?? {}))]);
  const scope = (namesIn(permission.scope) ?? []).find((name) => !scopes.has(name));
  const errors: FieldErrors = {
    ...(known ? {} : { pattern: message('unknown_permission') }),
    ...(scope ? { scope: message('unknown_scope', { scopes: [...scopes].sort().join(', ') }) } : {}),
  };
  return Object.keys(errors).length ? errors : null;
}

/** What a role may ask for beside its permissions. */
const switches = ['requires_second_factor', 'logs_access'] as const;

/** Roles have a key for life, know whether they still are as shipped, and speak only of what exists. */
export const roles = {
  before: ({ operation, values, before }) => {
    if (operation === 'delete' && before?.shipped) throw new PublicError('not_deletable');
    if (operation !== 'create') return;
    const slug = fold(String(values.name))
      .replace(/[^a-z0-9]+/g, '_')
      .slice(0, 60);
    values.key = `${slug}_${randomBytes(3).toString('hex')}`;
  },
  after: async ({ operation, record, tx, context }) => {
    if (operation === 'delete') return;
    const permissions = (record.permissions ?? []) as PermissionRow[];
    const errors = permissions.map((permission) => mistakes(permission, context.engine.model));
    if (errors.some(Boolean)) throw new PublicError('invalid', { permissions: errors });
    const shipped = record.shipped ? shippedRole(record.key) : undefined;
    if (!shipped) return;
    const changed = differs(permissions, shipped) || switches.some((name) => record[name] !== (shipped[name] ?? false));
    if (changed === record.changed) return;
    await tx.query(sql`UPDATE roles SET changed = ${changed} WHERE id = ${record.id}`);
    record.changed = changed;
  },
  actions: {
    reset: async ({ record }) => {
      const shipped = shippedRole(record.key);
      if (!shipped) throw new PublicError('not_shipped');
      return {
        ...Object.fromEntries(switches.map((name) => [name, shipped[name] ?? false])),
        permissions: shipped.grants.map(storedPermission),
      };
    },
  },
} satisfies Behaviour;
