import type { Model, Property, Resource } from '@kontor/shared';
import { quote } from '../db/quote.ts';
import type { Access } from '../engine/access.ts';
import { pairSource } from './conditions.ts';
import { raw, type Sql } from './sql.ts';

const memo = new WeakMap<Model, Map<string, Sql>>();

/** The columns of a record as the user may read it, over a table that goes by `t`. Built once per shape. */
export function recordColumns(access: Access, resource: Resource): Sql {
  let lists = memo.get(access.model);
  if (!lists) {
    lists = new Map();
    memo.set(access.model, lists);
  }
  const key = `${resource.name} ${access.columnsKey(resource)}`;
  let list = lists.get(key);
  if (!list) {
    list = raw(
      [...access.properties(resource).values()]
        .map((property) => propertyColumn(access.model, resource, property))
        .filter(Boolean)
        .join(', '),
    );
    lists.set(key, list);
  }
  return list;
}

function propertyColumn(model: Model, resource: Resource, property: Property): string {
  const name = quote(property.name);
  if (property.column)
    return property.field.kind === 'secret' ? `CASE WHEN t.${name} IS NOT NULL THEN true END AS ${name}` : `t.${name}`;
  if (property.field.kind !== 'references') return '';
  const { from, link, target } = pairSource(model, resource, property.fieldName);
  return `ARRAY(SELECT p.${target} FROM ${from} p WHERE p.${link} = t.id ORDER BY 1) AS ${name}`;
}
