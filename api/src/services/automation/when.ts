import { fieldNamed, type Resource } from '@kontor/shared';
import { quote } from '../../db/quote.ts';
import { raw, type Sql, sql } from '../../query/sql.ts';
import { distanceOf, type Rule } from './rule.ts';

/** Days for which a rule makes up for what nobody was there to do. */
export const catchUpDays = 7;

type Timed = Pick<Rule, 'date_field' | 'direction' | 'amount' | 'unit' | 'at_time' | 'yearly'>;

const isDate = (resource: Resource, { date_field: name }: Timed) => fieldNamed(resource, name)?.kind === 'date';

/** The date on the clock of the company, over the table `t`. */
function localDate(resource: Resource, rule: Timed, zone: string): Sql {
  const column = raw(`t.${quote(rule.date_field)}`);
  return isDate(resource, rule) ? sql`(${column} + ${rule.at_time}::time)` : sql`(${column} AT TIME ZONE ${zone})`;
}

const distance = (rule: Timed): readonly [days: number, hours: number] =>
  rule.unit === 'days' ? [distanceOf(rule), 0] : [0, distanceOf(rule)];

/** The instant that lies before or after a time of the company's clock as far as the rule says. */
function instantAt(local: Sql, rule: Timed, zone: string): Sql {
  const [days, hours] = distance(rule);
  return sql`(((${local} + make_interval(days => ${days}::int)) AT TIME ZONE ${zone}) + make_interval(hours => ${hours}::int))`;
}

/**
 * How many years after its date a rule that repeats every year acted last before an instant, or will have; below zero: never
 * yet. PostgreSQL keeps 29 February on the 28th in common years, always counted from the date itself.
 */
function turn(resource: Resource, rule: Timed, zone: string, until: Date): Sql {
  const base = localDate(resource, rule, zone);
  const [days, hours] = distance(rule);
  const at = until.toISOString();
  const inYear = sql`(extract(year FROM (${at}::timestamptz AT TIME ZONE ${zone}) - make_interval(days => ${days}::int, hours => ${hours}::int))::int - extract(year FROM ${base})::int)`;
  const due = instantAt(sql`(${base} + make_interval(years => ${inYear}))`, rule, zone);
  return sql`(${inYear} - CASE WHEN ${due} <= ${at}::timestamptz THEN 0 ELSE 1 END)`;
}

/**
 * The instant at which a rule is to act on a record, over the table `t`; of one that repeats every year the last one up to an
 * instant, null where there is none. Days are those of the company's calendar, so that "three days before, at eight" is at eight
 * also when the clocks change in between.
 */
export function dueAt(resource: Resource, rule: Timed, zone: string, until: Date): Sql {
  const base = localDate(resource, rule, zone);
  if (!rule.yearly) return instantAt(base, rule, zone);
  const years = turn(resource, rule, zone, until);
  return sql`(CASE WHEN ${years} >= 0 THEN ${instantAt(sql`(${base} + make_interval(years => ${years}))`, rule, zone)} END)`;
}

/**
 * What makes two decisions the same one: the field, and the day (or, counted in hours, the instant) at which the rule is to act.
 * Another time of day is no new occasion, another date is. What repeats every year has one occasion in each: a date that is
 * corrected afterwards is none.
 */
export function occasionOf(resource: Resource, rule: Timed, zone: string, until: Date): Sql {
  if (rule.yearly) {
    const year = sql`extract(year FROM ${localDate(resource, rule, zone)})::int + ${turn(resource, rule, zone, until)}`;
    return sql`(${rule.date_field}::text || ' ' || lpad((${year})::text, 4, '0'))`;
  }
  const due = dueAt(resource, rule, zone, until);
  const format = isDate(resource, rule) && rule.unit === 'days' ? 'YYYY-MM-DD' : 'YYYY-MM-DD HH24:MI:SS.MS';
  return sql`(${rule.date_field}::text || ' ' || to_char(${due} AT TIME ZONE ${zone}, ${format}))`;
}
