import { isKept, type Model, type Property, propertiesOf, type Resource } from '@kontor/shared';
import { quote } from '../db/quote.ts';
import type { Access } from '../engine/access.ts';
import { pairSource } from './conditions.ts';
import { raw, type Sql } from './sql.ts';

const memo = new WeakMap<Model, Map<string, Sql>>();

/** Builds a list once per shape: what the user may read of a resource, for one use. */
function remembered(access: Access, resource: Resource, use: string, build: () => string): Sql {
  let lists = memo.get(access.model);
  if (!lists) {
    lists = new Map();
    memo.set(access.model, lists);
  }
  const key = `${resource.name} ${use} ${access.columnsKey(resource)}`;
  let list = lists.get(key);
  if (!list) {
    if (lists.size > 2000) lists.clear(); // clients choose which fields they change together
    list = raw(build());
    lists.set(key, list);
  }
  return list;
}

const columnsOf = (access: Access, resource: Resource, wanted: (property: Property) => boolean): string =>
  [...access.properties(resource).values()]
    .filter(wanted)
    .map((property) => propertyColumn(access.model, resource, property))
    .filter(Boolean)
    .join(', ');

/** The columns of a record as the user may read it, over a table that goes by `t`. */
export const recordColumns = (access: Access, resource: Resource): Sql =>
  remembered(access, resource, '', () => columnsOf(access, resource, () => true));

/** All columns of a record, whoever asks: what the house compares with and writes into the trail. Secrets are told to be there only. */
export const allColumns = (access: Access, resource: Resource): Sql =>
  remembered(access, resource, 'all', () =>
    [...propertiesOf(resource).values()]
      .map((property) => propertyColumn(access.model, resource, property))
      .filter(Boolean)
      .join(', '),
  );

/** Some columns of a record, as far as the user may read them, and its id. */
export const someColumns = (access: Access, resource: Resource, names: readonly string[]): Sql =>
  remembered(access, resource, `some ${names.join()}`, () =>
    columnsOf(access, resource, ({ name }) => name === 'id' || names.includes(name)),
  );

/** The columns of a record that has just been inserted: nothing can point to it yet, so its lists are empty. */
export const newColumns = (access: Access, resource: Resource): Sql =>
  remembered(access, resource, 'new', () =>
    [...access.properties(resource).values()]
      .map((property) =>
        property.field.kind === 'references'
          ? `ARRAY[]::uuid[] AS ${quote(property.name)}`
          : propertyColumn(access.model, resource, property),
      )
      .filter(Boolean)
      .join(', '),
  );

/** The columns of a record that a change of these values may alter: themselves, what is computed, and its stamps. */
export const alteredColumns = (access: Access, resource: Resource, names: readonly string[]): Sql =>
  remembered(access, resource, `altered ${names.join()}`, () =>
    columnsOf(
      access,
      resource,
      ({ name, system, column, field }) =>
        column !== undefined && (system || column.generated !== undefined || isKept(field) || names.includes(name)),
    ),
  );

function propertyColumn(model: Model, resource: Resource, property: Property): string {
  const name = quote(property.name);
  if (property.column)
    return property.field.kind === 'secret' ? `CASE WHEN t.${name} IS NOT NULL THEN true END AS ${name}` : `t.${name}`;
  if (property.field.kind !== 'references') return '';
  const { from, link, target } = pairSource(model, resource, property.fieldName);
  // several rows may lead to one and the same
  const each = property.field.through ? 'DISTINCT ' : '';
  return `ARRAY(SELECT ${each}p.${target} FROM ${from} p WHERE p.${link} = t.id ORDER BY 1) AS ${name}`;
}
