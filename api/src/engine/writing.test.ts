import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

const customer = async (values: object = {}) =>
  (await kontor.admin('POST', '/customers', { name: 'Müller GmbH', ...values })).body;

describe('law 2: nothing is lost silently', () => {
  test('a change without version is refused with 428', async () => {
    const record = await customer();
    const answer = await kontor.admin('PUT', `/customers/${record.id}`, { name: 'Anders' });
    expect(answer.status).toBe(428);
    expect(answer.body.code).toBe('version_required');
  });

  test('disjoint stale changes are merged, overlapping ones are a conflict with base, yours and theirs', async () => {
    const record = await customer({ email: 'alt@example.de' });
    await kontor.admin('PUT', `/customers/${record.id}`, { version: 1, name: 'Schmidt AG' });
    const merged = await kontor.admin('PUT', `/customers/${record.id}`, { ...record, email: 'neu@example.de' });
    expect(merged.status).toBe(200);
    expect(merged.body).toMatchObject({ name: 'Schmidt AG', email: 'neu@example.de', merged: true, version: 3 });
    const conflict = await kontor.admin('PUT', `/customers/${record.id}`, { version: 1, name: 'Dritte KG' });
    expect(conflict.status).toBe(409);
    expect(conflict.body).toMatchObject({
      code: 'conflict',
      base: { name: 'Müller GmbH' },
      yours: { name: 'Dritte KG' },
      theirs: { name: 'Schmidt AG' },
      version: 3,
    });
  });

  test('of many concurrent changes of one field exactly one wins, the others are told', async () => {
    const record = await customer();
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, i) =>
        kontor.admin('PUT', `/customers/${record.id}`, { version: 1, name: `Name ${i}` }),
      ),
    );
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1);
    expect(answers.filter((a) => a.status === 409)).toHaveLength(15);
  });

  test('concurrent changes of different fields all survive', async () => {
    const record = await customer();
    const changes = [
      { email: 'a@example.de' },
      { vat_id: 'DE123' },
      { remarks: 'Notiz' },
      { payment_days: 30 },
      { status: 'active' },
    ];
    const answers = await Promise.all(
      changes.map((change) => kontor.admin('PUT', `/customers/${record.id}`, { version: 1, ...change })),
    );
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200, 200]);
    const after = await kontor.admin('GET', `/customers/${record.id}`);
    expect(after.body).toMatchObject({
      email: 'a@example.de',
      vat_id: 'DE123',
      remarks: 'Notiz',
      payment_days: 30,
      status: 'active',
      version: 6,
    });
  });

  test('lines are saved with their parent: changed, added, removed', async () => {
    const record = await customer({ addresses: [{ city: 'Köln' }, { city: 'Bonn' }] });
    expect(record.addresses.map((line: any) => line.city)).toEqual(['Köln', 'Bonn']);
    const [first] = record.addresses;
    const after = await kontor.admin('PUT', `/customers/${record.id}`, {
      version: 1,
      addresses: [
        { ...first, street: 'Domplatz 1' },
        { city: 'Wien', country: 'AT' },
      ],
    });
    expect(after.body.addresses).toMatchObject([
      { id: first.id, city: 'Köln', street: 'Domplatz 1', version: 2 },
      { city: 'Wien' },
    ]);
    expect(after.body.version).toBe(2);
    const refused = await kontor.admin('PUT', `/customers/${record.id}`, {
      version: 2,
      addresses: [{ street: 'ohne Ort' }],
    });
    expect(refused.status).toBe(422);
    expect(refused.body.errors.addresses[0].city).toBe('Bitte ausfüllen.');
    expect((await kontor.admin('GET', `/customers/${record.id}`)).body.addresses).toHaveLength(2);
  });
});

describe('law 3: everything leaves a trace', () => {
  test('each version has its entry, with what changed before and after', async () => {
    const record = await customer();
    await kontor.admin('PUT', `/customers/${record.id}`, { version: 1, name: 'Neu GmbH' });
    await kontor.admin('DELETE', `/customers/${record.id}`);
    const history = (await kontor.admin('GET', `/customers/${record.id}/history`)).body;
    expect(history.map((entry: any) => [entry.version, entry.operation])).toEqual([
      [3, 'delete'],
      [2, 'update'],
      [1, 'create'],
    ]);
    expect(history[1].changes).toEqual([{ field: 'name', before: 'Müller GmbH', after: 'Neu GmbH' }]);
    expect(history[1].by.title).toBe('Test administrator');
  });

  test('the application can neither change nor delete the trail', async () => {
    await expect(kontor.owner.query('DELETE FROM audit_entries')).rejects.toMatchObject({ code: 'KN001' });
    await expect(kontor.owner.query("UPDATE audit_entries SET operation = 'create'")).rejects.toMatchObject({
      code: 'KN001',
    });
  });
});

describe('workflow', () => {
  test('the status changes by transition only', async () => {
    const task = (await kontor.admin('POST', '/tasks', { name: 'Rückruf' })).body;
    expect(task.status).toBe('open');
    const direct = await kontor.admin('PUT', `/tasks/${task.id}`, { version: 1, status: 'done' });
    expect(direct.body.errors.status).toMatch(/Status/);
    const bulk = await kontor.admin('PUT', `/tasks?filter={"id":["${task.id}"]}`, { status: 'done' });
    expect(bulk.status).toBe(422);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => kontor.admin('POST', `/tasks/${task.id}/actions/complete`, {})),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409]);
  });
});

describe('rollups and references', () => {
  test('open tasks are counted under concurrent writers', async () => {
    const record = await customer();
    await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        kontor.admin('POST', '/tasks', { name: `Aufgabe ${i}`, subject_resource: 'customers', subject_id: record.id }),
      ),
    );
    expect((await kontor.admin('GET', `/customers/${record.id}`)).body.open_tasks).toBe(12);
  });

  test('bulk clearing sets null, and a password can be set by the declared action', async () => {
    const record = await customer({ email: 'x@example.de' });
    await kontor.admin('PUT', `/customers?filter={"id":["${record.id}"]}`, { email: null });
    expect((await kontor.admin('GET', `/customers/${record.id}`)).body.email).toBeNull();
    expect(
      (await kontor.admin('POST', `/users/${kontor.admin.id}/actions/set_password`, { password: 'kurz' })).body.errors
        .password,
    ).toBe('Mindestens 12 Zeichen.');
    expect(
      (
        await kontor.admin('POST', `/users/${kontor.admin.id}/actions/set_password`, {
          password: 'lang genug für hier',
        })
      ).status,
    ).toBe(200);
  });
});
