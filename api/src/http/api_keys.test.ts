import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Caller, TestKontor } from '../testing/harness.ts';
import { startTestKontor } from '../testing/harness.ts';
import { busy, expectWithin } from '../testing/within.ts';

let kontor: TestKontor;
let brands: [string, string];
const log: string[] = [];
beforeAll(async () => {
  kontor = await startTestKontor({ log: (line) => log.push(line) });
  const company = (await kontor.admin('POST', '/companies', { name: 'Firma' })).body.id;
  const brand = async (name: string) =>
    (await kontor.admin('POST', '/brands', { name, company_id: company })).body.id as string;
  brands = [await brand('Nord'), await brand('Süd')];
});
afterAll(() => kontor.stop());

const within = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
/** Asks again until the answer is as expected, for five seconds at most. */
async function soon<T>(ask: () => Promise<T>, expected: T): Promise<void> {
  const from = Date.now();
  while (Date.now() < from + 30_000 && JSON.stringify(await ask()) !== JSON.stringify(expected)) await within(100);
  expectWithin(5000, from);
  expect(await ask()).toEqual(expected);
}

async function makeKey(values: object = {}, as: Caller = kontor.admin) {
  const answer = await as('POST', '/api_keys', {
    name: 'Website',
    permissions: [{ pattern: 'customers.read' }],
    ...values,
  });
  expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
  const issued = await as('POST', `/api_keys/${answer.body.id}/actions/issue`, {});
  const { key, ...record } = issued.body;
  const call = <T = any>(method: string, path: string, body?: unknown, headers = {}): Promise<Answer<T>> =>
    kontor.anonymous(method, path, body, { Authorization: `Bearer ${key}`, ...headers });
  return { key: key as string, record, call };
}
const change = async (id: string, values: object) => {
  const { version } = (await kontor.admin('GET', `/api_keys/${id}`)).body;
  expect((await kontor.admin('PUT', `/api_keys/${id}`, { version, ...values })).status).toBe(200);
};
const customer = async (values: object = {}) =>
  (await kontor.admin('POST', '/customers', { name: 'Müller GmbH', ...values })).body;

describe('a key', () => {
  test('is told once, and kept nowhere', async () => {
    const { key, record, call } = await makeKey();
    expect(key).toMatch(/^kontor_[0-9a-f]{8}_[\w-]{43}$/);
    expect(key.startsWith(`${record.prefix}_`)).toBe(true);
    expect((await call('GET', '/customers')).status).toBe(200);
    expect((await kontor.admin('GET', `/api_keys/${record.id}`)).body).not.toHaveProperty('key');
    const answers = await Promise.all(
      [
        '/api_keys',
        `/api_keys/${record.id}/history`,
        '/api_keys/export?format=csv',
        '/audit_entries?range=[0,200]',
      ].map((path) => kontor.admin('GET', path)),
    );
    const secret = key.slice(-43);
    for (const { body } of answers) expect(JSON.stringify(body)).not.toContain(secret);
    const { rows: tables } = await kontor.owner.query(
      "SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname = 'public'",
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const { rows } = await kontor.owner.query(`SELECT 1 FROM "${name}" t WHERE t::text LIKE '%' || $1 || '%'`, [
        secret,
      ]);
      expect([name, rows.length]).toEqual([name, 0]);
    }
    expect(log.some((line) => line.includes(record.id))).toBe(true);
    expect(log.filter((line) => line.includes(secret))).toEqual([]);
    const { rows } = await kontor.owner.query('SELECT key_hash FROM api_key_secrets WHERE key_id = $1', [record.id]);
    for (const { body } of answers) expect(JSON.stringify(body)).not.toContain(rows[0].key_hash);
  });

  test('that is none, or a changed one, is no key', async () => {
    const { key } = await makeKey();
    const wrong = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A');
    for (const sent of [wrong, key.slice(0, -1), `${key}x`, 'kontor_', `kontor_${'0'.repeat(8)}_${key.slice(-43)}`]) {
      const answer = await kontor.anonymous('GET', '/customers', undefined, { Authorization: `Bearer ${sent}` });
      expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated']);
    }
  });

  test('does what its lines say, and nothing else', async () => {
    const { id } = await customer();
    const { call } = await makeKey();
    expect((await call('GET', `/customers/${id}`)).body.name).toBe('Müller GmbH');
    expect((await call('POST', '/customers', { name: 'Neu' })).status).toBe(403);
    expect((await call('PUT', `/customers/${id}`, { version: 1, name: 'x' })).status).toBe(403);
    expect((await call('GET', '/tasks')).status).toBe(403);
    expect((await call('GET', '/search?q=Müller')).body.map((hit: any) => hit.resource)).toEqual(
      expect.not.arrayContaining(['tasks', 'users']),
    );
    const mute = await makeKey({ permissions: [] });
    expect((await mute.call('GET', '/customers')).status).toBe(403);
  });

  test('leaves its mark in the trail as its owner', async () => {
    const { call } = await makeKey({ permissions: [{ pattern: 'customers' }] });
    const made = await call('POST', '/customers', { name: 'Von der Maschine' });
    expect([made.status, made.body.created_by]).toEqual([201, kontor.admin.id]);
    const told = await kontor.admin('GET', `/customers/${made.body.id}/history`);
    expect(told.body[0]).toMatchObject({ by: { id: kontor.admin.id }, origin: 'api', key: 'Website' });
  });

  test.each([
    ['GET', '/session'],
    ['GET', '/session/devices'],
    ['DELETE', '/session/devices'],
    ['POST', '/session/refresh'],
    ['POST', '/tickets'],
    ['GET', '/api_keys'],
    ['POST', '/api_keys'],
    ['GET', '/api_key_usages'],
    ['POST', '/users'],
    ['POST', '/settings'],
  ])('that may do everything is still refused %s %s', async (method, path) => {
    const { call } = await makeKey({ permissions: [{ pattern: '*', sensitive: true }] });
    const body =
      method === 'POST' ? { path: '/api/v1/customers', name: 'x', email: 'x@example.de', key: 'x' } : undefined;
    expect([401, 403]).toContain((await call(method, path, body)).status);
    expect((await call('GET', '/users')).status).toBe(200);
    const me = `/users/${kontor.admin.id}`;
    expect((await call('PUT', me, { version: 1, name: 'x' })).status).toBe(403);
    expect((await call('POST', `${me}/actions/set_password`, { password: 'ein langes Passwort' })).status).toBe(403);
  });
});

describe('a key never does more than its owner may', () => {
  test('whatever its lines say', async () => {
    const employee = await kontor.as(['employee'], { brand_ids: [brands[0]] });
    const mine = await customer({ brand_ids: [brands[0]] });
    const foreign = await customer({ brand_ids: [brands[1]] });
    const { call } = await makeKey({ owner_id: employee.id, permissions: [{ pattern: '*', sensitive: true }] });
    expect((await call('GET', `/customers/${mine.id}`)).status).toBe(200);
    expect((await call('GET', `/customers/${foreign.id}`)).status).toBe(404);
    expect((await call('POST', '/customers', { name: 'x' })).status).toBe(403);
    expect((await call('GET', '/audit_entries')).status).toBe(403);
  });
});

describe('limits', () => {
  test('of brands count also for an owner who sees all, and never widen', async () => {
    const [north, south] = await Promise.all(brands.map((brand) => customer({ brand_ids: [brand] })));
    const { call } = await makeKey({
      brand_ids: [brands[0]],
      permissions: [{ pattern: 'customers' }, { pattern: 'brands.read' }],
    });
    expect((await call('GET', `/customers/${north.id}`)).status).toBe(200);
    expect((await call('GET', `/customers/${south.id}`)).status).toBe(404);
    expect((await call('POST', '/customers', { name: 'x', brand_ids: [brands[1]] })).status).toBe(422);
    expect((await call('POST', '/customers', { name: 'x' })).status).toBe(403);
    expect((await call('POST', '/customers', { name: 'x', brand_ids: [brands[0]] })).status).toBe(201);
    const employee = await kontor.as(['employee'], { brand_ids: [brands[0]] });
    const both = await kontor.as(['employee'], { brand_ids: brands });
    const narrow = await makeKey({ owner_id: both.id, brand_ids: [brands[0]] });
    expect((await narrow.call('GET', `/customers/${north.id}`)).status).toBe(200);
    expect((await narrow.call('GET', `/customers/${south.id}`)).status).toBe(404);
    const wide = await makeKey({ owner_id: employee.id, brand_ids: [...brands] });
    expect((await wide.call('GET', `/customers/${north.id}`)).status).toBe(200);
    expect((await wide.call('GET', `/customers/${south.id}`)).status).toBe(404);
  });

  test('of rows: only the owner’s own', async () => {
    const [mine, other] = [await customer({ owner_id: kontor.admin.id }), await customer()];
    const { call } = await makeKey({ permissions: [{ pattern: 'customers.read', scope: 'own' }] });
    expect((await call('GET', `/customers/${mine.id}`)).status).toBe(200);
    expect((await call('GET', `/customers/${other.id}`)).status).toBe(404);
  });

  test('of time', async () => {
    const soon = new Date(Date.now() + 1500 * busy()); // it has to be made and used before
    const { call } = await makeKey({ expires_at: soon.toISOString() });
    expect((await call('GET', '/customers')).status).toBe(200);
    await within(soon.getTime() + 100 - Date.now());
    expect((await call('GET', '/customers')).status).toBe(401);
  });

  test('of addresses, versions 4 and 6, whatever the proxy says of an address it does not know', async () => {
    const from = (address: string) => ({ 'X-Forwarded-For': address });
    const { call } = await makeKey({ networks: '192.0.2.0/24\n2001:db8::/32, 198.51.100.7' });
    for (const address of ['192.0.2.99', '::ffff:192.0.2.99', '2001:db8:1::7', '198.51.100.7'])
      expect([address, (await call('GET', '/customers', undefined, from(address))).status]).toEqual([address, 200]);
    for (const address of ['192.0.3.1', '2001:db9::1', '198.51.100.8']) {
      const answer = await call('GET', '/customers', undefined, from(address));
      expect([address, answer.status, answer.body.code]).toEqual([address, 403, 'address_not_permitted']);
    }
    expect((await call('GET', '/customers')).status).toBe(403);
  });
});

test('a key that is switched off, and one whose owner is, are out within five seconds', async () => {
  const employee = await kontor.as(['employee']);
  const [own, theirs] = [await makeKey(), await makeKey({ owner_id: employee.id })];
  for (const { call } of [own, theirs]) expect((await call('GET', '/customers')).status).toBe(200);
  await change(own.record.id, { active: false });
  await kontor.owner.query('UPDATE users SET active = false WHERE id = $1', [employee.id]);
  for (const { call } of [own, theirs]) await soon(async () => (await call('GET', '/customers')).status, 401);
});

describe('who may make keys', () => {
  test('not those who administer nothing', async () => {
    for (const role of ['backoffice', 'employee', 'auditor']) {
      const user = await kontor.as([role]);
      expect([role, (await user('POST', '/api_keys', { name: 'x' })).status]).toEqual([role, 403]);
    }
  });
});

test('use is counted per day, by all servers together', async () => {
  const { record, call } = await makeKey();
  await Promise.all(Array.from({ length: 7 }, () => call('GET', '/customers?range=[0,0]')));
  const filter = encodeURIComponent(JSON.stringify({ key_id: record.id }));
  const usages = async () => (await kontor.admin('GET', `/api_key_usages?filter=${filter}`)).body;
  const counts = async () => (await usages()).map((row: any) => row.count);
  await soon(counts, [7]);
  await call('GET', '/customers?range=[0,0]');
  await soon(counts, [8]);
  const body = await usages();
  expect(body[0].day).toBe(new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Berlin' }).format(new Date()));
  const key = (await kontor.admin('GET', `/api_keys/${record.id}`)).body;
  expect([key.uses, key.version]).toEqual([8, 2]);
  expectWithin(10_000, Date.parse(key.last_used_at));
  const gone = await kontor.admin('DELETE', `/api_keys/${record.id}`);
  expect(gone.status).toBe(200);
});
