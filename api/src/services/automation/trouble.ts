import { operatorId } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../db/pool.ts';
import type { Engine, Values } from '../../engine/context.ts';
import { insertOne, updateRows } from '../../engine/statements.ts';
import { sql } from '../../query/sql.ts';
import { operator } from '../administrator.ts';
import { escaped } from '../escaped.ts';
import type { Rule } from './rule.ts';
import { type RuleWord, say } from './words.ts';

const asJob = (engine: Engine, rule: Pick<Rule, 'id'>) => ({
  ...operator(engine),
  requestId: uuidv7(),
  source: { origin: 'job', job: `automation ${rule.id}` } as const,
});

/**
 * Makes it a task of the rule's owner that the rule could not do its work. One open task for each rule: what fails for one record
 * fails for many, and nobody needs to hear that a hundred times.
 */
export async function tellTrouble(
  engine: Engine,
  tx: Transaction,
  rule: Pick<Rule, 'id' | 'name' | 'owner_id'>,
  title: RuleWord,
  why: string,
): Promise<void> {
  // two workers that fail at once make one task
  const [owner] = await tx.query<{ active: boolean; language: 'de' | 'en' }>(
    sql`SELECT coalesce(u.active AND u.deleted_at IS NULL, false) AS active, coalesce(u.language, 'de') AS language FROM automation_rules r LEFT JOIN users u ON u.id = r.owner_id WHERE r.id = ${rule.id} FOR NO KEY UPDATE OF r`,
  );
  const [open] = await tx.query(
    sql`SELECT 1 FROM tasks WHERE subject_resource = 'automation_rules' AND subject_id = ${rule.id} AND created_by = ${operatorId} AND status NOT IN ('done', 'cancelled') AND deleted_at IS NULL LIMIT 1`,
  );
  if (!owner || open) return;
  const tasks = engine.model.get('tasks');
  const { language } = owner;
  const values = {
    name: say(language, title, { what: rule.name }).slice(0, 200),
    status: 'open',
    priority: 'high',
    assignee_id: owner.active ? rule.owner_id : null,
    subject_resource: 'automation_rules',
    subject_id: rule.id,
    description: `<p>${escaped(say(language, 'failed_text', { what: rule.name, why }))}</p>`,
  };
  const id = uuidv7();
  await insertOne(asJob(engine, rule), tx, tasks, id, values, {
    resource: tasks,
    id,
    version: 1,
    operation: 'create',
    before: null,
    after: values,
  });
  tx.afterCommit(() => engine.totals.changed('tasks'));
}

/**
 * Closes the task that tells of a rule's failures, once a further attempt has left nothing of them. What waits for its further
 * attempt is not done yet; what had failed before the task was created somebody has seen already.
 */
export async function endTrouble(engine: Engine, tx: Transaction, rule: Pick<Rule, 'id'>): Promise<void> {
  // of two that end at once the second sees the first
  await tx.query(sql`SELECT 1 FROM automation_rules WHERE id = ${rule.id} FOR NO KEY UPDATE`);
  const open = await tx.query<{ id: string; version: number; status: string }>(
    sql`SELECT t.id, t.version, t.status FROM tasks t WHERE t.subject_resource = 'automation_rules' AND t.subject_id = ${rule.id} AND t.created_by = ${operatorId} AND t.status NOT IN ('done', 'cancelled') AND t.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM automation_runs r WHERE r.rule_id = ${rule.id} AND r.state IN ('failed', 'pending') AND r.finished_at >= t.created_at) FOR UPDATE OF t`,
  );
  if (open.length === 0) return;
  const tasks = engine.model.get('tasks');
  const after = { status: 'done' };
  await updateRows(
    asJob(engine, rule),
    tx,
    tasks,
    open.map(({ id }) => id),
    after,
    open.map(({ id, version, status }) => ({
      resource: tasks,
      id,
      version: version + 1,
      operation: 'update',
      before: { status },
      after,
    })),
  );
  tx.afterCommit(() => engine.totals.changed('tasks'));
}

/** Switches a rule off that can not go on as it is, says why, and makes that a task. */
export async function stopRule(engine: Engine, rule: Rule, why: string): Promise<void> {
  const rules = engine.model.get('automation_rules');
  await engine.db.transaction(async (tx) => {
    const [stored] = await tx.query<{ version: number; armed_at: string | null }>(
      sql`SELECT version, armed_at FROM automation_rules WHERE id = ${rule.id} AND active FOR UPDATE`,
    );
    if (!stored) return;
    const after: Values = { active: false, armed_at: null, problem: why.slice(0, 2000) };
    await updateRows(asJob(engine, rule), tx, rules, [rule.id], after, [
      {
        resource: rules,
        id: rule.id,
        version: stored.version + 1,
        operation: 'update',
        before: { active: true, armed_at: stored.armed_at, problem: null },
        after,
      },
    ]);
    await tellTrouble(engine, tx, rule, 'stopped_task', why);
    tx.afterCommit(() => engine.totals.changed('automation_rules'));
  });
}
