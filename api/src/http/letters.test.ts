import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { textsOf, wordsOf } from '../testing/pdf.ts';

let kontor: TestKontor;
let north: string;
let south: string;
let customer: string;
let contact: string;
const post = async (path: string, body: object) => {
  const { status, body: made } = await kontor.admin('POST', path, body);
  if (status !== 201) throw new Error(`${path} ${status} ${JSON.stringify(made)}`);
  return made;
};

beforeAll(async () => {
  kontor = await startTestKontor();
  const company = (
    await post('/companies', {
      name: 'Firma Müller & Söhne GmbH',
      address: { street: 'Hafen 12', postcode: '50678', city: 'Köln', country: 'DE' },
      managing_directors: 'Anna Berger',
      register_entry: 'Amtsgericht Köln, HRB 1',
      vat_id: 'DE999000111',
      bank_name: 'Sparkasse',
      iban: 'DE89 3704 0044 0532 0130 00',
    })
  ).id;
  const brand = (name: string, more = {}) => post('/brands', { name, company_id: company, ...more });
  north = (await brand('Nord', { phone: '0221 4710', letter_closing: 'Ahoi', footer: 'Fußnote Nord' })).id;
  south = (await brand('Süd')).id;
  customer = (
    await post('/customers', {
      name: 'Genossenschaft <b>& Co</b>',
      brand_ids: [north],
      credit_limit: '12500',
      addresses: [
        { street: 'Gasse 1', postcode: '8001', city: 'Zürich', country: 'CH' },
        { type: 'billing', street: 'Postfach 7', postcode: '50667', city: 'Köln', country: 'DE' },
      ],
    })
  ).id;
  contact = (
    await post('/contacts', {
      salutation: 'ms',
      academic_title: 'Dr.',
      first_name: 'Ayşe',
      last_name: 'Weiß',
      customer_id: customer,
    })
  ).id;
});
afterAll(() => kontor.stop());

const template = (more: object = {}) => ({
  name: `Vorlage ${Math.random()}`,
  resource: 'customers',
  subject: 'Für {{ customer.name }}',
  body: '<p>Guten Tag</p>',
  ...more,
});
const errorsOf = async (more: object) => {
  const { status, body } = await kontor.admin('POST', '/document_templates', template(more));
  return status === 422 ? (body.errors as Record<string, string>) : `${status}`;
};
const letter = (more: object = {}) => ({
  brand_id: north,
  recipient: 'Genossenschaft\nZürich',
  subject: 'Angebot',
  html: '<p>Guten Tag,</p>',
  ...more,
});
type User = TestKontor['admin'];
/** Content, or the JSON of what is no PDF. */
async function fetched(path: string, as: User = kontor.admin, body?: object): Promise<Buffer | any> {
  const response = await fetch(`${kontor.url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { Authorization: `Bearer ${as.token}`, 'Content-Type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return response.headers.get('content-type')?.startsWith('application/pdf')
    ? Buffer.from(await response.arrayBuffer())
    : response.json();
}
/** The PDF of a letter, or what is wrong with it. */
const preview = (body: object, as?: User, at = `customers/${customer}`) => fetched(`/${at}/letter/preview`, as, body);

describe('templates of documents', () => {
  test('mistakes are told at their field, also those of tables', async () => {
    expect(await errorsOf({ resource: 'tags' })).toEqual({ resource: expect.stringContaining('Kunden') });
    expect(await errorsOf({ subject: '{{ customer.nme }}' })).toEqual({
      subject: expect.stringContaining('customer.nme'),
    });
    expect(await errorsOf({ body: '<p>{{ customer.name </p>' })).toEqual({ body: expect.stringContaining('Zeile 1') });
    expect(await errorsOf({ body: '<p>{% table customer.addresses: street, town %}</p>' })).toEqual({
      body: expect.stringMatching(/town.*street/),
    });
    expect(await errorsOf({ body: '<p>{% table customer.name: street %}</p>' })).toEqual({
      body: expect.stringContaining('customer.name'),
    });
    expect(
      await errorsOf({
        body: '<p>{% if customer.email %}</p><p>{% table customer.addresses: x %}</p><p>{% endif %}</p>',
      }),
    ).toEqual({
      body: expect.stringContaining('x'),
    });
    expect(await errorsOf({ body: '<p>{% table customer.orders: street %}</p>' })).toEqual({
      body: expect.stringContaining('customer.orders'),
    });
    for (const body of ['{% table %}', '{% table : street %}', '{% include "x" %}', '{% signature "a" | b %}'])
      expect(await errorsOf({ body: `<p>${body}</p>` }), body).toEqual({ body: expect.any(String) });
    expect(
      await errorsOf({
        body: '<p>{% table customer.addresses: street, city %}</p><p>{% signature "Ort", user.name %}</p>',
      }),
    ).toBe('201');
  });
});

describe('a letter about a record', () => {
  test('is addressed as its resource declares', async () => {
    const { body: options } = await kontor.admin('GET', `/customers/${customer}/letter`);
    expect(options.recipient).toBe('Genossenschaft <b>& Co</b>\nGasse 1\n8001 Zürich\nSCHWEIZ');
    expect(options.brand_id).toBe(north);
    const { body: person } = await kontor.admin('GET', `/contacts/${contact}/letter`);
    expect(person.recipient).toBe('Genossenschaft <b>& Co</b>\nFrau Dr. Ayşe Weiß\nGasse 1\n8001 Zürich\nSCHWEIZ');
    expect((await kontor.admin('GET', `/tasks/${customer}/letter`)).status).toBe(404);
  });

  test('is filled from a template; tables and signatures are set when it is made', async () => {
    const made = await post('/document_templates', {
      ...template(),
      category: 'contract',
      subject: 'Angebot für {{ customer.name }}',
      body: '<p>{{ customer.name }} hat {{ customer.credit_limit }}, {{ brand.letter_closing }}</p><p>{% table customer.addresses: type, city %}</p><p>{% signature "Ort, {{ nichts }}", brand.name %}</p><p>{% page_break %}</p><p>Zweite Seite</p>',
    });
    const { body: filled } = await kontor.admin('POST', `/customers/${customer}/letter/fill`, {
      template_id: made.id,
      brand_id: north,
    });
    expect(filled.subject).toBe('Angebot für Genossenschaft <b>& Co</b>');
    expect(filled.html).toContain('12.500,00\u00a0€, Ahoi');
    expect(filled.html).toContain('{% table customer.addresses: type, city %}');
    expect(filled.html).toContain('{% signature');
    expect(filled.html).toContain('Nord');
    const pdf = await preview(letter({ ...filled, template_id: made.id }));
    const pages = await textsOf(pdf);
    const words = await wordsOf(pdf);
    expect(pages.length).toBe(2);
    expect(pages[1]!.map(({ text }) => text)).toContain('Zweite Seite');
    for (const shown of [
      'Genossenschaft <b>& Co</b> hat 12.500,00 €',
      'Art',
      'Ort',
      'Hauptanschrift',
      'Zürich',
      'Rechnung',
      'Köln',
      'Datum',
      'Kundennummer',
      'Amtsgericht Köln, HRB 1',
      'IBAN DE89 3704 0044 0532 0130 00',
      'Fußnote Nord',
      'USt-IdNr. DE999000111',
    ])
      expect(words).toContain(shown);
    expect(words).not.toContain('{%');
  });

  test('what data and people have put in braces stays words', async () => {
    const words = await wordsOf(await preview(letter({ html: '<p>{{ user.email }} und {{ nichts</p>' })));
    expect(words).toContain('{{ user.email }} und {{ nichts');
    for (const html of ['<p>{% include "x" %}</p>', '<p>{&#37; kein Tag</p>', '<p>{% for a in user %}{% endfor %}</p>'])
      expect((await preview(letter({ html }))).errors).toEqual({ html: expect.any(String) });
    expect((await preview(letter({ html: '<p>{% table customer.nothing: a %}</p>' }))).errors).toEqual({
      html: expect.any(String),
    });
  });

  test('bad input is told at its field', async () => {
    for (const [more, field] of [
      [{ brand_id: null }, 'brand_id'],
      [{ brand_id: customer }, 'brand_id'],
      [{ template_id: customer }, 'template_id'],
      [{ subject: '' }, 'subject'],
      [{ subject: 'x'.repeat(201) }, 'subject'],
      [{ html: '' }, 'html'],
      [{ recipient: 'x'.repeat(601) }, 'recipient'],
    ] as const)
      expect(Object.keys((await preview(letter(more))).errors), JSON.stringify(more).slice(0, 60)).toEqual([field]);
    for (const body of [[], 'x', 5, null])
      expect(
        (await kontor.admin('POST', `/customers/${customer}/letter`, body as never)).status,
      ).toBeGreaterThanOrEqual(400);
    const other = await post('/document_templates', template({ brand_id: south }));
    expect((await preview(letter({ template_id: other.id }))).errors).toEqual({ template_id: expect.any(String) });
  });

  test('is filed with the record as a document that can be read, once', async () => {
    const made = await post(`/customers/${customer}/letter`, letter({ subject: 'Schreiben: 50 % / Nachlass' }));
    expect(made).toMatchObject({
      subject_resource: 'customers',
      subject_id: customer,
      name: 'Schreiben: 50 % / Nachlass',
      category: 'letter',
      media_type: 'application/pdf',
      version_number: 1,
    });
    expect(await wordsOf(await fetched(`/files/${made.file_id}/content`))).toContain('Guten Tag,');
    const before = await kontor.owner.query('SELECT count(*) FROM documents');
    const tried = await kontor.admin('POST', `/customers/${customer}/letter?dry_run=true`, letter());
    expect(tried.status).toBe(200);
    expect((await kontor.owner.query('SELECT count(*) FROM documents')).rows).toEqual(before.rows);
  });

  test('a template that is being written is made with a record, and what is wrong stands at its text', async () => {
    const draft = {
      brand_id: north,
      layout: 'certificate',
      language: 'en',
      subject: 'Certificate for {{ customer.name }}',
    };
    const words = await wordsOf(await preview({ ...draft, body: '<p>{{ customer.credit_limit }}</p>' }));
    expect(words).toContain('Certificate for Genossenschaft');
    expect(words).toContain('€ 12,500.00');
    expect((await preview({ ...draft, body: '<p>{{ customer.nothing }}</p>' })).errors).toEqual({
      body: expect.any(String),
    });
    expect((await preview({ ...draft, subject: '{{ x', body: '<p>a</p>' })).errors).toEqual({
      subject: expect.any(String),
    });
    expect((await preview({ ...draft, body: '' })).errors).toEqual({ body: expect.any(String) });
  });

  test('takes the logo of its brand', async () => {
    const picture = await sharp({ create: { width: 400, height: 100, channels: 4, background: '#00f8' } })
      .png()
      .toBuffer();
    const uploaded = await fetch(`${kontor.url}/api/v1/files`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${kontor.admin.token}`, 'X-File-Name': 'logo.png' },
      body: new Uint8Array(picture),
    });
    const file = (await uploaded.json()) as { id: string };
    const { body: brand } = await kontor.admin('GET', `/brands/${south}`);
    await kontor.admin('PUT', `/brands/${south}`, { logo: file.id, version: brand.version });
    const pdf = (await preview(letter({ brand_id: south }))) as Buffer;
    expect(pdf.toString('latin1')).toContain('/Subtype /Image');
    expect(pdf.toString('latin1')).not.toContain('/SMask');
  });
});

describe('who may', () => {
  const paths = () => [
    `/customers/${customer}/letter`,
    `/customers/${customer}/letter/preview`,
    `/customers/${customer}/letter/fill`,
  ];
  test('nobody who does not see the record', async () => {
    const stranger = await kontor.as(['backoffice'], { brand_ids: [south] });
    expect((await stranger('GET', paths()[0]!)).status).toBe(404);
    for (const path of paths()) expect((await stranger('POST', path, letter({ brand_id: south }))).status).toBe(404);
    expect((await kontor.anonymous('POST', paths()[1]!, letter())).status).toBe(401);
  });

  test('who sees it and may file nothing reads, and writes no letters', async () => {
    const auditor = await kontor.as(['auditor'], { brand_ids: [north] });
    expect((await auditor('GET', `/customers/${customer}`)).status).toBe(200);
    for (const path of paths().slice(0, 2)) expect((await auditor('POST', path, letter())).status).toBe(403);
  });

  test('on the paper of their own brands, with templates of these', async () => {
    const clerk = await kontor.as(['backoffice'], { brand_ids: [north] });
    const foreign = await post('/document_templates', template({ brand_id: south }));
    const { body: options } = await clerk('GET', paths()[0]!);
    expect(options.brands.map(({ title }: { title: string }) => title)).toEqual(['Nord']);
    expect(options.templates.map(({ id }: { id: string }) => id)).not.toContain(foreign.id);
    expect(Object.keys((await preview(letter({ brand_id: south }), clerk)).errors)).toEqual(['brand_id']);
    expect((await clerk('POST', paths()[2]!, { template_id: foreign.id, brand_id: south })).body.errors).toEqual({
      template_id: expect.any(String),
    });
    expect((await clerk('POST', paths()[0]!, letter())).status).toBe(201);
  });
});
