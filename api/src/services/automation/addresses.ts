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

/** Where a path leads from a record: to one, to all that a list names, or nowhere. */
function destinations(resource: Resource, record: Row, { by, at }: AddressPath): string[] {
  if (by === undefined) return [record.id];
  const subject = resource.fields[by]?.kind === 'subject';
  if (subject && record[`${by}_resource`] !== at.name) return [];
  return [record[subject ? `${by}_id` : by] ?? []].flat();
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
  const ids = destinations(resource, record, path);
  if (ids.length === 0) return { kind, values: [] };
  const column = raw(`t.${quote(field)}`);
  const which = from
    ? sql`${raw(`t.${quote(from.link)}`)} = ${ids[0]} AND EXISTS (SELECT 1 FROM ${raw(`${quote(at.name)} b`)} WHERE b.id = ${ids[0]} AND ${seen(access, at, 'b')})`
    : sql`t.id = ANY(${ids}::uuid[])`;
  const rows = await engine.db.query<{ value: string }>(
    sql`SELECT ${column} AS value FROM ${raw(`${quote(holder.name)} t`)} WHERE ${which} AND ${column} IS NOT NULL AND ${seen(access, holder, 't')} ORDER BY t.created_at, t.id LIMIT ${most}`,
  );
  const same = rows.map(({ value }) => value.toLowerCase());
  return { kind, values: rows.map(({ value }) => value).filter((_, index) => same.indexOf(same[index]!) === index) };
}
