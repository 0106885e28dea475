import { PublicError } from '@kontor/shared';
import { Logger as QueueLogger, run as runQueue } from 'graphile-worker';
import type { Logger } from 'pino';
import { publicError } from '../../db/violations.ts';
import type { Engine } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import { runRules } from '../automation/dates.ts';
import { stepTask } from '../automation/note_steps.ts';
import { runStep } from '../automation/steps.ts';
import type { FileStorage } from '../files.ts';
import { keepHolidays } from '../holidays.ts';
import { takeIn } from '../mail/intake/poll.ts';
import { tendTrainerRequests } from '../matcher/tend.ts';
import { sendDigests } from '../notifications/digest.ts';
import { dueNotifications } from '../notifications/due.ts';
import { mailNews } from '../notifications/mail.ts';
import { certificatesKind } from '../places/certificates.ts';
import { tendWaitingLists } from '../places/lists.ts';
import { escalateReminders } from '../reminders/escalate.ts';
import { fireReminders } from '../reminders/fire.ts';
import { certificatesJob } from './certificates.ts';
import { exportJob } from './export.ts';
import type { JobFiles } from './files.ts';
import { importJob } from './import.ts';
import type { JobKind } from './kind.ts';
import { patientPool } from './patient_pool.ts';
import { cronItems, type Recurring, taskOf } from './recurring.ts';
import { run } from './run.ts';
import { sweep } from './sweep.ts';
import { tidy } from './tidy.ts';

/** What is to be done again and again. */
const allWorks = ({ files, storage, logger }: WorkerOptions): readonly Recurring[] => [
  { name: 'due_notifications', when: { everyMinutes: 10 }, run: dueNotifications },
  { name: 'automation_rules', when: { everyMinutes: 5 }, run: runRules },
  { name: 'tidy_jobs', when: { dailyAt: '03:20' }, run: ({ db }) => tidy(db, files) },
  { name: 'holidays', when: { dailyAt: '03:40' }, run: keepHolidays },
  { name: 'reminders', when: { everyMinutes: 1 }, run: fireReminders },
  { name: 'waiting_lists', when: { everyMinutes: 1 }, run: tendWaitingLists },
  { name: 'trainer_requests', when: { everyMinutes: 1 }, run: tendTrainerRequests },
  { name: 'notification_mails', when: { everyMinutes: 1 }, run: mailNews },
  { name: 'digests', when: { everyMinutes: 10 }, run: sendDigests },
  ...(storage
    ? [{ name: 'mail_intake', when: { everyMinutes: 2 }, run: (engine: Engine) => takeIn({ engine, storage, logger }) }]
    : []),
  { name: 'reminders_passed_on', when: { everyMinutes: 10 }, run: escalateReminders },
];

/** All that can be done in the background, by name. */
const allKinds = ({ storage }: WorkerOptions): Readonly<Record<string, JobKind>> => ({
  export: exportJob,
  import: importJob,
  ...(storage ? { [certificatesKind]: certificatesJob(storage) } : {}),
});

export interface WorkerOptions {
  readonly engine: Engine;
  readonly logger: Logger;
  /** Address of the database, as the identity that works with rows. */
  readonly url: string;
  readonly files: JobFiles;
  /** Where uploaded content lies, for what comes in. */
  readonly storage?: FileStorage;
  readonly kinds?: Readonly<Record<string, JobKind>>;
  /** What comes back by itself. */
  readonly works?: readonly Recurring[];
  /** Milliseconds between two signs of life; after 30 times that a worker counts as dead. */
  readonly pulse?: number;
}

/** Runs what waits in the queue, two jobs at a time. Returns what stops it: running jobs are given back. */
export async function startWorker(options: WorkerOptions): Promise<() => Promise<void>> {
  const { engine, logger, url, files, kinds = allKinds(options), pulse = 1000 } = options;
  const { works = allWorks(options) } = options;
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
  const isAway = (error: unknown) => {
    const told = publicError(error, engine.model, undefined, 'en', false);
    return told instanceof PublicError && told.code === 'unavailable';
  };
  // the queue's own pool is not listened to any more while it ends: a connection that breaks then would end the process
  const pool = patientPool({ connectionString: url, max: 3 }, { isAway, stopping: stopping.signal });
  pool.on('error', () => {}); // the connection itself has told
  pool.on('connect', (client) => client.on('error', (error) => logger.debug({ error: error.message }, 'queue')));
  const runner = await runQueue({
    pgPool: pool,
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
        await run({ engine, logger, kinds, files, pulse }, String((payload as { id: unknown }).id), {
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
  const timer = setInterval(look, pulse * 10).unref();
  void look();
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await runner.stop();
    await pool.end();
    // to end a process is no failure of the job: it is free again at once, and its attempt does not count
    await engine.db.query(
      sql`SELECT (graphile_worker.reschedule_jobs(ARRAY[q.id], now(), NULL, q.attempts - 1, NULL)).id FROM graphile_worker.jobs q JOIN jobs j ON j.id::text = q.key WHERE q.last_error = 'the process ends' AND q.locked_at IS NULL AND q.attempts > 0 AND j.state = 'queued'`,
    );
  };
}
