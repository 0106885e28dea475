import type { Engine } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import { bury } from './bury.ts';

/** Frees the jobs of workers that have given no sign of life for so many milliseconds. What used up its attempts so is dead. */
export async function sweep(engine: Engine, silence: number): Promise<void> {
  const { db } = engine;
  const stale = sql`state = 'running' AND seen_at < now() - ${`${silence} milliseconds`}::interval`;
  const lost = await db.query<{ id: string; worker: string; attempts: number }>(
    sql`SELECT id, worker, attempts FROM jobs WHERE ${stale}`,
  );
  if (lost.length === 0) return;
  await db.query(sql`SELECT graphile_worker.force_unlock_workers(${lost.map(({ worker }) => worker)}::text[])::text`);
  for (const { id, attempts } of lost) {
    const [waiting] = await db.query(
      sql`SELECT id FROM graphile_worker.jobs WHERE key = ${id}::text AND attempts < max_attempts`,
    );
    if (waiting)
      await db.query(sql`UPDATE jobs SET state = 'queued' WHERE id = ${id} AND attempts = ${attempts} AND ${stale}`);
    else await bury(engine, id, attempts, 'Der Vorgang wurde mehrmals mitten in der Arbeit beendet.');
  }
}
