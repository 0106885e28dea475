import type { Queryable } from '../../db/pool.ts';
import { allOf, raw, type Sql, sql } from '../../query/sql.ts';
import type { Rule } from './rule.ts';

/** Rules with their actions, as the server needs them to act: nobody is asked whether they may see them. */
async function rulesWhere(db: Queryable, where: Sql): Promise<Rule[]> {
  return db.query<Rule>(
    sql`SELECT r.id, r.name, r.active, r.resource, r.trigger, r.date_field, r.direction, coalesce(r.amount, 0) AS amount, r.unit, r.at_time, r.yearly, r.from_state, r.to_state, r.filter, r.owner_id, r.armed_at, (SELECT coalesce(json_agg(a ORDER BY a.created_at, a.id), '[]') FROM automation_actions a WHERE a.rule_id = r.id) AS actions FROM automation_rules r WHERE r.deleted_at IS NULL AND ${where} ORDER BY r.id`,
  );
}

/** The rules that wait for dates. */
export const dateRules = (db: Queryable): Promise<Rule[]> =>
  rulesWhere(db, raw("r.active AND r.trigger = 'date' AND r.armed_at IS NOT NULL"));

/** A rule that still is switched on. */
export async function activeRule(db: Queryable, id: string): Promise<Rule | undefined> {
  return (await rulesWhere(db, allOf([raw('r.active'), sql`r.id = ${id}`])))[0];
}
