import type { Resource } from '@kontor/shared';
import type { Context } from '../../engine/context.ts';
import { raw, type Sql } from '../../query/sql.ts';

/** The rows of a resource whose field the user may read; none otherwise. */
export function seen({ access, engine }: Context, name: string, field: string, alias: string): Sql {
  const resource: Resource = engine.model.get(name);
  return access.condition(resource, 'read') !== null && access.properties(resource).has(field)
    ? access.rows(resource, 'read', alias)
    : raw('false');
}
