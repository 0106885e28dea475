import { type AddressPath, fieldNamed, type Resource, ruleAddressPaths, type Surroundings } from '@kontor/shared';
import { quote } from '../../db/quote.ts';
import type { Access } from '../../engine/access.ts';
import type { Context, Row } from '../../engine/context.ts';
import { raw, type Sql, sql } from '../../query/sql.ts';

/** No mail of a rule goes to more addresses than that. */
const most = 50;

const around = ({ model }: Access): Surroundings => ({
  resource: (name) => model.resources.get(name),
  incoming: (name) =>
    model.incoming(name).map(({ resource, field, kind }) => ({ resource: resource.name, field, kind })),
  subjects: (ability) => model.subjects(ability),
});

/** Every step of a path is one that the user may read. */
function isOpen(access: Access, resource: Resource, { by, at, from, field }: AddressPath): boolean {
  const reads = (one: Resource, name: string) => access.properties(one).has(name);
  const steps = by === undefined || reads(resource, by) || reads(resource, `${by}_id`);
  const holder = from?.resource ?? at;
  return (
    steps &&
    access.condition(at, 'read') !== null &&
    access.condition(holder, 'read') !== null &&
    reads(holder, field) &&
    (!from || reads(holder, from.link))
  );
}

/** The addresses beside the records of a resource that a user may use, by the texts with which rules name them. */
export function addressPaths(access: Access, resource: Resource): ReadonlyMap<string, AddressPath> {
  return new Map([...ruleAddressPaths(resource, around(access))].filter(([, path]) => isOpen(access, resource, path)));
}

/** The rows of a resource that the user sees, outside the trash. */
const seen = (access: Access, resource: Resource, alias: string): Sql =>
  sql`${access.rows(resource, 'read', alias)}${raw(resource.trash ? ` AND ${alias}.deleted_at IS NULL` : '')}`;

/** Where a path leads from a record; undefined where it leads nowhere. */
function destination(resource: Resource, record: Row, { by, at }: AddressPath): string | undefined {
  if (by === undefined) return record.id;
  if (resource.fields[by]?.kind !== 'subject') return record[by] ?? undefined;
  return record[`${by}_resource`] === at.name ? record[`${by}_id`] : undefined;
}

/** What a path finds from a record, as far as the user sees it: addresses, or the ids of users. */
export async function foundBy(
  { access, engine }: Context,
  resource: Resource,
  record: Row,
  path: AddressPath,
): Promise<{ readonly kind: 'email' | 'user'; readonly values: readonly string[] }> {
  const { at, from, field } = path;
  const holder = from?.resource ?? at;
  const kind = fieldNamed(holder, field)?.kind === 'email' ? 'email' : 'user';
  const id = destination(resource, record, path);
  if (id === undefined) return { kind, values: [] };
  const column = raw(`t.${quote(field)}`);
  const which = from
    ? sql`${raw(`t.${quote(from.link)}`)} = ${id} AND EXISTS (SELECT 1 FROM ${raw(`${quote(at.name)} b`)} WHERE b.id = ${id} AND ${seen(access, at, 'b')})`
    : sql`t.id = ${id}`;
  const rows = await engine.db.query<{ value: string }>(
    sql`SELECT ${column} AS value FROM ${raw(`${quote(holder.name)} t`)} WHERE ${which} AND ${column} IS NOT NULL AND ${seen(access, holder, 't')} ORDER BY t.created_at, t.id LIMIT ${most}`,
  );
  const same = rows.map(({ value }) => value.toLowerCase());
  return { kind, values: rows.map(({ value }) => value).filter((_, index) => same.indexOf(same[index]!) === index) };
}
