import type { Resource } from '../define/resource.ts';
import { decide, scopeOf } from './decide.ts';
import type { Grant } from './roles.ts';

/** Scopes of what belongs to one person. */
const personal = new Set<string | undefined>(['own', 'assigned']);

/** What these grants read when only some of them count; a denial counts always. */
const readsBy = (grants: readonly Grant[], resource: Resource, counts: (grant: Grant) => boolean): boolean =>
  decide(
    grants.filter((grant) => grant.deny || (!grant.aside && counts(grant))),
    resource,
    'read',
  ) !== 'none';

/**
 * Has the resource a list of its own for whoever has these grants, in navigation, search and home page? Not where all that
 * lets them read it does so for the sake of other records (`aside`).
 */
export const isNavigated = (grants: readonly Grant[], resource: Resource): boolean =>
  readsBy(grants, resource, () => true);

/** Does that list hold more than what is theirs or assigned to them? Figures over it tell something then. */
export const isNavigatedWidely = (grants: readonly Grant[], resource: Resource): boolean =>
  readsBy(grants, resource, (grant) => !grant.ids && !personal.has(scopeOf(grant, resource)));
