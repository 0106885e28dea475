import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Engine } from './engine/context.ts';
import { keepTrail } from './services/audit_jobs.ts';
import { mailHead } from './services/audit_mail.ts';
import { type FileStorage, forgetHalves } from './services/files.ts';
import { keepHolidays } from './services/holidays.ts';
import type { JobFiles } from './services/jobs/files.ts';
import { startWorker } from './services/jobs/worker.ts';
import { mailSender } from './services/mail/sender.ts';
import { openTransport } from './services/mail/transport.ts';
import type { OpenOutward } from './services/outward.ts';

export interface BackgroundOptions {
  readonly config: Config;
  readonly engine: Engine;
  readonly logger: Logger;
  /** Address of the database, as the identity that works with rows. */
  readonly url: string;
  /** Where uploaded content lies. */
  readonly files: FileStorage;
  readonly jobFiles: JobFiles;
  /** Hears of mail that is to go. */
  readonly outward: OpenOutward;
  /** Does this process run jobs? */
  readonly jobs: boolean;
}

/**
 * What a process does besides answering: jobs, the outbox, the seals of the trail. Several processes may do it at the same
 * time: each takes what no other one has taken. Returns what ends it, in its order.
 */
export function startBackground(options: BackgroundOptions): readonly (() => Promise<void>)[] {
  const { config, engine, logger, url, files, jobFiles, outward, jobs } = options;
  const sender = mailSender({
    engine,
    transport: config.mail && openTransport(config.mail),
    store: files.store,
    logger,
  });
  outward.wake = sender.wake;
  for (const forget of [() => forgetHalves(files), () => jobFiles.forgetHalves()])
    forget().catch((error: Error) => logger.warn({ error: error.message }, 'half files were not removed'));
  // not waited for: a start does not become slower by it
  const worker = jobs
    ? startWorker({ engine, logger, url, files: jobFiles, storage: files }).catch((error: Error) => {
        logger.error({ error: error.message }, 'background jobs do not run');
      })
    : undefined;
  // an installation from before there were any, or one that stood still over the turn of the year
  if (jobs)
    keepHolidays(engine).catch((error: Error) => logger.warn({ error: error.message }, 'holidays were not entered'));
  const { auditMail } = config;
  const trail = keepTrail({
    db: engine.db,
    logger,
    home: config.home,
    ...(auditMail.length ? { send: (head) => mailHead(engine, auditMail, head) } : {}),
  });
  return [async () => (await worker)?.(), outward.settled, sender.stop, trail];
}
