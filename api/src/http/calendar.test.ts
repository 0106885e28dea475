import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { trail } from '../testing/records.ts';

let kontor: TestKontor;
let brand: string;
let other: string;
const lines: string[] = [];
type As = TestKontor['admin'];

const post = async (path: string, body: object, as: As = kontor.admin) => {
  const { status, body: made } = await as('POST', path, body);
  if (status >= 300) throw new Error(`${path} ${status} ${JSON.stringify(made)}`);
  return made;
};
/** Subscribes, and says where; the address is the one people get, with the port of this server. */
async function subscribe(as: As, feed: object): Promise<{ id: string; path: string }> {
  const { id } = await post('/calendar_feeds', { name: 'Meine Termine', ...feed }, as);
  const { address } = await post(`/calendar_feeds/${id}/actions/address`, {}, as);
  return { id, path: new URL(address).pathname };
}
const fetchFeed = (path: string, headers = {}) => kontor.anonymous('GET', path, undefined, headers);
/** What calendar programs read: unfolded lines, the properties of each event. */
function eventsIn(file: string): Record<string, string>[] {
  const unfolded = file.replace(/\r\n[ \t]/g, '');
  return unfolded
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((part) =>
      Object.fromEntries(
        part
          .split('END:VEVENT')[0]!
          .split('\r\n')
          .filter(Boolean)
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
      ),
    );
}
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const compact = (date: string) => date.replaceAll('-', '');

beforeAll(async () => {
  kontor = await startTestKontor({ log: (line) => lines.push(line) });
  const company = (await post('/companies', { name: 'Firma' })).id;
  [brand, other] = await Promise.all(
    ['Nord', 'Süd'].map(async (name) => (await post('/brands', { name, company_id: company })).id),
  );
});
afterAll(() => kontor.stop());

test('a program gets the dates of a list under its filter, as days and as instants', async () => {
  const due = inDays(10);
  const name = 'Zelt; bauen, „Größe“\\ 5 und ein sehr langer Titel, damit die Zeile gefaltet wird: äöüß äöüß äöüß';
  const task = await post('/tasks', { name, due_on: due, priority: 'high' });
  await post('/tasks', { name: 'ohne Datum', due_on: null, priority: 'high' });
  await post('/tasks', { name: 'lange her', due_on: inDays(-120), priority: 'high' });
  await post('/tasks', { name: 'nicht eilig', due_on: due, priority: 'low' });
  const { path } = await subscribe(kontor.admin, { resource: 'tasks', filter: { priority: 'high' } });
  const { status, body, headers } = await fetchFeed(path);
  expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const [event, ...rest] = eventsIn(body);
  expect(rest).toEqual([]);
  expect(event).toMatchObject({
    UID: expect.stringMatching(new RegExp(`^${task.id}@[0-9a-f]{8}\\.kontor$`)),
    'DTSTART;VALUE=DATE': compact(due),
    'DTEND;VALUE=DATE': compact(inDays(11)),
    SUMMARY: `${name.replace(/[\\;,]/g, '\\$&')} (Offen)`,
    SEQUENCE: '0',
    'URL;VALUE=URI': expect.stringMatching(new RegExp(`/tasks/${task.id}/show$`)),
  });
  const customer = await post('/customers', { name: 'Müller', email: 'a@b.example' });
  const at = `${inDays(3)}T08:30:00.000Z`;
  await post('/notes', { subject_resource: 'customers', subject_id: customer.id, body: 'Anruf', happened_at: at });
  const notes = await subscribe(kontor.admin, { resource: 'notes' });
  const [call] = eventsIn((await fetchFeed(notes.path)).body);
  expect(call).toMatchObject({ DTSTART: `${compact(inDays(3))}T083000Z`, SUMMARY: 'Anruf' });
});

test('without a list it tells what is assigned to its owner, and it follows every change', async () => {
  const seller = await kontor.as(['employee'], { brand_ids: [brand] });
  const task = await post('/tasks', { name: 'für mich', due_on: inDays(1), assignee_id: seller.id, brand_id: brand });
  await post('/tasks', { name: 'für andere', due_on: inDays(1), brand_id: brand });
  const { path } = await subscribe(seller as As, {});
  const before = await fetchFeed(path);
  expect(eventsIn(before.body).map((event) => event.SUMMARY)).toEqual(['für mich (Offen)']);
  expect((await fetchFeed(path, { 'If-None-Match': before.headers.get('etag') })).status).toBe(304);
  await kontor.admin('PUT', `/tasks/${task.id}`, { version: 1, due_on: inDays(2) });
  const [moved] = eventsIn((await fetchFeed(path, { 'If-None-Match': before.headers.get('etag') })).body);
  expect(moved).toMatchObject({ 'DTSTART;VALUE=DATE': compact(inDays(2)), SEQUENCE: '1' });
});

test('shows what its owner sees at this moment, and nothing once they are gone', async () => {
  const clerk = await kontor.as(['backoffice'], { brand_ids: [brand] });
  await post('/tasks', { name: 'Süd allein', due_on: inDays(1), brand_id: other });
  await post('/tasks', { name: 'Nord allein', due_on: inDays(1), brand_id: brand });
  const { path } = await subscribe(clerk as As, { resource: 'tasks' });
  const shown = async () => eventsIn((await fetchFeed(path)).body).map((event) => event.SUMMARY);
  expect(await shown()).toContain('Nord allein (Offen)');
  expect(await shown()).not.toContain('Süd allein (Offen)');
  await kontor.owner.query('DELETE FROM users_brand_ids WHERE record_id = $1', [clerk.id]);
  expect(await shown()).not.toContain('Nord allein (Offen)');
  await kontor.owner.query('UPDATE users SET active = false WHERE id = $1', [clerk.id]);
  expect((await fetchFeed(path)).status).toBe(404);
});

test('its address is told to its owner alone, ends with a new one, and is in no log, trail or list', async () => {
  const [one, two] = [await kontor.as(['employee']), await kontor.as(['backoffice'])];
  const { id, path } = await subscribe(one as As, {});
  const token = path.split('/').at(-1)!.replace('.ics', '');
  for (const stranger of [two, kontor.admin] as As[]) {
    const told = await stranger('POST', `/calendar_feeds/${id}/actions/address`, {});
    expect([403, 404]).toContain(told.status);
    expect(JSON.stringify(told.body)).not.toContain(token);
  }
  expect((await two('GET', '/calendar_feeds')).body).toEqual([]);
  const answers = await Promise.all(
    [`/calendar_feeds/${id}`, '/calendar_feeds', `/calendar_feeds/${id}/history`, '/calendar_feeds/export'].map(
      async (at) => (await one('GET', at)).body,
    ),
  );
  await fetchFeed(path);
  expect(JSON.stringify([answers, await trail(kontor, 'true'), lines])).not.toContain(token);
  const guess = path.replace(token, token.replace(/.$/, token.endsWith('A') ? 'B' : 'A'));
  for (const wrong of [guess, path.replace(id, crypto.randomUUID()), path.replace(id, 'x')])
    expect([wrong, (await fetchFeed(wrong)).status]).toEqual([wrong, 404]);
  const renewed = await one('POST', `/calendar_feeds/${id}/actions/renew`, {});
  expect((await fetchFeed(path)).status).toBe(404);
  const fresh = new URL(renewed.body.address).pathname;
  expect((await fetchFeed(fresh)).status).toBe(200);
  const { version } = (await one('GET', `/calendar_feeds/${id}`)).body;
  await one('PUT', `/calendar_feeds/${id}`, { version, active: false });
  expect((await fetchFeed(fresh)).status).toBe(404);
});

test('what has no dates, or may not be read, can not be subscribed to; told at its field', async () => {
  const clerk = await kontor.as(['employee']);
  const refused = async (feed: object) => {
    const { status, body } = await clerk('POST', '/calendar_feeds', { name: 'x', ...feed });
    return [status, Object.keys(body.errors ?? {})];
  };
  for (const resource of ['customers', 'roles', 'gibt_es_nicht', '__proto__'])
    expect(await refused({ resource })).toEqual([422, ['resource']]);
  for (const filter of [{ nope: 1 }, 'x', [], { due_on_gte: 'gestern' }])
    expect(await refused({ resource: 'tasks', filter })).toEqual([422, ['filter']]);
  expect(await refused({ token: 'meins' })).toEqual([422, ['token']]);
});
