import { literal, quote } from './quote.ts';
import type { Schema } from './schema.ts';

export const extensions = ['pg_trgm', 'btree_gist', 'pgcrypto'];

const foreign = (definition: string) => definition.startsWith('FOREIGN KEY');

/** Makes the part of a table for what fits in no other, and those of this month and the next ones. */
export const partitionsStatement = (table: string): string =>
  `SELECT kontor_make_partitions(${literal(table)}, current_date, (current_date + interval '3 months')::date)`;

/** The statements that make a schema in an empty database, in an order in which each can succeed. */
export function createStatements(schema: Schema): string[] {
  const tables = Object.entries(schema.tables);
  const constraints = (only: (definition: string) => boolean) =>
    tables.flatMap(([table, { constraints: all }]) =>
      Object.entries(all)
        .filter(([, definition]) => only(definition))
        .map(([name, definition]) => `ALTER TABLE ${quote(table)} ADD CONSTRAINT ${quote(name)} ${definition}`),
    );
  return [
    ...extensions.map((name) => `CREATE EXTENSION IF NOT EXISTS ${name}`),
    ...Object.values(schema.functions),
    ...tables.map(
      ([table, { columns, partition }]) =>
        `CREATE TABLE ${quote(table)} (${Object.entries(columns)
          .map(([name, clause]) => `${quote(name)} ${clause}`)
          .join(', ')})${partition ? ` PARTITION BY ${partition}` : ''}`,
    ),
    ...constraints((definition) => !foreign(definition)),
    ...constraints(foreign),
    ...tables.flatMap(([, { indices }]) => Object.values(indices)),
    ...tables.flatMap(([, { triggers }]) => Object.values(triggers)),
    ...tables.flatMap(([table, { partition }]) => (partition ? [partitionsStatement(table)] : [])),
  ];
}
