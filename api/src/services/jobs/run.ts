import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PublicError } from '@kontor/shared';
import type { Logger } from 'pino';
import type { Engine, Values } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import { placeOf } from '../content/store.ts';
import { bury } from './bury.ts';
import type { JobKind } from './kind.ts';
import { contextOfJob } from './owner.ts';

export interface RunOptions {
  readonly engine: Engine;
  readonly logger: Logger;
  readonly kinds: Readonly<Record<string, JobKind>>;
  /** Folder of results. */
  readonly folder: string;
  /** Milliseconds between two signs of life. */
  readonly pulse: number;
}

interface Claimed {
  readonly id: string;
  readonly kind: string;
  readonly owner: string;
  readonly payload: Values;
  readonly attempts: number;
}

/** What is said to the owner; what is not meant for people stands in the log. */
const wordsOf = (error: unknown): string =>
  error instanceof PublicError ? error.title('de') : 'Unerwarteter Fehler. Das Protokoll des Servers sagt mehr.';

/**
 * One attempt at a job. Its number is what entitles it to write: another attempt, or a cancellation, takes that away, so that
 * a process that was believed dead and wakes up again can do nothing twice.
 */
export async function run(
  { engine, logger, kinds, folder, pulse }: RunOptions,
  id: string,
  turn: { readonly worker: string; readonly last: boolean; readonly stopping: AbortSignal },
): Promise<void> {
  const { db } = engine;
  const [job] = await db.query<Claimed>(
    sql`UPDATE jobs SET state = 'running', attempts = attempts + 1, worker = ${turn.worker}, seen_at = now(), started_at = coalesce(started_at, now()), progress = 0, progress_text = NULL, updated_at = now(), version = version + 1 WHERE id = ${id} AND state IN ('queued', 'running') RETURNING id, kind, created_by AS owner, payload, attempts`,
  );
  if (!job) return; // cancelled, or done by somebody who could not tell the queue any more
  const mine = sql`id = ${id} AND state = 'running' AND attempts = ${job.attempts}`;
  const abort = new AbortController();
  const stop = () => abort.abort(new Error('the process ends'));
  turn.stopping.addEventListener('abort', stop);
  let told = { share: 0, words: '' };
  let timer: NodeJS.Timeout;
  const beat = async () => {
    const { share, words } = told;
    const alive = await db
      .query(
        sql`UPDATE jobs SET seen_at = now(), progress = ${share}::int, progress_text = nullif(${words}::text, '') WHERE ${mine} RETURNING id`,
      )
      .catch(() => [id]); // the database may be away for a moment
    if (alive.length === 0) abort.abort(new Error('cancelled'));
    else timer = setTimeout(beat, pulse);
  };
  timer = setTimeout(beat, pulse);
  const place = `${id}-${job.attempts}`;
  try {
    const kind = kinds[job.kind];
    if (!kind) throw new Error(`there is no kind of job "${job.kind}"`);
    await mkdir(join(folder, place), { recursive: true });
    const { name, type, content } = await kind({
      context: await contextOfJob(engine, job),
      id,
      payload: job.payload,
      folder: join(folder, place),
      progress: (share, words) => {
        told = { share: Math.max(0, Math.min(100, Math.floor(share))), words: words.slice(0, 200) };
      },
      signal: abort.signal,
    });
    const kept = await db.query(
      sql`UPDATE jobs SET state = 'done', progress = 100, progress_text = NULL, error = NULL, result_name = ${name}, result_type = ${type}, result_size = ${content.size}, result_place = ${join(place, placeOf(content.sha256))}, finished_at = now(), updated_at = now(), version = version + 1 WHERE ${mine} RETURNING id`,
    );
    if (kept.length === 0) await rm(join(folder, place), { recursive: true, force: true });
  } catch (error) {
    await rm(join(folder, place), { recursive: true, force: true });
    if (turn.stopping.aborted) {
      await db.query(sql`UPDATE jobs SET state = 'queued' WHERE ${mine}`);
      throw error;
    }
    if (abort.signal.aborted) return;
    logger.warn({ job: id, attempt: job.attempts, error: (error as Error).message }, 'a job failed');
    const words = wordsOf(error);
    if (error instanceof PublicError || turn.last) {
      await bury(engine, id, job.attempts, words);
      return;
    }
    await db.query(
      sql`UPDATE jobs SET state = 'queued', error = ${words}, updated_at = now(), version = version + 1 WHERE ${mine}`,
    );
    throw error;
  } finally {
    abort.abort();
    clearTimeout(timer!);
    turn.stopping.removeEventListener('abort', stop);
    engine.totals.changed('jobs');
  }
}
