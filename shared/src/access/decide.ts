import type { Resource } from '../define/resource.ts';
import { type Condition, everything } from './condition.ts';
import { type Grant, shippedRoles } from './roles.ts';

/** What can be done with a resource. Transitions and actions carry their name: `transition.complete`. */
export type Operation =
  | 'read'
  | 'create'
  | 'update'
  | 'delete'
  | 'restore'
  | 'import'
  | 'export'
  | `transition.${string}`
  | `action.${string}`;

/** None, all, or these rows. */
export type Decision = 'none' | 'all' | Condition;

/** Does the pattern cover the operation on the resource? A shorter pattern covers everything below it. */
export function covers(pattern: string, resource: string, operation: string): boolean {
  const wanted = [resource, ...operation.split('.')];
  return pattern.split('.').every((part, i) => part === '*' || part === wanted[i]);
}

/** The grants of a user's roles. */
export const grantsOf = (roles: readonly string[]): readonly Grant[] =>
  roles.flatMap((role) => (shippedRoles as Record<string, readonly Grant[]>)[role] ?? []);

/** Decides an operation: a denial wins, missing is denied, several grants widen each other. */
export function decide(grants: readonly Grant[], resource: Resource, operation: Operation): Decision {
  const matching = grants.filter((grant) => covers(grant.pattern, resource.name, operation));
  if (matching.length === 0 || matching.some((grant) => grant.deny)) return 'none';
  const conditions: Condition[] = [];
  for (const grant of matching) {
    if (!grant.scope) return 'all';
    const scope = grant.scope.find((name) => name === 'all' || resource.scopes?.[name]);
    if (scope === 'all') return 'all';
    if (scope) conditions.push(resource.scopes![scope] as Condition);
  }
  if (conditions.length === 0) return 'none';
  return conditions.length === 1 ? conditions[0]! : { or: conditions };
}

/** May the grants see a field with this guard? */
export const opens = (grants: readonly Grant[], guard: string | undefined): boolean =>
  guard === undefined || grants.some((grant) => grant.guards?.some((g) => g === '*' || g === guard));

/** The decision as a condition that can be ANDed; null when the answer is none. */
export const asCondition = (decision: Decision): Condition | null =>
  decision === 'none' ? null : decision === 'all' ? everything : decision;
