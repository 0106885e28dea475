import type { Resource } from '@kontor/shared';
import type { Identifier } from 'ra-core';
import type { IncomingRelation } from '../../declarations.ts';
import type { FilterValues } from '../list/filters/entries.ts';

/** The name of a tab in the address. */
export const tabOf = ({ resource, field }: IncomingRelation): string => `${resource}.${field}`;

/** The question "which records point here?" as a filter. */
export function relatedFilter({ field, kind }: IncomingRelation, target: string, id: Identifier): FilterValues {
  if (kind === 'subject') return { [`${field}_resource`]: target, [`${field}_id`]: id };
  return kind === 'references' ? { [field]: [id] } : { [field]: id };
}

/** Values that a new record needs to point here. They look like the filter, because that is what it asks for. */
export const relatedValues = relatedFilter;

/** The wire names by which a record points here. */
export const givenNames = ({ field, kind }: IncomingRelation): string[] =>
  kind === 'subject' ? [field, `${field}_resource`, `${field}_id`] : [field];

/** Relations that deserve a tab: what the record's own lines show already needs none. */
export function tabbed(
  resource: Resource,
  incoming: readonly IncomingRelation[],
  may: (resource: string) => boolean,
): IncomingRelation[] {
  const lines = new Set(
    Object.values(resource.fields)
      .filter((field) => typeof field.of === 'string' && typeof field.by === 'string')
      .filter((field) => !field.count && !field.sum && !field.min && !field.max)
      .map((field) => `${field.of}.${field.by}`),
  );
  return incoming.filter((relation) => !lines.has(tabOf(relation)) && may(relation.resource));
}

/** Where a record is created that belongs to this one. */
export const createPath = (relation: IncomingRelation, target: string, id: Identifier): string =>
  `/${relation.resource}/create?${new URLSearchParams({ source: JSON.stringify(relatedValues(relation, target, id)) })}`;
