import type { Resource } from '@kontor/shared';
import { quote } from '../../db/quote.ts';
import { askedRows } from '../../engine/asked.ts';
import type { Context } from '../../engine/context.ts';
import { parseFilter } from '../../query/filters.ts';
import { allOf, raw, type Sql, sql } from '../../query/sql.ts';
import type { Rule } from './rule.ts';

/** The conditions of a rule over the table `t`; what they look at on the way is only what the user may read. */
export const conditionsOf = (context: Context, resource: Resource, rule: Pick<Rule, 'filter'>): Sql =>
  sql`coalesce(${allOf(askedRows(context, resource, parseFilter(context.access, resource, rule.filter), 't'))}, false)`;

/**
 * The records that a rule watches for a user: those they see, outside the trash. Rules that create tasks leave alone the tasks
 * that rules have created, or two of them could keep each other busy for ever.
 */
export function watchedRows(context: Context, resource: Resource, rule: Pick<Rule, 'actions'>): Sql {
  const breeds = resource.name === 'tasks' && rule.actions.some(({ kind }) => kind === 'task');
  return allOf([
    context.access.rows(resource, 'read', 't'),
    ...(resource.trash ? [raw('t.deleted_at IS NULL')] : []),
    ...(breeds ? [raw('NOT EXISTS (SELECT 1 FROM automation_runs_task_ids made WHERE made.target_id = t.id)')] : []),
  ]);
}

/** `FROM` of these records. */
export const fromWatched = (context: Context, resource: Resource, rule: Pick<Rule, 'actions'>): Sql =>
  sql`FROM ${raw(`${quote(resource.name)} t`)} WHERE ${watchedRows(context, resource, rule)}`;
