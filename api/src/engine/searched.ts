import type { Resource } from '@kontor/shared';
import type { SearchedThrough } from '../query/search.ts';
import type { Access } from './access.ts';

/** The references of a resource by which its records are found too: those of which the user may see something. */
export function searchedThrough(access: Access, resource: Resource): SearchedThrough[] {
  return Object.entries(resource.fields).flatMap(([column, field]) => {
    if (!field.search || field.kind !== 'reference' || !access.properties(resource).has(column)) return [];
    const target = access.model.get(String(field.to));
    if (access.condition(target, 'read') === null && !target.seen_by_referrers) return [];
    return [{ column, table: target.name, visible: (alias: string) => access.rows(target, 'read', alias) }];
  });
}
