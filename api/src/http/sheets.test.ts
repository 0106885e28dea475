import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { textsOf, wordsOf } from '../testing/pdf.ts';
import { placesWorld } from '../testing/places.ts';
import { expectWithin } from '../testing/within.ts';

let kontor: TestKontor;
let world: Awaited<ReturnType<typeof placesWorld>>;
type User = TestKontor['admin'];
let training: string;
let number: string;
let trainer: User;
const long = 'Karl-Friedrich Maximilian Freiherr von und zu Hohenlohe-Waldenburg-Schillingsfürst';

async function fetched(path: string, as: User = kontor.admin) {
  const response = await fetch(`${kontor.url}/api/v1${path}`, { headers: { Authorization: `Bearer ${as.token}` } });
  return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
}
const events = async () =>
  (
    await kontor.owner.query(
      "SELECT record_id, after FROM audit_entries WHERE operation = 'export' AND resource = 'trainings' ORDER BY created_at, id",
    )
  ).rows;
const pdf = async (sheet: string, as?: User, of = training) => {
  const { status, body } = await fetched(`/trainings/${of}/sheets/${sheet}`, as);
  expect(status).toBe(200);
  return body;
};

beforeAll(async () => {
  kontor = await startTestKontor();
  world = await placesWorld(kontor);
  const customer = await world.make('/customers', { name: 'Werft Süd GmbH', brand_ids: [world.brand] });
  const made = await world.training({ price: '4711.00', participant_price: '815.00', name: 'Segeln lernen' });
  training = made.id;
  number = made.number;
  const session = await world.session(training, 10);
  await world.session(training, 11);
  const [first, last] = long.split(/ (?=Freiherr)/) as [string, string];
  const who = await world.contact({
    first_name: first,
    last_name: last,
    email: 'karl@example.de',
    customer_id: customer.id,
  });
  await world.enrol(training, who.id);
  await world.enrol(training, (await world.contact({ first_name: '=1+1', last_name: 'Zöller', email: null })).id);
  const out = await world.enrol(training, (await world.contact({ last_name: 'Abgemeldet' })).id);
  await world.step(out.id, 'cancel');
  trainer = await kontor.as(['trainer'], { brand_ids: [world.brand] });
  const { id } = await world.make('/trainers', { name: 'Jörg', user_id: trainer.id, brand_ids: [world.brand] });
  const assignment = await world.make('/trainer_assignments', { session_id: session.id, trainer_id: id });
  await kontor.admin('POST', `/trainer_assignments/${assignment.id}/actions/confirm`, {});
});
afterAll(() => kontor.stop());

describe('papers of a training', () => {
  test('name who is enrolled, where and when, on the paper of the brand, without prices', async () => {
    for (const sheet of ['participants', 'attendance', 'signs']) {
      const words = await wordsOf(await pdf(sheet));
      expect(words).toContain('Schillingsfürst');
      expect(words).toContain('Zöller');
      expect(words).toContain('Segeln lernen');
      expect(words).not.toMatch(/Abgemeldet|4\.?711|815/);
    }
    const words = await wordsOf(await pdf('participants'));
    expect(words).toMatch(/Teilnehmerliste .*Trainer: Jörg Teilnehmende: 2 .*Werft Süd GmbH karl@example\.de/);
    expect(await wordsOf(await pdf('signs'))).toContain('Werft Süd GmbH');
  });

  test('are made with what whoever asks may read: a trainer has the names of the own trainings', async () => {
    const words = await wordsOf(await pdf('participants', trainer));
    expect(words).toContain('Zöller');
    expect(words).not.toMatch(/Werft|karl@/);
    const other = await world.training();
    expect((await fetched(`/trainings/${other.id}/sheets/participants`, trainer)).status).toBe(404);
    const south = await world.make('/brands', {
      name: 'Süd',
      company_id: (await kontor.admin('GET', '/companies')).body[0].id,
    });
    const clerk = await kontor.as(['backoffice'], { brand_ids: [south.id] });
    expect((await fetched(`/trainings/${training}/sheets/attendance?format=xlsx`, clerk)).status).toBe(404);
    expect(
      (await fetched(`/trainings/${training}/sheets/attendance`, await kontor.as(['accountant']))).status,
    ).not.toBe(500);
  });

  test('are there as Excel: texts stay texts, names whole', async () => {
    const { status, body, headers } = await fetched(`/trainings/${training}/sheets/attendance?format=xlsx`);
    expect([status, headers.get('content-disposition')]).toEqual([200, expect.stringContaining('.xlsx')]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(body as never);
    const rows = book.worksheets[0]!.getSheetValues().slice(1) as any[][];
    expect(rows[0]!.slice(1, 3)).toEqual(['Nr.', 'Name']);
    expect(rows[0]!.length - 1).toBe(4);
    expect(rows.slice(1).map((row) => [row[1], row[2]])).toEqual([
      [1, long],
      [2, '=1+1 Zöller'],
    ]);
    // printed it is one page wide, and says what it is of
    const { pageSetup, headerFooter, columns } = book.worksheets[0]!;
    expect(pageSetup).toMatchObject({ paperSize: 9, orientation: 'portrait', fitToPage: true, fitToHeight: 0 });
    expect(headerFooter.oddHeader).toBe(`&LAnwesenheitsliste: ${number} Segeln lernen`);
    expect(columns.map(({ width }) => Math.round(width!))).toEqual([7, 60, 22, 22]);
  });

  test('are an export as Excel: for who may take the rows along, and told in the trail', async () => {
    const before = await events();
    const path = `/trainings/${training}/sheets/participants`;
    expect((await fetched(`${path}?format=xlsx`, trainer)).status).toBe(403);
    expect((await fetched(path, trainer)).status).toBe(200);
    expect(await events()).toEqual(before);
    const role = await world.make('/roles', {
      name: 'Ein Teil',
      permissions: [{ pattern: 'enrolments.export', effect: 'deny', scope: 'brand' }],
    });
    const clerk = await kontor.as(['backoffice', role.id], { brand_ids: [world.brand] });
    const { body } = await fetched(`${path}?format=xlsx`, clerk);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(body as never);
    expect(book.worksheets[0]!.getSheetValues().slice(2)).toEqual([[undefined, 'Noch niemand ist angemeldet.']]);
    expect((await fetched(`${path}?format=xlsx`)).status).toBe(200);
    expect((await events()).slice(before.length)).toEqual([
      { record_id: training, after: { sheet: 'participants', rows: 'enrolments', count: 0 } },
      { record_id: training, after: { sheet: 'participants', rows: 'enrolments', count: 2 } },
    ]);
  });

  test('say so where nobody is enrolled, and what is no paper is refused', async () => {
    const { id } = await world.training();
    for (const sheet of ['participants', 'attendance', 'signs'])
      expect(await wordsOf(await pdf(sheet, undefined, id))).toContain('Noch niemand ist angemeldet.');
    expect((await fetched(`/trainings/${id}/sheets/signs?format=xlsx`)).status).toBe(200);
    expect((await fetched(`/trainings/${id}/sheets/constructor`)).status).toBe(404);
    expect((await fetched(`/customers/${id}/sheets/participants`)).status).toBe(404);
    expect((await fetched(`/trainings/${id}/sheets/signs?format=docx`)).status).toBe(400);
  });

  test('share out more sessions than fit beside a name evenly', async () => {
    const { id } = await world.training();
    for (let i = 0; i < 5; i++) await world.session(id, 20 + i);
    await world.enrol(id, (await world.contact()).id);
    const pages = await textsOf(await pdf('attendance', undefined, id));
    const heads = (page: { text: string }[]) =>
      page.map(({ text }) => text).filter((text) => /^\d\d:\d\d – \d\d:\d\d$/.test(text)).length;
    expect(pages.map((page) => heads(page as { text: string }[])).filter(Boolean)).toEqual([3, 2]);
  });

  test('hold 200 people over pages with their heads, and twelve sessions', async () => {
    const { id } = await world.training();
    for (let i = 0; i < 12; i++) await world.session(id, 20 + i);
    await kontor.owner.query(
      `WITH c AS (INSERT INTO contacts (id, first_name, last_name, created_at) SELECT gen_random_uuid(), 'Person', 'Nr' || lpad(n::text, 3, '0'), now() FROM generate_series(1, 200) n RETURNING id)
       INSERT INTO enrolments (id, training_id, contact_id, status) SELECT gen_random_uuid(), $1, id, 'enrolled' FROM c`,
      [id],
    );
    const from = Date.now();
    const made = await pdf('attendance', undefined, id);
    expectWithin(6000, from);
    const pages = await textsOf(made);
    expect(pages.length).toBeGreaterThan(15);
    for (const page of pages) {
      expect(page.map(({ text }) => text)).toContain('Name');
      for (const { y } of page) expect(y).toBeLessThan(210);
    }
    const words = await wordsOf(await pdf('participants', undefined, id));
    expect(words).toContain('Person Nr200');
    expect((await textsOf(await pdf('signs', undefined, id))).length).toBe(20);
  });

  test('stand in the description of the API', async () => {
    const { paths } = (await kontor.anonymous('GET', '/api/openapi.json')).body;
    expect(paths['/trainings/{id}/sheets/{sheet}'].get.parameters[1].schema.enum).toEqual([
      'participants',
      'attendance',
      'signs',
    ]);
    expect(paths['/customers/{id}/sheets/{sheet}']).toBeUndefined();
    expect(number).toBeTruthy();
  });
});
