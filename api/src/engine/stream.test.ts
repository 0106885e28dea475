import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import type { Row } from './context.ts';

let kontor: TestKontor;
let customer: Row;
const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));
const made = async (path: string, body: object) => {
  const answer = await kontor.admin('POST', path, body);
  expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
  return answer.body as Row;
};
const about = (record: Row, resource = 'customers') => ({ subject_resource: resource, subject_id: record.id });
const ofCustomer = (query = '', who = kontor.admin) => who('GET', `/customers/${customer.id}/stream${query}`);
const shapes = (entries: any[]) =>
  entries.map((e) => (e.of === 'changes' ? e.entry.operation : (e.record.body ?? e.record.name)));

beforeAll(async () => {
  kontor = await startTestKontor();
  customer = await made('/customers', { name: 'Gärtnerei Öhlschläger', status: 'prospect' });
  const other = await made('/customers', { name: 'Andere', status: 'active' });
  await made('/notes', { ...about(other), body: 'gehört woanders hin' });
  await made('/notes', {
    ...about(customer),
    type: 'call',
    body: 'Rückruf am Montag',
    happened_at: '2026-01-05T09:00:00Z',
  });
  await made('/tasks', { ...about(customer), name: 'Angebot schicken' });
  await kontor.admin('PUT', `/customers/${customer.id}`, { version: 1, phone: '0221 4710511' });
  const gone = await made('/notes', { ...about(customer), body: 'versehentlich' });
  await kontor.admin('DELETE', `/notes/${gone.id}`);
  await made('/notes', { ...about(customer), body: 'liegt in der Zukunft', happened_at: '2099-01-01T00:00:00Z' });
});
afterAll(() => kontor.stop());

test('changes and what hangs on a record, in the order of their instants; nothing of others, nothing from the trash', async () => {
  const { status, body } = await ofCustomer();
  expect([status, body.kinds]).toEqual([200, ['changes', 'tasks', 'notes', 'email_messages', 'documents']]);
  expect(shapes(body.entries)).toEqual([
    'liegt in der Zukunft',
    'update',
    'Angebot schicken',
    'create',
    'Rückruf am Montag',
  ]);
  const [note] = body.entries.slice(-1);
  expect(note).toMatchObject({ of: 'notes', at: '2026-01-05T09:00:00.000Z', record: { type: 'call' } });
  expect(note.record._embedded.created_by.id).toBe(kontor.admin.id);
  const [update] = body.entries.slice(1, 2);
  expect(update.entry.changes).toEqual([{ field: 'phone', before: null, after: '+49 221 4710511' }]);
});

test('comes in pages without gaps, and only of the kinds that are wanted', async () => {
  const seen: string[] = [];
  for (let before = ''; ; ) {
    const { body } = await ofCustomer(`?limit=2&before=${before}`);
    if (body.entries.length === 0) break;
    seen.push(...shapes(body.entries));
    before = body.entries.at(-1).cursor;
  }
  expect(seen).toEqual(shapes((await ofCustomer()).body.entries));
  expect(shapes((await ofCustomer(`?of=${json(['notes'])}`)).body.entries)).toEqual([
    'liegt in der Zukunft',
    'Rückruf am Montag',
  ]);
  for (const query of [
    `?of=${json(['users'])}`,
    `?of=${json('notes')}`,
    '?before=1',
    '?before=1.x',
    '?limit=0',
    '?of=x',
  ])
    expect([query, (await ofCustomer(query)).status]).toEqual([query, 400]);
});

test('shows each only what they may see of it', async () => {
  const role = await made('/roles', {
    name: 'Ohne Aufgaben',
    permissions: [{ pattern: 'customers.read' }, { pattern: 'notes.read' }],
  });
  const user = await kontor.as([role.id]);
  const { body } = await ofCustomer('', user);
  expect(body.kinds).not.toContain('tasks');
  expect(shapes(body.entries)).toEqual(['liegt in der Zukunft', 'update', 'create', 'Rückruf am Montag']);
  expect((await ofCustomer(`?of=${json(['tasks'])}`, user)).status).toBe(400);
  const nobody = await kontor.as([]);
  expect((await ofCustomer('', nobody)).status).toBe(403);
  const brand = await made('/brands', {
    name: 'Ferne Marke',
    company_id: (await made('/companies', { name: 'Ferne GmbH' })).id,
  });
  const stranger = await kontor.as(['backoffice'], { brand_ids: [brand.id] });
  const foreign = await made('/brands', {
    name: 'Fremde Marke',
    company_id: (await made('/companies', { name: 'Fremde GmbH' })).id,
  });
  const hidden = await made('/customers', { name: 'Verborgen', status: 'active', brand_ids: [foreign.id] });
  await made('/notes', { ...about(hidden), body: 'streng geheim' });
  expect((await stranger('GET', `/customers/${hidden.id}/stream`)).status).toBe(404);
});
