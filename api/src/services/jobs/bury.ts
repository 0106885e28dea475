import { v7 as uuidv7 } from 'uuid';
import type { Engine } from '../../engine/context.ts';
import { insertOne } from '../../engine/statements.ts';
import { sql } from '../../query/sql.ts';
import { operator } from '../administrator.ts';
import { escaped } from '../escaped.ts';

/** Ends a job that has failed for good, and makes it a task for its owner. `attempt` is the one that failed. */
export async function bury(engine: Engine, id: string, attempt: number, words: string): Promise<void> {
  await engine.db.transaction(async (tx) => {
    const [job] = await tx.query<{ name: string; owner: string }>(
      sql`UPDATE jobs SET state = 'failed', error = ${words}, finished_at = now(), updated_at = now(), version = version + 1 WHERE id = ${id} AND state IN ('queued', 'running') AND attempts = ${attempt} RETURNING name, created_by AS owner`,
    );
    if (!job) return;
    const tasks = engine.model.get('tasks');
    const values = {
      name: `Gescheitert: ${job.name}`.slice(0, 200),
      status: 'open',
      priority: 'normal',
      assignee_id: job.owner,
      description: `<p>Die Hintergrundaufgabe „${escaped(job.name)}“ ist gescheitert: ${escaped(words)}</p><p>Unter „Grundlagen“, „Hintergrundaufgaben“ können Sie sie erneut versuchen.</p>`,
    };
    const taskId = uuidv7();
    const context = { ...operator(engine), requestId: id, source: { origin: 'job', job: `bury ${id}` } as const };
    await insertOne(context, tx, tasks, taskId, values, {
      resource: tasks,
      id: taskId,
      version: 1,
      operation: 'create',
      before: null,
      after: values,
    });
    tx.afterCommit(() => {
      engine.totals.changed('jobs');
      engine.totals.changed('tasks');
    });
  });
}
