import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { type Mailbox, startMailbox } from '../testing/mailbox.ts';
import { expectWithin } from '../testing/within.ts';

let kontor: TestKontor;
let box: Mailbox;
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
  box = await startMailbox();
  kontor = await startTestKontor();
  const company = (await post('/companies', { name: 'Firma' })).id;
  const brand = (name: string, more = {}) => post('/brands', { name, company_id: company, ...more });
  north = (await brand('Nord', { signature: '<p>Team Nord<script>x()</script></p>', sender_name: 'Nord' })).id;
  south = (await brand('Süd')).id;
  customer = (
    await post('/customers', {
      name: 'Müller <b>& Söhne</b>',
      email: 'info@mueller.example',
      credit_limit: '12500',
      brand_ids: [north],
      language: 'en',
    })
  ).id;
  contact = (
    await post('/contacts', {
      last_name: 'Weiß',
      salutation: 'ms',
      customer_id: customer,
      email: 'weiss@mueller.example',
    })
  ).id;
  await post('/email_accounts', {
    name: 'Haus',
    host: '127.0.0.1',
    port: Number(new URL(box.url).port),
    encryption: 'none',
    from_address: 'haus@example.de',
  });
});
beforeEach(() => kontor.owner.query('DELETE FROM email_messages'));
afterAll(async () => {
  await kontor.stop();
  await box.stop();
});

const template = (more: object = {}) => ({
  name: `Vorlage ${Math.random()}`,
  resource: 'customers',
  subject: 'Für {{ customer.name }}',
  body: '<p>Guten Tag</p>',
  ...more,
});
const errorsOf = async (more: object) => {
  const { status, body } = await kontor.admin('POST', '/email_templates', template(more));
  return status === 422 ? (body.errors as Record<string, string>) : `${status}`;
};
const fill = (body: object, as = kontor.admin, resource = 'customers', id = customer) =>
  as('POST', `/${resource}/${id}/mail/fill`, body);
const letter = { subject: 'Angebot', html: '<p>Guten Tag,</p>' };
const send = (more: object = {}, as = kontor.admin) =>
  as('POST', `/customers/${customer}/mail`, { ...letter, recipients: [{ email: 'info@mueller.example' }], ...more });
const release = async () => {
  await kontor.owner.query(`UPDATE email_messages SET next_attempt_at = now() WHERE state IN ('queued', 'deferred')`);
  kontor.running.engine.outward.wake();
};
async function settled(count: number) {
  for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((done) => setTimeout(done, 20))) {
    const { rows } = await kontor.owner.query(`SELECT * FROM email_messages WHERE state <> 'queued' ORDER BY "to"`);
    if (rows.length === count) return rows;
  }
  throw new Error('not sent in time');
}

describe('a template', () => {
  test('with a mistake is not saved; the message names the line and what is wrong', async () => {
    const mistakes: [object, string, RegExp][] = [
      [
        { body: '<p>Guten Tag</p><p>{% if customer.name %}x</p>' },
        'body',
        /^Zeile 2: „\{% if customer\.name %\}“ wird nicht/,
      ],
      [{ subject: '{{ customer.name' }, 'subject', /^Zeile 1: .*nicht geschlossen/],
      [{ body: '<p>{{ customer.name | uper }}</p>' }, 'body', /Filter „uper“ gibt es nicht/],
      [{ body: '<p>{% include "x" %}</p>' }, 'body', /Anweisung „include“ gibt es nicht/],
      [{ body: '<p>{% render "x" %}</p>' }, 'body', /Anweisung „render“/],
      [
        { body: '<p>{{ customer.nme }}</p>' },
        'body',
        /nicht: customer\.nme\. Möglich sind zum Beispiel: customer\.number, /,
      ],
      [{ subject: '{{ firma }}' }, 'subject', /nicht: firma/],
      [{ resource: 'users' }, 'resource', /Möglich sind: Trainings, .*Kunden, Kontakte/],
      [{ resource: 'constructor' }, 'resource', /keine E-Mails/],
    ];
    for (const [given, field, words] of mistakes)
      expect([given, await errorsOf(given)]).toEqual([given, { [field]: expect.stringMatching(words) }]);
    expect(await errorsOf({ body: '<p>{{ customer.name | default: "Sie" | upcase }}</p>' })).toBe('201');
  });

  test('is one of its name for each brand and language', async () => {
    const one = template({ name: 'Dank' });
    await post('/email_templates', one);
    expect((await kontor.admin('POST', '/email_templates', one)).status).toBe(422);
    for (const other of [{ brand_id: north }, { language: 'en' }]) await post('/email_templates', { ...one, ...other });
  });

  test('is filled with what people read, in its language, and values are never markup', async () => {
    const body =
      '<p>{{ contact.salutation }} {{ contact.full_name }}, {{ customer.name }}: {{ customer.credit_limit }}</p><p>{{ brand.name }} {{ user.name }} {% if contact.birthday %}x{% else %}ohne{% endif %}</p>';
    const subject = '{{ customer.name }}\n{{ contact.customer }}';
    const german = await fill({ subject, body, brand_id: north }, kontor.admin, 'contacts', contact);
    expect(german.body.subject).toBe('Müller <b>& Söhne</b> Müller <b>& Söhne</b>');
    expect(german.body.html).toBe(
      '<p>Frau Weiß, Müller &lt;b&gt;&amp; Söhne&lt;/b&gt;: 12.500,00\u00a0€</p><p>Nord Test administrator ohne</p>',
    );
    const english = await fill({ subject, body, language: 'en' }, kontor.admin, 'contacts', contact);
    expect(english.body.html).toContain('Ms Weiß');
    expect(english.body.html).toContain('€\u00a012,500.00');
  });

  test('runs no code, sees nothing it was not given, and can not run for long', async () => {
    const evil = [
      '{{ customer.constructor }}',
      '{{ customer["__proto__"] }}',
      '{{ customer.name.constructor.constructor }}',
      '{% assign k = "constructor" %}{{ customer[k] }}',
      '{% for i in (1..100000000) %}x{% endfor %}',
      '{% for i in (1..900) %}{% for j in (1..900) %}{% for k in (1..900) %}{% endfor %}{% endfor %}{% endfor %}',
      '{% assign a = "x" %}{% for i in (1..40) %}{% assign a = a | append: a %}{% endfor %}{{ a }}',
      '{{ process.env }}',
    ];
    for (const body of evil) {
      const started = Date.now();
      const { status, body: answer } = await fill({ subject: 'x', body });
      expect([body, status, typeof answer.errors?.body]).toEqual([body, 422, 'string']);
      expectWithin(2000, started, body);
    }
    const raw = await fill({ subject: 'x', body: '{{ "<script>x()</script><img src=x onerror=y()>ok" | raw }}' });
    expect(raw.body.html).toBe('ok');
  });

  test('shows nobody what they may not read', async () => {
    const limited = await post('/roles', {
      name: 'Ohne Marken',
      permissions: [{ pattern: 'customers.read' }, { pattern: 'email_messages.create' }],
    });
    const reader = await kontor.as([limited.id]);
    const hidden = await fill({ subject: '{{ brand.name }}', body: 'x', brand_id: north }, reader);
    expect([hidden.status, hidden.body.errors.subject]).toEqual([422, expect.stringContaining('brand.name')]);
    const owner = await fill({ subject: 'x', body: '{{ owner.email }}' }, reader);
    expect([owner.status, owner.body.errors.body]).toEqual([422, expect.stringContaining('owner.email')]);
    expect((await fill({ subject: '{{ customer.name }}', body: 'x' }, reader)).status).toBe(200);
    const southern = await kontor.as(['backoffice'], { brand_ids: [south] });
    expect((await fill({ subject: 'x', body: 'x' }, southern)).status).toBe(404);
  });

  test('says of a typing error that there is no such placeholder, not that it is hidden', async () => {
    const { status, body } = await fill({ subject: 'x', body: '{{ customer.nam }}' });
    expect([status, body.errors.body]).toEqual([
      422,
      expect.stringMatching(
        /^(Diese Platzhalter gibt es hier nicht|There are no such placeholders here): customer\.nam\. .*customer\.name/,
      ),
    ]);
  });

  test('of another brand, or of something else, is refused', async () => {
    const { id } = await post('/email_templates', template({ brand_id: south }));
    const office = await kontor.as(['backoffice'], { brand_ids: [north] });
    for (const answer of [
      await fill({ template_id: id, brand_id: south }, office),
      await fill({ template_id: id, brand_id: north }),
      await fill({ template_id: id }),
      await fill({ template_id: id, brand_id: south }, kontor.admin, 'contacts', contact),
      await fill({ template_id: 'x' }),
      await send({ template_id: id, brand_id: north }),
      await send({ template_id: id, brand_id: south }, office),
    ])
      expect([answer.status, Object.keys(answer.body.errors).sort()[answer.body.errors.brand_id ? 1 : 0]]).toEqual([
        422,
        'template_id',
      ]);
    expect((await fill({ template_id: id, brand_id: south })).body.subject).toContain('Müller');
    const offered = (await office('GET', `/customers/${customer}/mail`)).body.templates;
    expect(offered.some((one: { id: string }) => one.id === id)).toBe(false);
  });
});

describe('a mail about a record', () => {
  test('is offered the addresses of the record and of those that refer to it', async () => {
    const { body } = await kontor.admin('GET', `/customers/${customer}/mail`);
    expect(body.recipients.map(({ email, name }: any) => [email, name])).toEqual([
      ['info@mueller.example', 'Müller <b>& Söhne</b>'],
      ['weiss@mueller.example', 'Weiß'],
    ]);
    expect(body).toMatchObject({ brand_id: north, language: 'en', seconds_to_withdraw: 10 });
    const task = await post('/tasks', { name: 'Rückruf', subject_resource: 'customers', subject_id: customer });
    const about = (await kontor.admin('GET', `/tasks/${task.id}/mail`)).body.recipients;
    expect(about.map(({ email }: any) => email)).toContain('info@mueller.example');
    expect((await kontor.admin('GET', `/tags/${customer}/mail`)).status).toBe(404);
  });

  test('goes to each recipient once, with the same headers for all and a state for each', async () => {
    box.refused.set('weg@mueller.example', { code: 550, words: 'Unbekannt' });
    box.refused.set('voll@mueller.example', { code: 452, words: 'Postfach voll' });
    const sent = await send({
      html: '<p>Guten Tag,<img src=x onerror=y()></p><p><a href="https://example.de">Angebot</a></p>',
      brand_id: north,
      recipients: [
        { email: 'info@mueller.example', name: 'Müller' },
        { email: 'weg@mueller.example' },
        { role: 'cc', email: 'voll@mueller.example' },
        { role: 'bcc', email: 'still@mueller.example' },
      ],
    });
    expect([sent.status, sent.body.length]).toEqual([201, 4]);
    await release();
    const rows = await settled(4);
    expect(rows.map(({ to, state, error }) => [to, state, error])).toEqual([
      ['info@mueller.example', 'sent', null],
      ['still@mueller.example', 'sent', null],
      ['voll@mueller.example', 'deferred', expect.stringContaining('452 Postfach voll')],
      ['weg@mueller.example', 'bounced', expect.stringContaining('550 Unbekannt')],
    ]);
    expect(rows[0]).toMatchObject({ about_id: customer, customer_id: customer, created_by: kontor.admin.id });
    const copies = [await box.next('info@mueller.example'), await box.next('still@mueller.example')];
    for (const { headers, to, raw, body } of copies) {
      expect(to).toHaveLength(1);
      expect(headers.get('to')).toBe('=?UTF-8?Q?M=C3=BCller?= <info@mueller.example>, weg@mueller.example');
      expect(headers.get('cc')).toBe('voll@mueller.example');
      expect(raw).not.toMatch(/^bcc:|still@/im);
      expect(headers.get('from')).toBe('Nord <haus@example.de>');
      expect(body).toContain('Angebot <https://example.de>');
      expect(body).toContain('<p>Team Nord</p>');
      expect(body).not.toMatch(/onerror|x\(\)/);
    }
    expect(copies[0]!.headers.get('message-id')).toBe(copies[1]!.headers.get('message-id'));
  });

  test('stands at its customer, whoever in the house it was about', async () => {
    await kontor.admin('POST', `/contacts/${contact}/mail`, {
      ...letter,
      recipients: [{ email: 'weiss@mueller.example' }],
    });
    const found = await kontor.admin('GET', `/email_messages?filter={"customer_id":"${customer}"}`);
    expect(found.body).toMatchObject([{ about_resource: 'contacts', about_id: contact, state: 'queued' }]);
  });

  test('can be withdrawn until it leaves, and not after', async () => {
    const [first, second] = (
      await send({ recipients: [{ email: 'a@x.example' }, { role: 'cc', email: 'b@x.example' }] })
    ).body;
    const cancel = (id: string) => kontor.admin('POST', `/email_messages/${id}/actions/cancel`, {});
    expect((await cancel(first.id)).body.state).toBe('cancelled');
    expect((await kontor.admin('GET', `/email_messages/${second.id}`)).body.state).toBe('cancelled');
    expect((await cancel(first.id)).status).toBe(422);
    expect((await kontor.admin('POST', `/email_messages/${first.id}/actions/retry`, {})).status).toBe(422);
    await release();
    const [third] = (await send()).body;
    await release();
    await settled(3);
    expect((await cancel(third.id)).status).toBe(422);
    expect(box.received.some(({ to }) => to.includes('a@x.example'))).toBe(false);
  });

  test('is refused whole, at the field, where something in it is wrong', async () => {
    const wrong: [object, string][] = [
      [{ recipients: [] }, 'recipients'],
      [{ recipients: undefined }, 'recipients'],
      [{ recipients: [{ role: 'bcc', email: 'a@x.example' }] }, 'recipients'],
      [{ recipients: [{ email: 'a@x.example' }, { email: 'A@X.example' }] }, 'recipients'],
      [{ recipients: Array.from({ length: 51 }, (_, i) => ({ email: `a${i}@x.example` })) }, 'recipients'],
      [{ recipients: [{ email: 'a@x.example\r\nBcc: b@x.example' }] }, 'recipients'],
      [{ recipients: [{ email: 'a@x.example, b@x.example' }] }, 'recipients'],
      [{ recipients: [{ role: 'from', email: 'a@x.example' }] }, 'recipients'],
      [{ recipients: [null] }, 'recipients'],
      [{ subject: '' }, 'subject'],
      [{ subject: 'x'.repeat(201) }, 'subject'],
      [{ html: '' }, 'html'],
      [{ html: '<p> </p>' }, 'html'],
      [{ html: 5 }, 'html'],
      [{ reply_to: 'a@x.example\nX: y' }, 'reply_to'],
      [{ brand_id: customer }, 'brand_id'],
      [{ from: 'boss@example.de' }, 'from'],
      [{ state: 'sent' }, 'state'],
    ];
    for (const [given, field] of wrong) {
      const { status, body } = await send(given);
      expect([given, status, Object.keys(body.errors ?? {})]).toEqual([given, 422, [field]]);
    }
    expect((await kontor.owner.query('SELECT count(*)::int AS n FROM email_messages')).rows[0].n).toBe(0);
  });

  test('has no header that somebody slipped in', async () => {
    await send({
      subject: 'Hallo\r\nBcc: opfer@x.example\u2028X-Evil: 1',
      recipients: [{ email: 'ziel@x.example', name: 'Mia" <opfer@x.example>\r\nX-Evil: 2' }],
    });
    await release();
    const { raw, to } = await box.next('ziel@x.example');
    const head = raw.split('\r\n\r\n')[0]!;
    expect(to).toEqual(['ziel@x.example']);
    expect(head).not.toMatch(/^(?:bcc|x-evil):/im);
  });

  test('is read and sent by who sees the record; messages of Kontor itself stay with administrators', async () => {
    const [{ id }] = (await send({ brand_id: north })).body;
    await kontor.owner.query(
      `INSERT INTO email_messages (id, direction, "to", role, subject, text, state, attempts) VALUES (gen_random_uuid(), 'out', 'x@example.de', 'to', 'Einladung', 'x', 'sent', 1)`,
    );
    const there = await kontor.as(['sales_rep'], { brand_ids: [north] });
    expect((await there('GET', '/email_messages')).body.map((row: any) => row.id)).toEqual([id]);
    expect((await send({}, there)).status).toBe(201);
    const elsewhere = await kontor.as(['backoffice'], { brand_ids: [south] });
    expect((await elsewhere('GET', '/email_messages')).body).toEqual([]);
    expect((await send({}, elsewhere)).status).toBe(404);
    expect((await elsewhere('POST', `/email_messages/${id}/actions/cancel`, {})).status).toBe(404);
    const reader = await kontor.as(['employee'], { brand_ids: [north] });
    expect((await send({}, reader)).status).toBe(403);
    for (const as of [await kontor.as(['finance_admin']), await kontor.as(['employee'], { brand_ids: [north] })])
      expect((await as('GET', '/email_messages')).body.some((row: any) => row.subject === 'Einladung')).toBe(false);
    expect((await kontor.admin('POST', '/email_messages', {})).status).toBe(405);
  });

  test('is shown before it leaves as it will be', async () => {
    const { body } = await kontor.admin('POST', `/customers/${customer}/mail/preview`, { ...letter, brand_id: north });
    expect(body.from).toEqual({ name: 'Nord', email: 'haus@example.de' });
    expect(body.html).toContain('<p>Guten Tag,</p>');
    expect(body.text).toContain('Team Nord');
  });
});
