import {
  type AnyField,
  type Column,
  type Condition,
  type Expression,
  isKept,
  propertiesOf,
  type Resource,
  type RollupOptions,
  rollupOf,
} from '@kontor/shared';
import { columnsIn, columnType, expressionSql } from '../db/columns.ts';
import { quote } from '../db/quote.ts';
import { conditionSql } from '../query/conditions.ts';
import { join, raw, type Sql, sql } from '../query/sql.ts';
import type { Context, Values } from './context.ts';
import { lineLink } from './get.ts';

/** The columns that an expression is made of. */
const operands = (field: AnyField): readonly string[] => columnsIn(field.as as Expression);

/**
 * The computed columns of a resource whose parts the user may read all, and whose figures over other records are known; of
 * the rest nothing can be said.
 */
function computable(context: Context, resource: Resource, row: Values) {
  const readable = context.access.properties(resource);
  const known = (name: string) => {
    const part = propertiesOf(resource).get(name);
    return !part || (readable.has(name) && (!isKept(part.field) || row[name] !== undefined));
  };
  return [...readable.values()].filter(({ column, field }) => column?.generated && operands(field).every(known));
}

/** What the database would compute from these values: the rows get their expressions, in their order. */
async function compute(context: Context, resource: Resource, rows: readonly Values[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = computable(context, resource, rows[0]!);
  if (columns.length === 0) return;
  const list = columns.map(
    ({ name, column }) => `(${expressionSql(column!.generated!)})::${columnType(column!)} AS ${quote(name)}`,
  );
  const answers = await context.engine.db.query<Values>(
    sql`SELECT ${raw(list.join(', '))} FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) WITH ORDINALITY AS e(kontor_row, kontor_place), jsonb_populate_record(NULL::${raw(quote(resource.name))}, e.kontor_row) ORDER BY e.kontor_place`,
  );
  for (const [index, answer] of answers.entries()) Object.assign(rows[index]!, answer);
}

const how = ['sum', 'min', 'max'] as const;

/** A figure over the lines of the record, as its trigger would keep it. */
function figure(
  context: Context,
  child: Resource,
  field: RollupOptions,
  column: Column,
  lines: readonly Values[],
): Sql {
  const { model } = context.engine;
  const where = Object.fromEntries(
    Object.entries((field.where ?? {}) as Values).map(([name, value]) => [
      name,
      Array.isArray(value) ? { in: value } : value,
    ]),
  ) as Condition;
  const verb = how.find((name) => field[name]);
  const measure = raw(
    verb
      ? `${verb === 'sum' ? `coalesce(sum(t.${quote(field.sum!)}), 0)` : `${verb}(t.${quote(field[verb]!)})`}::${columnType(column)}`
      : 'count(*)::int',
  );
  return sql`(SELECT ${measure} FROM jsonb_populate_recordset(NULL::${raw(quote(child.name))}, ${JSON.stringify(lines)}::jsonb) t WHERE ${conditionSql({ model, user: context.access.actor }, child, where, 't')})`;
}

/**
 * Completes a record of the past with what was not recorded because it follows from the rest: expressions, and figures over
 * its own lines. Figures over other records, and lists kept by other records, are left out: nobody knows them any more.
 */
export async function completePast(context: Context, resource: Resource, record: Values): Promise<void> {
  const figures: { name: string; piece: Sql }[] = [];
  for (const { name, field, column } of context.access.properties(resource).values()) {
    if (field.copies || (field.kind === 'references' && field.through)) delete record[name];
    if (field.kind === 'lines' && Array.isArray(record[name]))
      await compute(context, lineLink(context, resource, name).child, record[name] as Values[]);
    const kept = rollupOf(field);
    if (!kept) continue;
    delete record[name];
    const own = Object.entries(resource.fields).find(
      ([, lines]) => lines.kind === 'lines' && lines.of === kept.of && lines.by === kept.by,
    )?.[0];
    if (!own || !Array.isArray(record[own])) continue;
    const { child } = lineLink(context, resource, own);
    const measured = how.map((verb) => kept[verb]).find(Boolean);
    if (measured && !context.access.properties(child).has(measured)) continue;
    figures.push({ name, piece: figure(context, child, kept, column!, record[own] as Values[]) });
  }
  if (figures.length > 0) {
    const list = figures.map(({ name, piece }) => sql`${piece} AS ${raw(quote(name))}`);
    Object.assign(record, (await context.engine.db.query(sql`SELECT ${join(list, ', ')}`))[0]);
  }
  await compute(context, resource, [record]);
}
