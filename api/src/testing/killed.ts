import { pino } from 'pino';
import { readConfig } from '../config.ts';
import { keepTrail } from '../services/audit_jobs.ts';
import { start } from '../start.ts';

/** A server to be killed while it writes and seals: prints its port, and ends at no signal but SIGKILL. */
const config = { ...readConfig(), port: 0, poolSize: 6 };
const url = config.databaseUrl!;
const running = await start(config, {
  logger: pino({ level: 'silent' }),
  databases: { url, ownerUrl: url, stop: async () => {} },
  migrations: `${config.home}/none`,
});
keepTrail({ db: running.engine.db, logger: pino({ level: 'silent' }), home: config.home, every: 3 });
console.log(running.port);
