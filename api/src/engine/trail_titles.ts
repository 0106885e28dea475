import { type Property, propertiesOf, type Resource } from '@kontor/shared';
import { sql } from '../query/sql.ts';
import type { Context, Values } from './context.ts';
import { titleFrom, titles } from './embed.ts';
import { lineLink } from './get.ts';

/** A record that the trail or an earlier version refers to, as people know it. */
export interface Named {
  readonly resource: string;
  readonly id: string;
  /** Null when the user may not see the record. */
  readonly title: string | null;
  /** It was deleted for good: there is a name, but nothing to open. */
  readonly gone?: true;
}

/** The ids of records by resource. */
export type Ids = Map<string, Set<string>>;

/** Adds an id, if it is one. */
export function addId(found: Ids, resource: unknown, id: unknown): void {
  if (typeof resource !== 'string' || typeof id !== 'string') return;
  found.set(resource, (found.get(resource) ?? new Set()).add(id));
}

/** The resource that the values of a property are ids of, if any; a subject names it beside. */
const targetOf = (property: Property): string | undefined =>
  property.system || property.part ? undefined : (property.field.to ?? property.column?.references?.resource);

/** Collects what some values of a record point to, also from their lines. */
export function pointedTo(context: Context, resource: Resource, values: Values, found: Ids): void {
  for (const [name, value] of Object.entries(values)) {
    const property = propertiesOf(resource).get(name);
    if (!property || value === null || value === undefined) continue;
    if (property.part === 'id') addId(found, values[`${property.fieldName}_resource`], value);
    else if (property.field.kind === 'lines') {
      const { child } = lineLink(context, resource, name);
      if (Array.isArray(value)) for (const line of value) pointedTo(context, child, line as Values, found);
    } else {
      const target = targetOf(property);
      if (target) for (const id of [value].flat()) addId(found, target, id);
    }
  }
}

/** The last titles of records that were deleted for good. Their scope can not be asked any more: only who sees all learns them. */
async function goneTitles(context: Context, target: Resource, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0 || target.server_only || !context.access.unlimited(target, 'read')) return new Map();
  const readable = context.access.properties(target);
  const rows = await context.engine.db.query<{ record_id: string; before: Values | null }>(
    sql`SELECT record_id, before FROM audit_entries WHERE resource = ${target.name} AND record_id = ANY(${ids}::text[]) AND operation = 'purge'`,
  );
  return new Map(
    rows.map(({ record_id, before }) => {
      const open = Object.fromEntries(Object.entries(before ?? {}).filter(([name]) => readable.has(name)));
      return [record_id, titleFrom(target, open, context.locale)];
    }),
  );
}

/** The names of records, those in the trash and those deleted for good too. At most two statements per resource. */
export async function named(context: Context, wanted: Ids): Promise<Map<string, Named>> {
  const { model } = context.engine;
  const found = new Map<string, Named>();
  await Promise.all(
    [...wanted].map(async ([name, all]) => {
      const target = model.resources.get(name);
      if (!target) return;
      const ids = [...all];
      const known = await titles(context, target, ids);
      const gone = await goneTitles(
        context,
        target,
        ids.filter((id) => !known.has(id)),
      );
      for (const id of ids)
        found.set(id, {
          resource: name,
          id,
          title: known.get(id) ?? gone.get(id) ?? null,
          ...(gone.has(id) ? { gone: true as const } : {}),
        });
    }),
  );
  return found;
}
