import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { kindOf, propertiesOf, type Resource } from '@kontor/shared';
import { specimenModel as model } from '@kontor/shared/testing/specimens';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestKontor } from '../testing/harness.ts';
import { isWritable, Records, served } from '../testing/records.ts';
import { startSpecimens } from '../testing/specimens.ts';

/** 1,000 requests in `npm test`, more in the long run. */
const runs = Number(process.env.FUZZ_RUNS ?? 1000);
const atOnce = 8;

let kontor: TestKontor;
let token: string;
let ids: string[] = [];
/** Bodies that would be accepted, to be spoilt. */
const bodies = new Map<string, object>();
const resources = served(model);
/** Records by resource. */
const known = new Map<string, string>();
beforeAll(async () => {
  kontor = await startSpecimens();
  await refill();
});
afterAll(() => kontor.stop());

/** A signed-in administrator and a few records: the fuzz deletes what it finds, itself included. */
async function refill(): Promise<void> {
  const admin = await kontor.as(['administrator']);
  token = admin.token;
  const records = new Records(kontor, admin);
  for (const resource of resources.filter(isWritable)) bodies.set(resource.name, await records.body(resource));
  for (const resource of resources) {
    if (resource.name === 'audit_entries') known.set(resource.name, (await admin('GET', '/audit_entries')).body[0].id);
    else known.set(resource.name, (await records.create(resource)).id);
  }
  ids = [...known.values()];
}

interface Hostile {
  method: string;
  path: string;
  body?: string | Buffer;
  headers: Record<string, string>;
}

const nasty = fc.oneof(
  fc.constantFrom(
    '\0',
    'a\0b',
    '\ud800',
    '',
    ' ',
    "'",
    '"',
    "'; DROP TABLE users; --",
    '%',
    '\\',
    '{{x}}',
    '__proto__',
    'constructor',
    'toString',
    'NaN',
    '1e999',
    '9'.repeat(400),
    '2026-02-30',
    '0000-00-00T00:00:00Z',
    '00000000-0000-0000-0000-000000000000',
    'ü'.repeat(5000),
    '😀'.repeat(300),
    '%E0%A4%A',
    '../../etc/passwd',
    'kontor:required',
    'kontor:minimum:{',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const scalar = fc.oneof(
  nasty,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, -0, 1e308),
);
const deep = fc.integer({ min: 5, max: 5000 }).map((n) => `${'['.repeat(n)}${']'.repeat(n)}`);
const value = fc.oneof(
  { weight: 3, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.dictionary(nasty, scalar, { maxKeys: 3 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);
/** Values that are nearly right: samples, existing ids. */
const likely = (resource: Resource, name: string) => {
  const field = propertiesOf(resource).get(name)?.field;
  const { valid, invalid } = field ? kindOf(field).samples(field) : { valid: [], invalid: [] };
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...valid.map((s) => s.in), ...invalid, null) },
    { weight: 2, arbitrary: fc.nat().map((i) => ids[i % ids.length]) },
    { weight: 2, arbitrary: value },
  );
};
const propertyName = (resource: Resource) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...propertiesOf(resource).keys(), 'version') },
    { weight: 1, arbitrary: nasty },
  );
const object = (resource: Resource) =>
  fc
    .array(
      propertyName(resource).chain((name) => likely(resource, name).map((v) => [name, v] as const)),
      { maxLength: 3 },
    )
    .chain((entries) =>
      fc.boolean().map((whole) => ({
        ...(whole ? bodies.get(resource.name) : { version: 1 }),
        ...Object.fromEntries(entries),
      })),
    );
const filter = (resource: Resource) =>
  fc
    .array(
      fc
        .tuple(
          fc.oneof(propertyName(resource), fc.constantFrom('q', '_trash', 'id', 'created_by.name', 'customer_id.name')),
          fc.constantFrom('', '_gte', '_lt', '_ilike', '_like', '_null', '_has', '_x', '.id', '.name_ilike'),
        )
        .chain(([name, suffix]) => likely(resource, name).map((v) => [`${name}${suffix}`, v] as const)),
      { maxLength: 2 },
    )
    .map((entries) => Object.fromEntries(entries));
const list = (resource: Resource) => fc.array(fc.oneof(propertyName(resource), scalar), { maxLength: 4 });
const query = (resource: Resource) => {
  const json = (arbitrary: fc.Arbitrary<unknown>) =>
    fc.oneof(
      { weight: 8, arbitrary: arbitrary.map((v) => encodeURIComponent(wellFormed(JSON.stringify(v) ?? ''))) },
      { weight: 1, arbitrary: fc.constantFrom('{', '[', 'null', '"x"', '1', '%', '%00', '[[[[', '{"a":', 'undefined') },
      { weight: 1, arbitrary: deep },
    );
  const range = fc.oneof(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 99 })), fc.array(scalar));
  const parts: Record<string, fc.Arbitrary<string>> = {
    filter: json(fc.oneof({ weight: 5, arbitrary: filter(resource) }, { weight: 1, arbitrary: value })),
    sort: json(fc.oneof(fc.tuple(propertyName(resource), fc.constantFrom('ASC', 'DESC', 'x')), value)),
    range: json(range),
    embed: json(list(resource)),
    group: json(
      fc.array(
        fc.tuple(propertyName(resource), fc.constantFrom('', ':month', ':x')).map((p) => p.join('')),
        { maxLength: 3 },
      ),
    ),
    measures: json(
      fc.array(
        fc.tuple(fc.constantFrom('sum', 'avg', 'min', 'max', 'x'), propertyName(resource)).map((p) => p.join(':')),
        { maxLength: 3 },
      ),
    ),
    q: nasty.map((text) => encodeURIComponent(wellFormed(text))),
    purge: fc.constantFrom('true', 'x'),
    dry_run: fc.constantFrom('true', 'x'),
    mapping: json(fc.dictionary(nasty, propertyName(resource), { maxKeys: 3 })),
    format: fc.constantFrom('csv', 'xlsx', 'x'),
    columns: json(list(resource)),
  };
  return fc
    .subarray(Object.keys(parts), { maxLength: 3 })
    .chain((names) => fc.tuple(...names.map((name) => parts[name]!.map((text) => `${name}=${text}`))))
    .map((pairs) => pairs.join('&'));
};
const wellFormed = (text: string) => text.toWellFormed();

/** A place below a resource. */
const place = (resource: Resource) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    { weight: 3, arbitrary: fc.constant(0).map(() => `/${known.get(resource.name)}`) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '/aggregate',
        '/restore',
        '/duplicates',
        '/completed',
        '/export',
        '/import',
        '/import/preview',
        '/x/history',
      ),
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom('history', 'restore', 'content', 'actions', ...actionsOf(resource))
        .map((verb) => `/${known.get(resource.name)}/${verb}`),
    },
    { weight: 1, arbitrary: nasty.map((text) => `/${encodeURIComponent(wellFormed(text)).slice(0, 300)}`) },
    { weight: 1, arbitrary: fc.constantFrom('/%00', '/%E0%A4%A', '//', '/..%2f..', '/%2e%2e/', '/;x', '/%ff') },
  );
const actionsOf = (resource: Resource) =>
  [...Object.keys(resource.workflow?.transitions ?? {}), ...Object.keys(resource.actions ?? {}), '__proto__'].map(
    (name) => `actions/${name}`,
  );

const headers = fc.record(
  {
    Accept: fc.constantFrom('application/json', 'text/html', '*/*;q=nan', 'x'),
    'Accept-Language': fc.constantFrom('en', 'de', 'fr;q=0.1', ',,;', 'x'.repeat(500)),
    'Accept-Encoding': fc.constantFrom('gzip', 'br', 'x', 'gzip;q=2'),
    'X-Request-Id': fc.constantFrom('kurz', '12345678', "'; --", 'x'.repeat(200)),
    'X-Forwarded-For': fc.constantFrom('1.2.3.4', 'x', '::1, ::2'),
    'X-File-Name': fc.constantFrom('a.png', '%00', '%E0%A4%A', '..%2F..%2Fx', 'x'.repeat(400)),
    Origin: fc.constantFrom('null', 'https://evil.example', 'http://', 'x'),
    Cookie: fc.constantFrom('kontor_x=1', '=;=', `a=${'b'.repeat(2000)}`),
    'If-None-Match': fc.constantFrom('W/"x"'),
    Range: fc.constantFrom('bytes=0-', 'bytes=9-1', 'x'),
  },
  { requiredKeys: [] },
);
const contentType = fc.oneof(
  { weight: 12, arbitrary: fc.constant('application/json') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'text/plain',
      'application/json; charset=utf-16',
      'application/json; charset=x',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/csv',
      'x',
    ),
  },
);

/** Among the hostile ones, requests as people send them. */
const harmless: fc.Arbitrary<Hostile> = fc.nat().map((n) => ({
  method: 'POST',
  path: '/api/v1/tags',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ name: `Schlagwort ${n}` }),
}));

const nastyRequest: fc.Arbitrary<Hostile> = fc.constantFrom(...resources).chain((resource) =>
  fc
    .record({
      method: fc.constantFrom(
        'GET',
        'GET',
        'GET',
        'POST',
        'POST',
        'PUT',
        'PUT',
        'PATCH',
        'DELETE',
        'OPTIONS',
        'HEAD',
        'REPORT',
      ),
      base: fc.oneof(
        { weight: 12, arbitrary: fc.constant(`/api/v1/${resource.name}`) },
        {
          weight: 2,
          arbitrary: fc.constantFrom(
            '/api/v1/session',
            '/api/v1/session/refresh',
            '/api/v1/search',
            '/api/v1/tickets',
            '/api/v1/files',
            '/api/v1/__proto__',
            '/api/v1/credentials',
            '/api/openapi.json',
            '/api',
            '/health/ready',
            '//',
          ),
        },
      ),
      place: place(resource),
      query: query(resource),
      body: fc.option(
        fc.oneof(
          { weight: 8, arbitrary: object(resource).map((v) => JSON.stringify(v)) },
          { weight: 2, arbitrary: value.map((v) => JSON.stringify(v) ?? '') },
          { weight: 1, arbitrary: deep },
          {
            weight: 1,
            arbitrary: fc.constantFrom(
              '{',
              '{"a":1,}',
              '\ufeff{}',
              '{"version":1,"__proto__":{"name":"x"}}',
              '"x"',
              'null',
              'NaN',
            ),
          },
          { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)) },
        ),
        { freq: 6 },
      ),
      headers,
      type: contentType,
    })
    .map(({ method, base, place, query, body, headers, type }) => ({
      method,
      path: `${base}${place}${query ? `?${query}` : ''}`,
      headers: { ...headers, ...(body === null ? {} : { 'Content-Type': type }) },
      ...(body === null || method === 'HEAD' ? {} : { body }),
    })),
);

const hostile = fc.oneof({ weight: 40, arbitrary: nastyRequest }, { weight: 1, arbitrary: harmless });

/** Sends a request as it is; `fetch` would tidy it up. */
function send(one: Hostile): Promise<{ status: number; text: string }> {
  const { port } = kontor.running;
  return new Promise((done, fail) => {
    const body = one.body === undefined ? undefined : Buffer.from(one.body as string);
    const request = httpRequest(
      {
        port,
        host: '127.0.0.1',
        method: one.method,
        path: one.path,
        headers: {
          Authorization: `Bearer ${token}`,
          ...one.headers,
          ...(body ? { 'Content-Length': body.length } : {}),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('latin1') }),
        );
        response.on('error', (error) => fail(new Error(`${error.message}: ${JSON.stringify(one)}`)));
      },
    );
    request.setTimeout(20_000, () => request.destroy(new Error('no answer within 20 s')));
    request.on('error', (error) => fail(new Error(`${error.message}: ${JSON.stringify(one)}`)));
    request.end(body);
  });
}

/** Everything that must not leave the server. */
const driverText = /postgres|syntax error|relation "|column .* does not exist|pg_|"stack"|\bat .*\.ts/i;

test(`${runs} hostile requests: never 5xx, never the words of the driver, and Kontor lives on`, async () => {
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, { minLength: atOnce, maxLength: atOnce }), async (batch) => {
      const answers = await Promise.all(batch.map(async (one) => ({ one, answer: await send(one) })));
      for (const { one, answer } of answers) {
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status >= 500) throw new Error(`${answer.status} ${answer.text} for ${JSON.stringify(one)}`);
        if (answer.status >= 400 && answer.status !== 404 && driverText.test(answer.text))
          throw new Error(`driver text in ${answer.text} for ${JSON.stringify(one)}`);
      }
      if (answers.some(({ answer }) => answer.status === 401)) await refill();
    }),
    {
      numRuns: Math.ceil(runs / atOnce),
      ...(process.env.FUZZ_SEED ? { seed: Number(process.env.FUZZ_SEED) } : {}),
      endOnFailure: true,
    },
  );
  // the fuzz reaches deep enough to mean something
  for (const status of [200, 201, 400, 404, 422]) expect([status, statuses.get(status) ?? 0]).not.toEqual([status, 0]);
  expect((await kontor.anonymous('GET', '/health/ready')).status).toBe(200);
  await refill();
  const { rows } = await kontor.owner.query('SELECT count(*)::int AS users FROM users');
  expect(rows[0].users).toBeGreaterThan(1);
}, 3_600_000);

test('bytes that are no HTTP end in 400 or a closed connection', async () => {
  const samples = [
    'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n',
    'GET /api/v1/customers\0 HTTP/1.1\r\n\r\n',
    '\x16\x03\x01\x02\x00\x01',
    'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\nzzzz',
    `GET /${'x'.repeat(200_000)} HTTP/1.1\r\n\r\n`,
  ];
  for (const sample of samples) {
    const answer = await new Promise<string>((done) => {
      let text = '';
      const socket = connect(kontor.running.port, '127.0.0.1', () => socket.write(sample, 'latin1'));
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1');
      });
      socket.on('error', () => done(text));
      socket.on('close', () => done(text));
    });
    expect(answer === '' || /^HTTP\/1\.1 4\d\d/.test(answer)).toBe(true);
  }
  expect((await kontor.anonymous('GET', '/health/ready')).status).toBe(200);
});
