import { quote } from '../../db/quote.ts';
import type { Engine } from '../../engine/context.ts';
import { raw, sql } from '../../query/sql.ts';
import { act, leaveAlone } from './decide.ts';
import { actingFor } from './owner.ts';
import { activeRule } from './stored.ts';
import { endTrouble } from './trouble.ts';
import { conditionsOf, fromWatched } from './watched.ts';
import { say } from './words.ts';

/** Minutes after which a decision that still waits is taken up again, whatever became of its place in the queue. */
const patience = 10;

/** Lets a rule act on a step that was noted, or once more on what has failed, with the rights of its owner. Once, whoever else tries at the same time. */
export async function runStep(engine: Engine, run: string): Promise<void> {
  const [noted] = await engine.db.query<{ rule_id: string; record: string; attempts: number }>(
    sql`SELECT rule_id, subject_id AS record, attempts FROM automation_runs WHERE id = ${run} AND state = 'pending'`,
  );
  const rule = noted && (await activeRule(engine.db, noted.rule_id));
  const acting = rule && (await actingFor(engine, rule));
  if (!noted) return;
  if (!acting) {
    await engine.db.query(
      sql`UPDATE automation_runs SET state = 'skipped', reason = ${say('de', 'switched_off')}, finished_at = now(), updated_at = now(), version = version + 1 WHERE id = ${run} AND state = 'pending'`,
    );
    return;
  }
  const { context, resource } = acting;
  let unexpected: Error | undefined;
  await engine.db.transaction(async (tx) => {
    const [held] = await tx.query(
      sql`SELECT id FROM automation_runs WHERE id = ${run} AND state = 'pending' FOR UPDATE`,
    );
    if (!held) return;
    const decision = { context, tx, resource, rule, record: noted.record, run };
    let failed = false;
    const [row] = await tx.query<{ meets: boolean }>(
      sql`SELECT ${conditionsOf(context, resource, rule)} AS meets ${fromWatched(context, resource, rule)} AND t.id = ${noted.record}`,
    );
    if (row?.meets)
      failed =
        (await act(decision, (error) => {
          unexpected = error;
        })) === 'failed';
    else if (row) await leaveAlone(decision, 'not_met');
    else {
      const [seen] = await tx.query(
        sql`SELECT 1 FROM ${raw(`${quote(resource.name)} t`)} WHERE t.id = ${noted.record} AND ${context.access.rows(resource, 'read', 't')}${raw(resource.trash ? ' AND t.deleted_at IS NULL' : '')}`,
      );
      await leaveAlone(decision, seen ? 'own_work' : 'unseen');
    }
    if (noted.attempts > 1 && !failed) await endTrouble(engine, tx, rule);
  });
  if (unexpected) throw unexpected; // it stands in the log; the queue finds nothing left to do
}

/** Takes up what has waited for too long. */
export async function unfinishedSteps(engine: Engine): Promise<void> {
  const waiting = await engine.db.query<{ id: string }>(
    sql`SELECT id FROM automation_runs WHERE state = 'pending' AND created_at < now() - ${`${patience} minutes`}::interval ORDER BY created_at LIMIT 500`,
  );
  for (const { id } of waiting) await runStep(engine, id);
}
