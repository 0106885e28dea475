import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { redis } from '../../../scripts/redis.mjs';
import { readConfig } from '../config.ts';
import { start } from '../start.ts';
import { type Caller, startTestKontor, type TestKontor } from '../testing/harness.ts';
import { freePort, startRedis } from '../testing/redis.ts';
import { classOf, type Rates } from './limits.ts';

// one key for all servers of this file, so that a token of one is good for the others
beforeAll(() => void vi.stubEnv('KONTOR_SECRET', 'nur fuer diesen Test, lang genug fuer einen Schluessel'));
afterAll(() => void vi.unstubAllEnvs());

const rates = { signIn: 20, refresh: 30, read: 40, write: 10, heavy: 8 } satisfies Rates;
const server = await redis();
let kontor: TestKontor;
const folder = mkdtempSync(join(tmpdir(), 'kontor-limits-'));
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(async () => {
  await kontor.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Another process on the same database, with limits. */
async function replica(redisUrl?: string) {
  const { url } = JSON.parse(process.env.KONTOR_TEST_DATABASE ?? '{}');
  const name = (await kontor.owner.query('SELECT current_database() AS name')).rows[0].name;
  const running = await start(
    { ...readConfig({}), port: 0, home: folder, logLevel: 'silent', poolSize: 3, rates, redisUrl },
    {
      logger: pino({ level: 'silent' }),
      databases: {
        url: url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`),
        ownerUrl: kontor.ownerUrl,
        stop: async () => {},
      },
    },
  );
  const base = `http://127.0.0.1:${running.port}`;
  const call = (method: string, path: string, token?: string, headers: Record<string, string> = {}, body?: object) =>
    fetch(`${base}/api/v1${path}`, {
      method,
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(body ? { 'Content-Type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  return { call, stop: () => running.stop() };
}
type Replica = Awaited<ReturnType<typeof replica>>;

/** Asks the replicas in turn until one refuses; how often they answered, and the refusal. */
async function exhaust(ask: (turn: number) => Promise<Response>, most = 200): Promise<[number, Response]> {
  for (let n = 0; ; n++) {
    const answer = await ask(n);
    if (answer.status === 429 || n === most) return [n, answer];
    await answer.arrayBuffer();
    await pause(20); // in which the word to the store arrives, on a busy machine as well
  }
}
const within = (taken: number, limit: number) => {
  expect(taken).toBeGreaterThanOrEqual(limit);
  // what is asked while a word is on its way to the store; two that did not share would take twice the limit
  expect(taken).toBeLessThanOrEqual(Math.max(limit + 4, Math.floor(limit * 1.6)));
};

test.each([
  ['GET', '/customers?range=[0,24]', 'read'],
  ['GET', '/customers/1/history', 'read'],
  ['HEAD', '/files/1/content', 'read'],
  ['GET', '/customers?filter={"q":"/x/export"}', 'read'],
  ['GET', '/search_words?q=x', 'read'],
  ['GET', '/customers/aggregate', 'read'],
  ['POST', '/customers', 'write'],
  ['DELETE', '/customers/1', 'write'],
  ['GET', '/search?q=x', 'heavy'],
  ['GET', '/customers/export', 'heavy'],
  ['GET', '/customers/export?format=csv', 'heavy'],
  ['POST', '/customers/import/preview', 'heavy'],
  ['POST', '/customers/import?key=x', 'heavy'],
])('%s %s is a %s', (method, url, name) => {
  expect(classOf(method, url)).toBe(name);
});

describe.each([['PostgreSQL', async () => undefined], ...(server ? [['Redis', () => freePort()] as const] : [])])(
  'two processes that count with %s',
  (_, portOf) => {
    let replicas: Replica[];
    let stopStore: () => Promise<void>;
    let user: Caller & { token: string; id: string };
    beforeAll(async () => {
      const port = await portOf();
      const store = port ? await startRedis(server!, port) : undefined;
      stopStore = async () => store?.stop();
      replicas = [await replica(store?.url), await replica(store?.url)];
      await new Promise((done) => setTimeout(done, 100)); // connections are made in the background
      await kontor.owner.query('TRUNCATE rate_limits');
      user = await kontor.as(['administrator']);
    });
    afterAll(async () => {
      for (const one of replicas) await one.stop();
      await stopStore();
    });

    test('share what a user may read, write and search', async () => {
      const [reads, refused] = await exhaust((n) => replicas[n % 2]!.call('GET', '/tags', user.token));
      within(reads, rates.read);
      const [writes] = await exhaust((n) =>
        replicas[n % 2]!.call('POST', '/tags', user.token, {}, { name: `Grenze ${_} ${n}` }),
      );
      within(writes, rates.write);
      const [searches] = await exhaust((n) => replicas[n % 2]!.call('GET', '/search?q=x', user.token));
      within(searches, rates.heavy);
      const problem = (await refused.json()) as any;
      expect(problem).toMatchObject({ code: 'too_many_requests', status: 429 });
      const header = (name: string) => refused.headers.get(name);
      expect(problem.retry_after).toBeGreaterThan(30);
      expect(problem.retry_after).toBeLessThanOrEqual(60);
      expect(header('retry-after')).toBe(String(problem.retry_after));
      expect(header('ratelimit-reset')).toBe(String(problem.retry_after));
      expect([header('ratelimit-limit'), header('ratelimit-remaining'), header('ratelimit-policy')]).toEqual([
        '40',
        '0',
        '40;w=60',
      ]);
      const other = await kontor.as(['administrator']);
      expect((await replicas[0]!.call('GET', '/tags', other.token)).status).toBe(200);
    });

    test('share what an address may try, and the delays of who fails', async () => {
      const from = { 'X-Forwarded-For': '192.0.2.1' };
      const [asked] = await exhaust((n) => replicas[n % 2]!.call('POST', '/session', undefined, from, {}));
      within(asked, rates.signIn);
      expect((await replicas[1]!.call('POST', '/session/refresh', undefined, from)).status).toBe(401);
      const body = { email: `${user.id}@example.de`, password: 'falsch' };
      const there = { 'X-Forwarded-For': '192.0.2.2' };
      const [failed, refused] = await exhaust((n) => replicas[n % 2]!.call('POST', '/session', undefined, there, body));
      expect([failed, ((await refused.json()) as any).retry_after]).toEqual([5, 10]);
    });
  },
);

describe('without the store', () => {
  const works = async (place: Replica) => {
    const user = await kontor.as(['administrator']);
    const [reads] = await exhaust((n) => place.call('GET', '/tags', user.token, { 'X-Turn': String(n) }));
    within(reads, rates.read);
    const body = { email: `${user.id}@example.de`, password: 'falsch' };
    const from = { 'X-Forwarded-For': `192.0.2.${Math.floor(Math.random() * 200) + 10}` };
    const [failed] = await exhaust(() => place.call('POST', '/session', undefined, from, body));
    expect(failed).toBe(5);
  };

  test('each process counts for itself, and people go on working: PostgreSQL', async () => {
    const place = await replica();
    await kontor.owner.query('ALTER TABLE rate_limits RENAME TO rate_limits_away');
    try {
      await works(place);
    } finally {
      await kontor.owner.query('ALTER TABLE rate_limits_away RENAME TO rate_limits');
      await place.stop();
    }
  });

  test('each process counts for itself, and people go on working: Redis that is not there', async () => {
    const place = await replica(`redis://127.0.0.1:${await freePort()}`);
    await works(place);
    await place.stop();
  });

  if (server)
    test('a Redis that goes away and comes back is used again', async () => {
      const port = await freePort();
      const first = await startRedis(server, port);
      const replicas = [await replica(first.url), await replica(first.url)];
      await first.stop();
      await works(replicas[0]!);
      const second = await startRedis(server, port);
      await new Promise((done) => setTimeout(done, 2500)); // it is looked for at growing intervals, two seconds at most
      const user = await kontor.as(['administrator']);
      within((await exhaust((n) => replicas[n % 2]!.call('GET', '/tags', user.token)))[0], rates.read);
      for (const one of replicas) await one.stop();
      await second.stop();
    });
});
