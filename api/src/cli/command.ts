import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../config.ts';
import { type Database, openPool } from '../db/pool.ts';
import { openServer } from '../db/server.ts';

/**
 * Runs a command with its flags on the database of the installation, and ends the process with what it answers: 0 when all is well. With
 * `--help` it tells its use instead; what stands in the way is told in a sentence, and ends with 2.
 */
export function runCommand(
  usage: string,
  work: (config: Config, db: Database, flags: Readonly<Record<string, boolean | undefined>>) => Promise<number>,
  flags: readonly string[] = [],
): void {
  const run = async () => {
    const options = Object.fromEntries(flags.map((name) => [name, { type: 'boolean' } as const]));
    const { values } = parseArgs({ options: { ...options, help: { type: 'boolean', short: 'h' } } });
    if (values.help) {
      console.log(usage);
      return 0;
    }
    const config = readConfig();
    const server = await openServer(config);
    const db = openPool(server.url, 2);
    try {
      return await work(config, db, values as Record<string, boolean | undefined>);
    } finally {
      await db.end();
      await server.stop();
    }
  };
  run().then(
    (code) => process.exit(code),
    (error: Error) => {
      console.error(error.message);
      process.exit(2);
    },
  );
}
