import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { checkModel, type Model, zone } from '@kontor/shared';
import { model as declared } from '@kontor/shared/modules/index';
import { type Logger, pino } from 'pino';
import { startBackground } from './background.ts';
import { type Config, root } from './config.ts';
import { openListener } from './db/listener.ts';
import { migrate } from './db/migrate.ts';
import { type Database, openPool } from './db/pool.ts';
import { type DatabaseServer, openServer } from './db/server.ts';
import type { Behaviours } from './engine/behaviour.ts';
import type { Engine } from './engine/context.ts';
import { Totals } from './engine/totals.ts';
import { createApp } from './http/app.ts';
import { behaviours as allBehaviours } from './modules/index.ts';
import { openStorage } from './services/content/index.ts';
import { openCounters } from './services/limits.ts';
import { numberService } from './services/numbers.ts';
import { type Outward, openOutward } from './services/outward.ts';
import { type Keys, openKeys } from './services/secrets.ts';
import { shipRoles } from './services/shipped_roles.ts';

/** A running Kontor. */
export interface Running {
  readonly port: number;
  readonly engine: Engine;
  readonly keys: Keys;
  readonly server: Server;
  readonly databases: DatabaseServer;
  readonly firstStart: boolean;
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly model?: Model;
  readonly behaviours?: Behaviours;
  readonly logger?: Logger;
  /** Use this server instead of opening the configured one (tests). */
  readonly databases?: DatabaseServer;
  readonly migrations?: string;
}

/** The engine over a database, without HTTP (seeds, commands, tests). */
export function createEngine(
  db: Database,
  keys: Keys,
  config: Pick<Config, 'timeZone' | 'proofSeconds'>,
  model: Model = declared,
  behaviours: Behaviours = allBehaviours,
  outward: Outward = openOutward({ url: 'http://localhost' }),
): Engine {
  zone.name = config.timeZone;
  return {
    model,
    db,
    totals: new Totals(),
    behaviours,
    secrets: keys,
    numbers: numberService(db, config.timeZone),
    timeZone: config.timeZone,
    proofSeconds: config.proofSeconds,
    outward,
  };
}

/** Starts everything: checks declarations, opens and migrates the database, listens. */
export async function start(config: Config, options: StartOptions = {}): Promise<Running> {
  const model = options.model ?? declared;
  const mistakes = checkModel(model);
  if (mistakes.length) throw new Error(`The declarations have mistakes:\n${mistakes.join('\n')}`);
  const logger = options.logger ?? pino({ level: config.logLevel });
  const databases = options.databases ?? (await openServer(config, { owner: true }));
  try {
    const done = await migrate(databases.ownerUrl, options.migrations ? { folder: options.migrations } : {});
    const db = openPool(databases.url, config.poolSize, (error) =>
      logger.warn({ error: error.message }, 'a database connection was lost'),
    );
    const keys = openKeys(config.home);
    const outward = openOutward({
      url: config.publicUrl ?? '',
      onError: (error) => logger.error({ error: error.message }, 'work after an answer failed'),
    });
    const files = openStorage(config);
    const engine = createEngine(db, keys, config, model, options.behaviours, outward);
    await shipRoles(engine);
    const counters = openCounters(db, {
      redisUrl: config.redisUrl,
      installation: keys.installation,
      onError: (error) =>
        logger.warn({ error: error.message }, 'the store of counters is away: this process counts alone'),
    });
    const { app, forget, end } = createApp({
      engine,
      keys,
      logger,
      adminFolder: join(root, 'admin/dist'),
      home: config.home,
      files,
      sessions: { idleDays: config.sessionIdleDays, mostDays: config.sessionDays },
      openIdProviders: config.openIdProviders,
      publicUrl: config.publicUrl,
      counters,
      rates: config.rates,
      secure: config.publicUrl?.startsWith('https://') ?? false,
    });
    const listener = openListener(databases.url, (error) =>
      logger.warn({ error: error.message }, 'announcements of other processes are not heard'),
    );
    listener.on('access', forget);
    const server = createServer({ maxHeaderSize: 65_536 }, app); // a question for a thousand records by id fits in an address
    server.keepAliveTimeout = 65_000;
    const port = await listen(server, config);
    outward.url ||= `http://localhost:${port}`;
    const background = startBackground({
      config,
      engine,
      logger,
      url: databases.url,
      storage: files,
      outward,
      jobs: config.worker,
    });
    return {
      port,
      engine,
      keys,
      server,
      databases,
      firstStart: done.length > 0,
      stop: async () => {
        await stop(server, db, options.databases ? undefined : databases, [...background, listener.stop, end]);
        counters.close();
      },
    };
  } catch (error) {
    if (!options.databases) await databases.stop();
    throw error;
  }
}

/** Listens on the configured port, or on the next free one when that is taken. */
async function listen(server: Server, config: Config): Promise<number> {
  for (let port = config.port; ; port++) {
    const taken = await new Promise<boolean>((done, fail) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' && port < config.port + 20 && config.port !== 0 ? done(true) : fail(error),
      );
      server.listen(port, config.host, () => done(false));
    });
    if (!taken) return (server.address() as { port: number }).port;
    server.removeAllListeners('error');
  }
}

/** Lets running requests finish (ten seconds at most), then closes the database. */
async function stop(
  server: Server,
  db: Database,
  databases: DatabaseServer | undefined,
  parts: readonly (() => Promise<void>)[],
): Promise<void> {
  const closed = new Promise((done) => server.close(done));
  server.closeIdleConnections();
  const sweep = setInterval(() => server.closeIdleConnections(), 50); // a browser keeps its connection after the answer
  const patience = setTimeout(() => server.closeAllConnections(), 10_000);
  await closed;
  clearTimeout(patience);
  clearInterval(sweep);
  for (const part of parts) await part();
  await db.end();
  await databases?.stop();
}
