import { pino } from 'pino';
import { readConfig } from '../config.ts';
import { openPool } from '../db/pool.ts';
import { startWorker } from '../services/jobs/worker.ts';
import { openKeys } from '../services/secrets.ts';
import { createEngine } from '../start.ts';

/** A worker that takes a job and never ends it, to be killed. */
const config = readConfig();
const url = config.databaseUrl!;
await startWorker({
  engine: createEngine(openPool(url, 2), openKeys(config.home), config),
  logger: pino({ level: 'silent' }),
  url,
  folder: `${config.home}/results`,
  kinds: { unfinished: () => new Promise(() => {}) },
  pulse: 50,
});
