import type { Transaction } from '../../db/pool.ts';
import type { Context } from '../../engine/context.ts';
import { raw, sql } from '../../query/sql.ts';
import type { AuditEntry } from '../audit.ts';

/** Its name in the queue. */
export const stepTask = 'automation_run';
const mostAttempts = 8;

/** A place in the queue for the decisions that a statement answers with: once each, however often it is asked for. */
const inQueue = sql`(graphile_worker.add_job(${stepTask}, json_build_object('id', id), max_attempts => ${mostAttempts}::int, job_key => ${stepTask} || ':' || id)).id`;

/** Hands a decision that waits to the workers. */
export async function queueRun(tx: Transaction, run: string): Promise<void> {
  await tx.query(sql`SELECT ${inQueue} FROM (SELECT ${run}::uuid AS id) one`);
}

/**
 * Notes for the rules that wait for them that records have taken a step of their workflow, in the transaction of the step, and
 * hands them to the workers. What is taken back is forgotten with it.
 */
export function noteSteps({ access, engine }: Context, tx: Transaction, trail: readonly AuditEntry[]): void {
  const rows = trail.flatMap(({ resource, id, version, operation, before, after }) => {
    const field = resource.workflow?.field;
    return operation === 'transition' && field && after?.[field]
      ? [{ resource: resource.name, id, version, from: before?.[field], to: after[field] }]
      : [];
  });
  if (rows.length === 0 || !engine.model.resources.has('automation_rules')) return;
  const { id: by } = access.actor;
  tx.query(
    sql`WITH noted AS (INSERT INTO automation_runs (id, rule_id, subject_resource, subject_id, state, occasion, due_at, attempts, created_by, updated_by) SELECT gen_random_uuid(), r.id, x.resource, x.id, 'pending', 'version ' || x.version, now(), 1, ${by}::uuid, ${by}::uuid FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS ${raw('x(resource text, id uuid, version int, "from" text, "to" text)')} JOIN automation_rules r ON r.active AND r.deleted_at IS NULL AND r.trigger = 'transition' AND r.resource = x.resource AND coalesce(r.to_state, x."to") = x."to" AND coalesce(r.from_state, x."from") = x."from" ON CONFLICT (rule_id, subject_id, occasion) DO NOTHING RETURNING id) SELECT ${inQueue} FROM noted`,
  ).catch(() => {}); // fails with the transaction, which tells
}
