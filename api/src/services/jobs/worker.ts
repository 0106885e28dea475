import { Logger as QueueLogger, run as runQueue } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Engine } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import { runRules } from '../automation/dates.ts';
import { stepTask } from '../automation/note_steps.ts';
import { runStep } from '../automation/steps.ts';
import { dueNotifications } from '../notifications/due.ts';
import { exportJob } from './export.ts';
import type { JobKind } from './kind.ts';
import { cronItems, type Recurring, taskOf } from './recurring.ts';
import { run } from './run.ts';
import { sweep } from './sweep.ts';
import { tidy } from './tidy.ts';

const hour = 3_600_000;

/** What is to be done again and again. */
const allWorks: readonly Recurring[] = [
  { name: 'due_notifications', when: { everyMinutes: 10 }, run: dueNotifications },
  { name: 'automation_rules', when: { everyMinutes: 5 }, run: runRules },
];

/** All that can be done in the background, by name. */
const allKinds: Readonly<Record<string, JobKind>> = { export: exportJob };

export interface WorkerOptions {
  readonly engine: Engine;
  readonly logger: Logger;
  /** Address of the database, as the identity that works with rows. */
  readonly url: string;
  /** Folder of results. */
  readonly folder: string;
  readonly kinds?: Readonly<Record<string, JobKind>>;
  /** What comes back by itself. */
  readonly works?: readonly Recurring[];
  /** Milliseconds between two signs of life; after 30 times that a worker counts as dead. */
  readonly pulse?: number;
}

/** Runs what waits in the queue, two jobs at a time. Returns what stops it: running jobs are given back. */
export async function startWorker(options: WorkerOptions): Promise<() => Promise<void>> {
  const { engine, logger, url, folder, kinds = allKinds, pulse = 1000 } = options;
  const { works = allWorks } = options;
  const stopping = new AbortController();
  /** What fails without a row of its own stands in the log; the queue tries it again. */
  const told = (name: string, work: Promise<unknown>): Promise<void> =>
    work.then(
      () => {},
      (error: Error) => {
        logger.warn({ work: name, error: error.message }, 'work in the background failed');
        throw error;
      },
    );
  const runner = await runQueue({
    connectionString: url,
    maxPoolSize: 3,
    concurrency: 2,
    noHandleSignals: true,
    parsedCronItems: cronItems(works, engine.timeZone),
    logger: new QueueLogger(() => (level, text) => {
      if (level === 'error') logger.debug({ error: text }, 'queue');
    }),
    taskList: {
      ...Object.fromEntries(works.map(({ name, run: work }) => [taskOf(name), () => told(name, work(engine))])),
      [stepTask]: (payload) => told(stepTask, runStep(engine, String((payload as { id: unknown }).id))),
      job: async (payload, { job }) => {
        await run({ engine, logger, kinds, folder, pulse }, String((payload as { id: unknown }).id), {
          worker: job.locked_by ?? '',
          last: job.attempts >= job.max_attempts,
          stopping: stopping.signal,
        });
      },
    },
  });
  const look = () =>
    sweep(engine, pulse * 30).catch((error: Error) =>
      logger.warn({ error: error.message }, 'the jobs of dead workers were not freed'),
    );
  const tidyUp = () =>
    tidy(engine.db, folder).catch((error: Error) => logger.warn({ error: error.message }, 'old jobs were not removed'));
  const timers = [setInterval(look, pulse * 10).unref(), setInterval(tidyUp, hour).unref()];
  void look();
  void tidyUp();
  return async () => {
    for (const timer of timers) clearInterval(timer);
    stopping.abort();
    await runner.stop();
    // to end a process is no failure of the job: it is free again at once, and its attempt does not count
    await engine.db.query(
      sql`SELECT (graphile_worker.reschedule_jobs(ARRAY[q.id], now(), NULL, q.attempts - 1, NULL)).id FROM graphile_worker.jobs q JOIN jobs j ON j.id::text = q.key WHERE q.last_error = 'the process ends' AND q.locked_at IS NULL AND q.attempts > 0 AND j.state = 'queued'`,
    );
  };
}
