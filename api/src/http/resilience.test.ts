import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../config.ts';
import { type Running, start } from '../start.ts';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { type DatabaseProxy, openProxy } from '../testing/proxy.ts';
import { expectWithin } from '../testing/within.ts';

// one key for both servers of this file, so that a token of one is good for the other
beforeAll(() => void vi.stubEnv('KONTOR_SECRET', 'nur fuer diesen Test, lang genug fuer einen Schluessel'));
afterAll(() => void vi.unstubAllEnvs());

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

const folder = mkdtempSync(join(tmpdir(), 'kontor-resilience-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A second server on the same database, reached through a proxy. */
async function second(): Promise<{
  running: Running;
  proxy: DatabaseProxy;
  call: (method: string, path: string, body?: unknown) => Promise<Response>;
}> {
  const { url } = JSON.parse(process.env.KONTOR_TEST_DATABASE ?? '{}');
  const name = (await kontor.owner.query('SELECT current_database() AS name')).rows[0].name;
  const proxy = await openProxy(url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`));
  const running = await start(
    { ...readConfig({}), port: 0, home: folder, logLevel: 'silent', poolSize: 5 },
    {
      logger: pino({ level: process.env.TEST_LOG ?? 'silent' }),
      databases: { url: proxy.url, ownerUrl: kontor.ownerUrl, stop: async () => {} },
    },
  );
  const call = (method: string, path: string, body?: unknown) =>
    fetch(`http://127.0.0.1:${running.port}${path.startsWith('/health') ? path : `/api/v1${path}`}`, {
      method,
      headers: { Authorization: `Bearer ${kontor.admin.token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { running, proxy, call };
}

const until = async (what: () => Promise<boolean>, patience = 30_000) => {
  const end = Date.now() + patience;
  while (!(await what())) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((done) => setTimeout(done, 20));
  }
};
/** Is a statement of the application waiting for a lock? */
const waiting = async () =>
  (
    await kontor.owner.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    )
  ).rows.length > 0;

describe('what is not right about a request is said', () => {
  const post = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
    kontor.admin('POST', '/customers', body, headers);

  test.each([
    ['malformed JSON', () => post('{"name": '), 400, 'malformed_json'],
    ['JSON nested beyond reason', () => post(`{"name":${'['.repeat(5000)}${']'.repeat(5000)}}`), 400, 'malformed_json'],
    ['more than two megabytes', () => post(`{"name":"${'x'.repeat(2_100_000)}"}`), 413, 'too_large'],
    [
      'another type',
      () => post('name=x', { 'Content-Type': 'application/x-www-form-urlencoded' }),
      415,
      'unsupported_media_type',
    ],
    [
      'another encoding',
      () => post('{}', { 'Content-Type': 'application/json; charset=iso-8859-1' }),
      415,
      'unsupported_media_type',
    ],
    ['a compression nobody knows', () => post('{}', { 'Content-Encoding': 'x' }), 415, 'unsupported_media_type'],
    ['no object', () => post('[1]'), 422, 'invalid'],
    ['nothing', () => kontor.admin('POST', '/customers'), 422, 'invalid'],
    ['an id that is none', () => kontor.admin('GET', '/customers/1'), 404, 'not_found'],
    ['an id that is none, for a change', () => kontor.admin('PUT', '/customers/1', { version: 1 }), 404, 'not_found'],
    ['an id that is none, for its history', () => kontor.admin('GET', "/customers/'/history"), 404, 'not_found'],
    ['an id that is none, for deletion', () => kontor.admin('DELETE', '/customers/00000000'), 404, 'not_found'],
    ['a resource that is none', () => kontor.admin('GET', '/no_such'), 404, 'unknown_route'],
    ['a resource without endpoints', () => kontor.admin('GET', '/credentials'), 404, 'unknown_route'],
    ['an address that is none', () => kontor.admin('GET', '/api/v2/customers'), 404, 'unknown_route'],
    [
      'an action that is none',
      () => kontor.admin('POST', `/tasks/${crypto.randomUUID()}/actions/toString`, {}),
      404,
      'unknown_route',
    ],
    [
      'a bulk change of everything by mistake',
      () => kontor.admin('DELETE', '/customers?filter=null'),
      400,
      'malformed_query',
    ],
    [
      'a bulk change without filter',
      () => kontor.admin('PUT', '/customers', { status: 'active' }),
      400,
      'malformed_query',
    ],
    [
      'a forged token',
      () => kontor.anonymous('GET', '/customers', undefined, { Authorization: 'Bearer a.b.c' }),
      401,
      'unauthenticated',
    ],
    [
      'a page of nobody',
      () => kontor.anonymous('POST', '/session', { email: 'a@b.de', password: 'x' }, { Origin: 'null' }),
      403,
      'forbidden',
    ],
  ])('%s', async (_, ask, status, code) => {
    const answer = await ask();
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.body.request_id).toBe(answer.headers.get('x-request-id'));
  });
});

test('a deadlock is retried, and nobody hears of it', async () => {
  const tags = (
    await Promise.all(['a', 'b'].map((name) => kontor.admin('POST', '/tags', { name: `Verklemmt ${name}` })))
  )
    .map((a) => a.body.id)
    .sort();
  const other = new pg.Client({ connectionString: kontor.ownerUrl });
  await other.connect();
  try {
    const filter = encodeURIComponent(JSON.stringify({ id: tags }));
    /** Lets both wait for each other. False when the database chose the other side: that one was too slow, by a second. */
    const meet = async (turn: number): Promise<boolean> => {
      const description = `auf einmal ${turn}`;
      await other.query('BEGIN');
      await other.query('UPDATE tags SET description = $1 WHERE id = $2', ['von Hand', tags[1]]);
      const bulk = kontor.admin('PUT', `/tags?filter=${filter}`, { description }); // holds the first, waits for the second
      await until(waiting);
      const chosen = await other.query('UPDATE tags SET description = $1 WHERE id = $2', ['von Hand', tags[0]]).then(
        () => true, // waited for us, and went on when we were sent back
        () => false,
      );
      await other.query(chosen ? 'COMMIT' : 'ROLLBACK');
      const answer = await bulk;
      expect([answer.status, answer.body.count]).toEqual([200, 2]);
      return chosen;
    };
    let turns = 1;
    while (turns < 5 && !(await meet(turns))) turns++;
    expect(turns).toBeLessThan(5);
    const { rows } = await kontor.owner.query('SELECT DISTINCT description FROM tags WHERE id = ANY($1)', [tags]);
    expect(rows).toEqual([{ description: `auf einmal ${turns}` }]);
    const trail = await kontor.owner.query(
      "SELECT 1 FROM audit_entries WHERE record_id = ANY($1) AND operation = 'update'",
      [tags],
    );
    expect(trail.rows).toHaveLength(2 * turns);
  } finally {
    await other.end();
  }
});

test('killed connections cost requests a 503 at most; what was answered 201 is there', async () => {
  const answers: { status: number; body: any }[] = [];
  let going = true;
  const writers = Array.from({ length: 6 }, async (_, writer) => {
    for (let i = 0; going; i++)
      answers.push(await kontor.admin('POST', '/customers', { name: `Abbruch ${writer} ${i}` }));
  });
  for (let i = 0; i < 8; i++) {
    await new Promise((done) => setTimeout(done, 60));
    await kontor.owner.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
  }
  going = false;
  await Promise.all(writers);
  expect([...new Set(answers.map((a) => a.status))].filter((status) => status !== 201 && status !== 503)).toEqual([]);
  expect(answers.some((a) => a.status === 503)).toBe(true);
  const created = answers.filter((a) => a.status === 201).map((a) => a.body.id);
  const { rows } = await kontor.owner.query('SELECT count(*)::int AS kept FROM customers WHERE id = ANY($1)', [
    created,
  ]);
  expect(rows[0].kept).toBe(created.length);
  await until(async () => (await kontor.admin('GET', '/customers')).status === 200);
});

test('without the database Kontor answers 503 and says so to balancers; it goes on when the database is back', async () => {
  const { running, proxy, call } = await second();
  try {
    expect((await call('GET', '/customers')).status).toBe(200);
    await proxy.cut();
    for (const [method, path, body] of [
      ['GET', '/customers'],
      ['POST', '/customers', { name: 'X' }],
      ['PUT', `/customers/${crypto.randomUUID()}`, { version: 1 }],
      ['GET', '/search?q=muster'],
    ] as const) {
      const answer = await call(method, path, body);
      expect([path, answer.status, ((await answer.json()) as any).code]).toEqual([path, 503, 'unavailable']);
      expect(answer.headers.get('retry-after')).toBe('2');
    }
    expect([(await call('GET', '/health/live')).status, (await call('GET', '/health/ready')).status]).toEqual([
      200, 503,
    ]);
    await proxy.mend();
    await until(async () => (await call('GET', '/health/ready')).status === 200);
    expect((await call('POST', '/customers', { name: 'Wieder da' })).status).toBe(201);
  } finally {
    await running.stop();
    await proxy.close();
  }
});

test('a shutdown lets the running request finish and takes no new one', async () => {
  const { running, proxy, call } = await second();
  const { body: tag } = await kontor.admin('POST', '/tags', { name: 'Feierabend' });
  const other = new pg.Client({ connectionString: kontor.ownerUrl });
  await other.connect();
  try {
    await other.query('BEGIN');
    await other.query('SELECT 1 FROM tags WHERE id = $1 FOR UPDATE', [tag.id]);
    const change = call('PUT', `/tags/${tag.id}`, { version: 1, description: 'noch schnell' });
    await until(waiting);
    const stopping = running.stop();
    await expect(call('GET', '/tags')).rejects.toThrow();
    await other.query('COMMIT');
    const answer = await change;
    expect([answer.status, ((await answer.json()) as any).description]).toEqual([200, 'noch schnell']);
    const from = Date.now();
    await stopping;
    expectWithin(3000, from);
  } finally {
    await other.end();
    await proxy.close();
  }
});
