import { type Property, propertiesOf, type Resource, schemaOf } from '@kontor/shared';
import { columnType } from '../../db/columns.ts';
import type { Transaction } from '../../db/pool.ts';
import { quote } from '../../db/quote.ts';
import { recordColumns } from '../../query/select.ts';
import { raw, type Sql, sql } from '../../query/sql.ts';
import type { Context, Row, Values } from '../context.ts';
import { withLines } from '../get.ts';
import { namesTurn, takeTurn } from '../turn.ts';

/** A record that a row of the file means. */
export interface Existing {
  readonly record: Row;
  /** May the user change it? */
  readonly open: boolean;
}

function canonical(property: Property, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (property.part) return value;
  const read = schemaOf(property.field).safeParse(value);
  return read.success ? read.data : undefined;
}

/**
 * The key of a row in comparable form: undefined when the row has none (its first part is empty) or no possible one.
 */
export function keyText(resource: Resource, key: readonly string[], values: Values): string | undefined {
  const properties = propertiesOf(resource);
  const parts = key.map((name) => canonical(properties.get(name)!, values[name]));
  return key.length === 0 || parts[0] === null || parts.includes(undefined) ? undefined : JSON.stringify(parts);
}

/** Rows (of alias `t`) whose key begins like one of these. */
function meantBy(resource: Resource, key: readonly string[], texts: readonly string[]): Sql {
  const first = propertiesOf(resource).get(key[0]!)!;
  const values = [...new Set(texts.map((text) => (JSON.parse(text) as unknown[])[0]))];
  return sql`${raw(`t.${quote(first.name)}`)} = ANY(${values}::${raw(columnType(first.column!))}[])`;
}

/** Waits for the turn of all rows of a file at once, so that imports that cross each other wait in the same order. */
export async function takeTurns(
  context: Context,
  tx: Transaction,
  resource: Resource,
  key: readonly string[],
  bodies: readonly Values[],
): Promise<void> {
  if (!context.engine.behaviours[resource.name]?.turn) return;
  const texts = bodies.flatMap((values) => keyText(resource, key, values) ?? []);
  const where = texts.length ? meantBy(resource, key, texts) : raw('false');
  await takeTurn(context, tx, resource, where, namesTurn(context, resource, resource, bodies));
}

/** Reads and locks the records that rows mean by their keys: one statement for all of them. Several can share a key. */
export async function findExisting(
  context: Context,
  tx: Transaction,
  resource: Resource,
  key: readonly string[],
  texts: readonly string[],
  lines: boolean,
): Promise<ReadonlyMap<string, Existing[]>> {
  const found = new Map<string, Existing[]>();
  if (texts.length === 0) return found;
  const { access } = context;
  const alive = raw(resource.trash ? ' AND t.deleted_at IS NULL' : '');
  const rows = await tx.query<Row & { _open?: boolean }>(
    sql`SELECT ${recordColumns(access, resource)}, (${access.rows(resource, 'update', 't')}) AS "_open" FROM ${raw(`${quote(resource.name)} t`)} WHERE ${meantBy(resource, key, texts)}${alive} AND ${access.rows(resource, 'read', 't')} ORDER BY t.id FOR NO KEY UPDATE OF t`,
  );
  if (lines) await withLines(context, tx, resource, rows);
  for (const { _open: open, ...record } of rows) {
    const text = keyText(resource, key, record);
    if (text) found.set(text, [...(found.get(text) ?? []), { record: record as Row, open: open === true }]);
  }
  return found;
}
