import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { model } from '@kontor/shared/modules/index';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../config.ts';
import { readHeads } from '../services/audit_heads.ts';
import { headOf, sealTrail, waitingEntries } from '../services/audit_seals.ts';
import { verifyTrail } from '../services/audit_verify.ts';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';

const kills = process.env.KONTOR_LONG ? 1000 : 20;
const writers = 6;
let kontor: TestKontor;
beforeAll(async () => {
  makeBundle();
  kontor = await startTestKontor();
});
const alive = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of alive) child.kill('SIGKILL');
  await kontor?.stop();
  rmSync(bundle, { force: true });
});

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

interface Server {
  readonly child: ChildProcess;
  readonly url: string;
}

/** What is not in the bundle: modules with binaries, and drivers of other databases that are not installed. */
const outside = ['@node-rs/argon2', 'sharp', 'pg-native', 'pg-query-stream', 'mariadb', 'mysql', 'mysql2', 'oracledb'];
const others = ['better-sqlite3', 'sqlite3', 'tedious'];
const bundle = join(root, 'api', 'dist', `killed-${process.pid}.mjs`);

/** The server in one file: most of what a start costs is finding and reading a thousand modules. tsx brings the bundler. */
function makeBundle(): void {
  const ofTsx = createRequire(createRequire(import.meta.url).resolve('tsx/package.json'));
  const options = {
    entryPoints: ['api/src/testing/killed.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['development'],
    logLevel: 'error',
    external: [...outside, ...others],
    banner: {
      js: "import { createRequire as kontorRequire } from 'node:module'; const require = kontorRequire(import.meta.url);",
    },
  };
  const program = `require(${JSON.stringify(ofTsx.resolve('esbuild'))}).buildSync(${JSON.stringify(options)})`;
  execFileSync(process.execPath, ['-e', program], { cwd: root, env: { PATH: process.env.PATH } });
}

/** The whole server in a process of its own, on the database of the test. */
async function launch(): Promise<Server> {
  const child = spawn(process.execPath, [bundle], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '', KONTOR_HOME: kontor.home, DATABASE_URL: kontor.running.databases.url },
  });
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  const [port] = await once(createInterface({ input: child.stdout! }), 'line');
  return { child, url: `http://127.0.0.1:${port}/api/v1` };
}

/** A write that was answered with success. */
interface Acknowledged {
  readonly resource: string;
  readonly id: string;
  readonly version: number;
}

/** Writes of all sorts, one after the other, until the server is gone. */
async function write(url: string, token: string, writer: number, told: Acknowledged[]): Promise<void> {
  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(url + path, {
      method,
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const record = (await answer.json()) as any; // only what was read to its end counts
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(record)}`);
    return record;
  };
  const tell = (record: any, resource = 'customers') => told.push({ resource, id: record.id, version: record.version });
  try {
    for (let n = 0; ; n++) {
      const address = { street: 'Weg 1', postcode: '10115', city: 'Berlin', country: 'DE' };
      const lines = n % 3 === 0 ? { addresses: [address] } : {};
      const record = await call('POST', '/customers', { name: `Kill ${writer} ${n}`, status: 'active', ...lines });
      tell(record);
      for (const line of record.addresses ?? []) tell(line, 'addresses');
      tell(await call('PUT', `/customers/${record.id}`, { version: 1, remarks: 'geändert' }));
      if (n % 3 === 1) {
        const { count } = await call('PUT', `/customers?filter=${JSON.stringify({ id: [record.id] })}`, {
          remarks: 'viele',
        });
        if (count === 1) tell({ id: record.id, version: 3 });
      }
      if (n % 3 === 2) {
        await call('DELETE', `/customers/${record.id}`);
        tell({ id: record.id, version: 3 });
      }
    }
  } catch (error) {
    if (!/fetch failed|terminated|other side closed|JSON|aborted/i.test((error as Error).message)) throw error;
  }
}

/** Both directions, over everything that has been written so far. */
async function inspect(told: readonly Acknowledged[]): Promise<unknown> {
  const lost = await kontor.owner.query(
    `SELECT t.* FROM jsonb_to_recordset($1::jsonb) AS t(resource text, id text, version int)
     WHERE NOT EXISTS (SELECT 1 FROM audit_entries a WHERE a.resource = t.resource AND a.record_id = t.id AND a.record_version = t.version)
       OR NOT EXISTS (SELECT 1 FROM customers c WHERE t.resource = 'customers' AND c.id::text = t.id AND c.version >= t.version
         UNION ALL SELECT 1 FROM addresses c WHERE t.resource = 'addresses' AND c.id::text = t.id)`,
    [JSON.stringify(told)],
  );
  const without = await kontor.owner.query(
    `SELECT r.resource, r.id, r.version, a.n, a.most FROM (SELECT 'customers' AS resource, id, version FROM customers UNION ALL SELECT 'addresses', id, version FROM addresses) r
     LEFT JOIN LATERAL (SELECT count(*)::int AS n, max(record_version) AS most FROM audit_entries WHERE resource = r.resource AND record_id = r.id::text) a ON true
     WHERE a.n IS DISTINCT FROM r.version OR a.most IS DISTINCT FROM r.version`,
  );
  const orphans = await kontor.owner.query(
    `SELECT a.id FROM audit_entries a WHERE a.record_version IS NOT NULL AND a.resource IN ('customers', 'addresses')
       AND NOT EXISTS (SELECT 1 FROM customers c WHERE c.id::text = a.record_id UNION ALL SELECT 1 FROM addresses c WHERE c.id::text = a.record_id)`,
  );
  return { lost: lost.rows, without: without.rows, orphans: orphans.rows };
}

test(
  `law 3: the server is killed ${kills} times while it writes: every acknowledged write is there with its entry, and no entry without its write`,
  async () => {
    let { token } = kontor.admin;
    let next = launch();
    let acknowledged = 0;
    let told: Acknowledged[] = [];
    for (let kill = 1; kill <= kills; kill++) {
      const { child, url } = await next;
      if (kill < kills) next = launch(); // comes up while this one works
      const writing = Array.from({ length: writers }, (_, writer) => write(url, token, writer, told));
      // at any moment, but not before something was written: how quick the machine is does not matter
      const enough = told.length + 4 + Math.random() * 12;
      for (const until = Date.now() + 60_000; told.length < enough && Date.now() < until; ) await pause(5);
      await pause(Math.random() * 30);
      child.kill('SIGKILL');
      await Promise.all(writing);
      if (kill % 50 === 0 || kill === kills) {
        expect(await inspect(told)).toEqual({ lost: [], without: [], orphans: [] });
        acknowledged += told.length;
        told = [];
        ({ token } = await kontor.as(['administrator'])); // tokens last for ten minutes
      }
    }
    expect(acknowledged).toBeGreaterThan(kills * 3);
    const { db } = kontor.running.engine;
    do await sealTrail(db);
    while (await waitingEntries(db));
    const { position } = (await headOf(db))!;
    const heads = readHeads(kontor.home);
    expect(await verifyTrail(db, model.get('audit_entries'), heads)).toMatchObject({ ok: true, checked: position });
  },
  kills * 15_000 + 60_000,
);
