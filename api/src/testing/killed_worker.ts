import { pino } from 'pino';
import { readConfig } from '../config.ts';
import { openPool } from '../db/pool.ts';
import { openJobFiles } from '../services/content/index.ts';
import { importJob } from '../services/jobs/import.ts';
import { startWorker } from '../services/jobs/worker.ts';
import { openKeys } from '../services/secrets.ts';
import { createEngine } from '../start.ts';

const never = () => new Promise<never>(() => {});

/** A worker that takes a job and never ends it, to be killed; of an import, only the end is missing. */
const config = readConfig();
const url = config.databaseUrl!;
await startWorker({
  engine: createEngine(openPool(url, 2), openKeys(config.home), config),
  logger: pino({ level: 'silent' }),
  url,
  files: openJobFiles(config),
  kinds: {
    unfinished: never,
    import: async (call) => {
      await importJob(call);
      return never();
    },
  },
  pulse: 50,
});
