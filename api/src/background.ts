import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Engine } from './engine/context.ts';
import { keepTrail } from './services/audit_jobs.ts';
import { mailHead } from './services/audit_mail.ts';
import type { FileStorage } from './services/files.ts';
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
  readonly storage: FileStorage;
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
  const { config, engine, logger, url, storage, outward, jobs } = options;
  const sender = mailSender({
    engine,
    transport: config.mail && openTransport(config.mail),
    store: storage.store,
    logger,
  });
  outward.wake = sender.wake;
  // not waited for: a start does not become slower by it
  const worker = jobs
    ? startWorker({ engine, logger, url, folder: join(config.home, 'results'), storage }).catch((error: Error) => {
        logger.error({ error: error.message }, 'background jobs do not run');
      })
    : undefined;
  const { auditMail } = config;
  const trail = keepTrail({
    db: engine.db,
    logger,
    home: config.home,
    ...(auditMail.length ? { send: (head) => mailHead(engine, auditMail, head) } : {}),
  });
  return [async () => (await worker)?.(), outward.settled, sender.stop, trail];
}
