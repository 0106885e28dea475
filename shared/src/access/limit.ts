import type { Resource } from '../define/resource.ts';
import { type Decision, decide, type Operation, opens } from './decide.ts';
import type { Grant } from './roles.ts';

/** Narrows what a user may do, for a machine that acts for them. It never widens: both must allow. */
export interface Limit {
  readonly grants: readonly Grant[];
}

const writing = ['create', 'update', 'delete', 'restore', 'import', 'transition', 'action'];

/** What no machine does, whatever its key says and whoever it acts for: keys, roles, accounts and how people sign in. */
export const neverByKey: readonly Grant[] = [
  ...['api_keys', 'api_key_usages', 'user_identities', 'sign_in_rules'].map((pattern) => ({ pattern, deny: true })),
  ...['users', 'roles', 'record_grants', 'settings'].flatMap((resource) =>
    writing.map((operation) => ({ pattern: `${resource}.${operation}`, deny: true })),
  ),
];

/** The rows that both decisions allow. */
function both(a: Decision, b: Decision): Decision {
  if (a === 'none' || b === 'none') return 'none';
  if (a === 'all') return b;
  return b === 'all' ? a : { and: [a, b] };
}

/** A user's decision as far as the limit lets it through. */
export const limited = (decision: Decision, limit: Limit, resource: Resource, operation: Operation): Decision =>
  both(decision, decide([...limit.grants, ...neverByKey], resource, operation));

/** May a field with this guard be seen through the limit? */
export const opensLimit = (
  limit: Limit | undefined,
  guard: string | undefined,
  resource: Resource,
  operation: Operation,
): boolean => !limit || opens(limit.grants, guard, resource, operation);
