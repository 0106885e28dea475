import { type Condition, kindOf, message, PublicError, type Resource } from '@kontor/shared';
import { quote } from '../db/quote.ts';
import { type Filter, parseFilter } from '../query/filters.ts';
import { searchScore } from '../query/search.ts';
import { recordColumns } from '../query/select.ts';
import { allOf, raw, render, type Sql, sql } from '../query/sql.ts';
import { askedRows } from './asked.ts';
import type { Context, Row } from './context.ts';
import { embed } from './embed.ts';
import { searchedThrough } from './searched.ts';

/** A list's question as it comes from the address. */
export interface ListQuery {
  readonly filter?: unknown;
  readonly sort?: unknown;
  readonly range?: unknown;
  readonly embed?: unknown;
}

export interface Page {
  readonly rows: Row[];
  readonly first: number;
  readonly total: number;
}

const mostRows = 1000;

/** The rows a user sees of a resource under a filter, over the table `t`. */
export function visibleRows(
  context: Context,
  resource: Resource,
  filter: Filter,
  operation: 'read' | 'export' = 'read',
): Sql {
  const { access } = context;
  return allOf([
    ...(resource.trash ? [raw(filter.trash ? 't.deleted_at IS NOT NULL' : 't.deleted_at IS NULL')] : []),
    access.rows(resource, operation, 't'),
    ...askedRows(context, resource, filter, 't'),
  ]);
}

/** The sort order; every order ends in the id, so that pages never overlap. */
export function orderBy(context: Context, resource: Resource, sort: unknown, q?: string): Sql {
  const [field, order] = sort === undefined ? (resource.list?.sort ?? ['id', 'ASC']) : Array.isArray(sort) ? sort : [];
  if (typeof field !== 'string' || (order !== 'ASC' && order !== 'DESC')) throw new PublicError('malformed_query');
  const direction = raw(order);
  if (field === '_score' && q)
    return sql`${searchScore(q, 't', searchedThrough(context.access, resource))} ${direction}, t.id`;
  if (field === 'id') return sql`t.id ${direction}`;
  const property = context.access
    .properties(resource)
    .get(field === '_score' ? (resource.list?.sort?.[0] ?? 'created_at') : field);
  if (
    !property?.column ||
    !(property.system || kindOf(property.field).sortable || property.field.kind === 'reference')
  ) {
    const subject = resource.fields[field]?.kind === 'subject';
    if (subject)
      return sql`${raw(`t.${quote(`${field}_resource`)}`)} ${direction}, ${raw(`t.${quote(`${field}_id`)}`)} ${direction}, t.id`;
    throw new PublicError('unknown_sort', { [field]: message('unknown_sort') });
  }
  if (property.field.kind === 'reference')
    return sql`${titleOf(context, property.field.to as string, property.name)} ${direction}, t.id`;
  return sql`${raw(`t.${quote(property.name)}`)} ${direction}, t.id ${direction}`;
}

/** Sorting by a reference sorts by the title people see; rows whose target one may not see come as if empty. */
function titleOf(context: Context, target: string, column: string): Sql {
  const resource = context.engine.model.get(target);
  const name = resource.title.find((title) => context.access.properties(resource).get(title)?.column) ?? 'id';
  return sql`(SELECT ${raw(`r.${quote(name)}`)} FROM ${raw(`${quote(target)} r`)} WHERE ${raw(`r.id = t.${quote(column)}`)} AND ${context.access.rows(resource, 'read', 'r')})`;
}

/** `[first, last]`, both counted in; at most 1,000 rows. */
function readRange(range: unknown, filter: Filter): { first: number; count: number } {
  if (range === undefined) return { first: 0, count: filter.ids ? mostRows : 100 };
  const [first, last] = Array.isArray(range) ? range : [];
  if (!Number.isInteger(first) || !Number.isInteger(last) || first < 0 || last < first || last > 2 ** 31)
    throw new PublicError('malformed_query');
  return { first, count: Math.min(last - first + 1, mostRows) };
}

/** Names of the resources a condition looks into, for remembered totals. */
function tablesOf(context: Context, resource: Resource, condition: Condition): string[] {
  const text = JSON.stringify(condition);
  return text.includes('"where"') || text.includes('"has"')
    ? [...context.engine.model.resources.keys()]
    : [resource.name];
}

/** One page of a resource with the exact total. */
export async function list(context: Context, resource: Resource, query: ListQuery): Promise<Page> {
  const { access, engine } = context;
  access.require(resource, 'read');
  const filter = parseFilter(access, resource, query.filter);
  const { first, count } = readRange(query.range, filter);
  const where = visibleRows(context, resource, filter);
  const from = raw(`FROM ${quote(resource.name)} t WHERE `);
  const order = orderBy(context, resource, query.sort, filter.q);
  const page = engine.db.query<Row>(
    sql`SELECT ${recordColumns(access, resource)} ${from}${where} ORDER BY ${order} LIMIT ${count} OFFSET ${first}`,
  );
  const whole = filter.ids && query.range === undefined;
  const counting = whole
    ? Promise.resolve(-1)
    : (() => {
        const question = sql`SELECT count(*)::int AS total ${from}${where}`;
        const { text, values } = render(question);
        const scope = access.condition(resource, 'read') ?? { or: [] };
        const hangsOnOthers =
          resource.owned ||
          Object.values(resource.fields).some((field) => field.kind === 'subject') ||
          (filter.q !== undefined && searchedThrough(access, resource).length > 0);
        const ofBrand = (context.brand && resource.scopes?.brand) || { and: [] };
        const tables = hangsOnOthers
          ? [...engine.model.resources.keys()]
          : tablesOf(context, resource, { and: [filter.condition, scope, ofBrand] });
        return engine.totals.of(
          `${text}\n${JSON.stringify(values)}`,
          tables,
          async () => (await engine.db.query<{ total: number }>(question))[0]!.total,
        );
      })();
  const [rows, total] = await Promise.all([page, counting]);
  await embed(context, resource, rows, query.embed);
  return { rows, first, total: total < 0 ? rows.length : total };
}
