import type { Resource } from '../define/resource.ts';
import { boundTo, type Condition, everything, nothing } from './condition.ts';
import type { Grant } from './roles.ts';

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

/** The scope of a grant that counts for a resource: the first one that it declares, `all`, or none. */
export const scopeOf = ({ scope, brands }: Grant, resource: Resource): string | undefined =>
  (scope ?? (brands ? ['brand'] : ['all'])).find((name) => name === 'all' || resource.scopes?.[name]);

/**
 * The rows of one grant that covers the operation. A role given for some brands counts by the rows of these brands; where a
 * resource has no brands it counts only if its scope says what then (`['brand', 'all']`). No condition: no rows.
 */
export function rowsOf(grant: Grant, resource: Resource): Decision {
  if (grant.ids) return { id: { in: grant.ids } };
  const name = scopeOf(grant, resource);
  if (name === undefined) return 'none';
  const ofBrand = resource.scopes?.brand;
  const chosen: Decision = name === 'all' ? 'all' : resource.scopes![name]!;
  if (!grant.brands) return chosen;
  if (name === 'brand') return boundTo(chosen as Condition, grant.brands);
  if (!ofBrand) return chosen;
  const inBrands = boundTo(ofBrand, grant.brands);
  return chosen === 'all' ? inBrands : { and: [chosen as Condition, inBrands] };
}

/** Joins what several grants allow: they widen each other. */
function widest(decisions: readonly Decision[]): Decision {
  if (decisions.includes('all')) return 'all';
  const conditions = decisions.filter((decision): decision is Condition => typeof decision !== 'string');
  if (conditions.length === 0) return 'none';
  return conditions.length === 1 ? conditions[0]! : { or: conditions };
}

/** What is left of a decision on a resource whose rows belong to one person alone (`private_to`). */
export function keptPrivate(decision: Decision, resource: Resource): Decision {
  const own = resource.private_to === undefined ? undefined : resource.scopes?.[resource.private_to];
  if (!own || decision === 'none' || decision === own) return decision;
  return decision === 'all' ? own : { and: [own, decision] };
}

/** Decides an operation: a denial wins, missing is denied, several grants widen each other. What is private stays so. */
export function decide(grants: readonly Grant[], resource: Resource, operation: Operation): Decision {
  return keptPrivate(granted(grants, resource, operation), resource);
}

function granted(grants: readonly Grant[], resource: Resource, operation: Operation): Decision {
  const matching = grants.filter((grant) => covers(grant.pattern, resource.name, operation));
  const allowed = widest(matching.filter((grant) => !grant.deny).map((grant) => rowsOf(grant, resource)));
  const denied = widest(matching.filter((grant) => grant.deny).map((grant) => rowsOf(grant, resource)));
  if (allowed === 'none' || denied === 'all') return 'none';
  if (denied === 'none') return allowed;
  return allowed === 'all' ? { not: denied } : { and: [allowed, { not: denied }] };
}

/**
 * Do the grants open the fields with this guard, for an operation on a resource? Only if what opens them reaches every row
 * that the operation reaches: a field is there on all rows or on none, so that no list or sum can tell about the others.
 */
export function opens(
  grants: readonly Grant[],
  guard: string | undefined,
  resource: Resource,
  operation: Operation = 'read',
): boolean {
  if (guard === undefined) return true;
  const opening = grants.filter((grant) => grant.deny || grant.guards?.some((name) => name === '*' || name === guard));
  if (!opening.some((grant) => !grant.deny && covers(grant.pattern, resource.name, operation))) return false;
  const rows = decide(opening, resource, operation);
  if (rows === 'none') return false;
  return rows === 'all' || JSON.stringify(rows) === JSON.stringify(decide(grants, resource, operation));
}

/** The decision as a condition that can be ANDed, or asked of a record. */
export const asRows = (decision: Decision): Condition =>
  decision === 'none' ? nothing : decision === 'all' ? everything : decision;
