import { decide, grantsOf, shippedRoles } from '@kontor/shared';
import { model } from '@kontor/shared/modules/index';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '../engine/context.ts';
import { operationsOf } from '../explain/permissions.ts';
import { type Caller, startTestKontor, type TestKontor } from '../testing/harness.ts';
import { Records } from '../testing/records.ts';

let kontor: TestKontor;
let brands: string[];
let customers: Row[];
let office: Caller & { id: string };
beforeAll(async () => {
  kontor = await startTestKontor();
  const records = new Records(kontor);
  brands = [];
  customers = [];
  for (const name of ['Nord', 'Süd']) {
    const brand = (await records.create(model.get('brands'), { values: { name } })).id;
    brands.push(brand);
    customers.push(await records.create(model.get('customers'), { brand }));
  }
  office = await kontor.as(['backoffice'], { brand_ids: [brands[0]!] });
});
afterAll(() => kontor.stop());

const explain = (ask: Caller, question: Record<string, string>) =>
  ask('GET', `/access/explain?${new URLSearchParams(question)}`);

describe('the explanation', () => {
  test('says the same as the decision, for every shipped role, resource and operation', async () => {
    for (const [turn, role] of Object.keys(shippedRoles).entries()) {
      const user = await kontor.as([role], { brand_ids: brands });
      const questions = [...model.resources.values()]
        .filter(({ server_only, owned }) => !server_only && !owned)
        .flatMap((resource) => operationsOf(resource).map((operation) => ({ resource, operation })))
        // a third each, so that all are asked of some
        .filter((_, index) => (index + turn) % 3 === 0);
      await Promise.all(
        questions.map(async ({ resource, operation }) => {
          const { status, body } = await explain(kontor.admin, { user: user.id, resource: resource.name, operation });
          const permitted = (what: typeof operation) => decide(grantsOf([role]), resource, what) !== 'none';
          // what one does not see can not be changed either
          const wanted = permitted(operation) && (['read', 'create'].includes(operation) || permitted('read'));
          expect([role, resource.name, operation, status, body.allowed]).toEqual([
            role,
            resource.name,
            operation,
            200,
            wanted,
          ]);
        }),
      );
    }
  });

  test('tells in words which line reaches a record, and which does not', async () => {
    const about = (id: string) =>
      explain(kontor.admin, { user: office.id, resource: 'customers', id, operation: 'update' });
    const own = (await about(customers[0]!.id)).body;
    expect([own.allowed, own.text]).toEqual([true, 'Ja, das ist erlaubt.']);
    expect(own.lines.map(({ text }: { text: string }) => text).join()).toMatch(
      /Die Rolle „Büro“ erlaubt alles bei Datensätzen der eigenen Marken\. Dieser Datensatz gehört dazu\./,
    );
    const other = (await about(customers[1]!.id)).body;
    expect([other.allowed, other.text]).toEqual([false, 'Nein: Dieser Datensatz gehört nicht dazu.']);
  });

  test('names a denial, a missing permission, and a guarded field', async () => {
    const roles = await explain(kontor.admin, { user: office.id, resource: 'roles' });
    expect(roles.body).toMatchObject({ allowed: false, text: 'Nein: Ein Verbot geht jeder Erlaubnis vor.' });
    const nobody = await kontor.as([]);
    const nothing = await explain(kontor.admin, { user: nobody.id, resource: 'customers', operation: 'delete' });
    expect(nothing.body.text).toBe('Nein: Keine Rolle und keine Freigabe erlaubt „Löschen“ im Bereich „Kunden“.');
    const sales = await kontor.as(['sales_rep']);
    const field = await explain(kontor.admin, { user: sales.id, resource: 'users', field: 'invited_until' });
    expect([field.body.allowed, field.body.text]).toEqual([
      false,
      expect.stringContaining('geschützten Feldern (Zugang)'),
    ]);
  });

  test('names what is over, what has not begun, and what is hidden by another rule', async () => {
    const roles = await kontor.admin('GET', `/roles?filter=${encodeURIComponent('{"key":["sales_rep","employee"]}')}`);
    const [sales, employee] = ['sales_rep', 'employee'].map(
      (key) => roles.body.find((role: Row) => role.key === key).id,
    );
    const user = await kontor.as([]);
    const { body: stored } = await kontor.admin('GET', `/users/${user.id}`);
    const assignments = [
      { role_id: sales, valid_to: '2020-01-31' },
      { role_id: employee, valid_from: '2999-01-01' },
    ];
    const saved = await kontor.admin('PUT', `/users/${user.id}`, { version: stored.version, assignments });
    expect([saved.status, saved.body.errors]).toEqual([200, undefined]);
    const lapsed = await explain(kontor.admin, { user: user.id, resource: 'customers' });
    expect(lapsed.body).toMatchObject({
      allowed: false,
      text: 'Nein: Was „Ansehen“ im Bereich „Kunden“ erlauben würde, gilt heute nicht.',
    });
    const texts = lapsed.body.lines.map(({ text }: { text: string }) => text);
    expect(texts).toContain(
      'Die Rolle „Vertrieb“ erlaubt „Ansehen“ im Bereich „Kunden“ bei Datensätzen der eigenen Marken. Das galt bis 31.01.2020.',
    );
    expect(texts).toContain(
      'Die Rolle „Mitarbeitende“ erlaubt „Ansehen“ in allen Bereichen bei Datensätzen der eigenen Marken. Das gilt erst ab 01.01.2999.',
    );
    const { body: role } = await kontor.admin('POST', '/roles', {
      name: 'Blind',
      permissions: [{ pattern: 'customers.update', effect: 'allow' }],
    });
    const again = (await kontor.admin('GET', `/users/${user.id}`)).body;
    await kontor.admin('PUT', `/users/${user.id}`, { version: again.version, assignments: [{ role_id: role.id }] });
    const blind = await explain(kontor.admin, { user: user.id, resource: 'customers', operation: 'update' });
    expect(blind.body.text).toBe('Nein: Was jemand nicht ansehen darf, ist auch sonst verschlossen.');
    const last = (await kontor.admin('GET', `/users/${user.id}`)).body;
    await kontor.admin('PUT', `/users/${user.id}`, { version: last.version, active: false });
    const blocked = await explain(kontor.admin, { user: user.id, resource: 'customers' });
    expect(blocked.body).toEqual({ allowed: false, text: 'Nein: Dieser Zugang ist gesperrt.', lines: [] });
  });
});

describe('who may ask', () => {
  test('everybody about themselves, and about others only who reads roles', async () => {
    expect((await explain(office, { resource: 'customers' })).status).toBe(200);
    expect((await explain(office, { resource: 'customers', user: kontor.admin.id })).status).toBe(403);
  });

  test('of a record that one does not see nothing is told, not even that it exists', async () => {
    const hidden = await explain(office, { resource: 'customers', id: customers[1]!.id });
    const absent = await explain(office, { resource: 'customers', id: crypto.randomUUID() });
    expect([hidden.status, hidden.body.code]).toEqual([404, 'not_found']);
    expect({ ...hidden.body, request_id: '' }).toEqual({ ...absent.body, request_id: '' });
  });

  test('nonsense is refused at its place', async () => {
    for (const [question, at] of [
      [{}, 'resource'],
      [{ resource: 'sessions' }, 'resource'],
      [{ resource: 'customers', operation: 'eat' }, 'operation'],
      [{ resource: 'customers', field: 'nose' }, 'field'],
      [{ resource: 'customers', user: crypto.randomUUID() }, 'user'],
    ] as const) {
      const { status, body } = await explain(kontor.admin, question as Record<string, string>);
      expect([question, status, Object.keys(body.errors ?? {})]).toEqual([question, 422, [at]]);
    }
    expect((await explain(kontor.admin, { resource: 'customers', id: "'" })).status).toBe(404);
  });
});
