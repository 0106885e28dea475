import { fieldLabel, type Model, propertiesOf, type Resource } from '@kontor/shared';
import { declaredSchema, type Table } from '../db/schema.ts';
import { pairTable } from '../query/conditions.ts';
import { columns, type Look, section } from './text.ts';

const rows = (entries: Readonly<Record<string, string>>) => Object.entries(entries);

function tableLines(title: string, table: Table, describe: (column: string) => string, look: Look): string[] {
  return [
    ...section(
      title,
      columns(
        rows(table.columns).map(([name, clause]) => [name, describe(name), clause]),
        look,
      ),
      look,
    ),
    ...section('Constraints', columns(rows(table.constraints), look), look),
    ...section(
      'Indices',
      columns(
        rows(table.indices).map(([name, text]) => [name, text.replace(/^CREATE (UNIQUE )?INDEX \S+ ON \S+ /, '$1')]),
        look,
      ),
      look,
    ),
    ...section(
      'Triggers',
      columns(
        rows(table.triggers).map(([name, text]) => [name, text.replace(/^CREATE TRIGGER \S+ /, '')]),
        look,
      ),
      look,
    ),
  ];
}

/** The table of a resource and the pair tables of its lists of references, as the migrations make them. */
export function explainTable(model: Model, resource: Resource, look: Look): string[] {
  const schema = declaredSchema(model);
  const properties = propertiesOf(resource);
  const describe = (column: string) => {
    const property = properties.get(column);
    if (!property || property.system) return property ? 'house' : '';
    return `${property.field.kind} “${fieldLabel(property.field, property.fieldName, 'de')}”`;
  };
  const pairs = Object.keys(resource.fields)
    .map((name) => pairTable(resource, name))
    .filter((name) => schema.tables[name]);
  return [
    ...tableLines(`Table ${resource.name}`, schema.tables[resource.name]!, describe, look),
    ...pairs.flatMap((name) => tableLines(`Pair table ${name}`, schema.tables[name]!, () => '', look)),
  ];
}
