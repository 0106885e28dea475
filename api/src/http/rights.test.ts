import { shippedRoles } from '@kontor/shared';
import { model } from '@kontor/shared/modules/index';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '../engine/context.ts';
import { shipRoles } from '../services/shipped_roles.ts';
import { type Caller, startTestKontor, type TestKontor } from '../testing/harness.ts';
import { Records, trail } from '../testing/records.ts';
import { expectWithin } from '../testing/within.ts';

let kontor: TestKontor;
let records: Records;
let brands: string[];
let customers: Row[];
beforeAll(async () => {
  kontor = await startTestKontor();
  records = new Records(kontor);
  brands = [(await records.create(model.get('brands'))).id, (await records.create(model.get('brands'))).id];
  customers = [];
  for (const brand of brands) customers.push(await records.create(model.get('customers'), { brand }));
});
afterAll(() => kontor.stop());

const give = async (user: { id: string }, assignments: object[]) => {
  const { version } = (await kontor.admin('GET', `/users/${user.id}`)).body;
  const answer = await kontor.admin('PUT', `/users/${user.id}`, { version, assignments });
  expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
};
/** Soon, because another process would hear of it the same way. */
async function soon(ask: () => Promise<unknown>, expected: unknown): Promise<void> {
  const from = Date.now();
  for (;;) {
    const answer = await ask();
    if (JSON.stringify(answer) === JSON.stringify(expected) || Date.now() > from + 30_000) {
      expect(answer).toEqual(expected);
      expectWithin(2000, from);
      return;
    }
    await new Promise((done) => setTimeout(done, 20));
  }
}
const sees = async (user: Caller) => {
  const seen: string[] = (await user('GET', '/customers?range=[0,99]')).body.map?.((row: Row) => row.id) ?? [];
  return customers.map(({ id }) => seen.includes(id));
};
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('roles of a user', () => {
  test('count in their brand, and only there', async () => {
    const user = await kontor.as([]);
    expect(await sees(user)).toEqual([false, false]);
    await give(user, [{ role_id: shippedRoles.backoffice.id, brand_id: brands[1] }]);
    await soon(() => sees(user), [false, true]);
    const change = (row: Row) => user('PUT', `/customers/${row.id}`, { version: 1, remarks: 'neu' });
    expect([(await change(customers[0]!)).status, (await change(customers[1]!)).status]).toEqual([404, 200]);
  });

  test('count from and until a day', async () => {
    const user = await kontor.as([], { brand_ids: brands });
    const role_id = shippedRoles.backoffice.id;
    await give(user, [{ role_id, valid_to: day(-2) }]);
    await soon(() => sees(user), [false, false]);
    await give(user, [{ role_id, valid_from: day(2) }]);
    await soon(() => sees(user), [false, false]);
    await give(user, [{ role_id, valid_from: day(-2), valid_to: day(2) }]);
    await soon(() => sees(user), [true, true]);
  });

  test('are for administrators to give: others read them at most, and a person does not raise themselves', async () => {
    const clerk = await kontor.as(['backoffice'], { brand_ids: brands });
    const body = { version: 1, assignments: [{ role_id: shippedRoles.administrator.id }] };
    expect((await clerk('PUT', `/users/${clerk.id}`, body)).status).toBe(403);
    expect((await clerk('GET', '/roles')).status).toBe(403);
    const helper = await kontor.admin('POST', '/roles', {
      name: 'Pflegt Benutzer',
      permissions: [{ pattern: 'users.read' }, { pattern: 'users.update' }],
    });
    const user = await kontor.as([helper.body.id]);
    const refused = await user('PUT', `/users/${user.id}`, body);
    expect([refused.status, Object.keys(refused.body.errors)]).toEqual([422, ['assignments']]);
    expect((await user('GET', `/users/${user.id}`)).body).not.toHaveProperty('role_ids');
    expect((await user('GET', '/user_roles')).status).toBe(403);
  });
});

describe('roles', () => {
  test('speak of what exists, and say at the line what does not', async () => {
    const refused = await kontor.admin('POST', '/roles', {
      name: 'Falsch',
      permissions: [{ pattern: '*.read' }, { pattern: 'custmers.read' }, { pattern: '*.read', scope: 'brnd' }],
    });
    expect([refused.status, refused.body.errors.permissions.map((e: object | null) => e && Object.keys(e))]).toEqual([
      422,
      [null, ['pattern'], ['scope']],
    ]);
  });

  test('take effect at once, also on those who are signed in; a denial wins', async () => {
    const { body: role } = await kontor.admin('POST', '/roles', {
      name: 'Kundenleser',
      permissions: [{ pattern: 'customers.read' }],
    });
    const user = await kontor.as([role.id]);
    expect(await sees(user)).toEqual([true, true]);
    const permissions = [...role.permissions, { pattern: '*', effect: 'deny' }];
    const { status } = await kontor.admin('PUT', `/roles/${role.id}`, { version: role.version, permissions });
    expect(status).toBe(200);
    await soon(() => sees(user), [false, false]);
  });

  test('that are shipped know whether they differ, follow new versions until then, and can be reset', async () => {
    const path = `/roles/${shippedRoles.warehouse.id}`;
    const { body: role } = await kontor.admin('GET', path);
    expect([role.changed, (await kontor.admin('DELETE', path)).body.code]).toEqual([false, 'not_deletable']);
    const permissions = role.permissions.slice(1);
    const { body: changed } = await kontor.admin('PUT', path, { version: role.version, permissions });
    expect(changed.changed).toBe(true);
    await shipRoles(kontor.running.engine);
    expect((await kontor.admin('GET', path)).body.permissions).toHaveLength(permissions.length);
    const { body: reset } = await kontor.admin('POST', `${path}/actions/reset`, { version: changed.version });
    expect([reset.changed, reset.permissions.length]).toEqual([false, role.permissions.length]);
    // an older version wrote something else
    await kontor.owner.query('DELETE FROM role_permissions WHERE role_id = $1', [role.id]);
    await shipRoles(kontor.running.engine);
    expect((await kontor.admin('GET', path)).body.permissions).toHaveLength(role.permissions.length);
  });

  test('may let something be read with no list of its own: the search leaves it out, until another role finds it', async () => {
    const path = `/roles/${shippedRoles.trainer.id}`;
    const { body: role } = await kontor.admin('GET', path);
    const places = role.permissions.find((line: Row) => line.pattern === 'locations.read');
    expect([role.changed, places.aside]).toEqual([false, true]);
    const place = await records.create(model.get('locations'), { values: { name: 'Zwirnhalle am Kanal' } });
    const user = await kontor.as(['trainer']);
    const found = async (by = user) => (await by('GET', '/search?q=Zwirnhalle')).body.map((hit: Row) => hit.id);
    expect(await found()).toEqual([]);
    expect((await user('GET', `/locations/${place.id}`)).body.name).toBe('Zwirnhalle am Kanal');
    const listed = role.permissions.map((line: Row) => (line === places ? { ...line, aside: false } : line));
    const { body: changed } = await kontor.admin('PUT', path, { version: role.version, permissions: listed });
    expect(changed.changed).toBe(true);
    await soon(() => found(), [place.id]);
    await kontor.admin('POST', `${path}/actions/reset`, { version: changed.version });
    await soon(() => found(), []);
    expect(await found(await kontor.as(['trainer', 'auditor']))).toEqual([place.id]);
  });
});

describe('a share', () => {
  const share = (by: Caller, row: Row, more: object) =>
    by('POST', '/record_grants', { subject_resource: 'customers', subject_id: row.id, ...more });

  test('shows one record, lets it be changed when it says so, and ends', async () => {
    const user = await kontor.as([]);
    const [row] = customers as [Row];
    const change = async () => {
      const { version } = (await kontor.admin('GET', `/customers/${row.id}`)).body;
      return (await user('PUT', `/customers/${row.id}`, { version, remarks: `${Math.random()}` })).status;
    };
    const { body: shared } = await share(kontor.admin, row, { user_id: user.id });
    await soon(() => sees(user), [true, false]);
    expect(await change()).toBe(403);
    await kontor.admin('PUT', `/record_grants/${shared.id}`, { version: 1, level: 'edit' });
    await soon(change, 200);
    await kontor.admin('PUT', `/record_grants/${shared.id}`, { version: 2, valid_to: day(-2) });
    await soon(() => sees(user), [false, false]);
  });

  test('reaches everybody with a role', async () => {
    const { body: role } = await kontor.admin('POST', '/roles', { name: 'Beirat', permissions: [] });
    const user = await kontor.as([role.id]);
    await share(kontor.admin, customers[1]!, { role_id: role.id });
    await soon(() => sees(user), [false, true]);
  });

  test('gives no more than the one who shares has, and nothing of what they do not see', async () => {
    const clerk = await kontor.as(['backoffice'], { brand_ids: [brands[0]!] });
    const hidden = await share(clerk, customers[1]!, { user_id: clerk.id });
    expect([hidden.status, Object.keys(hidden.body.errors)]).toEqual([422, ['subject_id']]);
    await share(kontor.admin, customers[1]!, { user_id: clerk.id });
    await soon(() => sees(clerk), [true, true]);
    const raised = await share(clerk, customers[1]!, { user_id: clerk.id, level: 'edit' });
    expect([raised.status, Object.keys(raised.body.errors)]).toEqual([422, ['level']]);
  });
});

describe('looking at Kontor as somebody else', () => {
  const as = (token: string) => (method: string, path: string, body?: unknown) =>
    kontor.anonymous(method, path, body, { Authorization: `Bearer ${token}` });

  test('shows what they see, changes nothing, and is in the trail', async () => {
    const clerk = await kontor.as(['backoffice'], { brand_ids: [brands[0]!] });
    const view = await kontor.admin('POST', '/session/view', { user_id: clerk.id });
    expect(view.status).toBe(200);
    const viewed = as(view.body.access_token);
    expect(await sees(viewed as Caller)).toEqual([true, false]);
    const { id, version } = customers[0]!;
    for (const [method, path, body] of [
      ['PUT', `/customers/${id}`, { version, remarks: 'x' }],
      ['POST', '/customers', { name: 'x' }],
      ['DELETE', `/customers/${id}`],
      ['POST', '/customers/import', {}],
      ['GET', '/session/devices'],
      ['DELETE', '/session/devices'],
      ['POST', '/session/view', { user_id: kontor.admin.id }],
      ['PUT', `/customers/${customers[0]!.id}/presence`, { window: crypto.randomUUID() }],
    ] as const) {
      const answer = await viewed(method, path, body);
      expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 403, 'view_only']);
    }
    const [entry] = await trail(kontor, "operation = 'security' AND record_id = $1", [clerk.id]);
    expect(entry!.created_by).toBe(kontor.admin.id);
    const reads = await trail(kontor, "operation = 'read' AND impersonator = $1", [kontor.admin.id]);
    expect(reads.length).toBeGreaterThan(0);
  });

  test('is possible with one role alone', async () => {
    const view = await kontor.admin('POST', '/session/view', { role_id: shippedRoles.trainer.id });
    expect((await as(view.body.access_token)('GET', '/customers')).status).toBe(403);
  });

  test('needs the permission', async () => {
    const clerk = await kontor.as(['backoffice']);
    expect((await clerk('POST', '/session/view', { user_id: kontor.admin.id })).status).toBe(403);
    expect((await clerk('POST', '/session/view', {})).status).toBe(422);
    expect((await kontor.admin('POST', '/session/view', { user_id: crypto.randomUUID() })).status).toBe(403);
  });
});
