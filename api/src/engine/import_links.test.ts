import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../config.ts';
import { type Caller, startTestKontor, type TestKontor } from '../testing/harness.ts';
import { expectWithin } from '../testing/within.ts';

/** The files of docs/import-trainings.md, brought into a Kontor that knows the names in them more or less. */
let kontor: TestKontor;
const ids = new Map<string, string>();

const make = async (resource: string, body: Record<string, unknown>, name = String(body.name)) => {
  const { status, body: record } = await kontor.admin('POST', `/${resource}`, body);
  expect([status, record], `${resource} ${name}`).toEqual([201, expect.anything()]);
  ids.set(name, record.id);
  return record.id as string;
};
const id = (name: string) => ids.get(name)!;

beforeAll(async () => {
  kontor = await startTestKontor();
  await make('companies', { name: 'Akademie', currency: 'EUR' });
  for (const name of ['NeWoa', 'Yellow-Boat', 'copilotenschule.de'])
    await make('brands', { name, company_id: id('Akademie'), colour: '#123456', letter_form: 'b', logo_side: 'right' });
  for (const [name, code] of [
    ['Hamburg', 'X-HH'],
    ['Nordrhein-Westfalen', 'X-NW'],
    ['Berlin', 'X-BE'],
  ])
    await make('regions', { name, code, type: 'state' });
  for (const name of ['Segellehrer (VDS)', 'KI-Trainer', 'Systemischer Coach']) await make('qualifications', { name });
  for (const name of ['Segeln für Einsteiger', 'KI im Büro: Grundkurs', 'Vom Kollegen zur Führungskraft'])
    await make('training_templates', { name, status: 'active' });
  await make('customers', { name: 'Müllerei Sommer KG', brand_ids: [id('copilotenschule.de'), id('NeWoa')] });
  const content = sample('customers.csv');
  const mapping = await proposal('customers', content);
  expect(mapping).toEqual({ Name: 'name', 'E-Mail': 'email', Marken: 'brand_ids' });
  expect((await send('customers', content, { mapping })).body).toMatchObject({
    created: 4,
    committed: true,
    links: [],
  });
  for (const customer of await all('customers')) ids.set(customer.name, customer.id).set(customer.email, customer.id);
  ids.set('Köhler Süd', id('post@koehler-sued.example')).set('Köhler Nord', id('post@koehler-nord.example'));
});
afterAll(() => kontor.stop());

const sample = (name: string) => readFileSync(join(root, 'docs/samples', name));
const send = (
  resource: string,
  content: Buffer | string,
  query: Record<string, unknown>,
  caller: Caller = kontor.admin,
) =>
  caller(
    'POST',
    `/${resource}/import?${new URLSearchParams(Object.entries(query).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]))}`,
    Buffer.from(content),
    { 'Content-Type': 'application/octet-stream' },
  );
const proposal = async (resource: string, content: Buffer): Promise<Record<string, string>> => {
  const { body } = await kontor.admin('POST', `/${resource}/import/preview`, content, {
    'Content-Type': 'application/octet-stream',
  });
  return Object.fromEntries(
    body.columns.map(({ name, field }: { name: string; field: string | null }) => [name, field]),
  );
};
/** What the user is asked, in a shorter form. */
const asked = (body: any) =>
  body.links.map(({ column, text, rows, decided, candidates }: any) => ({
    column,
    text,
    rows,
    decided,
    best: candidates[0]?.title,
  }));
const all = async (resource: string) => (await kontor.admin('GET', `/${resource}?sort=["created_at","ASC"]`)).body;

describe('the samples of the guide', () => {
  test('trainers: columns are recognised, and only the qualification is asked about', async () => {
    const content = sample('trainers.csv');
    const mapping = await proposal('trainers', content);
    expect(mapping).toEqual({
      Name: 'name',
      'E-Mail': 'email',
      Telefon: 'phone',
      'Zu Hause in': 'region_id',
      Marken: 'brand_ids',
      Sprachen: 'languages',
      Tagessatz: 'day_rate',
      Qualifikation: 'qualifications.qualification_id',
      'Gültig bis': 'qualifications.valid_to',
    });
    const tried = (await send('trainers', content, { mapping, dry_run: 'true' })).body;
    expect(asked(tried)).toEqual([
      { column: 'Qualifikation', text: 'KI Trainer', rows: 1, decided: false, best: 'KI-Trainer' },
    ]);
    expect([tried.created, tried.failed]).toEqual([2, 1]);
    const links = { 'KI Trainer': id('KI-Trainer') };
    const decided = { ...mapping, Qualifikation: { field: 'qualifications.qualification_id', links } };
    expect((await send('trainers', content, { mapping: decided })).body).toMatchObject({
      created: 3,
      failed: 0,
      committed: true,
    });
    const trainers = await all('trainers');
    expect(trainers.map(({ region_id }: any) => region_id)).toEqual([
      id('Hamburg'),
      id('Nordrhein-Westfalen'),
      id('Berlin'),
    ]);
    const { body: joerg } = await kontor.admin('GET', `/trainers/${trainers[1].id}`);
    expect(joerg.qualifications.map(({ qualification_id }: any) => qualification_id)).toEqual([id('KI-Trainer')]);
  });

  test('trainings: names written otherwise are found, doubtful ones are asked about, and nothing is created for them', async () => {
    const content = sample('trainings.csv');
    const mapping = await proposal('trainings', content);
    const tried = (await send('trainings', content, { mapping, dry_run: 'true' })).body;
    // "fuer" and "MUELLER" need no question
    expect(asked(tried)).toEqual([
      {
        column: 'Aus dem Katalog',
        text: 'Vom Kolegen zur Führungskraft',
        rows: 1,
        decided: false,
        best: 'Vom Kollegen zur Führungskraft',
      },
      { column: 'Kunde', text: 'Stadtwerk Lindenrode', rows: 1, decided: false, best: 'Stadtwerke Lindenrode GmbH' },
      { column: 'Kunde', text: 'Köhler GmbH', rows: 1, decided: false, best: 'Köhler GmbH' },
    ]);
    expect([tried.created, tried.failed]).toEqual([2, 3]);
    const koehler = tried.links[2].candidates;
    expect(koehler.map(({ id, hint, likeness }: any) => [id, hint.includes('koehler'), likeness])).toEqual(
      expect.arrayContaining([
        [id('Köhler Süd'), true, 1],
        [id('Köhler Nord'), true, 1],
      ]),
    );
    // without an answer nothing stays, and no customer, template or trainer has come into being
    expect((await send('trainings', content, { mapping })).body.committed).toBe(false);
    expect([(await all('customers')).length, (await all('training_templates')).length]).toEqual([5, 3]);

    const decided = {
      ...mapping,
      'Aus dem Katalog': {
        field: 'template_id',
        links: { 'Vom Kolegen zur Führungskraft': id('Vom Kollegen zur Führungskraft') },
      },
      Kunde: {
        field: 'customer_id',
        links: { 'stadtwerk lindenrode': id('Stadtwerke Lindenrode GmbH'), 'Köhler GmbH': null },
      },
    };
    const checked = (await send('trainings', content, { mapping: decided, dry_run: 'true' })).body;
    expect([checked.created, checked.failed]).toEqual([5, 0]);
    expect(checked.links.map(({ decided, chosen }: any) => [decided, chosen])).toEqual([
      [true, id('Vom Kollegen zur Führungskraft')],
      [true, id('Stadtwerke Lindenrode GmbH')],
      [true, null],
    ]);
    // a choice can be made anew: what it is made from is still offered
    expect(checked.links.map(({ candidates }: any) => candidates.length)).toEqual(
      tried.links.map(({ candidates }: any) => candidates.length),
    );
    expect((await send('trainings', content, { mapping: decided })).body).toMatchObject({
      created: 5,
      committed: true,
    });
    const trainings = await all('trainings');
    expect(trainings.map(({ customer_id, template_id, status }: any) => [customer_id, template_id, status])).toEqual([
      [null, id('Segeln für Einsteiger'), 'lead'],
      [id('Müller Maschinenbau GmbH'), id('KI im Büro: Grundkurs'), 'lead'],
      [id('Müller Maschinenbau GmbH'), id('Vom Kollegen zur Führungskraft'), 'lead'],
      [id('Stadtwerke Lindenrode GmbH'), id('KI im Büro: Grundkurs'), 'lead'],
      [null, id('KI im Büro: Grundkurs'), 'lead'],
    ]);
  });

  test('participants and their enrolments', async () => {
    const people = sample('participants.csv');
    expect((await send('contacts', people, { mapping: await proposal('contacts', people) })).body).toMatchObject({
      created: 4,
      links: [],
    });
    const content = sample('enrolments.xlsx');
    const mapping = await proposal('enrolments', content);
    expect(mapping).toMatchObject({ Training: 'training_id', Teilnehmer: 'contact_id', 'Rechnung an': 'customer_id' });
    const tried = (await send('enrolments', content, { mapping, dry_run: 'true' })).body;
    const questions = asked(tried);
    expect(questions.map(({ text }: any) => text)).toEqual(['KI Grundkurs Verwaltung', 'Ole Jürgenssen']);
    expect(questions[1].best).toBe('Ole Jürgensen');
    const decided = { ...mapping } as Record<string, unknown>;
    for (const { column, field, text, candidates } of tried.links)
      decided[column] = { field, links: { [text]: candidates[0].id } };
    expect((await send('enrolments', content, { mapping: decided })).body).toMatchObject({
      created: 4,
      committed: true,
    });
    const trainings = await all('trainings');
    expect(trainings.map(({ seats_taken }: any) => seats_taken)).toEqual([1, 3, 0, 0, 0]);
  });
});

describe('decisions', () => {
  const file = 'Bezeichnung;Marke;Kunde\nA;NeWoa;Stadtwerk Lindenrode\n';
  const mapping = (customer: unknown) => ({ Bezeichnung: 'name', Marke: 'brand_id', Kunde: customer });

  test('reach nothing that the user does not see, neither by a name nor by a choice', async () => {
    const clerk = await kontor.as(['backoffice'], { brand_ids: [id('Yellow-Boat')] });
    const own = 'Name;Kunde\nX;Stadtwerk Lindenrode\n';
    const plain = (
      await send('contacts', own, { mapping: { Name: 'last_name', Kunde: 'customer_id' }, dry_run: 'true' }, clerk)
    ).body;
    expect(plain.links).toMatchObject([{ text: 'Stadtwerk Lindenrode', candidates: [] }]);
    const links = { 'Stadtwerk Lindenrode': id('Stadtwerke Lindenrode GmbH') };
    const chosen = await send(
      'contacts',
      own,
      { mapping: { Name: 'last_name', Kunde: { field: 'customer_id', links } } },
      clerk,
    );
    expect(chosen.body).toMatchObject({ committed: false, failed: 1, created: 0 });
    expect(chosen.body.errors).toMatchObject([{ column: 'Kunde', message: 'Dazu gibt es keinen Datensatz.' }]);
  });

  test('that can not be are refused, and nothing is an answer for a field that must be filled', async () => {
    for (const wrong of [
      5,
      { links: {} },
      { field: 'customer_id', links: { x: 'nonsense' } },
      { field: 'customer_id', links: 3 },
    ])
      expect((await send('trainings', file, { mapping: mapping(wrong) })).status).toBe(400);
    const empty = { ...mapping(''), Marke: { field: 'brand_id', links: { NeWoa: null } } };
    const { body } = await send('trainings', file, { mapping: empty, dry_run: 'true' });
    expect([body.failed, body.errors[0].column]).toEqual([1, 'Marke']);
  });

  test('are asked about once however many rows there are, with a handful of statements', async () => {
    const rows = Array.from(
      { length: 400 },
      (_, i) => `T ${i};NeWoa;${i % 2 ? 'Stadtwerk Lindenrode' : 'Müler Maschinenbau'}`,
    );
    const many = ['Bezeichnung;Marke;Kunde', ...rows].join('\n');
    const { body } = await send('trainings', many, { mapping: mapping('customer_id'), dry_run: 'true' });
    expect(asked(body).map(({ text, rows, best }: any) => [text, rows, best])).toEqual([
      ['Müler Maschinenbau', 200, 'Müller Maschinenbau GmbH'],
      ['Stadtwerk Lindenrode', 200, 'Stadtwerke Lindenrode GmbH'],
    ]);
    const different = ['Bezeichnung;Marke;Kunde', ...rows.map((row, i) => `${row} ${i}`)].join('\n');
    expect(
      (await send('trainings', different, { mapping: mapping('customer_id'), dry_run: 'true' })).body.links,
    ).toHaveLength(60);
  });

  test('are recognised however many there are', async () => {
    const word = (i: number) => String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26));
    const all = Array.from({ length: 70 }, (_, i) => `Größe ${word(i)} Händler`);
    await Promise.all(all.map((name) => kontor.admin('POST', '/customers', { name, brand_ids: [id('NeWoa')] })));
    const rows = all.map((name, i) => `N ${i};${name.replace('ö', 'oe').replace('ä', 'ae').toUpperCase()}`);
    const { body } = await send('contacts', ['Name;Kunde', ...rows].join('\n'), {
      mapping: { Name: 'last_name', Kunde: 'customer_id' },
      dry_run: 'true',
    });
    expect([body.created, body.failed, body.links]).toEqual([70, 0, []]);
  });

  test('to what others count are waited for in one order, before any of it is held', async () => {
    const make = async (path: string, body: object) => (await kontor.admin('POST', path, body)).body;
    const training = () => make('/trainings', { name: 'Kurs', brand_id: id('NeWoa'), kind: 'open' });
    const [first, second] = [await training(), await training()];
    const contacts = ['hin', 'her'].map((tag) => `${tag}@example.de`);
    for (const email of contacts) await make('/contacts', { last_name: email, email });
    const rows = [`${second.id};${contacts[0]}`, `${first.id};${contacts[1]}`];
    const other = new pg.Client({ connectionString: kontor.ownerUrl });
    await other.connect();
    const hold = (which: { id: string }) =>
      other.query('SELECT 1 FROM trainings WHERE id = $1 FOR NO KEY UPDATE NOWAIT', [which.id]);
    await other.query('BEGIN');
    await hold(first);
    const sent = send('enrolments', ['Training;Teilnehmer', ...rows].join('\n'), {
      mapping: { Training: 'training_id', Teilnehmer: 'contact_id' },
    });
    for (const from = Date.now(); ; expectWithin(20_000, from)) {
      const { rows: waiting } = await kontor.owner.query('SELECT 1 FROM pg_locks WHERE NOT granted');
      if (waiting.length) break;
    }
    await hold(second); // nobody has it
    await other.query('COMMIT');
    await other.end();
    expect((await sent).body).toMatchObject({ created: 2, failed: 0, committed: true });
  });
});
