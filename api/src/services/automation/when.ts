import { fieldNamed, type Resource } from '@kontor/shared';
import { quote } from '../../db/quote.ts';
import { raw, type Sql, sql } from '../../query/sql.ts';
import { distanceOf, type Rule } from './rule.ts';

/** Days for which a rule makes up for what nobody was there to do. */
export const catchUpDays = 7;

type Timed = Pick<Rule, 'date_field' | 'direction' | 'amount' | 'unit' | 'at_time'>;

const isDate = (resource: Resource, { date_field: name }: Timed) => fieldNamed(resource, name)?.kind === 'date';

/**
 * The instant at which a rule is to act on a record, over the table `t`. Days are those of the company's calendar, so that
 * "three days before, at eight" is at eight also when the clocks change in between.
 */
export function dueAt(resource: Resource, rule: Timed, zone: string): Sql {
  const column = raw(`t.${quote(rule.date_field)}`);
  const distance = distanceOf(rule);
  const [days, hours] = rule.unit === 'days' ? [distance, 0] : [0, distance];
  const local = isDate(resource, rule)
    ? sql`(${column} + ${days}::int + ${rule.at_time}::time)`
    : sql`((${column} AT TIME ZONE ${zone}) + make_interval(days => ${days}::int))`;
  return sql`((${local} AT TIME ZONE ${zone}) + make_interval(hours => ${hours}::int))`;
}

/**
 * What makes two decisions the same one: the field, and the day (or, counted in hours, the instant) at which the rule is to act.
 * Another time of day is no new occasion, another date is.
 */
export function occasionOf(resource: Resource, rule: Timed, zone: string): Sql {
  const due = dueAt(resource, rule, zone);
  const format = isDate(resource, rule) && rule.unit === 'days' ? 'YYYY-MM-DD' : 'YYYY-MM-DD HH24:MI:SS.MS';
  return sql`(${rule.date_field}::text || ' ' || to_char(${due} AT TIME ZONE ${zone}, ${format}))`;
}
