import { join } from 'node:path';
import type { Config } from '../config.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { prepareDatabase } from './prepare.ts';

/** Addresses of the database, and what to do at the end. */
export interface DatabaseServer {
  readonly url: string;
  readonly ownerUrl: string;
  readonly embedded?: Embedded;
  stop(): Promise<void>;
}

/** The configured server, or the embedded one, started and prepared. */
export async function openServer(
  config: Config,
  options: { disposable?: boolean; owner?: boolean } = {},
): Promise<DatabaseServer> {
  if (config.databaseUrl)
    return { url: config.databaseUrl, ownerUrl: config.databaseOwnerUrl ?? config.databaseUrl, stop: async () => {} };
  const embedded = await startEmbedded({
    home: join(config.home, 'database'),
    ...options,
    ...(config.binaries ? { binaries: config.binaries } : {}),
  });
  await prepareDatabase(embedded.ownerUrl);
  return { url: embedded.url, ownerUrl: embedded.ownerUrl, embedded, stop: embedded.stop };
}
