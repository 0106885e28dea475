import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/**
 * A pool whose single statements wait for a database that is away: what asks it on the minute (the clock of the queue) does
 * not survive a failure, and what it asks can be asked twice. `isAway` knows such errors, `stopping` ends the waiting.
 */
export function patientPool(
  options: pg.PoolConfig,
  { isAway, stopping }: { isAway(error: unknown): boolean; readonly stopping: AbortSignal },
): pg.Pool {
  const pool = new pg.Pool(options);
  const ask = pool.query.bind(pool) as (...asked: unknown[]) => Promise<unknown>;
  const patiently = async (...asked: unknown[]) => {
    for (;;)
      try {
        return await ask(...asked);
      } catch (error) {
        if (stopping.aborted || !isAway(error)) throw error;
        await pause(1000);
      }
  };
  return Object.assign(pool, { query: patiently as unknown as pg.Pool['query'] });
}
