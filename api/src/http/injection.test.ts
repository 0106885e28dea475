import { get } from 'node:http';
import { propertiesOf, type Resource } from '@kontor/shared';
import { specimenModel as model } from '@kontor/shared/testing/specimens';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, TestKontor } from '../testing/harness.ts';
import { isWritable, Records, served } from '../testing/records.ts';
import { startSpecimens } from '../testing/specimens.ts';
import { expectWithin } from '../testing/within.ts';

// What is attacked elsewhere: broken and hostile requests by chance in fuzz.test.ts, uploads in files.test.ts, bombs in
// import.test.ts, tokens in session.test.ts, guessing in lockout.test.ts, foreign brands in laws/isolation.test.ts.

let kontor: TestKontor;
let records: Records;
beforeAll(async () => {
  kontor = await startSpecimens();
  records = new Records(kontor);
});
afterAll(() => kontor.stop());

const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));
const long = process.env.KONTOR_LONG === '1';
const all = served(model).map((resource) => [resource.name, resource] as const);
const writable = all.filter(([, resource]) => isWritable(resource));

/** SQL that would wait, change, or tell what nobody may read, wherever it were taken for SQL. */
const injections = [
  `name" FROM users; SELECT pg_sleep(5); --`,
  `'; SELECT pg_sleep(5); --`,
  `id) OR (SELECT count(*) FROM credentials) > (0`,
  `(SELECT password_hash FROM credentials LIMIT 1)`,
  `x' UNION SELECT password_hash, NULL FROM credentials --`,
  `\\'; UPDATE roles SET requires_second_factor = true; --`,
  `$1; DROP TABLE tags; --`,
];

describe('SQL stays text', () => {
  let before: unknown;
  const secrets = async () =>
    (
      await kontor.owner.query(
        'SELECT (SELECT count(*) FROM pg_tables) AS tables, (SELECT array_agg(password_hash ORDER BY id) FROM credentials) AS hashes, (SELECT array_agg(role_id::text ORDER BY id) FROM user_roles WHERE user_id = $1) AS roles',
        [kontor.admin.id],
      )
    ).rows[0];
  beforeAll(async () => {
    before = await secrets();
  });

  /** Places where a request names columns: nothing but a declared name gets through. */
  const names = (resource: Resource, sql: string): string[] => [
    `/${resource.name}?sort=${json([sql, 'ASC'])}`,
    `/${resource.name}?sort=${json(['id', sql])}`,
    `/${resource.name}?filter=${json({ [sql]: 1 })}`,
    `/${resource.name}?filter=${json({ [`${sql}_gte`]: 1 })}`,
    `/${resource.name}?filter=${json({ [`created_by.${sql}`]: 1 })}`,
    `/${resource.name}?range=${json([sql, 24])}`,
    `/${resource.name}/aggregate?group=${json([sql])}`,
    `/${resource.name}/aggregate?group=${json([`created_at:${sql}`])}`,
    `/${resource.name}/aggregate?measures=${json([`sum:${sql}`])}`,
    `/${resource.name}/aggregate?measures=${json([`${sql}:created_at`])}`,
    `/${resource.name}/export?columns=${json([sql])}`,
    `/${resource.name}/export?sort=${json([sql, 'ASC'])}`,
  ];
  /** Places that take values: they are compared, and that is all. */
  const values = (resource: Resource, sql: string): string[] => [
    `/${resource.name}?embed=${json([sql])}`, // an unknown name embeds nothing
    `/${resource.name}?filter=${json({ q: sql })}`,
    `/${resource.name}?filter=${json({ id: [sql] })}`,
    `/${resource.name}/${encodeURIComponent(sql)}`,
    ...[...propertiesOf(resource).keys()].map((name) => `/${resource.name}?filter=${json({ [name]: sql })}`),
  ];

  /** Asks and judges: quickly, without an error of ours, without a word of the database. */
  async function judge(path: string, allowed: (status: number) => boolean, send = () => kontor.admin('GET', path)) {
    const from = Date.now();
    const answer: Answer = await send();
    expect([path, answer.status, allowed(answer.status)]).toEqual([path, answer.status, true]);
    expectWithin(4000, from, path);
    expect(JSON.stringify(answer.body)).not.toMatch(/\$argon2|syntax error|pg_catalog|relation "|column "/);
  }

  /** In each place three of the texts, in the next one the following three; all of them where there is time. */
  const tried = (sql: string, place: number) => long || (injections.indexOf(sql) + place) % injections.length < 3;

  test.each(all)('of %s, in every place that names or compares', async (_, resource) => {
    const requests = injections.flatMap((sql) => [
      ...names(resource, sql)
        .filter((_, place) => tried(sql, place))
        .map((path) => () => judge(path, (status) => status >= 400 && status < 500)),
      ...values(resource, sql)
        .filter((_, place) => tried(sql, place))
        .map((path) => () => judge(path, (status) => status < 500)),
    ]);
    const line = requests.values();
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (const request of line) await request();
      }),
    );
  });

  test.each(writable)('of %s, in what is written and imported', async (_, resource) => {
    for (const sql of injections.slice(0, 3)) {
      const body = await records.body(resource);
      const post = (path: string, sent: unknown) =>
        judge(
          path,
          (status) => status < 500,
          () => kontor.admin('POST', path, sent),
        );
      await post(`/${resource.name}`, { ...body, [sql]: 1 });
      for (const name of Object.keys(body)) await post(`/${resource.name}`, { ...body, [name]: sql });
      await post(`/${resource.name}/import?mapping=${json({ [sql]: sql })}&key=${json(sql)}`, `${sql}\n${sql}\n`);
      await post(`/${resource.name}/import/preview`, `"${sql.replaceAll('"', '""')}";b\n1;2\n`);
    }
  });

  test('in the search of everything', async () => {
    for (const sql of injections) await judge(`/search?q=${encodeURIComponent(sql)}`, (status) => status < 500);
  });

  test('and nothing of it was done', async () => {
    expect(await secrets()).toEqual(before);
  });
});

describe('nobody sets what the server sets', () => {
  const forged = () => ({
    id: crypto.randomUUID(),
    version: 99,
    created_at: '2001-01-01T00:00:00.000Z',
    created_by: crypto.randomUUID(),
    updated_at: '2001-01-01T00:00:00.000Z',
    updated_by: crypto.randomUUID(),
    search_text: 'x',
  });
  const stamps = 'id, version, created_by, updated_by, extract(year FROM created_at)::int AS year';
  const row = async (resource: Resource, id: string) =>
    (await kontor.owner.query(`SELECT ${stamps} FROM "${resource.name}" WHERE id = $1`, [id])).rows[0];
  const thisYear = new Date().getFullYear();

  test.each(writable)('of %s, when it is created, changed, changed with others, or imported', async (_, resource) => {
    const body = await records.body(resource);
    for (const [name, value] of Object.entries(forged())) {
      const answer = await kontor.admin('POST', `/${resource.name}`, {
        ...(await records.body(resource)),
        [name]: value,
      });
      if (answer.status !== 201) expect([name, answer.status]).toEqual([name, 422]);
      else {
        expect([name, answer.body[name] === value]).toEqual([name, false]);
        expect(await row(resource, answer.body.id)).toMatchObject({
          version: 1,
          created_by: kontor.admin.id,
          year: thisYear,
        });
      }
    }
    const { id } = (await kontor.admin('POST', `/${resource.name}`, body)).body;
    const before = await row(resource, id);
    for (const [name, value] of Object.entries(forged())) {
      const path = `/${resource.name}/${id}`;
      const version = (await kontor.admin('GET', path)).body.version;
      for (const method of ['PUT', 'PATCH']) {
        const answer = await kontor.admin(method, path, { version, [name]: value });
        expect([name, answer.status < 500]).toEqual([name, true]);
      }
      const bulk = await kontor.admin('PUT', `/${resource.name}?filter=${json({ id: [id] })}`, { [name]: value });
      expect([name, bulk.status < 500]).toEqual([name, true]);
      const sheet = `${name};id\n${value};${id}\n`;
      const mapping = { [name]: name, id: 'id' };
      const imported = await kontor.admin('POST', `/${resource.name}/import?mapping=${json(mapping)}`, sheet);
      expect([name, imported.status < 500]).toEqual([name, true]);
    }
    const after = await row(resource, id);
    expect(after).toMatchObject({ id, created_by: before.created_by, year: thisYear });
    expect(after.version).toBeLessThan(20);
    expect([kontor.admin.id, null]).toContain(after.updated_by);
  });

  test.each(writable.filter(([, { workflow }]) => workflow))('nor the state of %s', async (_, resource) => {
    const { field, initial } = resource.workflow!;
    const { status, body } = await kontor.admin('POST', `/${resource.name}`, await records.body(resource));
    expect(status).toBe(201);
    const others = Object.values(resource.workflow!.transitions)
      .map(({ to }) => to)
      .filter((to) => to !== initial);
    for (const state of new Set(others)) {
      const created = await kontor.admin('POST', `/${resource.name}`, {
        ...(await records.body(resource)),
        [field]: state,
      });
      if (created.status === 201) expect(created.body[field]).toBe(initial);
      const path = `/${resource.name}/${body.id}`;
      for (const method of ['PUT', 'PATCH'])
        expect((await kontor.admin(method, path, { version: body.version, [field]: state })).status).toBe(422);
      await kontor.admin('PUT', `/${resource.name}?filter=${json({ id: [body.id] })}`, { [field]: state });
      expect((await kontor.admin('GET', path)).body[field]).toBe(initial);
    }
  });
});

test('objects keep their prototypes, whatever JSON says', async () => {
  const polluted = ['__proto__', 'constructor', 'prototype'];
  for (const key of polluted) {
    const text = `{"${key}":{"polluted":true,"prototype":{"polluted":true}}}`;
    const nested = `{"name":"x","data":${text}}`;
    for (const body of [text, nested]) {
      for (const path of ['/tags', '/tasks', '/saved_views', '/session', '/tickets', '/tags/duplicates'])
        expect((await kontor.admin('POST', path, body)).status).toBeLessThan(500);
      expect((await kontor.admin('PUT', `/tags/${crypto.randomUUID()}`, body)).status).toBeLessThan(500);
    }
    for (const name of ['filter', 'sort', 'embed', 'range', 'group', 'mapping', `${key}[polluted]`])
      expect((await kontor.admin('GET', `/tags?${name}=${encodeURIComponent(text)}`)).status).toBeLessThan(500);
    expect((await kontor.admin('GET', `/${key}`)).status).toBe(404);
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(([] as unknown as Record<string, unknown>).polluted).toBeUndefined();
});

/** Sends a path as it is: `fetch` would clear it up first. */
const plain = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }>((done, fail) => {
    get(`${kontor.url}/`, { path, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => done({ status: response.statusCode!, text, headers: response.headers }));
    }).once('error', fail);
  });

test('no path leads out of the folders that are served', async () => {
  const steps = [
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '..\\',
    '..%5c',
    '....//',
    '%252e%252e%252f',
    '..%00/',
    '/./../',
  ];
  for (const base of ['/', '/assets/', '/api/', '/api/docs/', '/api/v1/files/', '/api/v1/'])
    for (const step of steps)
      for (const target of ['package.json', 'etc/passwd', 'master.key']) {
        const path = `${base}${step.repeat(8)}${target}`;
        const { status, text } = await plain(path, { Authorization: `Bearer ${kontor.admin.token}` });
        expect([path, status < 500, /root:|"workspaces"|^[0-9a-f]{64}$/.test(text)]).toEqual([path, true, false]);
      }
});

describe('headers', () => {
  const breaks = [
    'a\r\nSet-Cookie: x=1',
    'a%0d%0aSet-Cookie: x=1',
    'a"; filename="b.exe',
    'ä\u0000b\u2028c',
    '..\\..\\x.png',
  ];

  test('of a file are not written by its name', async () => {
    for (const name of breaks) {
      const sent = await kontor.admin('POST', '/files', Buffer.from('hallo'), {
        'Content-Type': 'application/octet-stream',
        'X-File-Name': encodeURIComponent(name),
      });
      expect([name, sent.status]).toEqual([name, 201]);
      const { headers, status } = await kontor.admin('GET', `/files/${sent.body.id}/content`);
      const given = headers.get('content-disposition')!;
      expect([status, headers.get('set-cookie')]).toEqual([200, null]);
      expect(given).toMatch(/^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w.%~!$&+^`|-]*$/);
    }
  });

  test('take over nothing that was sent, but for a harmless request id', async () => {
    for (const id of ['kurz', 'x'.repeat(61), 'a b c d e f', '"; drop', '<script>x</script>', 'a%0d%0ab-c-d']) {
      const { headers } = await plain('/health/live', { 'X-Request-Id': id });
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
    const host = await plain('/nowhere/at/all', { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' });
    expect(JSON.stringify(host)).not.toContain('evil.example');
  });
});

test('patterns to search by cost no more than the search', async () => {
  const bad = [
    '%'.repeat(200),
    `${'a%'.repeat(100)}b`,
    '_'.repeat(200),
    `${'('.repeat(100)}a+)+$`,
    '\\'.repeat(199),
    'a'.repeat(200),
  ];
  await kontor.admin('POST', '/tags', { name: 'a'.repeat(30), description: 'a'.repeat(300) });
  for (const text of bad) {
    for (const path of [
      `/search?q=${encodeURIComponent(text)}`,
      `/tags?filter=${json({ q: text })}`,
      `/tags?filter=${json({ description_ilike: text })}`,
      `/tags?filter=${json({ description_like: text })}`,
    ]) {
      const from = Date.now();
      expect([path, (await kontor.admin('GET', path)).status < 500]).toEqual([path, true]);
      expectWithin(2000, from, path);
    }
  }
  // what we match ourselves
  const from = Date.now();
  await kontor.admin('POST', '/contacts', { email: `${'a.'.repeat(5000)}@`, phone: '+'.repeat(5000), last_name: 'x' });
  await kontor.admin('POST', '/session', { email: `${'a'.repeat(50_000)}@`, password: 'x'.repeat(50_000) });
  await plain('/health/live', { 'Accept-Language': `${','.repeat(8000)}de`, Cookie: `${'; '.repeat(8000)}a=b` });
  await plain(`/api/v1/tags?ticket=${'&ticket='.repeat(3000)}`);
  expectWithin(2000, from);
});

test('texts that repeat themselves do not slow down the search of everybody', async () => {
  const long = 20_000;
  const repeated = (text: string) => text.repeat(long / text.length);
  const bodies = [repeated('ß'), repeated('abab'), repeated('aaaa '), repeated('ab cd '), repeated('ä')];
  for (const body of bodies) await records.create(model.get('notes'), { values: { body } });
  for (const q of ['ßßßß', 'abab', 'aaaa', 'ab cd', 'ääää', 'ß'.repeat(60), 'ababababac', 'a'.repeat(199)])
    for (const path of [`/search?q=${encodeURIComponent(q)}`, `/notes?filter=${json({ q })}`]) {
      const from = Date.now();
      expect([path, (await kontor.admin('GET', path)).status]).toEqual([path, 200]);
      expectWithin(1000, from, path);
    }
  // they are found nevertheless, by their words and by letters at the end
  await records.create(model.get('notes'), { values: { body: `${repeated('Wort ').slice(0, long - 20)} Kehrwoche` } });
  for (const q of ['Kehrwoche', 'kehrwohce', 'woche'])
    expect((await kontor.admin('GET', `/notes?filter=${json({ q })}`)).body).toHaveLength(1);
});
