import type { Logger } from 'pino';
import type { Database } from '../db/pool.ts';
import { sql } from '../query/sql.ts';
import { headDue, noteHead, readHeads } from './audit_heads.ts';
import { type Head, headOf, sealTrail } from './audit_seals.ts';

export interface AuditJobs {
  readonly db: Database;
  readonly logger: Logger;
  /** Folder of the installation. */
  readonly home: string;
  /** Takes a head out of the house, by mail for example. */
  readonly send?: (head: Head) => Promise<void>;
  /** Milliseconds between two sealings. */
  readonly every?: number;
}

const hour = 3_600_000;

/** Makes the parts of the trail for the coming months. */
const makeParts = (db: Database) =>
  db.query(
    sql`SELECT kontor_make_partitions('audit_entries', current_date, (current_date + interval '3 months')::date) AS made`,
  );

/** Once a day the head of the chain leaves the database: to the log, to a file beside it, and by `send`. */
async function takeHeadOut({ logger, home, send }: AuditJobs, head: Head): Promise<void> {
  if (!headDue(readHeads(home), head)) return;
  logger.info({ audit_head: head }, 'head of the audit trail');
  noteHead(home, head);
  await send?.(head);
}

/**
 * Keeps the trail: seals it every two seconds, and looks every hour for a new day's head and a new month's part. Of many
 * processes one seals at a time. What fails is logged and tried again. Returns what stops it, when all has come to rest.
 */
export function keepTrail(jobs: AuditJobs): () => Promise<void> {
  const { db, logger, every = 2000 } = jobs;
  let stopped = false;
  let failing = false;
  let due = 0;
  let timer: NodeJS.Timeout;
  let running = Promise.resolve();
  const work = async () => {
    try {
      await sealTrail(db);
      if (Date.now() >= due) {
        await makeParts(db);
        const head = await headOf(db);
        if (head) await takeHeadOut(jobs, head);
        due = Date.now() + (head ? hour : 0); // a new installation has its first head as soon as it has a chain
      }
      failing = false;
    } catch (error) {
      if (!failing && !stopped) logger.error({ error: (error as Error).message }, 'the audit trail was not sealed');
      failing = true; // told once, not every two seconds
    }
  };
  const next = () => {
    timer = setTimeout(() => {
      running = work().then(() => {
        if (!stopped) next();
      });
    }, every);
    timer.unref();
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
