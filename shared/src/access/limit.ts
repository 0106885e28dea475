import type { Resource } from '../define/resource.ts';
import type { Condition, CurrentUser, Operand, Scalar } from './condition.ts';
import { type Decision, decide, type Operation, opens } from './decide.ts';
import type { Grant } from './roles.ts';

/** Narrows what a user may do, for a machine that acts for them. It never widens: both must allow. */
export interface Limit {
  readonly grants: readonly Grant[];
  /** Only rows of these brands, of resources that know brands. Absent: no limit. */
  readonly brand_ids?: readonly string[];
}

const writing = ['create', 'update', 'delete', 'restore', 'import', 'transition', 'action'];

/** What no machine does, whatever its key says and whoever it acts for: keys, roles, accounts and how people sign in. */
export const neverByKey: readonly Grant[] = [
  ...['api_keys', 'api_key_usages', 'user_identities', 'sign_in_rules'].map((pattern) => ({ pattern, deny: true })),
  ...['users', 'roles', 'user_roles', 'role_permissions', 'record_grants', 'settings'].flatMap((resource) =>
    writing.map((operation) => ({ pattern: `${resource}.${operation}`, deny: true })),
  ),
];

/** Puts given brands in the place of the asking user's. */
function withBrands(condition: Condition, brands: readonly string[]): Condition {
  const isBrands = (value: unknown) =>
    typeof value === 'object' && value !== null && (value as { user?: keyof CurrentUser }).user === 'brand_ids';
  const replaced = (value: unknown): unknown => {
    if (isBrands(value)) return brands satisfies Operand;
    if (Array.isArray(value)) return value.map(replaced);
    if (typeof value !== 'object' || value === null) return value as Scalar;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner)]));
  };
  return replaced(condition) as Condition;
}

/** The rows that both decisions allow. */
function both(a: Decision, b: Decision): Decision {
  if (a === 'none' || b === 'none') return 'none';
  if (a === 'all') return b;
  return b === 'all' ? a : { and: [a, b] };
}

/** A user's decision as far as the limit lets it through. */
export function limited(decision: Decision, limit: Limit, resource: Resource, operation: Operation): Decision {
  const own = decide([...limit.grants, ...neverByKey], resource, operation);
  if (!limit.brand_ids) return both(decision, own);
  const brand = resource.scopes?.brand ? withBrands(resource.scopes.brand, limit.brand_ids) : 'all';
  return both(decision, both(own, brand));
}

/** May a field with this guard be seen through the limit? */
export const opensLimit = (limit: Limit | undefined, guard: string | undefined): boolean =>
  !limit || opens(limit.grants, guard);
