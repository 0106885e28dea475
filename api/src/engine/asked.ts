import { type Grant, PublicError, type Resource, uuid } from '@kontor/shared';
import type { Filter } from '../query/filters.ts';
import { searchCondition } from '../query/search.ts';
import type { Sql } from '../query/sql.ts';
import { Access } from './access.ts';
import type { Context } from './context.ts';
import { searchedThrough } from './searched.ts';

/** Whoever has one brand alone: what belongs to it, and what belongs to none. */
const ofOneBrand: readonly Grant[] = [{ pattern: '*.read', scope: ['brand', 'all'], guards: ['*'] }];

/**
 * What belongs to the brand that somebody works in, by the scope, the parent or the subject of a resource. It narrows what
 * is shown and opens nothing: it stands beside what the user may see, never instead of it.
 */
export function ofBrand({ access: { model, actor }, brand }: Context, resource: Resource, alias: string): Sql[] {
  if (brand === undefined) return [];
  const { id, name, language, roles } = actor;
  const narrow = new Access(model, { id, name, language, roles, brand_ids: [brand], grants: ofOneBrand });
  return narrow.unlimited(resource, 'read') ? [] : [narrow.rows(resource, 'read', alias)];
}

/**
 * The rows that a question means: those of its filter and its search, in the brand that the user works in. What is asked for
 * by its ids is what it is, whatever brand one works in.
 */
export function askedRows(context: Context, resource: Resource, filter: Filter, alias: string): Sql[] {
  return [
    context.access.asked(resource, filter.condition, alias),
    ...(filter.q ? [searchCondition(filter.q, alias, resource.name, searchedThrough(context.access, resource))] : []),
    ...(filter.ids ? [] : ofBrand(context, resource, alias)),
  ];
}

/** Reads the brand that a request says its user works in. */
export function readBrand(given: unknown): { readonly brand?: string } {
  if (given === undefined || given === '') return {};
  if (typeof given !== 'string' || !uuid.test(given))
    throw new PublicError('malformed_query', { brand: 'kontor:invalid' });
  return { brand: given };
}
