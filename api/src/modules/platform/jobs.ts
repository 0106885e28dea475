import type { ActionCall, Behaviour } from '../../engine/behaviour.ts';
import { updateRows } from '../../engine/statements.ts';
import { sql } from '../../query/sql.ts';
import { queue } from '../../services/jobs/enqueue.ts';

/** Moves a job to another state and tells the trail. */
async function move({ context, tx, record }: ActionCall, values: Record<string, unknown>): Promise<undefined> {
  const resource = context.engine.model.get('jobs');
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, record[name]]));
  const entry = {
    resource,
    id: record.id,
    version: record.version + 1,
    operation: 'update',
    before,
    after: values,
  } as const;
  const [row] = await updateRows(context, tx, resource, [record.id], values, [entry]);
  Object.assign(record, row);
  tx.afterCommit(() => context.engine.totals.changed('jobs'));
  return undefined;
}

export const jobs = {
  actions: {
    /** Begins a job anew that has failed or was cancelled. */
    retry: async (call) => {
      await queue(call.tx, call.record.id);
      return move(call, { state: 'queued', error: null, finished_at: null, progress: 0, progress_text: null });
    },
    /** Ends a job that has not ended yet. What runs hears of it within a second, and can not finish any more. */
    cancel: async (call) => {
      if (call.record.state === 'queued')
        await call.tx.query(sql`SELECT id FROM graphile_worker.remove_job(${call.record.id}::text)`);
      return move(call, { state: 'cancelled', finished_at: new Date().toISOString() });
    },
  },
} satisfies Behaviour;
