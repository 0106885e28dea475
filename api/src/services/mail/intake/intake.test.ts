import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startTestKontor, type TestKontor } from '../../../testing/harness.ts';
import { type ImapBox, imapUser, startImap } from '../../../testing/imap.ts';
import { type Mailbox, startMailbox } from '../../../testing/mailbox.ts';
import { openStorage } from '../../content/index.ts';
import { startWorker } from '../../jobs/worker.ts';
import { takeIn } from './poll.ts';

let kontor: TestKontor;
let box: ImapBox;
let post: Mailbox;
let account: string;
let customer: string;
let contact: string;
let serial = 0;

const make = async (path: string, body: object) => {
  const { status, body: made } = await kontor.admin('POST', path, body);
  if (status !== 201) throw new Error(`${path} ${status} ${JSON.stringify(made)}`);
  return made;
};

beforeAll(async () => {
  [kontor, box, post] = await Promise.all([startTestKontor(), startImap(), startMailbox()]);
  customer = (await make('/customers', { name: 'Müller', email: 'info@mueller.example' })).id;
  contact = (await make('/contacts', { last_name: 'Weiß', customer_id: customer, email: 'Weiss@mueller.example' })).id;
  account = (
    await make('/email_accounts', {
      name: 'Haus',
      host: '127.0.0.1',
      port: Number(new URL(post.url).port),
      encryption: 'none',
      from_address: 'haus@example.de',
      imap_host: '127.0.0.1',
      imap_port: box.port,
      imap_encryption: 'none',
      imap_user_name: imapUser.user,
      imap_password: imapUser.password,
    })
  ).id;
});
afterEach(() => kontor.owner.query('DELETE FROM email_messages'));
afterAll(async () => {
  await kontor.stop();
  await Promise.all([box.stop(), post.stop()]);
});

const look = (limit = 25_000_000) =>
  takeIn({
    engine: kontor.running.engine,
    storage: openStorage({ home: kontor.home, fileLimit: limit }),
    logger: pino({ level: 'silent' }),
  });
const rows = async (where = 'true') =>
  (await kontor.owner.query(`SELECT * FROM email_messages WHERE ${where} ORDER BY created_at, id`)).rows;
const received = () => rows(`direction = 'in'`);
const words = async () =>
  (await kontor.owner.query('SELECT imap_words, imap_last, imap_polled_at FROM email_accounts')).rows[0];
const id = () => `<${++serial}.${Date.now()}@mueller.example>`;
const mail = (headers: Record<string, string>, body = 'Guten Tag, das passt.') =>
  [
    ...Object.entries({
      'Message-ID': id(),
      From: 'Mia Weiß <weiss@mueller.example>',
      To: 'haus@example.de',
      Subject: 'Re: Angebot',
      'MIME-Version': '1.0',
      'Content-Type': 'text/plain; charset=utf-8',
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');

/** Sends a mail about the customer, really, and tells what arrived. */
async function send(recipients = ['info@mueller.example'], more: object = {}) {
  const body = await make(`/customers/${customer}/mail`, {
    subject: 'Angebot',
    html: '<p>Guten Tag</p>',
    recipients: recipients.map((email) => ({ email })),
    ...more,
  });
  await kontor.owner.query('UPDATE email_messages SET next_attempt_at = now()');
  kontor.running.engine.outward.wake();
  const arrived = await Promise.all(recipients.map((to) => post.next(to)));
  for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((done) => setTimeout(done, 20)))
    if ((await rows(`state = 'queued'`)).length === 0) break;
  return { sent: body as { id: string; mail: string; thread: string }[], arrived };
}

/** A report as servers write it (RFC 3464). */
const report = (of: { headers: ReadonlyMap<string, string> }, to: string, action = 'failed', copy = true) =>
  mail(
    {
      From: 'MAILER-DAEMON@mx.example',
      Subject: 'Undelivered Mail Returned to Sender',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary="grenze"',
      'Auto-Submitted': 'auto-replied',
    },
    [
      '--grenze',
      'Content-Type: text/plain',
      '',
      'Leider nicht zugestellt.',
      '',
      '--grenze',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      `Final-Recipient: rfc822; ${to}`,
      `Action: ${action}`,
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 <mia> Das Postfach',
      ' gibt es nicht',
      '',
      '--grenze',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${of.headers.get('message-id')}`,
      ...(copy ? [`X-Kontor-Copy: ${of.headers.get('x-kontor-copy')}`] : []),
      'Subject: Angebot',
      '',
      '--grenze--',
      '',
    ].join('\r\n'),
  );

describe('answers', () => {
  test('become messages of the record and the conversation that they answer, and of its customer', async () => {
    const { sent, arrived } = await send(['fremd@anders.example']);
    const to = arrived[0]!.headers.get('message-id')!;
    // not from an address that is known: what it answers is
    box.deliver(mail({ From: 'Wer <wer@anders.example>', 'In-Reply-To': to, References: `<x@y> ${to}` }));
    await look();
    const [one] = await received();
    expect(one).toMatchObject({
      state: 'received',
      from: 'wer@anders.example',
      from_name: 'Wer',
      to: 'haus@example.de',
      subject: 'Re: Angebot',
      text: 'Guten Tag, das passt.',
      html: '<p>Guten Tag, das passt.</p>',
      about_resource: 'customers',
      about_id: customer,
      customer_id: customer,
      account_id: account,
      thread: sent[0]!.thread,
    });
    const { body } = await kontor.admin('GET', `/customers/${customer}/stream`);
    const entry = body.entries.find(({ of, record }: any) => of === 'email_messages' && record.direction === 'in');
    expect(entry.record.from_name).toBe('Wer');
    // and the answer to that one, which names it alone
    box.deliver(mail({ From: 'wer@anders.example', 'In-Reply-To': one.message_id, Subject: 'Noch etwas' }));
    await look();
    expect((await received()).map(({ thread }) => thread)).toEqual([sent[0]!.thread, sent[0]!.thread]);
  });

  test('are there once, however often they are fetched, also when the mailbox is numbered anew', async () => {
    const { arrived } = await send();
    box.deliver(mail({ 'In-Reply-To': arrived[0]!.headers.get('message-id')! }));
    await Promise.all([look(), look()]);
    expect(await received()).toHaveLength(1);
    box.renumber();
    await kontor.owner.query(`UPDATE email_messages SET text = 'unberührt' WHERE direction = 'in'`);
    await look();
    expect((await received()).map(({ text }) => text)).toEqual(['unberührt']);
  });

  test('leave the mailbox as it is', async () => {
    box.deliver(mail({}));
    await look();
    expect(await received()).toHaveLength(1);
    expect(box.flags().flat()).toEqual([]);
  });
});

describe('a conversation', () => {
  test('goes on with an answer, which names what came before', async () => {
    const { sent, arrived } = await send();
    const first = arrived[0]!.headers.get('message-id')!;
    expect(arrived[0]!.headers.has('in-reply-to')).toBe(false);
    box.deliver(mail({ 'In-Reply-To': first, References: first }));
    await look();
    const [answer] = await received();
    const next = await send(['weiss@mueller.example'], { answers_id: answer.id });
    const { headers } = next.arrived[0]!;
    expect(headers.get('in-reply-to')).toBe(answer.message_id);
    expect(headers.get('references')).toBe(`${first} ${answer.message_id}`);
    const thread = encodeURIComponent(JSON.stringify({ thread: sent[0]!.thread }));
    const { body } = await kontor.admin('GET', `/email_messages?filter=${thread}&sort=["created_at","ASC"]`);
    expect(body.map(({ direction }: any) => direction)).toEqual(['out', 'in', 'out']);
    // by a mail that knows the last one only
    box.deliver(mail({ From: 'wer@anders.example', References: `${headers.get('message-id')}` }));
    await look();
    expect((await received()).at(-1).thread).toBe(sent[0]!.thread);
  });

  test('is not joined from another record, or by who does not see it', async () => {
    box.deliver(mail({ Subject: 'Beim Kontakt' }));
    await look();
    const [one] = await received();
    const letter = { subject: 'x', html: '<p>x</p>', recipients: [{ email: 'a@example.de' }] };
    for (const answers_id of [one.id, crypto.randomUUID(), 'unsinn']) {
      const { status, body } = await kontor.admin('POST', `/customers/${customer}/mail`, { ...letter, answers_id });
      expect([status, Object.keys(body.errors ?? {})]).toEqual([422, ['answers_id']]);
    }
    expect(await rows(`direction = 'out'`)).toEqual([]);
  });
});

describe('other mails', () => {
  test('of known people come to them and their customer; all others stay where they are', async () => {
    box.deliver(mail({ Subject: 'Eine Frage' }));
    box.deliver(mail({ From: 'INFO@Mueller.example', Subject: 'Vom Haus' }));
    box.deliver(mail({ From: 'werbung@fremd.example', Subject: 'Gewinnen Sie' }));
    const { arrived } = await send();
    const first = arrived[0]!.headers.get('message-id')!;
    box.deliver(mail({ From: 'haus@example.de', Subject: 'Kopie an mich', 'In-Reply-To': first }));
    box.deliver(mail({ Subject: 'Was wir gesendet haben', 'Message-ID': first }));
    await look();
    expect((await received()).map((one) => [one.subject, one.about_resource, one.about_id, one.customer_id])).toEqual([
      ['Eine Frage', 'contacts', contact, customer],
      ['Vom Haus', 'customers', customer, customer],
    ]);
  });

  test('who may not see the record does not see them', async () => {
    box.deliver(mail({}));
    await look();
    const [one] = await received();
    const stranger = await kontor.as(['trainer']);
    expect((await stranger('GET', `/email_messages/${one.id}`)).status).toBe(403);
    const refused = await kontor.admin('POST', `/email_messages/${one.id}/actions/retry`, {});
    expect(refused.status).toBe(422);
  });
});

describe('reports', () => {
  test('mark the copy of whom they name, with the words of the server', async () => {
    const { arrived } = await send(['a@mueller.example', 'b@mueller.example']);
    box.deliver(report(arrived[1]!, 'b@mueller.example', 'failed', false));
    await look();
    expect((await rows()).map((one) => [one.to, one.state, one.error])).toEqual([
      ['a@mueller.example', 'sent', null],
      ['b@mueller.example', 'bounced', '550 5.1.1 <mia> Das Postfach gibt es nicht'],
    ]);
    expect(await received()).toEqual([]);
  });

  test('know a copy that was forwarded to another address by what came back of it', async () => {
    const { arrived } = await send(['c@mueller.example', 'd@mueller.example']);
    box.deliver(report(arrived[0]!, 'privat@anders.example'));
    await look();
    expect((await rows()).map(({ to, state }) => [to, state])).toEqual([
      ['c@mueller.example', 'bounced'],
      ['d@mueller.example', 'sent'],
    ]);
  });

  test('that a server still tries mark nothing as bounced', async () => {
    const { arrived } = await send();
    box.deliver(report(arrived[0]!, 'info@mueller.example', 'delayed'));
    await look();
    expect((await rows()).map(({ state, error }) => [state, error])).toEqual([
      ['sent', '550 5.1.1 <mia> Das Postfach gibt es nicht'],
    ]);
  });

  test('about mails of others, and forged ones, change nothing', async () => {
    await send();
    const foreign = new Map([
      ['message-id', '<fremd@anders.example>'],
      ['x-kontor-copy', crypto.randomUUID()],
    ]);
    box.deliver(report({ headers: foreign }, 'info@mueller.example'));
    await look();
    expect((await rows()).map(({ state }) => state)).toEqual(['sent']);
  });
});

describe('hostile mails', () => {
  test('with broken, empty and nonsensical parts are kept as far as they can be read', async () => {
    const before = await words();
    box.deliver(mail({ 'Content-Type': 'multipart/mixed; boundary="nie"' }, 'kein Teil'));
    box.deliver(mail({ 'Content-Type': 'text/plain; charset=klingonisch' }, 'Zeichen \u0000 ohne Ende'));
    box.deliver(mail({ 'Content-Type': 'text/html', 'Content-Transfer-Encoding': 'base64' }, '!!kein base64!!'));
    box.deliver(mail({ Subject: `=?utf-8?B?${'A'.repeat(5000)}?=`, References: '<'.repeat(5000) }));
    box.deliver(mail({ 'Message-ID': '' }));
    let deep = 'tief';
    for (let level = 0; level < 300; level++)
      deep = `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n${deep}\r\n--b${level}--`;
    box.deliver(`Message-ID: ${id()}\r\nFrom: weiss@mueller.example\r\n${deep}`);
    box.deliver(mail({ Subject: 'Danach' }));
    await look();
    const all = await received();
    expect(all.at(-1).subject).toBe('Danach');
    expect(all.length).toBeGreaterThanOrEqual(6);
    for (const { subject, text } of all) expect([subject, text].every(Boolean)).toBe(true);
    expect(Number((await words()).imap_last)).toBe(Number(before.imap_last) + 7);
    await look();
    expect(await received()).toHaveLength(all.length);
  });

  test('begin no headers of their own when they are answered or shown', async () => {
    const evil = Buffer.from('Angebot\r\nBcc: opfer@fremd.example\u2028X').toString('base64');
    box.deliver(mail({ Subject: `=?utf-8?B?${evil}?=`, From: `=?utf-8?B?${evil}?= <weiss@mueller.example>` }));
    await look();
    const [one] = await received();
    expect([one.subject, one.from_name]).toEqual(Array(2).fill('Angebot Bcc: opfer@fremd.example X'));
  });

  test('that are only text keep their paragraphs and lines, and what looks like tags is text', async () => {
    box.deliver(mail({}, 'Guten Tag,\r\n<b>das</b> passt.\r\n\r\nMia <script>alert(1)</script>'));
    await look();
    const [one] = await received();
    expect(one.html).toBe(
      '<p>Guten Tag,<br />&lt;b&gt;das&lt;/b&gt; passt.</p><p>Mia &lt;script&gt;alert(1)&lt;/script&gt;</p>',
    );
  });

  test('carry no scripts, and files are files', async () => {
    const zip = Buffer.from('PK\u0003\u0004<script>alert(1)</script>');
    const body = [
      '--g',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p onclick="x()">Hallo</p><script>alert(1)</script><img src="https://zaehler.example/1.gif"><a href="javascript:x()">da</a>',
      '--g',
      'Content-Type: text/html; name="seite.html"',
      'Content-Disposition: attachment; filename="../../seite.html"',
      '',
      '<script>alert(2)</script>',
      '--g',
      'Content-Type: application/zip',
      'Content-Disposition: attachment; filename="skript.zip"',
      'Content-Transfer-Encoding: base64',
      '',
      zip.toString('base64'),
      '--g--',
    ].join('\r\n');
    box.deliver(mail({ 'Content-Type': 'multipart/mixed; boundary=g' }, body));
    await look();
    const [one] = await received();
    expect(one.html).toBe('<p>Hallo</p><a>da</a>');
    const { rows: files } = await kontor.owner.query(
      'SELECT a.name, a.media_type, f.id, f.sha256 FROM email_attachments a JOIN files f ON f.id = a.file_id WHERE a.message_id = $1 ORDER BY a.name',
      [one.id],
    );
    expect(files.map(({ name, media_type }) => [name, media_type])).toEqual([
      ['seite.html', 'text/html'],
      ['skript.zip', 'application/zip'],
    ]);
    const { body: ticket } = await kontor.admin('POST', '/tickets', { path: `/files/${files[0].id}/content` });
    expect(ticket).toBeTruthy();
    const answer = await kontor.admin('GET', `/files/${files[1].id}/content`);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  test('with too much in them come without it, and say so', async () => {
    const part = (name: string, size: number) =>
      `--g\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.alloc(size, 7).toString('base64')}\r\n`;
    box.deliver(
      mail(
        { 'Content-Type': 'multipart/mixed; boundary=g' },
        `--g\r\nContent-Type: text/plain\r\n\r\nanbei\r\n${part('klein.bin', 100)}${part('gross.bin', 5000)}--g--`,
      ),
    );
    await look(1000);
    const [one] = await received();
    expect([one.text, one.error]).toEqual(['anbei', 'Nicht übernommen: gross.bin']);
    expect((await kontor.owner.query('SELECT name FROM email_attachments')).rows).toEqual([{ name: 'klein.bin' }]);
  });

  test('that are huge are shown by their beginning', async () => {
    box.deliver(mail({}, `Anfang ${'x'.repeat(78)}\r\n`.repeat(450_000)));
    await look();
    const [one] = await received();
    expect(one.text.slice(0, 20)).toBe('Anfang xxxxxxxxxxxxx');
    expect(one.error).toContain('zu groß');
  }, 400_000);
});

describe('a process', () => {
  test('that ends between reading and storing leaves nothing half, and the next look has it once', async () => {
    const text =
      '--g\r\nContent-Type: text/plain\r\n\r\nanbei\r\n--g\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n%PDF-1\r\n--g--';
    box.deliver(mail({ Subject: 'Unterbrochen', 'Content-Type': 'multipart/mixed; boundary=g' }, text));
    const before = (await words()).imap_last;
    // what was read is there and written, and then the database is away
    await kontor.owner.query(`CREATE FUNCTION away() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = '57P01', MESSAGE = 'away'; END $$;
      CREATE TRIGGER away BEFORE INSERT ON email_attachments FOR EACH ROW EXECUTE FUNCTION away()`);
    await look();
    const count = async (table: string) =>
      (await kontor.owner.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n;
    const files = await count('files');
    expect([await received(), (await words()).imap_last]).toEqual([[], before]);
    await kontor.owner.query('DROP TRIGGER away ON email_attachments; DROP FUNCTION away()');
    await Promise.all([look(), look(), look()]);
    expect((await received()).map(({ subject }) => subject)).toEqual(['Unterbrochen']);
    expect([await count('email_attachments'), await count('files')]).toEqual([1, files + 1]);
    expect(Number((await words()).imap_last)).toBe(Number(before) + 1);
  });

  test('of the background does it by itself', async () => {
    box.deliver(mail({ Subject: 'Von selbst' }));
    const stop = await startWorker({
      engine: kontor.running.engine,
      logger: pino({ level: 'silent' }),
      url: kontor.running.databases.url,
      folder: `${kontor.home}/results`,
      storage: openStorage({ home: kontor.home, fileLimit: 1_000_000 }),
    });
    try {
      await kontor.owner.query(`SELECT graphile_worker.add_job('recurring:mail_intake')`);
      await vi.waitFor(async () => expect(await received()).toHaveLength(1), { timeout: 120_000 });
    } finally {
      await stop();
    }
  });
});

describe('a mailbox', () => {
  test('that hangs up in the middle loses and doubles nothing', async () => {
    for (const subject of ['Eins', 'Zwei', 'Drei']) box.deliver(mail({ Subject: subject }, 'x'.repeat(2000)));
    let looks = 0;
    for (let bytes = 200; (await received()).length < 3; bytes += 900, looks += 1) {
      box.hangUpAfter(bytes);
      await look();
    }
    expect(looks).toBeGreaterThan(3);
    box.hangUpAfter(50_000_000);
    await look();
    expect((await received()).map(({ subject }) => subject)).toEqual(['Eins', 'Zwei', 'Drei']);
  });

  test('that refuses says so at its account; the others are read', async () => {
    const second = await make('/email_accounts', {
      name: 'Zweites',
      active: false,
      host: '127.0.0.1',
      encryption: 'none',
      from_address: 'zwei@example.de',
      imap_host: '127.0.0.1',
      imap_port: box.port,
      imap_encryption: 'none',
      imap_user_name: imapUser.user,
      imap_password: 'falsch',
    });
    await kontor.owner.query(`UPDATE email_accounts SET active = true, created_at = '2020-01-01' WHERE id = $1`, [
      second.id,
    ]);
    box.deliver(mail({}));
    await look();
    expect(await received()).toHaveLength(1);
    const { body } = await kontor.admin('GET', `/email_accounts/${second.id}`);
    expect([body.imap_words, body.imap_polled_at, body.imap_password]).toEqual([
      'Login failed: authentication failure',
      null,
      true,
    ]);
    const tested = await kontor.admin('POST', `/email_accounts/${second.id}/actions/test_mailbox`, {});
    expect([tested.status, tested.body.errors]).toEqual([422, { imap_host: 'Login failed: authentication failure' }]);
    await kontor.owner.query('DELETE FROM email_accounts WHERE id = $1', [second.id]);
  });

  test('is tested by opening it, with what its server says', async () => {
    const good = await kontor.admin('POST', `/email_accounts/${account}/actions/test_mailbox`, {});
    expect([good.status, good.body.imap_words]).toEqual([200, expect.stringMatching(/INBOX: \d+$/)]);
    const refused: [object, string][] = [
      [{ imap_host: 'mail example' }, 'imap_host'],
      [{ imap_host: 'mail.example.de' }, 'imap_encryption'],
      [{ imap_user_name: null }, 'imap_user_name'],
      [{ imap_password: null }, 'imap_password'],
    ];
    for (const [given, field] of refused) {
      const { version } = (await kontor.admin('GET', `/email_accounts/${account}`)).body;
      const { status, body } = await kontor.admin('PATCH', `/email_accounts/${account}`, { version, ...given });
      expect([given, status, Object.keys(body.errors ?? {})]).toEqual([given, 422, [field]]);
    }
    await kontor.owner.query(`UPDATE email_accounts SET imap_folder = 'Gibt es nicht'`);
    const { body } = await kontor.admin('POST', `/email_accounts/${account}/actions/test_mailbox`, {});
    expect(body.errors.imap_host).toBe('Invalid mailbox name');
    await kontor.owner.query(`UPDATE email_accounts SET imap_folder = 'INBOX'`);
  });
});
