import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { grantsOf } from '@kontor/shared';
import { model } from '@kontor/shared/modules/index';
import express from 'express';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Access } from '../engine/access.ts';
import { diskStore } from '../services/content/disk.ts';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { Records, trail } from '../testing/records.ts';
import { accessLog } from './access_log.ts';
import { fileRoutes } from './files.ts';
import { problems } from './problems.ts';
import { recordRoutes } from './records.ts';
import { transferRoutes } from './transfer.ts';
import { versionRoutes } from './versions.ts';

let kontor: TestKontor;
let records: Records;
beforeAll(async () => {
  kontor = await startTestKontor();
  records = new Records(kontor);
});
afterAll(() => kontor.stop());

const events = (operation: string, who: string | null) =>
  trail(kontor, 'operation = $1 AND created_by IS NOT DISTINCT FROM $2', [operation, who]);

test('signing in, failing and signing out', async () => {
  const user = await kontor.as(['employee']);
  const email = `${user.id}@example.de`;
  const [entry] = await events('sign_in', user.id);
  expect(entry).toMatchObject({
    resource: 'users',
    record_id: user.id,
    record_version: null,
    origin: 'api',
    address: '127.0.0.1',
    after: { session: expect.any(String), device: 'node' },
  });
  await kontor.anonymous('POST', '/session', { email, password: 'falsch geraten' });
  await kontor.anonymous('POST', '/session', { email: 'mein geheimes Passwort', password: 'x' });
  await kontor.anonymous('POST', '/session', { email: 'niemand@example.de', password: 'x\u0000\ud800' });
  const failed = await events('sign_in_failed', null);
  expect(failed.map((row) => [row.record_id, row.after])).toEqual([
    [user.id, { email }],
    [null, { email: null }],
    [null, { email: 'niemand@example.de' }],
  ]);
  expect(JSON.stringify(failed)).not.toMatch(/geheim|falsch/);
  const answer = await fetch(`${kontor.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: 'ein sehr langes Testpasswort' }),
  });
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  await user('DELETE', '/session/devices');
  await fetch(`${kontor.url}/api/v1/session`, { method: 'DELETE', headers: { cookie } });
  await kontor.anonymous('DELETE', '/session', undefined, { cookie: cookie.replace(/\..*/, '.falsch') });
  expect((await events('security', user.id)).map((row) => row.after.event)).toEqual(['devices_signed_out']);
  expect(await events('sign_out', user.id)).toHaveLength(0); // that device had been signed out already
  expect((await kontor.admin('GET', `/users/${user.id}/history`)).body).toEqual([]); // events are no versions
});

test('signing out of the own device', async () => {
  const user = await kontor.as(['employee']);
  const answer = await fetch(`${kontor.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: `${user.id}@example.de`, password: 'ein sehr langes Testpasswort' }),
  });
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  await fetch(`${kontor.url}/api/v1/session`, { method: 'DELETE', headers: { cookie } });
  expect(await events('sign_out', user.id)).toMatchObject([
    { record_id: user.id, after: { session: expect.any(String) } },
  ]);
});

test('exports and imports say how much, and in what way records were changed', async () => {
  const user = await kontor.as(['administrator']);
  const content = 'Name;Status\nEingelesen GmbH;Aktiv\nEingelesen AG;Aktiv\n';
  const imported = await user('POST', '/customers/import', new TextEncoder().encode(content), {
    'Content-Type': 'text/csv',
  });
  expect([imported.status, imported.body.created]).toEqual([200, 2]);
  const dry = await user('POST', '/customers/import?dry_run=true', new TextEncoder().encode(content));
  expect(dry.status).toBe(200);
  expect(await events('import', user.id)).toMatchObject([
    {
      resource: 'customers',
      origin: 'import',
      after: { rows: 2, created: 2, columns: { Name: 'name', Status: 'status' }, mode: 'all' },
    },
  ]);
  const created = await events('create', user.id);
  expect(created.map((row) => row.origin)).toEqual(['import', 'import']);
  const filter = JSON.stringify({ id: created.map((row) => row.record_id) });
  await user('PUT', `/customers?filter=${filter}`, { status: 'inactive' });
  expect((await events('update', user.id)).map((row) => row.origin)).toEqual(['bulk', 'bulk']);
  await user('PUT', `/customers/${created[0]!.record_id}`, { version: 2, status: 'active' });
  expect((await events('update', user.id)).map((row) => row.origin)).toEqual(['bulk', 'bulk', 'api']);
  const told = (await user('GET', `/customers/${created[0]!.record_id}/history`)).body;
  expect(told.map((entry: { origin: string; key: unknown }) => [entry.origin, entry.key])).toEqual([
    ['api', null],
    ['bulk', null],
    ['import', null],
  ]);
  const exported = await user('GET', `/customers/export?columns=["name"]&filter=${filter}`);
  expect(exported.status).toBe(200);
  expect(await events('export', user.id)).toMatchObject([
    { resource: 'customers', after: { columns: ['name'], count: 2, filter: { id: expect.any(Array) } } },
  ]);
});

test('refused attempts: the first at once, and not one entry for each of a thousand', async () => {
  const user = await kontor.as(['employee']);
  const customer = await records.create(model.get('customers'));
  for (let n = 0; n < 5; n++)
    expect((await user('PUT', `/customers/${customer.id}`, { version: 1, name: 'x' })).status).toBe(403);
  expect((await user('GET', '/audit_entries')).status).toBe(403);
  // the answer does not wait for its entry
  await vi.waitFor(
    async () =>
      expect(await events('denied', user.id)).toMatchObject([
        {
          resource: 'customers',
          record_id: customer.id,
          after: { method: 'PUT', path: `/api/v1/customers/${customer.id}` },
        },
        { resource: 'audit_entries', record_id: null, after: { method: 'GET' } },
      ]),
    { timeout: 30_000 },
  );
});

test('who must be seen reading has an entry for each read, before the answer', async () => {
  const { engine } = kontor.running;
  const id = crypto.randomUUID();
  const actor = {
    id,
    name: 'Prüferin',
    language: 'de' as const,
    roles: ['auditor'],
    grants: grantsOf(['auditor']),
    brand_ids: [],
    logs_access: true,
    impersonator: kontor.admin.id,
    api_key: { id: crypto.randomUUID(), name: 'Prüfung' },
  };
  const app = express();
  app.set('query parser', 'simple');
  app.use((_request, response, next) => {
    response.locals.access = new Access(engine.model, actor);
    response.locals.requestId = 'request-7';
    next();
  });
  app.use(accessLog(engine));
  const folder = join(kontor.home, 'files');
  fileRoutes(app as never, engine, { store: diskStore(folder), folder, limit: 1_000_000 });
  transferRoutes(app as never, engine);
  recordRoutes(app as never, engine);
  versionRoutes(app as never, engine);
  app.use(problems(engine.model, pino({ level: 'silent' })));
  const server: Server = createServer(app).listen(0);
  try {
    const base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    const customer = await records.create(model.get('customers'));
    const file = await kontor.admin('POST', '/files', new TextEncoder().encode('Inhalt'), {
      'Content-Type': 'text/plain',
      'X-File-Name': 'a.txt',
    });
    const filter = encodeURIComponent(JSON.stringify({ id: [customer.id] }));
    const seen: unknown[] = [];
    for (const path of [
      `/customers?filter=${filter}`,
      `/customers/${customer.id}?ticket=geheim`,
      `/customers/${customer.id}/history`,
      '/search?q=GmbH',
      `/customers/aggregate?measures=${encodeURIComponent('["count"]')}`,
      `/files/${file.body.id}/content`,
      `/customers/export?filter=${filter}`,
      '/customers?filter={',
    ]) {
      const answer = await fetch(base + path);
      await answer.text();
      const rows = await trail(kontor, 'created_by = $1', [id]);
      seen.push([answer.status, rows.length, rows.at(-1)?.operation]);
    }
    expect(seen).toEqual([
      [200, 1, 'read'],
      [200, 2, 'read'],
      [200, 3, 'read'],
      [200, 4, 'read'],
      [200, 5, 'read'],
      [200, 6, 'read'],
      [200, 7, 'export'],
      [400, 7, 'export'],
    ]);
    const rows = await trail(kontor, 'created_by = $1', [id]);
    expect(rows[0]).toMatchObject({
      resource: 'customers',
      record_id: null,
      request_id: 'request-7',
      impersonator: kontor.admin.id,
      actor_key: `${actor.api_key.id} Prüfung`,
      after: { path: '/customers', query: { filter: expect.any(String) }, count: 1, ids: [customer.id] },
    });
    expect(rows[1]).toMatchObject({ record_id: customer.id, after: { path: `/customers/${customer.id}` } });
    expect(rows[5]).toMatchObject({ resource: 'files', record_id: file.body.id });
    expect(JSON.stringify(rows)).not.toContain('geheim');
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
