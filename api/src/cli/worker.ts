import { pino } from 'pino';
import { startBackground } from '../background.ts';
import { readConfig } from '../config.ts';
import { openPool } from '../db/pool.ts';
import { openServer } from '../db/server.ts';
import { openStorage } from '../services/content/index.ts';
import { openOutward } from '../services/outward.ts';
import { openKeys } from '../services/secrets.ts';
import { createEngine } from '../start.ts';

/** Runs what is to be done in the background, and answers nobody, until it is told to stop. */
async function main(): Promise<void> {
  const config = readConfig();
  const logger = pino({ level: config.logLevel });
  const server = await openServer(config);
  const db = openPool(server.url, config.poolSize, (error) =>
    logger.warn({ error: error.message }, 'a database connection was lost'),
  );
  const outward = openOutward({
    url: config.publicUrl ?? `http://localhost:${config.port}`,
    onError: (error) => logger.error({ error: error.message }, 'work after an answer failed'),
  });
  const engine = createEngine(db, openKeys(config.home), config, undefined, undefined, outward);
  const storage = openStorage(config);
  const ends = startBackground({ config, engine, logger, url: server.url, storage, outward, jobs: true });
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    console.log('Shutting down …');
    for (const end of ends) await end();
    await db.end();
    await server.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  console.log('Kontor works in the background.');
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
