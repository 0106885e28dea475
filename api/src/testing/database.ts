import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '../config.ts';
import { databaseUrl, migrate } from '../db/migrate.ts';
import { openServer } from '../db/server.ts';

/**
 * Runs a database server for a test run: prints `{url, ownerUrl}` as one line of JSON and stops when its input closes.
 * `template_kontor` holds the migrated schema; tests copy it.
 */
const home = mkdtempSync(join(tmpdir(), 'kontor-test-'));
const server = await openServer({ ...readConfig(), home }, { disposable: true });
const admin = new pg.Client({ connectionString: server.ownerUrl });
await admin.connect();
await admin.query('DROP DATABASE IF EXISTS template_kontor');
await admin.query("CREATE DATABASE template_kontor TEMPLATE template0 ENCODING 'UTF8'");
await migrate(databaseUrl(server.ownerUrl, 'template_kontor'));
await admin.end();
console.log(JSON.stringify({ url: server.url, ownerUrl: server.ownerUrl }));
process.stdin.resume();
process.stdin.once('end', async () => {
  if (!server.embedded) await dropTemplates();
  await server.stop();
  if (server.embedded) rmSync(server.embedded.directory, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
  process.exit(0);
});

/** What tests copied from (`harness.ts`) would stay on a server that is not ours. */
async function dropTemplates() {
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query("SELECT datname FROM pg_database WHERE datname ~ '^template_[0-9]+_[0-9]+$'");
  for (const { datname } of rows) await owner.query(`DROP DATABASE ${datname}`);
  await owner.end();
}
