import { request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { harmless } from './export/csv.ts';

const long = process.env.KONTOR_LONG === '1';
const many = long ? 100_000 : 10_000;
const brands = ['01900000-0000-7000-8000-00000000b001', '01900000-0000-7000-8000-00000000b002'];

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

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
  await owner.query(
    "INSERT INTO customers (id, number, type, name, status, language, email, phone, credit_limit, owner_id) SELECT gen_random_uuid(), 'K-' || lpad(i::text, 6, '0'), 'organisation', 'Müller & Söhne GmbH ' || i, 'active', 'de', 'info' || i || '@example.de', '+49 221 123456', i + 0.5, $1 FROM generate_series(1, $2::int) i",
    [kontor.admin.id, many],
  );
  await owner.query(
    "INSERT INTO customers_brand_ids SELECT id, CASE WHEN right(number, 1) = '1' THEN $1::uuid ELSE $2::uuid END FROM customers",
    brands,
  );
});
afterAll(() => kontor.stop());

const query = (parameters: Record<string, unknown>) =>
  new URLSearchParams(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  ).toString();

/** The raw bytes of an export. */
async function exported(
  resource: string,
  parameters: Record<string, unknown>,
  token = kontor.admin.token,
  language = 'de',
) {
  const response = await fetch(`${kontor.url}/api/v1/${resource}/export?${query(parameters)}`, {
    headers: { Authorization: `Bearer ${token}`, 'Accept-Language': language },
  });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}
const linesOf = (bytes: Buffer) => bytes.toString('utf8').split('\r\n').filter(Boolean);

async function workbookOf(bytes: Buffer) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as any);
  return workbook.worksheets[0]!;
}

const one = { number: 'K-000001' };

describe('CSV', () => {
  test('has the wanted columns with heads, numbers and titles in the language asked for', async () => {
    const columns = ['number', 'name', 'status', 'credit_limit', 'owner_id', 'brand_ids', 'created_at'];
    const german = await exported('customers', { columns, filter: one });
    expect(german.response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(german.response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Kunden \d{4}-\d\d-\d\d\.csv"; filename\*=UTF-8''Kunden%20\d{4}-\d\d-\d\d\.csv$/,
    );
    expect([...german.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, row] = linesOf(german.bytes);
    expect(head).toBe('\ufeffKundennummer;Name;Status;Kreditlimit;Betreuung;Marken;Angelegt am');
    expect(row).toMatch(
      /^K-000001;Müller & Söhne GmbH 1;Aktiv;1,50 €;Test administrator;Marke 1;\d\d\.\d\d\.\d{4} \d\d:\d\d$/,
    );
    const english = linesOf((await exported('customers', { columns, filter: one }, undefined, 'en')).bytes);
    expect(english[0]).toContain('Customer number;Name;Status;Credit limit');
    expect(english[1]).toMatch(/;Active;€ 1\.50;Test administrator;/);
  });

  test('follows filter, order and trash', async () => {
    const [, first] = linesOf((await exported('customers', { columns: ['number'], sort: ['number', 'DESC'] })).bytes);
    expect(first).toBe(`K-${String(many).padStart(6, '0')}`);
    const some = await exported('customers', {
      columns: ['number'],
      filter: { number_gte: 'K-0', number_lt: 'K-000010' },
    });
    expect(linesOf(some.bytes)).toHaveLength(10);
    const trash = await exported('customers', { columns: ['number'], filter: { _trash: true } });
    expect(linesOf(trash.bytes)).toHaveLength(1);
  });

  test('neutralises what a spreadsheet would run, and leaves numbers alone', async () => {
    expect(['=1+1', '+cmd', '@SUM(A1)', '-2+3', '\tx', '-x'].map(harmless)).toEqual([
      "'=1+1",
      "'+cmd",
      "'@SUM(A1)",
      "'-2+3",
      "'\tx",
      "'-x",
    ]);
    for (const text of ['-5,00 €', '+49 221 123456', '-1.234,56', '€ -3', 'Müller = gut'])
      expect(harmless(text)).toBe(text);
    await kontor.admin('POST', '/customers', { name: '=HYPERLINK("https://evil.example")', remarks: 'a;"b"\nc' });
    const { bytes } = await exported('customers', { columns: ['name', 'remarks'], filter: { name_like: '=%' } });
    expect(bytes.toString()).toContain(`"'=HYPERLINK(""https://evil.example"")";"a;""b""\nc"`);
  });
});

describe('XLSX', () => {
  test('has typed cells, bold heads, a frozen row, widths and a filter', async () => {
    await kontor.admin('POST', '/tasks', { name: '=1+1', due_on: '2026-11-21', estimated: 90 });
    const columns = ['name', 'due_on', 'estimated', 'assignee_id', 'created_at'];
    const { response, bytes } = await exported('tasks', { format: 'xlsx', columns });
    expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''Aufgaben%20");
    const sheet = await workbookOf(bytes);
    expect(sheet.name).toBe('Aufgaben');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.autoFilter).toBe('A1:E1');
    expect(sheet.getColumn(1).width).toBeGreaterThan(10);
    expect(sheet.getCell('A1').font.bold).toBe(true);
    expect(sheet.getCell('B1').value).toBe('Fällig am');
    expect(sheet.getCell('A2').value).toBe('=1+1');
    expect(sheet.getCell('B2').value).toEqual(new Date('2026-11-21T00:00:00Z'));
    expect(sheet.getCell('C2').numFmt).toBe('[h]:mm');
    expect(sheet.getCell('D2').value).toBe('Test administrator');
    expect(sheet.getCell('E2').value).toBeInstanceOf(Date);
    const money = await workbookOf(
      (await exported('customers', { format: 'xlsx', columns: ['credit_limit'], filter: one })).bytes,
    );
    expect([money.getCell('A2').value, money.getCell('A2').numFmt]).toEqual([1.5, '#,##0.00']);
  });
});

describe('who may export what', () => {
  test('the scope of export counts, titles one may not see stay empty, and export is a permission of its own', async () => {
    const office = await kontor.as(['backoffice'], { brand_ids: [brands[0]!] });
    const { bytes } = await exported('customers', { columns: ['number', 'brand_ids'] }, office.token);
    const rows = linesOf(bytes).slice(1);
    expect(rows).toHaveLength(many / 10);
    expect(rows.every((row) => row.endsWith(';Marke 1'))).toBe(true);
    const employee = await kontor.as(['employee'], { brand_ids: brands });
    expect((await employee('GET', '/customers/export')).status).toBe(403);
    expect((await kontor.anonymous('GET', '/customers/export')).status).toBe(401);
  });

  test('unknown and unreadable columns are told', async () => {
    const answer = await kontor.admin('GET', `/customers/export?${query({ columns: ['name', 'nope', 'addresses'] })}`);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual(['nope', 'addresses']);
    expect((await kontor.admin('GET', '/customers/export?format=pdf')).status).toBe(400);
    expect((await kontor.admin('GET', `/customers/export?${query({ sort: ['remarks2', 'ASC'] })}`)).status).toBe(400);
  });
});

describe('streaming', () => {
  const columns = [
    'number',
    'name',
    'status',
    'industry',
    'email',
    'phone',
    'credit_limit',
    'owner_id',
    'brand_ids',
    'created_at',
  ];
  /** How many connections are in a transaction, working or waiting. */
  const connections = async () =>
    (
      await kontor.owner.query(
        "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid() AND backend_type = 'client backend'",
      )
    ).rows[0].n as number;

  /** Reads an export without keeping it; the largest growth of this process meanwhile. */
  async function growth(format: string): Promise<{ bytes: number; grown: number; ms: number }> {
    collectGarbage();
    const start = process.memoryUsage.rss();
    let peak = start;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 10);
    const from = Date.now();
    let bytes = 0;
    const response = await fetch(`${kontor.url}/api/v1/customers/export?${query({ format, columns })}`, {
      headers: { Authorization: `Bearer ${kontor.admin.token}`, 'Accept-Encoding': 'identity' },
    });
    for await (const chunk of response.body!) bytes += chunk.length;
    clearInterval(watch);
    return { bytes, grown: (peak - start) / 1e6, ms: Date.now() - from };
  }

  test.each(['csv', 'xlsx'])(`${many} rows as %s grow the process by less than 100 MB`, async (format) => {
    const { bytes, grown, ms } = await growth(format);
    if (long) console.log(`${format}: ${many} rows, ${bytes} bytes, ${grown.toFixed(0)} MB, ${ms} ms`);
    expect(bytes).toBeGreaterThan(many * 20);
    expect(grown).toBeLessThan(100);
  });

  test('a receiver that goes away gives its connection back', async () => {
    for (const format of ['csv', 'xlsx']) {
      await new Promise<void>((done, fail) => {
        const address = `${kontor.url}/api/v1/customers/export?${query({ format, columns })}`;
        const asked = request(address, { headers: { Authorization: `Bearer ${kontor.admin.token}` } }, (response) => {
          response.once('data', () => {
            response.destroy();
            done();
          });
          response.on('error', () => {});
        });
        asked.on('error', fail);
        asked.end();
      });
      await expect.poll(connections, { timeout: 30_000 }).toBe(0);
    }
    const all = await Promise.all(Array.from({ length: 12 }, () => kontor.admin('GET', '/customers?range=[0,0]')));
    expect(all.every((answer) => answer.status === 200)).toBe(true);
  });

  test('more exports than connections wait for each other and all arrive', async () => {
    const some = await Promise.all(
      Array.from({ length: 14 }, () =>
        exported('customers', { columns, filter: { number_gte: 'K-0', number_lt: 'K-000501' } }),
      ),
    );
    expect(some.map(({ bytes }) => linesOf(bytes).length)).toEqual(Array(14).fill(501));
  });
});
