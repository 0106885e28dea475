import type { Resource } from '@kontor/shared';
import type { Context, Row } from '../../engine/context.ts';

/** The brand for which something is done about a record: one of the record's, rather one of the owner's own. */
export function brandFor({ access }: Context, resource: Resource, record: Row): string | null {
  const brands = Object.entries(resource.fields).flatMap(([name, field]) =>
    field.to === 'brands' ? ([record[name] ?? []].flat() as string[]) : [],
  );
  return brands.find((brand) => access.actor.brand_ids.includes(brand)) ?? brands[0] ?? null;
}
