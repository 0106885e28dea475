import { propertiesOf, type Resource } from '@kontor/shared';
import type { Queryable } from '../db/pool.ts';
import { sql } from '../query/sql.ts';
import type { Context, Values } from './context.ts';
import { namesOf } from './people.ts';

interface Change {
  readonly before: Values | null;
  readonly created_by: string | null;
  readonly created_at: string;
}

/** What others did to a record since somebody read it. */
export interface Since {
  /** Values before the first change since the version the client has seen, per changed field. */
  readonly base: Values;
  readonly changes: readonly Change[];
}

/** Who has changed which fields, and when last. */
export interface Merged {
  /** Null when Kontor itself did it. */
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly at: string;
  readonly fields: readonly string[];
}

/** What changed since a version. Every version has its entry in the trail, so nothing is guessed. */
export async function changedSince(tx: Queryable, resource: Resource, id: string, version: number): Promise<Since> {
  const changes = await tx.query<Change>(
    sql`SELECT before, created_by, created_at FROM audit_entries WHERE resource = ${resource.name} AND record_id = ${id} AND record_version > ${version} ORDER BY record_version`,
  );
  const base: Values = {};
  for (const { before } of changes)
    for (const [name, value] of Object.entries(before ?? {})) if (!(name in base)) base[name] = value;
  return { base, changes };
}

/** The field of a wire name, if people know it and the user may read it. */
function fieldIn(context: Context, resource: Resource, name: string): string | undefined {
  const property = context.access.properties(resource).get(name);
  return property && !property.system && !property.field.hidden ? property.fieldName : undefined;
}

/** Who changed what meanwhile, for those whose changes were kept beside theirs. */
export async function whoMerged(context: Context, resource: Resource, { changes }: Since): Promise<Merged[]> {
  const people = await namesOf(context, resource, changes);
  const found = new Map<string | null, { at: string; fields: Set<string> }>();
  for (const { before, created_by, created_at } of changes) {
    const one = found.get(created_by) ?? { at: created_at, fields: new Set() };
    one.at = created_at;
    for (const name of Object.keys(before ?? {})) {
      const field = fieldIn(context, resource, name);
      if (field) one.fields.add(field);
    }
    found.set(created_by, one);
  }
  const declared = [...propertiesOf(resource).values()].map((property) => property.fieldName);
  return [...found]
    .filter(([, { fields }]) => fields.size > 0)
    .map(([id, { at, fields }]) => ({
      by: id === null ? null : { id, name: people.get(id) ?? '' },
      at,
      fields: [...new Set(declared)].filter((name) => fields.has(name)),
    }));
}

/** Who changed the fields in conflict last, by wire name. */
export async function theirsBy(
  context: Context,
  tx: Queryable,
  resource: Resource,
  { changes }: Since,
  names: readonly string[],
): Promise<Record<string, Pick<Merged, 'by' | 'at'>>> {
  const people = await namesOf(context, resource, changes, tx);
  return Object.fromEntries(
    names.flatMap((name) => {
      const last = changes.findLast(({ before }) => name in (before ?? {}));
      if (!last) return [];
      const { created_by: id, created_at: at } = last;
      return [[name, { by: id === null ? null : { id, name: people.get(id) ?? '' }, at }]];
    }),
  );
}
