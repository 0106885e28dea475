import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openJobFiles } from '../services/content/index.ts';
import { startWorker } from '../services/jobs/worker.ts';
import { type Caller, startTestKontor, type TestKontor } from '../testing/harness.ts';
import { expectWithin } from '../testing/within.ts';

const long = process.env.KONTOR_LONG === '1';
const brands = ['01900000-0000-7000-8000-00000000b001', '01900000-0000-7000-8000-00000000b002'];

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
  const { owner } = kontor;
  await owner.query("INSERT INTO companies (id, name, currency) VALUES (gen_random_uuid(), 'Firma', 'EUR')");
  for (const [i, id] of brands.entries())
    await owner.query(
      "INSERT INTO brands (id, name, company_id, colour, letter_form, logo_side) SELECT $1, $2, id, $3, 'b', 'right' FROM companies",
      [id, `Marke ${i + 1}`, '#123456'],
    );
});
afterAll(() => kontor.stop());

const bytes = (text: string) => new TextEncoder().encode(text);
const query = (parameters: Record<string, unknown>) =>
  new URLSearchParams(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  ).toString();
const sheetType = { 'Content-Type': 'application/octet-stream' };
const send = (
  resource: string,
  file: string | Uint8Array,
  parameters: object = {},
  caller: Caller = kontor.admin,
  headers = {},
) =>
  caller(
    'POST',
    `/${resource}/import?${query(parameters as Record<string, unknown>)}`,
    typeof file === 'string' ? bytes(file) : file,
    { ...sheetType, ...headers },
  );
const preview = (resource: string, file: string | Uint8Array) =>
  kontor.admin('POST', `/${resource}/import/preview`, typeof file === 'string' ? bytes(file) : file, sheetType);
const countOf = async (table: string) =>
  Number((await kontor.owner.query(`SELECT count(*) AS n FROM ${table}`)).rows[0].n);
const found = async (resource: string, filter: object) =>
  (await kontor.admin('GET', `/${resource}?${query({ filter })}`)).body;

async function sheet(rows: unknown[][], formats: Record<string, string> = {}): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const hidden = workbook.addWorksheet('Intern');
  hidden.state = 'hidden';
  hidden.addRow(['nicht', 'dies']);
  const worksheet = workbook.addWorksheet('Kunden');
  worksheet.addRows(rows);
  for (const [cell, format] of Object.entries(formats)) worksheet.getCell(cell).numFmt = format;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('preview', () => {
  test('finds delimiter, heads in either language and common synonyms, and shows samples', async () => {
    const german = await preview(
      'customers',
      'Firma;E-Mail-Adresse;Tel.;Straße;PLZ;Stadt;Zahlungsziel (Tage);Kreditlimit;Unsinn xyz\r\nMüller GmbH;a@example.de;0221 1;Domplatz 1;50667;Köln;30;1.234,50;?\r\n',
    );
    expect(german.status).toBe(200);
    expect(german.body).toMatchObject({ rows: 1, encoding: 'UTF-8', delimiter: ';', sheet: null });
    expect(Object.fromEntries(german.body.columns.map((column: any) => [column.name, column.field]))).toEqual({
      Firma: 'name',
      'E-Mail-Adresse': 'email',
      'Tel.': 'phone',
      Straße: 'addresses.street',
      PLZ: 'addresses.postcode',
      Stadt: 'addresses.city',
      'Zahlungsziel (Tage)': 'payment_days',
      Kreditlimit: 'credit_limit',
      'Unsinn xyz': null,
    });
    expect(german.body.columns[0].samples).toEqual(['Müller GmbH']);
    const english = await preview('customers', 'Customer number,name,Credit limit,city\nK-1,"a, b",1,x\n');
    expect(english.body.delimiter).toBe(',');
    expect(english.body.columns.map((column: any) => column.field)).toEqual([
      'number',
      'name',
      'credit_limit',
      'addresses.city',
    ]);
  });

  test('reads what Windows-1252 has beyond Latin-1: €, dashes, quotation marks', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Name;Kreditrahmen\n', 'latin1'),
      Buffer.from([0x84, 0x44, 0x75, 0x93, 0x20, 0x96, 0x20, 0xdc, 0x3b]),
      Buffer.from('2.500,00 ', 'latin1'),
      Buffer.from([0x80, 0x0a]),
    ]);
    const { body } = await preview('customers', bytes);
    expect(body.encoding).toBe('Windows-1252');
    expect(body.columns.map((column: any) => column.samples[0])).toEqual(['„Du“ – Ü', '2.500,00 €']);
    const done = await kontor.admin(
      'POST',
      `/customers/import?mapping=${encodeURIComponent(JSON.stringify({ Name: 'name', Kreditrahmen: 'credit_limit' }))}`,
      bytes,
      { 'Content-Type': 'text/csv' },
    );
    expect([done.status, done.body.created, done.body.errors]).toEqual([200, 1, []]);
  });

  test.each([
    ['UTF-8 with mark', Buffer.from('\ufeffName\tE-Mail\nMüller\ta@example.de\n'), 'UTF-8'],
    ['Windows-1252', Buffer.from('Name\tE-Mail\nMüller\ta@example.de\n', 'latin1'), 'Windows-1252'],
    ['UTF-16 with mark', Buffer.from('\ufeffName\tE-Mail\nMüller\ta@example.de\n', 'utf16le'), 'UTF-16'],
    ['UTF-16 without', Buffer.from('Name\tE-Mail\nMüller\ta@example.de\n', 'utf16le'), 'UTF-16'],
  ])('reads %s', async (_name, content, encoding) => {
    const { body } = await preview('customers', content);
    expect(body).toMatchObject({ encoding, delimiter: '\t', rows: 1 });
    expect(body.columns[0]).toEqual({ name: 'Name', field: 'name', samples: ['Müller'] });
  });

  test('reads workbooks: the first visible sheet, below its title', async () => {
    const { body } = await preview(
      'customers',
      await sheet([['Kundenliste Stand heute'], ['Name', 'E-Mail', 'Name'], ['Müller', 'a@example.de', 'x']]),
    );
    expect(body).toMatchObject({ sheet: 'Kunden', rows: 1, encoding: null, delimiter: null });
    expect(body.columns.map((column: any) => column.name)).toEqual(['Name', 'E-Mail', 'Name (2)']);
  });

  test('refuses what is no table', async () => {
    for (const content of [
      Buffer.from([0, 1, 2, 3, 0, 9, 9, 0, 7, 1, 1, 1]),
      Buffer.from('PK\u0003\u0004 broken'),
      bytes('Name\n'),
      bytes(' \n'),
    ]) {
      const answer = await preview('customers', content);
      expect([answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([422, ['file']]);
    }
  });
});

describe('import', () => {
  test('creates records with an address, references by title and choices by label, and draws numbers', async () => {
    const file = [
      'Name;Status;Branche;Kreditlimit;Betreuung;Marken;Straße und Nr.;PLZ;Ort;Land',
      `"Müller\nGmbH";Aktiv;Handwerk;1.234,50 €;Test administrator;Marke 1, marke 2;Domplatz 1;50667;Köln;`,
      `Meier AG;active;trade;;${kontor.admin.id}@example.de;;;;Wien;Österreich`,
    ].join('\r\n');
    const answer = await send('customers', file);
    expect(answer.body).toEqual({
      rows: 2,
      created: 2,
      updated: 0,
      unchanged: 0,
      failed: 0,
      dry_run: false,
      committed: true,
      errors: [],
      links: [],
    });
    const [record] = await found('customers', { name_like: 'Müller%' });
    const full = (await kontor.admin('GET', `/customers/${record.id}`)).body;
    expect(full).toMatchObject({
      name: 'Müller\nGmbH',
      status: 'active',
      industry: 'crafts',
      credit_limit: '1234.50',
      owner_id: kontor.admin.id,
      brand_ids: brands,
      language: 'de',
      payment_days: 14,
      addresses: [{ street: 'Domplatz 1', postcode: '50667', city: 'Köln', country: 'DE', type: 'main' }],
    });
    expect(full.number).toMatch(/\d/);
    const [austrian] = await found('customers', { name: 'Meier AG' });
    expect(austrian).toMatchObject({ industry: 'trade', owner_id: kontor.admin.id });
    const history = (await kontor.admin('GET', `/customers/${record.id}/history`)).body;
    expect(history.map((entry: any) => [entry.version, entry.operation])).toEqual([[1, 'create']]);
    expect(history[0].changes.find((change: any) => change.field === 'addresses').after[0].city).toBe('Köln');
  });

  test('recognises records by key: changes, leaves alone, creates; an empty cell clears nothing', async () => {
    await send(
      'contacts',
      'Nachname;Vorname;E-Mail;Funktion\nBerger;Anna;anna@example.de;Leitung\nHuber;Max;max@example.de;\n',
    );
    const file =
      'Nachname;Vorname;E-Mail;Funktion\nBerger;Änne;anna@EXAMPLE.de;\nHuber;Max;max@example.de;\nNeu;;neu@example.de;\n';
    const answer = await send('contacts', file);
    expect(answer.body).toMatchObject({ created: 1, updated: 1, unchanged: 1, failed: 0, committed: true });
    const [anna] = await found('contacts', { email: 'anna@example.de' });
    expect(anna).toMatchObject({ first_name: 'Änne', position: 'Leitung', version: 2 });
    const [entry] = (await kontor.admin('GET', `/contacts/${anna.id}/history`)).body;
    expect(entry).toMatchObject({
      operation: 'update',
      changes: [{ field: 'first_name', before: 'Anna', after: 'Änne' }],
    });
    const unkeyed = await send('contacts', 'Nachname;E-Mail\nZweite;anna@example.de\n', { key: [] });
    expect(unkeyed.body).toMatchObject({ created: 1, updated: 0 });
    const several = await send('contacts', 'Nachname;E-Mail\nX;anna@example.de\n');
    expect(several.body.errors).toMatchObject([
      { row: 2, column: 'E-Mail', field: 'email', message: 'Das trifft auf mehrere Datensätze zu.' },
    ]);
  });

  test('changes the first address by the number of the customer, and says when there is no such number', async () => {
    const record = (
      await kontor.admin('POST', '/customers', {
        name: 'Mit Adressen',
        addresses: [{ city: 'Köln', street: 'A 1' }, { city: 'Bonn' }],
      })
    ).body;
    const answer = await send(
      'customers',
      `Kundennummer;Name;Ort\n${record.number};Mit Adressen;Aachen\nK-gibtsnicht;Neu;Ulm\n`,
      { mode: 'valid' },
    );
    expect(answer.body).toMatchObject({ updated: 1, created: 0, failed: 1, committed: true });
    expect(answer.body.errors).toEqual([
      {
        row: 3,
        column: 'Kundennummer',
        field: 'number',
        value: 'K-gibtsnicht',
        message: 'Dazu gibt es keinen Datensatz.',
      },
    ]);
    const after = (await kontor.admin('GET', `/customers/${record.id}`)).body;
    expect(after.addresses).toMatchObject([{ city: 'Aachen', street: 'A 1' }, { city: 'Bonn' }]);
    expect(after.version).toBe(2);
  });

  test('tells each error at its cell, with the row as in the file', async () => {
    const file =
      'Name;E-Mail;Kreditlimit;Betreuung;Status\n"zwei\nZeilen";ok@example.de;;;\n;;;;\n;keine;-5;Niemand;Quatsch\nGut;;12,345;;\n';
    const answer = await send('customers', file, { dry_run: 'true', key: [] });
    expect(answer.body).toMatchObject({ rows: 3, created: 1, failed: 2, dry_run: true, committed: false });
    const told = answer.body.errors.map((error: any) => [error.row, error.column, error.value, error.message]);
    expect(told).toEqual([
      [4, 'Betreuung', 'Niemand', 'Dazu gibt es keinen Datensatz.'],
      [5, 'Kreditlimit', '12,345', 'Höchstens 2 Nachkommastellen.'],
    ]);
    const english = await send(
      'customers',
      file.replace('Niemand', ''),
      { dry_run: 'true', mapping: { 'E-Mail': 'email', Kreditlimit: 'credit_limit', Status: 'status' } },
      kontor.admin,
      { 'Accept-Language': 'en' },
    );
    expect(english.body.errors.filter((error: any) => error.row === 4)).toEqual([
      { row: 4, column: 'E-Mail', field: 'email', value: 'keine', message: 'Please enter a valid e-mail address.' },
      { row: 4, column: 'Kreditlimit', field: 'credit_limit', value: '-5', message: 'At least 0.' },
      {
        row: 4,
        column: 'Status',
        field: 'status',
        value: 'Quatsch',
        message: 'Please choose one of the offered values.',
      },
      { row: 4, column: null, field: 'name', value: null, message: 'Name: Please fill in.' },
    ]);
  });

  test('all or nothing, or the right rows; never half a row', async () => {
    const file = 'Name;E-Mail;Ort\nAlles 1;a@example.de;Köln\nAlles 2;falsch;Köln\nAlles 3;c@example.de;\n';
    const before = [await countOf('customers'), await countOf('addresses'), await countOf('audit_entries')];
    const all = await send('customers', file);
    expect(all.body).toMatchObject({ created: 0, failed: 1, committed: false });
    expect([await countOf('customers'), await countOf('addresses'), await countOf('audit_entries')]).toEqual(before);
    const valid = await send('customers', file, { mode: 'valid' });
    expect(valid.body).toMatchObject({ created: 2, failed: 1, committed: true });
    expect([await countOf('customers'), await countOf('addresses')]).toEqual([before[0]! + 2, before[1]! + 1]);
  });

  test('a dry run goes the same way, writes nothing and draws no number', async () => {
    const state = async () => [
      await countOf('customers'),
      await countOf('addresses'),
      await countOf('audit_entries'),
      (await kontor.owner.query("SELECT next_value FROM number_sequences WHERE key = 'customer'")).rows[0].next_value,
    ];
    const before = await state();
    const answer = await send('customers', 'Name;Ort\nProbe 1;Köln\nProbe 2;Bonn\n', { dry_run: 'true' });
    expect(answer.body).toMatchObject({ created: 2, failed: 0, dry_run: true, committed: false });
    expect(await state()).toEqual(before);
  });

  test('finds what only the database refuses, and keeps the others', async () => {
    await kontor.admin('POST', '/settings', { key: 'schon.da', value: 1 });
    const rows = Array.from({ length: 30 }, (_, i) => `neu.${i};${i}`);
    const file = ['Schlüssel;Wert', ...rows.slice(0, 11), 'schon.da;2', ...rows.slice(11), 'neu.3;9'].join('\n');
    const answer = await send('settings', file, { mode: 'valid', key: [] });
    expect(answer.body).toMatchObject({ created: 30, failed: 2, committed: true });
    expect(answer.body.errors.map((error: any) => [error.row, error.field, error.message])).toEqual([
      [13, 'key', 'Das gibt es schon.'],
      [33, 'key', 'Das gibt es schon.'],
    ]);
  });

  test('tells what occurs twice in the file and what is taken', async () => {
    await kontor.admin('POST', '/tags', { name: 'vergeben' });
    const answer = await send('tags', 'Name\nA\nB\nA\n', { mode: 'valid' });
    expect(answer.body).toMatchObject({ created: 2, failed: 1 });
    expect(answer.body.errors).toEqual([
      { row: 4, column: 'Name', field: 'name', value: 'A', message: 'Steht schon in Zeile 2 der Datei.' },
    ]);
    const keyed = await send('contacts', 'Nachname;E-Mail\nEins;zwei@example.de\nZwei;zwei@example.de\n', {
      mode: 'valid',
    });
    expect(keyed.body).toMatchObject({ created: 1, failed: 1 });
    expect(keyed.body.errors).toMatchObject([
      { row: 3, column: 'E-Mail', message: 'Steht schon in Zeile 2 der Datei.' },
    ]);
    const taken = await send('tags', 'Name\nvergeben\nC\nC\n', { mode: 'valid', key: [] });
    expect(taken.body.errors.map((error: any) => [error.row, error.message])).toEqual([
      [2, 'Das gibt es schon.'],
      [4, 'Steht schon in Zeile 3 der Datei.'],
    ]);
  });

  test('reads typed cells of a workbook', async () => {
    const file = await sheet(
      [
        ['Aufgabe', 'Fällig am', 'Geschätzt', 'Priorität', 'Zuständig', 'Betrifft (Art)', 'Betrifft'],
        ['Aus Excel', new Date('2026-11-21T00:00:00Z'), 1.5 / 24, 'Hoch', 'Test administrator', 'Kunde', 'Meier AG'],
        [4711, '21.11.2026', '45 min', 'normal', null, null, null],
      ],
      { B2: 'dd.mm.yyyy', C2: '[h]:mm' },
    );
    const mapping = {
      Aufgabe: 'name',
      'Fällig am': 'due_on',
      Geschätzt: 'estimated',
      Priorität: 'priority',
      Zuständig: 'assignee_id',
      'Betrifft (Art)': 'subject_resource',
      Betrifft: 'subject_id',
    };
    expect((await preview('tasks', file)).body.columns.map((column: any) => column.field)).toEqual(
      Object.values(mapping),
    );
    const answer = await send('tasks', file, { mapping });
    expect(answer.body).toMatchObject({ created: 2, failed: 0, errors: [] });
    const [meier] = await found('customers', { name: 'Meier AG' });
    expect((await found('tasks', { name: 'Aus Excel' }))[0]).toMatchObject({
      due_on: '2026-11-21',
      estimated: 90,
      priority: 'high',
      status: 'open',
      subject_resource: 'customers',
      subject_id: meier.id,
    });
    expect((await found('tasks', { name: '4711' }))[0]).toMatchObject({ due_on: '2026-11-21', estimated: 45 });
    expect(meier.open_tasks).toBe(1);
    const money = await send(
      'customers',
      await sheet([
        ['Name', 'Kreditlimit', 'Zahlungsziel (Tage)'],
        ['Typen AG', 1234.567, 30],
      ]),
      { dry_run: 'true' },
    );
    expect(money.body.errors).toMatchObject([{ row: 2, column: 'Kreditlimit', value: '1234.567' }]);
    await send(
      'customers',
      await sheet([
        ['Name', 'Kreditlimit', 'Zahlungsziel (Tage)'],
        ['Typen AG', 1.234e3, 30],
      ]),
    );
    expect((await found('customers', { name: 'Typen AG' }))[0]).toMatchObject({
      credit_limit: '1234.00',
      payment_days: 30,
    });
  });

  test('takes back what was exported', async () => {
    const columns = ['number', 'name', 'status', 'email', 'phone', 'credit_limit', 'owner_id', 'brand_ids', 'tag_ids'];
    for (const format of ['csv', 'xlsx']) {
      const response = await fetch(`${kontor.url}/api/v1/customers/export?${query({ format, columns })}`, {
        headers: { Authorization: `Bearer ${kontor.admin.token}` },
      });
      const file = new Uint8Array(await response.arrayBuffer());
      const answer = await send('customers', file);
      expect(answer.body).toMatchObject({ created: 0, updated: 0, failed: 0, errors: [] });
      expect(answer.body.unchanged).toBe(await countOf('customers'));
    }
  });

  test('a mapping that can not be is refused before anything is read', async () => {
    const file = 'Name;Firma\na;b\n';
    for (const [mapping, code] of [
      [{ Nichts: 'name' }, 'Diese Spalte gibt es in der Datei nicht.'],
      [{ Name: 'nope' }, 'Dieses Feld gibt es nicht.'],
      [{ Name: 'open_tasks' }, 'Dieses Feld gibt es nicht.'],
      [{ Name: 'name', Firma: 'name' }, 'Mehrere Spalten sollen dasselbe Feld füllen.'],
    ] as const) {
      const answer = await send('customers', file, { mapping });
      expect([answer.status, Object.values(answer.body.errors.mapping)]).toEqual([422, [code]]);
    }
    expect((await send('customers', file, { key: ['email'] })).status).toBe(422);
    expect((await send('customers', file, { mode: 'some' })).status).toBe(400);
  });
});

describe('who may import what', () => {
  test('import is a permission of its own, and nobody imports beyond their scope', async () => {
    const employee = await kontor.as(['employee'], { brand_ids: brands });
    expect((await send('customers', 'Name\nx\n', {}, employee)).status).toBe(403);
    expect((await send('audit_entries', 'Vorgang\nx\n')).status).toBe(405);
    const office = await kontor.as(['backoffice'], { brand_ids: [brands[0]!] });
    const file = 'Name;Marken\nDrin;Marke 1\nDraußen;Marke 2\nOhne;\n';
    const answer = await send('customers', file, { mode: 'valid' }, office);
    expect(answer.body).toMatchObject({ created: 1, failed: 2, committed: true });
    expect(answer.body.errors).toMatchObject([
      { row: 3, column: 'Marken', message: 'Dazu gibt es keinen Datensatz.' },
      { row: 4, column: null, message: 'Dazu fehlt Ihnen die Berechtigung.' },
    ]);
    expect(await found('customers', { name: 'Ohne' })).toEqual([]);
    const [hidden] = await found('customers', { name: 'Meier AG' });
    const change = await send('customers', `Kundennummer;Name\n${hidden.number};Geändert\n`, {}, office);
    expect(change.body).toMatchObject({ updated: 0, failed: 1, committed: false });
    expect((await kontor.admin('GET', `/customers/${hidden.id}`)).body.name).toBe('Meier AG');
  });
});

describe('size', () => {
  /** A ZIP with one entry, whose stated size may be a lie. */
  function zip(name: string, content: Buffer, stated = content.length): Buffer {
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(stated, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed]);
    const central = Buffer.concat([
      Buffer.from('PK\u0001\u0002'),
      Buffer.from([20, 0]),
      fields,
      Buffer.alloc(14),
      Buffer.from(name),
    ]);
    const end = Buffer.alloc(22);
    end.write('PK\u0005\u0006', 'latin1');
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(central.length, 12);
    end.writeUInt32LE(local.length, 16);
    return Buffer.concat([local, central, end]);
  }

  test('bombs are refused, honest ones and liars', async () => {
    const zeros = Buffer.alloc(60 * 1024 * 1024, 32);
    const honest = await preview('customers', zip('xl/workbook.xml', zeros));
    expect([honest.status, honest.body.code]).toEqual([413, 'too_large']);
    const liar = await preview('customers', zip('xl/workbook.xml', zeros, 1000));
    expect([liar.status, liar.body.code]).toEqual([422, 'invalid']);
  });

  test('documents that define entities, to grow or to fetch files, are refused', async () => {
    const levels = 'abcdefghi'
      .split('')
      .map((name, n, all) => `<!ENTITY ${name} "${n ? `&${all[n - 1]};`.repeat(10) : 'lol'}">`);
    for (const definitions of [levels.join(''), '<!ENTITY i SYSTEM "file:///etc/passwd">']) {
      const xml = `<?xml version="1.0"?><!DOCTYPE workbook [${definitions}]><workbook><sheets>&i;</sheets></workbook>`;
      const from = Date.now();
      const { status, body } = await preview('customers', zip('xl/workbook.xml', Buffer.from(xml)));
      expect([status, body.code, JSON.stringify(body).includes('root:')]).toEqual([422, 'invalid', false]);
      expectWithin(1000, from);
    }
  });

  test('more than 50 MB and more than 200,000 rows are refused', async () => {
    expect((await preview('customers', new Uint8Array(51 * 1024 * 1024))).status).toBe(413);
    const rows = await preview('tags', `Name\n${'x\n'.repeat(200_010)}`);
    expect([rows.status, rows.body.errors.file]).toEqual([422, 'Die Datei hat mehr als 200000 Zeilen.']);
  });

  test(`${long ? 100_000 : 3_000} rows arrive, with addresses, in reasonable time`, async () => {
    const count = long ? 100_000 : 3_000;
    const lines = Array.from(
      { length: count },
      (_, i) => `Viele ${i};v${i}@example.de;Aktiv;${i},50;Marke 1;Test administrator;Weg ${i};50667;Köln`,
    );
    const file = ['Name;E-Mail;Status;Kreditlimit;Marken;Betreuung;Straße und Nr.;PLZ;Ort', ...lines].join('\n');
    const { engine, databases } = kontor.running;
    const stop = await startWorker({
      engine,
      logger: pino({ level: 'silent' }),
      url: databases.url,
      files: openJobFiles({ home: kontor.home }),
    });
    const from = Date.now();
    const asked = await send('customers', file);
    expect(asked.status).toBe(202);
    const state = async () => (await kontor.admin('GET', `/jobs/${asked.body.id}`)).body.state;
    await expect.poll(state, { timeout: 300_000, interval: 100 }).toBe('done');
    const ms = Date.now() - from;
    expectWithin(long ? 300_000 : 15_000, from);
    await stop();
    if (long) console.log(`import: ${count} rows in ${ms} ms`);
    const answer = await kontor.admin('GET', `/jobs/${asked.body.id}/result`);
    expect(answer.body).toMatchObject({ rows: count, created: count, failed: 0, committed: true });
    const { rows } = await kontor.owner.query(
      "SELECT count(DISTINCT number)::int AS numbers, (SELECT count(*)::int FROM audit_entries a JOIN customers k ON k.id::text = a.record_id WHERE k.name LIKE 'Viele %') AS audited, (SELECT count(*)::int FROM addresses WHERE street LIKE 'Weg %') AS addresses FROM customers WHERE name LIKE 'Viele %'",
    );
    expect(rows[0]).toEqual({ numbers: count, audited: count, addresses: count });
  });
});
