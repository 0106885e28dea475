import { canSum, kindOf, message, type Property, PublicError, type Resource } from '@kontor/shared';
import { quote } from '../db/quote.ts';
import { parseFilter } from '../query/filters.ts';
import { join, raw, type Sql, sql } from '../query/sql.ts';
import type { Context } from './context.ts';
import { visibleRows } from './list.ts';

const parts = new Set(['day', 'week', 'month', 'quarter', 'year']);
const functions = new Set(['sum', 'avg', 'min', 'max']);
/** Types that have no smallest and largest value. */
const unordered = new Set(['boolean', 'uuid', 'jsonb', 'text[]']);

export interface AggregateQuery {
  readonly filter?: unknown;
  readonly group?: unknown;
  readonly measures?: unknown;
}

const texts = (value: unknown): string[] => {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > 10 || !value.every((v) => typeof v === 'string'))
    throw new PublicError('malformed_query');
  return value;
};

const unknown = (name: string) => new PublicError('malformed_query', { [name]: message('unknown_filter') });

/** Groups by fields or date parts (in the installation's time zone) and measures them. Exact, never remembered. */
export async function aggregate(
  context: Context,
  resource: Resource,
  query: AggregateQuery,
): Promise<Record<string, unknown>[]> {
  const { access, engine } = context;
  access.require(resource, 'read');
  const filter = parseFilter(access, resource, query.filter);
  const groups = texts(query.group).map((text) => groupSql(context, resource, text));
  const wanted = texts(query.measures);
  const measures = (wanted.length ? wanted : ['count']).map((text) => measureSql(context, resource, text));
  const grouping = groups.length
    ? sql` GROUP BY ${raw(groups.map((_, i) => i + 1).join(', '))} ORDER BY ${raw(groups.map((_, i) => i + 1).join(', '))}`
    : raw('');
  return engine.db.query(
    sql`SELECT ${join([...groups, ...measures], ', ')} FROM ${raw(`${quote(resource.name)} t`)} WHERE ${visibleRows(context, resource, filter)}${grouping} LIMIT 5000`,
  );
}

function groupSql(context: Context, resource: Resource, text: string): Sql {
  const [name = '', part] = text.split(':');
  const property = context.access.properties(resource).get(name);
  if (!property?.column || kindOf(property.field).writeOnly || property.column.type === 'jsonb') throw unknown(text);
  const column = raw(`t.${quote(name)}`);
  if (part === undefined) return sql`${column} AS ${raw(quote(name))}`;
  if (!parts.has(part) || !isDated(property)) throw unknown(text);
  return sql`date_trunc('${raw(part)}', ${dayOf(context, property)}::timestamp)::date AS ${raw(quote(name))}`;
}

const isDated = ({ column }: Property) => column?.type === 'date' || column?.type === 'timestamptz';

/** The day on which a dated value lies, in the installation's time zone. */
function dayOf({ engine }: Context, { name, column }: Property): Sql {
  const value = raw(`t.${quote(name)}`);
  return column?.type === 'date' ? value : sql`(${value} AT TIME ZONE ${raw(`'${engine.timeZone}'`)})::date`;
}

function measureSql(context: Context, resource: Resource, text: string): Sql {
  if (text === 'count') return raw('count(*)::int AS count');
  const [how = '', name = ''] = text.split(':');
  const property = context.access.properties(resource).get(name);
  if (how === 'days') {
    if (!property?.column || kindOf(property.field).writeOnly || !isDated(property)) throw unknown(text);
    return sql`count(DISTINCT ${dayOf(context, property)})::int AS ${raw(quote(`days_${name}`))}`;
  }
  if (!functions.has(how) || !property?.column) throw unknown(text);
  const kind = kindOf(property.field);
  const summable = canSum(property.field);
  if ((how === 'sum' || how === 'avg') && !summable) throw unknown(text);
  if ((!kind.sortable && !property.system) || unordered.has(property.column.type)) throw unknown(text);
  const column = raw(`t.${quote(name)}`);
  const value =
    how === 'avg' ? sql`round(avg(${column}), 4)` : how === 'sum' ? sql`sum(${column})` : sql`${raw(how)}(${column})`;
  const exact = summable && how !== 'min' && how !== 'max' ? sql`(${value})::text` : value;
  return sql`${exact} AS ${raw(quote(`${how}_${name}`))}`;
}
