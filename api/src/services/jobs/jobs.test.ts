import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { operator } from '../administrator.ts';
import { openJobFiles } from '../content/index.ts';
import { enqueue } from './enqueue.ts';
import { exportJob } from './export.ts';
import type { JobKind } from './kind.ts';
import { contextOfJob } from './owner.ts';
import { tidy } from './tidy.ts';
import { startWorker } from './worker.ts';

let kontor: TestKontor;
let stop = async () => {};
let finished = 0;
const jobFiles = () => openJobFiles({ home: kontor.home });
let failures = 0;
const flaky: JobKind = async () => {
  failures += 1;
  throw new Error('not yet');
};
const slow: JobKind = ({ signal, progress }) =>
  new Promise((_, fail) => {
    progress(40, 'halb');
    signal.addEventListener('abort', () => fail(signal.reason));
  });

const unfinished: JobKind = async ({ keep }) => {
  finished += 1;
  return { name: 'x.txt', type: 'text/plain', file: await keep(Readable.from([Buffer.from('x')])) };
};
const work = () =>
  startWorker({
    engine: kontor.running.engine,
    logger: pino({ level: 'silent' }),
    url: kontor.running.databases.url,
    files: jobFiles(),
    kinds: { export: exportJob, flaky, slow, unfinished },
    pulse: 50,
  });

beforeAll(async () => {
  kontor = await startTestKontor();
  stop = await work();
});
afterAll(async () => {
  await stop();
  await kontor.stop();
});

const row = async (id: string) => (await kontor.owner.query('SELECT * FROM jobs WHERE id = $1', [id])).rows[0];
const until = (id: string, state: string) =>
  expect.poll(async () => (await row(id)).state, { timeout: 120_000, interval: 50 }).toBe(state);
const put = async (kind: string, payload = {}) => {
  const { engine } = kontor.running;
  const context = await contextOfJob(engine, { id: 'test', kind, owner: kontor.admin.id });
  return engine.db.transaction((tx) => enqueue(context, tx, { kind, name: kind, payload }));
};

test('an export becomes a file for its owner alone', async () => {
  await kontor.owner.query(
    "INSERT INTO tags (id, name, colour) SELECT gen_random_uuid(), 'T' || i, '#123456' FROM generate_series(1, 1200) i",
  );
  const started = await kontor.admin('POST', '/tags/export', { format: 'csv', columns: ['name'] });
  expect(started.status).toBe(202);
  await until(started.body.id, 'done');
  const file = await kontor.admin('GET', `/jobs/${started.body.id}/result`);
  expect([file.status, String(file.body).trim().split('\n').length]).toEqual([200, 1201]);
  const other = await kontor.as(['administrator']);
  expect((await other('GET', `/jobs/${started.body.id}/result`)).status).toBe(404);
  const { rows } = await kontor.owner.query("SELECT origin FROM audit_entries WHERE operation = 'export'");
  expect(rows).toEqual([{ origin: 'job' }]);
  const employee = await kontor.as(['employee']);
  expect((await employee('GET', `/jobs/${started.body.id}`)).status).toBe(404);
});

test('what ended long ago goes with its file, and nothing else does', async () => {
  const made = async () => {
    const { body } = await kontor.admin('POST', '/tags/export', { format: 'csv', columns: ['name'] });
    await until(body.id, 'done');
    return row(body.id);
  };
  const [old, young] = [await made(), await made()];
  await kontor.owner.query("UPDATE jobs SET finished_at = now() - interval '31 days' WHERE id = $1", [old.id]);
  const { receive, keep, store, forgetHalves } = jobFiles();
  const file = (text: string) => Readable.from([Buffer.from(text)]);
  // given to a job that waits, to one that is done, and made by one that nobody knows any more
  const [waiting, used, lost] = [await receive(file('a')), await receive(file('b')), await keep(file('c'))];
  const order = (state: string, place: string) =>
    kontor.owner.query(
      "INSERT INTO jobs (id, name, kind, state, progress, attempts, payload) VALUES (gen_random_uuid(), 'x', 'x', $1, 0, 0, jsonb_build_object('file', $2::text))",
      [state, place],
    );
  await order('queued', waiting.place);
  await order('done', used.place);
  const held = async () => {
    const names = new Set<string>();
    for await (const { sha256 } of store.list()) names.add(sha256);
    const all = { old: old.result_place, young: young.result_place, waiting, used, lost };
    return Object.entries(all).flatMap(([name, one]) => (names.has(one.place ?? one) ? [name] : []));
  };
  const { db } = kontor.running.engine;
  expect(await tidy(db, jobFiles())).toBe(1);
  expect([await row(old.id), (await row(young.id)).state]).toEqual([undefined, 'done']);
  expect(await held()).toEqual(['old', 'young', 'waiting', 'used', 'lost']);
  const half = `${kontor.home}/results/incoming/half`;
  writeFileSync(half, 'x');
  expect([await forgetHalves(), existsSync(half)]).toEqual([0, true]);
  await tidy(db, jobFiles(), Date.now() + 25 * 3_600_000);
  expect(await held()).toEqual(['young', 'waiting']);
  expect(existsSync(half)).toBe(false);
});

test('what is rolled back leaves no job', async () => {
  const { engine } = kontor.running;
  const before = (await kontor.owner.query('SELECT count(*) FROM graphile_worker.jobs')).rows;
  await engine.db
    .transaction(async (tx) => {
      await enqueue(operator(engine), tx, { kind: 'flaky', name: 'rolled back', payload: {} });
      throw new Error('no');
    })
    .catch(() => {});
  expect((await kontor.owner.query("SELECT 1 FROM jobs WHERE name = 'rolled back'")).rows).toEqual([]);
  expect((await kontor.owner.query('SELECT count(*) FROM graphile_worker.jobs')).rows).toEqual(before);
});

test('a running job is cancelled, once, and is not tried again before', async () => {
  const id = await put('slow');
  await until(id, 'running');
  const ask = (action: string) => kontor.admin('POST', `/jobs/${id}/actions/${action}`, {});
  expect((await ask('retry')).status).toBe(409);
  expect((await ask('cancel')).status).toBe(200);
  await until(id, 'cancelled');
  expect((await ask('cancel')).status).toBe(409);
  await expect
    .poll(
      async () => (await kontor.owner.query('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [id])).rows.length,
      { timeout: 120_000 },
    )
    .toBe(0);
});

test('what fails is tried again, and at last becomes a task of its owner', async () => {
  const id = await put('flaky');
  await expect.poll(() => failures, { timeout: 120_000 }).toBeGreaterThan(0);
  await until(id, 'queued');
  await kontor.owner.query(
    'SELECT graphile_worker.reschedule_jobs(ARRAY[id], now(), NULL, max_attempts - 1, NULL) FROM graphile_worker.jobs WHERE key = $1',
    [id],
  );
  await until(id, 'failed');
  const { rows } = await kontor.owner.query('SELECT name, assignee_id FROM tasks');
  expect(rows).toEqual([{ name: 'Gescheitert: flaky', assignee_id: kontor.admin.id }]);
});

test('a process of its own does the work and ends well when it is told to', async () => {
  await stop();
  const id = await put('export', { resource: 'tags', format: 'csv' });
  const child = spawn(
    process.execPath,
    ['--conditions=development', '--import', 'tsx', join(import.meta.dirname, '../../cli/worker.ts')],
    {
      env: {
        ...process.env,
        DATABASE_URL: kontor.running.databases.url,
        KONTOR_HOME: kontor.home,
        LOG_LEVEL: 'silent',
      },
    },
  );
  await until(id, 'done');
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  stop = await work();
}, 400_000);

test('a worker killed in the middle of its work loses nothing, and the work is done once', async () => {
  await stop();
  const id = await put('unfinished');
  const child = spawn(
    process.execPath,
    ['--conditions=development', '--import', 'tsx', join(import.meta.dirname, '../../testing/killed_worker.ts')],
    { env: { ...process.env, DATABASE_URL: kontor.running.databases.url, KONTOR_HOME: kontor.home }, stdio: 'inherit' },
  );
  await expect.poll(async () => (await row(id)).state, { timeout: 120_000 }).toBe('running');
  child.kill('SIGKILL');
  stop = await work();
  await until(id, 'done');
  expect([finished, (await row(id)).attempts]).toEqual([1, 2]);
}, 400_000);
