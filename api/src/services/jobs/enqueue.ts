import { v7 as uuidv7 } from 'uuid';
import type { Queryable, Transaction } from '../../db/pool.ts';
import type { Context, Values } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';

/** So often is a job tried: with growing pauses, for about half an hour. */
export const mostAttempts = 8;

/** Hands a job to the workers, in the transaction that makes its row. Its key is its id: it waits there at most once. */
export const queue = (tx: Queryable, id: string): Promise<unknown> =>
  tx.query(
    sql`SELECT id FROM graphile_worker.add_job('job', json_build_object('id', ${id}::text), max_attempts => ${mostAttempts}::int, job_key => ${id}::text)`,
  );

/** A job to be done. The payload can be read by whoever sees the job: never a secret. */
export interface Order {
  readonly kind: string;
  readonly name: string;
  readonly payload: Values;
}

/** Enters a job of who asks, in the transaction of what it belongs to: with it, it comes to nothing. */
export async function enqueue({ access, engine }: Context, tx: Transaction, order: Order): Promise<string> {
  const id = uuidv7();
  const { kind, name, payload } = order;
  await tx.query(
    sql`INSERT INTO jobs (id, name, kind, state, progress, attempts, payload, created_by, updated_by) VALUES (${id}, ${name.slice(0, 200)}, ${kind}, 'queued', 0, 0, ${JSON.stringify(payload)}::jsonb, ${access.actor.id}, ${access.actor.id})`,
  );
  await queue(tx, id);
  tx.afterCommit(() => engine.totals.changed('jobs'));
  return id;
}
