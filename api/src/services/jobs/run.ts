import { PublicError } from '@kontor/shared';
import type { Logger } from 'pino';
import type { Queryable } from '../../db/pool.ts';
import type { Engine, Values } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import { bury } from './bury.ts';
import type { JobFiles } from './files.ts';
import type { JobKind, JobResult } from './kind.ts';
import { contextOfJob } from './owner.ts';

export interface RunOptions {
  readonly engine: Engine;
  readonly logger: Logger;
  readonly kinds: Readonly<Record<string, JobKind>>;
  readonly files: JobFiles;
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
  { engine, logger, kinds, files, pulse }: RunOptions,
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
  const made: string[] = [];
  let saidDone = false;
  /** The one way in which a job is done. Answers whether this attempt was still the one that may say so. */
  const finish = async (on: Queryable, { name, type, file, words = '' }: JobResult): Promise<boolean> => {
    saidDone = true;
    const kept = await on.query(
      sql`UPDATE jobs SET state = 'done', progress = 100, progress_text = nullif(${words.slice(0, 200)}::text, ''), error = NULL, result_name = ${name}, result_type = ${type}, result_size = ${file.size}, result_place = ${file.place}, finished_at = clock_timestamp(), updated_at = now(), version = version + 1 WHERE ${mine} RETURNING id`,
    );
    return kept.length > 0;
  };
  const forget = async () => {
    for (const place of made) await files.store.remove(place).catch(() => {}); // goes with what nobody knows
  };
  try {
    const kind = kinds[job.kind];
    if (!kind) throw new Error(`there is no kind of job "${job.kind}"`);
    const result = await kind({
      context: await contextOfJob(engine, job),
      id,
      payload: job.payload,
      files,
      keep: async (stream) => {
        const file = await files.keep(stream);
        made.push(file.place);
        return file;
      },
      progress: (share, words) => {
        told = { share: Math.max(0, Math.min(100, Math.floor(share))), words: words.slice(0, 200) };
      },
      complete: async (tx, ended) => {
        if (await finish(tx, ended)) return;
        abort.abort(new Error('cancelled'));
        abort.signal.throwIfAborted();
      },
      signal: abort.signal,
    });
    if (result && !(await finish(db, result))) await forget();
  } catch (error) {
    // when the database has heard that it is done, nobody knows here whether it was: the tidying does
    if (!saidDone) await forget();
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
