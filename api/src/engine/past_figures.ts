import { type AnyField, type Condition, propertiesOf, type Resource } from '@kontor/shared';
import { columnType, expressionSql } from '../db/columns.ts';
import { quote } from '../db/quote.ts';
import { conditionSql } from '../query/conditions.ts';
import { join, raw, type Sql, sql } from '../query/sql.ts';
import type { Context, Values } from './context.ts';
import { lineLink } from './get.ts';

/** The columns that an expression is made of. */
const operands = (field: AnyField): string[] =>
  Object.values(field.as as Record<string, unknown>)
    .flat()
    .filter((part): part is string => typeof part === 'string');

/** The computed columns of a resource whose parts the user may read all; of the others nothing can be said. */
function computable(context: Context, resource: Resource) {
  const readable = context.access.properties(resource);
  return [...readable.values()].filter(
    ({ column, field }) =>
      column?.generated && operands(field).every((name) => !propertiesOf(resource).has(name) || readable.has(name)),
  );
}

/** What the database would compute from these values: the rows get their expressions, in their order. */
async function compute(context: Context, resource: Resource, rows: readonly Values[]): Promise<void> {
  const columns = computable(context, resource);
  if (columns.length === 0 || rows.length === 0) return;
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
function figure(context: Context, child: Resource, field: AnyField, lines: readonly Values[]): Sql {
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
      ? `${verb === 'sum' ? `coalesce(sum(t.${quote(field.sum as string)}), 0)` : `${verb}(t.${quote(field[verb] as string)})`}::numeric(20,2)`
      : 'count(*)::int',
  );
  return sql`(SELECT ${measure} FROM jsonb_populate_recordset(NULL::${raw(quote(child.name))}, ${JSON.stringify(lines)}::jsonb) t WHERE ${conditionSql({ model, user: context.access.actor }, child, where, 't')})`;
}

/**
 * Completes a record of the past with what was not recorded because it follows from the rest: expressions, and figures over
 * its own lines. Figures over other records, and lists kept by other records, are left out: nobody knows them any more.
 */
export async function completePast(context: Context, resource: Resource, record: Values): Promise<void> {
  await compute(context, resource, [record]);
  const figures: { name: string; piece: Sql }[] = [];
  for (const { name, field } of context.access.properties(resource).values()) {
    if (field.kind === 'references' && field.through) delete record[name];
    if (field.kind === 'lines' && Array.isArray(record[name]))
      await compute(context, lineLink(context, resource, name).child, record[name] as Values[]);
    if (field.kind !== 'rollup') continue;
    delete record[name];
    const own = Object.entries(resource.fields).find(
      ([, lines]) => lines.kind === 'lines' && lines.of === field.of && lines.by === field.by,
    )?.[0];
    if (!own || !Array.isArray(record[own])) continue;
    const { child } = lineLink(context, resource, own);
    const measured = how.map((verb) => field[verb] as string | undefined).find(Boolean);
    if (measured && !context.access.properties(child).has(measured)) continue;
    figures.push({ name, piece: figure(context, child, field, record[own] as Values[]) });
  }
  if (figures.length === 0) return;
  const list = figures.map(({ name, piece }) => sql`${piece} AS ${raw(quote(name))}`);
  Object.assign(record, (await context.engine.db.query(sql`SELECT ${join(list, ', ')}`))[0]);
}
