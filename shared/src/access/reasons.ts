import type { Resource } from '../define/resource.ts';
import { covers, type Decision, keptPrivate, type Operation, rowsOf } from './decide.ts';
import type { Grant } from './roles.ts';

/** One grant that speaks of an operation, and the rows that it means. */
export interface Reason {
  readonly grant: Grant;
  readonly rows: Decision;
}

/** The grants that speak of an operation on a resource: denials first, because they win. */
export const reasonsFor = (grants: readonly Grant[], resource: Resource, operation: Operation): Reason[] =>
  grants
    .filter((grant) => covers(grant.pattern, resource.name, operation))
    .map((grant) => ({ grant, rows: keptPrivate(rowsOf(grant, resource), resource) }))
    .sort((a, b) => Number(b.grant.deny ?? false) - Number(a.grant.deny ?? false));
