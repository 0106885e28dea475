import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from '../../query/sql.ts';
import { counted } from '../../testing/counted.ts';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { readers } from '../readers.ts';
import { accessOfUser } from '../reminders/readable.ts';
import { tellMentioned } from './mentioned.ts';

let kontor: TestKontor;
type Someone = Awaited<ReturnType<TestKontor['as']>>;
let mia: Someone;
let ole: Someone;
let far: Someone;
let driver: Someone;
let customer: string;
let north: string;

const post = async (path: string, body: object, as: (...args: any[]) => any = kontor.admin) => {
  const answer = await as('POST', path, body);
  if (answer.status >= 300) throw new Error(`${path} ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const write = (body: string, as: Someone = mia) =>
  post('/notes', { subject_resource: 'customers', subject_id: customer, body }, as);
const told = async (someone: Someone) => {
  const filter = encodeURIComponent(JSON.stringify({ user_id: someone.id, kind: 'mention' }));
  return (await someone('GET', `/notifications?filter=${filter}&embed=["subject","created_by"]`)).body as any[];
};
const stored = async () =>
  (await kontor.owner.query("SELECT user_id FROM notifications WHERE kind = 'mention'")).rows.map((row) => row.user_id);

beforeAll(async () => {
  kontor = await startTestKontor();
  const company = (await post('/companies', { name: 'Firma' })).id;
  const brand = async (name: string) => (await post('/brands', { name, company_id: company })).id;
  const south = await brand('Süd');
  north = await brand('Nord');
  mia = await kontor.as(['backoffice'], { brand_ids: [north, south] });
  ole = await kontor.as(['employee'], { brand_ids: [north] });
  far = await kontor.as(['employee'], { brand_ids: [south] });
  driver = await kontor.as(['trainer'], { brand_ids: [north] });
  const names = { [mia.id]: 'Mia Maier', [ole.id]: 'Ole Olsen', [far.id]: 'Fara Ferne', [driver.id]: 'Olaf Fahrer' };
  for (const [id, name] of Object.entries(names))
    await kontor.owner.query('UPDATE users SET name = $2 WHERE id = $1', [id, name]);
  customer = (await post('/customers', { name: 'Müller', brand_ids: [north] })).id;
});
beforeEach(() => kontor.owner.query('DELETE FROM notifications; DELETE FROM notes'));
afterAll(() => kontor.stop());

test('whoever is named and may read it hears of it, and nobody else', async () => {
  const note = await write('@Ole Olsen bitte anrufen, @Fara Ferne und @Olaf Fahrer auch. @Mia Maier');
  const [one, ...more] = await told(ole);
  expect(more).toEqual([]);
  expect(one).toMatchObject({ subject_resource: 'notes', subject_id: note.id, read_at: null });
  expect(one._embedded).toMatchObject({ created_by: { id: mia.id } });
  // nothing of it lies in the database for who may not read it, or has written it
  expect(await stored()).toEqual([ole.id]);
});

test('not twice when it is changed, and who comes later hears of it then', async () => {
  const note = await write('@Ole Olsen bitte anrufen');
  await ole('POST', `/notifications/${(await told(ole))[0].id}/actions/read`, {});
  await mia('PUT', `/notes/${note.id}`, { version: 1, body: '@Ole Olsen bitte heute anrufen' });
  await mia('PUT', `/notes/${note.id}`, { version: 2, body: 'Erledigt.' });
  await mia('PUT', `/notes/${note.id}`, { version: 3, body: 'Doch noch einmal, @Ole Olsen' });
  const [one, ...more] = await told(ole);
  expect([more, one.read_at === null]).toEqual([[], false]);
  // also when the notification is long forgotten
  await kontor.owner.query('DELETE FROM notifications');
  await mia('PUT', `/notes/${note.id}`, { version: 4, body: 'Nun aber, @Ole Olsen' });
  expect(await stored()).toEqual([]);
  const other = await write('Ohne Namen');
  await mia('PUT', `/notes/${other.id}`, { version: 1, body: 'Jetzt mit @Ole Olsen' });
  expect(await stored()).toEqual([ole.id]);
});

test('many changed at once, what is tried, taken back or imported', async () => {
  await write('a');
  await write('b');
  const filter = encodeURIComponent('{"type":"note"}');
  await mia('PUT', `/notes?filter=${filter}&dry_run=true`, { body: '@Ole Olsen' });
  await mia('POST', '/notes?dry_run=true', { subject_resource: 'customers', subject_id: customer, body: '@Ole Olsen' });
  await mia('POST', '/notes', { subject_resource: 'customers', subject_id: mia.id, body: '@Ole Olsen' });
  const sheet = `body,subject_resource,subject_id\n@Ole Olsen,customers,${customer}\n`;
  const imported = await mia('POST', '/notes/import', new TextEncoder().encode(sheet), { 'Content-Type': 'text/csv' });
  expect([imported.body.created, await stored()]).toEqual([1, []]);
  await mia('PUT', `/notes?filter=${filter}`, { body: '@Ole Olsen' });
  expect((await stored()).length).toBeGreaterThanOrEqual(2);
});

test('many at once name somebody once each', async () => {
  const note = await write('leer');
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, i) => mia('PUT', `/notes/${note.id}`, { version: 1, body: `@Ole Olsen ${i}` })),
  );
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  expect(await stored()).toEqual([ole.id]);
});

test('it is gone with the sight of the record', async () => {
  await write('@Ole Olsen');
  const { rows } = await kontor.owner.query('DELETE FROM customers_brand_ids WHERE record_id = $1 RETURNING *', [
    customer,
  ]);
  const south = (await kontor.owner.query("SELECT id FROM brands WHERE name = 'Süd'")).rows[0].id;
  await kontor.owner.query('INSERT INTO customers_brand_ids VALUES ($1, $2)', [customer, south]);
  expect(await told(ole)).toEqual([]);
  await kontor.owner.query('DELETE FROM customers_brand_ids WHERE record_id = $1', [customer]);
  await kontor.owner.query('INSERT INTO customers_brand_ids VALUES ($1, $2)', [customer, rows[0].target_id]);
  expect(await told(ole)).toHaveLength(1);
});

test('offered is who may read the record, as far as one may know of them', async () => {
  const ask = async (q: string, someone: Someone = mia) =>
    (await someone('GET', `/customers/${customer}/readers?of=notes&q=${encodeURIComponent(q)}`)).body;
  const offered = [{ id: ole.id, name: 'Ole Olsen', mention: 'Ole Olsen' }];
  expect(await ask('ol')).toEqual(offered);
  expect(await ask('olse')).toEqual(offered);
  expect(await ask('Fara')).toEqual([]);
  expect(await ask('%')).toEqual([]);
  expect(await ask('Mia')).toEqual([]); // oneself
  // who does not see the record learns nothing of who does
  expect((await far('GET', `/customers/${customer}/readers?q=ol`)).status).toBe(404);
  expect((await mia('GET', `/customers/${customer}/readers?of=credentials`)).status).toBe(400);
});

test('of two people of one name the list offers who is meant, and only they hear of it', async () => {
  const other = await kontor.as(['backoffice'], { brand_ids: [north] });
  await kontor.owner.query("UPDATE users SET name = 'Ole OLSEN' WHERE id = $1", [other.id]);
  const offered = (await mia('GET', `/customers/${customer}/readers?of=notes&q=ole`)).body as { mention: string }[];
  expect(offered.map(({ mention }) => mention).toSorted()).toEqual(
    [`Ole Olsen (${ole.id}@example.de)`, `Ole OLSEN (${other.id}@example.de)`].toSorted(),
  );
  const note = await write(`@Ole Olsen (${ole.id}@example.de) bitte anrufen`);
  expect(await stored()).toEqual([ole.id]);
  // an old note, or one in which the address was not taken over, means both as before
  await mia('PUT', `/notes/${note.id}`, { version: 1, body: '@Ole Olsen bitte anrufen' });
  expect((await stored()).toSorted()).toEqual([ole.id, other.id].toSorted());
  await kontor.owner.query('UPDATE users SET active = false WHERE id = $1', [other.id]);
  const [one] = (await mia('GET', `/customers/${customer}/readers?of=notes&q=ole`)).body;
  expect(one.mention).toBe('Ole Olsen');
});

test('however many people there are, the questions are the same few', async () => {
  const people = await Promise.all(Array.from({ length: 24 }, () => kontor.as(['employee'], { brand_ids: [north] })));
  await kontor.owner.query("UPDATE users SET name = 'Zoe ' || left(id::text, 36) WHERE id = ANY($1)", [
    people.map(({ id }) => id),
  ]);
  const { engine } = kontor.running;
  const access = (await accessOfUser(engine, mia.id))!;
  const asking = async (q: string) => {
    const { db, count } = counted(engine.db);
    const context = {
      engine: { ...engine, db },
      access,
      locale: 'de' as const,
      requestId: '',
      source: { origin: 'api' as const },
    };
    const found = await readers(context, engine.model.get('customers'), customer, { q, of: 'notes' });
    return [found.length, count()];
  };
  const [[one, few], [many, same]] = [await asking('Ole'), await asking('Zoe')];
  expect([one, many, same]).toEqual([1, 8, few]);
  expect(few).toBeLessThan(8);

  const telling = async (names: string[]) => {
    const body = names.map((name) => `@${name}`).join(' ');
    return engine.db.transaction(async (tx) => {
      const { db, count } = counted(tx);
      const note = (
        await tx.query<{ id: string }>(
          sql`INSERT INTO notes (id, subject_resource, subject_id, body, type, happened_at, pinned) VALUES (gen_random_uuid(), 'customers', ${customer}, ${body}, 'note', now(), false) RETURNING id`,
        )
      )[0]!;
      const hook = {
        context: { engine, access },
        tx: db,
        resource: engine.model.get('notes'),
        operation: 'create',
        before: null,
        values: { body },
        record: note,
      };
      await tellMentioned(hook as never);
      return count();
    });
  };
  const asked = await telling(['Ole Olsen']);
  expect(await telling(people.map(({ id }) => `Zoe ${id}`))).toBe(asked);
  expect(asked).toBeLessThan(8);
  expect((await stored()).length).toBe(25);
});
