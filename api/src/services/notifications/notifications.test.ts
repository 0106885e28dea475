import { inZone } from '@kontor/shared';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { dueNotifications } from './due.ts';

let kontor: TestKontor;
let brand: string;
type Someone = Awaited<ReturnType<TestKontor['as']>>;
let mia: Someone;
let ole: Someone;

const post = async (path: string, body: object, as: (...args: any[]) => any = kontor.admin) => {
  const answer = await as('POST', path, body);
  if (answer.status >= 300) throw new Error(`${path} ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const embed = encodeURIComponent('["subject","created_by"]');
const of = async (someone: Someone) => {
  const filter = encodeURIComponent(JSON.stringify({ user_id: someone.id }));
  const { body } = await someone('GET', `/notifications?filter=${filter}&embed=${embed}`);
  return body as any[];
};
const told = async (someone: Someone) =>
  (await of(someone)).map((one) => [one.kind, one._embedded.subject.title, one.read_at !== null]);
const inDays = (days: number) => inZone(new Date(Date.now() + days * 86_400_000), 'Europe/Berlin').date;

beforeAll(async () => {
  kontor = await startTestKontor();
  const company = (await post('/companies', { name: 'Firma' })).id;
  brand = (await post('/brands', { name: 'Nord', company_id: company })).id;
  mia = await kontor.as(['backoffice'], { brand_ids: [brand] });
  ole = await kontor.as(['employee'], { brand_ids: [brand] });
});
beforeEach(() => kontor.owner.query('DELETE FROM notifications; DELETE FROM tasks'));
afterAll(() => kontor.stop());

test('whoever gets a record hears of it, and nobody of what they did themselves', async () => {
  const task = await post('/tasks', { name: 'Zelt bestellen', assignee_id: ole.id, brand_id: brand }, mia);
  await post('/tasks', { name: 'selbst', assignee_id: mia.id, brand_id: brand }, mia);
  expect([await told(ole), await told(mia)]).toEqual([[['assigned', 'Zelt bestellen', false]], []]);
  const [one] = await of(ole);
  expect(one._embedded.created_by.id).toBe(mia.id);
  // nothing new: the same person, another field
  await mia('PUT', `/tasks/${task.id}`, { version: 1, priority: 'high' });
  await ole('POST', `/notifications/${one.id}/actions/read`, {});
  await mia('PUT', `/tasks/${task.id}`, { version: 2, assignee_id: mia.id });
  expect(await told(ole)).toEqual([['assigned', 'Zelt bestellen', true]]);
  // told anew: one of a kind for each record
  await mia('PUT', `/tasks/${task.id}`, { version: 3, assignee_id: ole.id });
  expect(await told(ole)).toEqual([['assigned', 'Zelt bestellen', false]]);
});

test('many at once are told one by one, what is taken back or imported is not', async () => {
  for (const name of ['a', 'b', 'c']) await post('/tasks', { name, brand_id: brand, assignee_id: null }, mia);
  const filter = encodeURIComponent('{"priority":"normal"}');
  await mia('PUT', `/tasks?filter=${filter}&dry_run=true`, { assignee_id: ole.id });
  expect(await told(ole)).toEqual([]);
  await mia('PUT', `/tasks?filter=${filter}`, { assignee_id: ole.id });
  expect((await told(ole)).map(([, title]) => title).toSorted()).toEqual(['a', 'b', 'c']);
});

test('a change that comes too late tells nobody', async () => {
  const task = await post('/tasks', { name: 'x', assignee_id: mia.id, brand_id: brand }, mia);
  await mia('PUT', `/tasks/${task.id}`, { version: 1, assignee_id: null });
  const late = await kontor.admin('PUT', `/tasks/${task.id}`, { version: 1, assignee_id: ole.id });
  expect(late.status).toBe(409);
  expect(await told(ole)).toEqual([]);
});

test('it is gone with the sight of its record, and with the record', async () => {
  const task = await post('/tasks', { name: 'geheim', assignee_id: ole.id, brand_id: brand }, mia);
  await kontor.owner.query('DELETE FROM users_brand_ids WHERE record_id = $1', [ole.id]);
  await post(`/users/${ole.id}/actions/sign_out`, {}).catch(() => {});
  await expect.poll(() => told(ole), { timeout: 30_000 }).toEqual([]);
  await kontor.owner.query('INSERT INTO users_brand_ids (record_id, target_id) VALUES ($1, $2)', [ole.id, brand]);
  await expect.poll(async () => (await told(ole)).length, { timeout: 30_000 }).toBe(1);
  await kontor.owner.query('DELETE FROM tasks WHERE id = $1', [task.id]);
  expect((await kontor.owner.query('SELECT 1 FROM notifications')).rows).toEqual([]);
});

test('everybody has their own: nobody else lists, reads or marks them', async () => {
  await post('/tasks', { name: 'für Ole', assignee_id: ole.id, brand_id: brand }, mia);
  const [one] = await of(ole);
  expect((await mia('GET', '/notifications')).body).toEqual([]);
  expect((await mia('GET', `/notifications/${one.id}`)).status).toBe(404);
  expect((await mia('POST', `/notifications/${one.id}/actions/read`, {})).status).toBe(404);
  expect((await post('/notifications/read', {}, mia)).count).toBe(0);
  expect((await ole('POST', '/notifications', { kind: 'due' })).status).toBe(405);
  expect((await post('/notifications/read', {}, ole)).count).toBe(1);
  expect(await told(ole)).toEqual([['assigned', 'für Ole', true]]);
});

test('what is due tomorrow and what is overdue is told once, however many processes look', async () => {
  const task = (name: string, due_on: string | null, more = {}) =>
    post('/tasks', { name, due_on, assignee_id: ole.id, brand_id: brand, ...more }, ole);
  await task('morgen', inDays(1));
  await task('heute', inDays(0));
  await task('übermorgen', inDays(2));
  await task('seit gestern', inDays(-1));
  await task('lange her', inDays(-30));
  await task('ohne', null);
  const done = await task('erledigt', inDays(-1));
  await ole('POST', `/tasks/${done.id}/actions/complete`, {});
  const binned = await task('im Papierkorb', inDays(-1));
  await mia('DELETE', `/tasks/${binned.id}`);
  const { engine } = kontor.running;
  const counts = await Promise.all(Array.from({ length: 8 }, () => dueNotifications(engine)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect((await told(ole)).toSorted()).toEqual([
    ['due', 'heute', false],
    ['due', 'morgen', false],
    ['overdue', 'seit gestern', false],
  ]);
  expect(await dueNotifications(engine)).toBe(0);
  // a new date is news
  const [overdue] = (await of(ole)).filter((one) => one.kind === 'overdue');
  await ole('PUT', `/tasks/${overdue.subject_id}`, { version: 1, due_on: inDays(1) });
  expect(await dueNotifications(engine)).toBe(1);
});

test('what was read long ago is forgotten, what was not stays', async () => {
  await post('/tasks', { name: 'alt', assignee_id: ole.id, brand_id: brand }, mia);
  await post('/tasks', { name: 'neu', assignee_id: ole.id, brand_id: brand }, mia);
  await kontor.owner.query(
    "UPDATE notifications SET read_at = now() - interval '91 days' WHERE subject_id = (SELECT id FROM tasks WHERE name = 'alt')",
  );
  await dueNotifications(kontor.running.engine);
  expect((await told(ole)).map(([, title]) => title)).toEqual(['neu']);
});
