import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { prepareImport } from '../../engine/import.ts';
import { type Caller, startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { openJobFiles } from '../content/index.ts';
import { contextOfJob } from './owner.ts';
import { startWorker } from './worker.ts';

let kontor: TestKontor;
/** Somebody else at work in the database, whom an import has to wait for. */
let other: pg.Client;
let child: ChildProcess | undefined;
let stop = async () => {};
const rows = 1500;

beforeAll(async () => {
  kontor = await startTestKontor();
  other = new pg.Client({ connectionString: kontor.ownerUrl });
  await other.connect();
});
afterEach(async () => {
  await stop();
  stop = async () => {};
  child?.kill('SIGKILL');
  child = undefined;
  await kontor.owner.query('DELETE FROM tags');
});
afterAll(async () => {
  await other.end();
  await kontor.stop();
});

const work = async (pulse = 50) => {
  stop = await startWorker({
    engine: kontor.running.engine,
    logger: pino({ level: 'silent' }),
    url: kontor.running.databases.url,
    files: openJobFiles({ home: kontor.home }),
    pulse,
  });
};
const workElsewhere = () => {
  child = spawn(
    process.execPath,
    ['--conditions=development', '--import', 'tsx', join(import.meta.dirname, '../../testing/killed_worker.ts')],
    { env: { ...process.env, DATABASE_URL: kontor.running.databases.url, KONTOR_HOME: kontor.home }, stdio: 'inherit' },
  );
};
const killed = async () => {
  const ended = new Promise((done) => child!.once('exit', done));
  child!.kill('SIGKILL');
  await ended;
};
/** A file with so many tags; those whose number is in `wrong` have no colour that can be read. */
const file = (count: number, wrong: readonly number[] = []) =>
  Buffer.from(
    ['Name;Farbe', ...Array.from({ length: count }, (_, i) => `T ${i};${wrong.includes(i) ? 'bunt' : '#123456'}`)].join(
      '\n',
    ),
  );
const send = (content: Buffer, parameters = {}, caller: Caller = kontor.admin, headers = {}) =>
  caller('POST', `/tags/import?${new URLSearchParams(parameters)}`, content, {
    'Content-Type': 'text/csv',
    ...headers,
  });
const row = async (id: string) => (await kontor.owner.query('SELECT * FROM jobs WHERE id = $1', [id])).rows[0];
const until = (id: string, state: string) =>
  expect.poll(async () => (await row(id)).state, { timeout: 120_000, interval: 50 }).toBe(state);
const count = async (query: string, values: unknown[] = []) =>
  Number((await kontor.owner.query(`SELECT count(*) FROM ${query}`, values)).rows[0].count);
const result = async (id: string) => (await kontor.admin('GET', `/jobs/${id}/result`)).body;
const audited = (id: string) =>
  Promise.all([
    count("audit_entries WHERE request_id = $1 AND resource = 'tags' AND operation = 'create'", [id]),
    count("audit_entries WHERE request_id = $1 AND operation = 'import'", [id]),
  ]);
/** Somebody has begun to enter the tag and has not said yet whether it stays. */
async function hold(number: number): Promise<void> {
  await other.query('BEGIN');
  await other.query("INSERT INTO tags (id, name, colour) VALUES (gen_random_uuid(), $1, '#000000')", [`T ${number}`]);
}
/** An import stands in the middle of its rows, behind who holds one of them. */
const untilItWaits = () =>
  expect
    .poll(() => count("pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"), {
      timeout: 120_000,
      interval: 50,
    })
    .toBeGreaterThan(0);

test('says the same as the direct import, and a check leaves nothing', async () => {
  await work();
  const content = file(rows, [3, 700, 1499]);
  const { engine } = kontor.running;
  for (const locale of ['de', 'en'] as const) {
    const context = { ...(await contextOfJob(engine, { id: 'direct', kind: 'x', owner: kontor.admin.id })), locale };
    const direct = await prepareImport(context, engine.model.get('tags'), content, { mode: 'valid', dryRun: true });
    const asked = await send(content, { mode: 'valid', dry_run: 'true' }, kontor.admin, {
      'Accept-Language': locale,
      'X-File-Name': 'Liste%20A.csv',
    });
    expect([asked.status, asked.headers.get('location')]).toEqual([202, `/api/v1/jobs/${asked.body.id}`]);
    await until(asked.body.id, 'done');
    expect(await result(asked.body.id)).toEqual(await direct.run());
    expect(await row(asked.body.id)).toMatchObject(
      locale === 'de'
        ? {
            name: 'Schlagwörter zum Importieren prüfen (Liste A.csv)',
            progress_text: 'Nur geprüft: 1.497 angelegt, 3 mit Fehlern',
          }
        : { name: 'Check import: Tags (Liste A.csv)', progress_text: 'Only checked: 1,497 created, 3 with errors' },
    );
    expect(await count('tags')).toBe(0);
  }
});

test('imports what fits, or all or nothing, and tells it to its owner', async () => {
  await work();
  const content = file(rows, [3]);
  const all = await send(content);
  await until(all.body.id, 'done');
  expect([await result(all.body.id), await count('tags')]).toMatchObject([{ committed: false, failed: 1 }, 0]);
  expect((await row(all.body.id)).progress_text).toBe('Nichts importiert: 1 mit Fehlern');
  const valid = await send(content, { mode: 'valid' });
  await until(valid.body.id, 'done');
  expect(await result(valid.body.id)).toMatchObject({ committed: true, created: 1499, failed: 1 });
  expect([await count('tags'), await audited(valid.body.id)]).toEqual([1499, [1499, 1]]);
  const entry = "audit_entries WHERE request_id = $1 AND origin = 'import' AND actor_job LIKE 'import %'";
  expect(await count(entry, [valid.body.id])).toBe(1500);
  const stranger = await kontor.as(['administrator']);
  expect((await stranger('GET', `/jobs/${valid.body.id}/result`)).status).toBe(404);
});

test('what is wrong with the order is answered at once, and few rows as well', async () => {
  const wrong = await send(file(rows), { mapping: '{"Name":"no_such_field"}' });
  expect([wrong.status, wrong.body.errors]).toMatchObject([422, { mapping: { Name: expect.any(String) } }]);
  expect((await send(file(1000))).body).toMatchObject({ created: 1000, committed: true });
  expect(await count("jobs WHERE state = 'queued'")).toBe(0);
});

test('a cancelled import leaves nothing, however late it hears of it', async () => {
  // with a sign of life every minute it hears of it from the database alone, when it wants to commit
  for (const pulse of [50, 60_000]) {
    await work(pulse);
    await hold(1200);
    const { body } = await send(file(rows));
    await untilItWaits();
    expect((await kontor.admin('POST', `/jobs/${body.id}/actions/cancel`, {})).status).toBe(200);
    await new Promise((done) => setTimeout(done, 200));
    await other.query('ROLLBACK');
    const waiting = () => count('graphile_worker.jobs WHERE key = $1', [body.id]);
    await expect.poll(waiting, { timeout: 120_000 }).toBe(0);
    expect([(await row(body.id)).state, await count('tags'), await audited(body.id)]).toEqual(['cancelled', 0, [0, 0]]);
    await stop();
    stop = async () => {};
  }
});

test('a worker killed in the middle of an import loses nothing and doubles nothing', async () => {
  await hold(1200);
  const { body } = await send(file(rows));
  workElsewhere();
  await untilItWaits();
  await killed();
  await other.query('ROLLBACK');
  await work();
  await until(body.id, 'done');
  expect(await result(body.id)).toMatchObject({ created: rows, failed: 0, committed: true });
  expect([await count('tags'), await audited(body.id), (await row(body.id)).attempts]).toEqual([rows, [rows, 1], 2]);
}, 400_000);

test('a worker whose connection breaks at the commit has not done it, and it is done by the next one', async () => {
  await kontor.owner.query(
    'CREATE FUNCTION wait_for_other() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock_shared(25); RETURN NULL; END $$',
  );
  await kontor.owner.query(
    'CREATE CONSTRAINT TRIGGER wait_for_other AFTER INSERT ON tags DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait_for_other()',
  );
  await other.query('SELECT pg_advisory_lock(25)');
  const { body } = await send(file(rows));
  workElsewhere();
  await untilItWaits();
  await killed();
  await kontor.owner.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  );
  await other.query('SELECT pg_advisory_unlock(25)');
  await work();
  await until(body.id, 'done');
  await kontor.owner.query('DROP TRIGGER wait_for_other ON tags');
  expect([await count('tags'), await audited(body.id), (await row(body.id)).attempts]).toEqual([rows, [rows, 1], 2]);
}, 400_000);

test('a worker killed right after the commit has done its work: it is not done again', async () => {
  const { body } = await send(file(rows));
  workElsewhere();
  await until(body.id, 'done');
  await killed();
  // the queue has not heard of it, and gives the job to the next one
  await kontor.owner.query(
    'SELECT graphile_worker.force_unlock_workers(ARRAY[locked_by]) FROM graphile_worker.jobs WHERE key = $1',
    [body.id],
  );
  await work();
  await expect.poll(() => count('graphile_worker.jobs WHERE key = $1', [body.id]), { timeout: 120_000 }).toBe(0);
  expect([await count('tags'), await audited(body.id), (await row(body.id)).attempts]).toEqual([rows, [rows, 1], 1]);
}, 400_000);
