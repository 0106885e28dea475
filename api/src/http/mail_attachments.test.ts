import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { type Mailbox, startMailbox } from '../testing/mailbox.ts';

let kontor: TestKontor;
let box: Mailbox;
let customer: string;
let brand: string;
type As = Pick<TestKontor, 'admin'>['admin'];

const post = async (path: string, body: object) => {
  const { status, body: made } = await kontor.admin('POST', path, body);
  if (status !== 201) throw new Error(`${path} ${status} ${JSON.stringify(made)}`);
  return made;
};
const upload = async (name: string, content: Uint8Array | string, as: As = kontor.admin): Promise<string> => {
  const { body } = await as('POST', '/files', typeof content === 'string' ? Buffer.from(content) : content, {
    'Content-Type': 'application/octet-stream',
    'X-File-Name': encodeURIComponent(name),
  });
  return body.id;
};
const write = (attachments: unknown, as: As = kontor.admin, more: object = {}) =>
  as('POST', `/customers/${customer}/mail`, {
    subject: 'Angebot',
    html: '<p>Guten Tag,</p>',
    recipients: [{ email: 'a@kunde.example' }, { email: 'b@kunde.example', role: 'bcc' }],
    attachments,
    ...more,
  });
const release = async () => {
  await kontor.owner.query(`UPDATE email_messages SET next_attempt_at = now() WHERE state IN ('queued', 'deferred')`);
  kontor.running.engine.outward.wake();
};
/** The parts of a message that are files: their names and what is in them, as digests. */
const filesIn = (raw: string) =>
  raw.split(/\r\n--[^\r\n]+(?:--)?\r\n/).flatMap((part) => {
    const [head = '', ...rest] = part.split('\r\n\r\n');
    if (!/content-disposition: attachment/i.test(head)) return [];
    return [
      createHash('sha256')
        .update(Buffer.from(rest.join(''), 'base64'))
        .digest('hex'),
    ];
  });
const digest = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

beforeAll(async () => {
  box = await startMailbox();
  kontor = await startTestKontor();
  const company = (await post('/companies', { name: 'Firma' })).id;
  brand = (await post('/brands', { name: 'Nord', company_id: company })).id;
  customer = (await post('/customers', { name: 'Müller', email: 'info@mueller.example', brand_ids: [brand] })).id;
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

test('goes along with every copy, byte by byte, and stands with the message', async () => {
  const large = Buffer.alloc(300_000, 'Kontor ');
  const ids = [await upload('Angebot „Größe“.txt', 'Preis: 12,50 €'), await upload('bild.bin', large)];
  const { status, body } = await write([...ids, ids[0]!.toUpperCase()]);
  expect(status).toBe(201);
  await release();
  for (const to of ['a@kunde.example', 'b@kunde.example'])
    expect(filesIn((await box.next(to)).raw)).toEqual([digest('Preis: 12,50 €'), digest(large)]);
  const [message] = body;
  const read = (await kontor.admin('GET', `/email_messages/${message.id}`)).body;
  expect(read.attachments.map(({ name, size }: any) => [name, size])).toEqual([
    ['Angebot „Größe“.txt', 16],
    ['bild.bin', 300_000],
  ]);
  const { body: history } = await kontor.admin('GET', `/email_messages/${message.id}/history`);
  expect(history).toHaveLength(1);
});

test('is told before the mail leaves, and what hangs on the record is offered', async () => {
  const file = await upload('Vertrag.txt', 'Vertrag');
  await post('/documents', {
    subject_resource: 'customers',
    subject_id: customer,
    name: 'Rahmenvertrag',
    file_id: file,
  });
  const { body: options } = await kontor.admin('GET', `/customers/${customer}/mail`);
  expect(options.files).toEqual([{ id: file, title: 'Rahmenvertrag', size: 7 }]);
  const preview = await kontor.admin('POST', `/customers/${customer}/mail/preview`, {
    subject: 'x',
    html: '<p>x</p>',
    attachments: [file],
  });
  expect(preview.body.attachments).toEqual([{ file_id: file, name: 'Vertrag.txt', media_type: 'text/plain', size: 7 }]);
});

test('is refused at its field: what one does not see, what is none, too many, too heavy', async () => {
  const seller = await kontor.as(['backoffice'], { brand_ids: [brand] });
  const secret = await upload('Gehälter.txt', 'geheim');
  const own = await upload('Eigenes.txt', 'eigenes', seller as any);
  const refused = async (attachments: unknown, as: As = kontor.admin) => {
    const { status, body } = await write(attachments, as);
    return [status, body.errors?.attachments];
  };
  const gone = /nicht mehr da, oder Sie dürfen ihn nicht sehen/;
  expect((await write([own], seller as any)).status).toBe(201);
  expect(await refused([own, secret], seller as any)).toEqual([422, expect.stringMatching(gone)]);
  expect(await refused([crypto.randomUUID()])).toEqual([422, expect.stringMatching(gone)]);
  for (const wrong of [['x'], [null], [{}]]) expect(await refused(wrong)).toEqual([422, expect.stringMatching(gone)]);
  for (const wrong of ['x', {}, 7]) expect((await refused(wrong))[0]).toBe(422);
  expect(await refused(Array(21).fill(own))).toEqual([422, 'Höchstens 20 Anhänge.']);
  const heavy = await upload('schwer.bin', Buffer.alloc(18_000_001, 1));
  expect(await refused([heavy])).toEqual([422, expect.stringContaining('höchstens 18 MB')]);
  const { rows } = await kontor.owner.query('SELECT count(*)::int AS n FROM email_attachments');
  expect(rows).toEqual([{ n: 2 }]); // of the one mail that was taken
});

test('is never left out: a mail whose attachment is missing waits, and says so', async () => {
  const lost = await upload('verloren.txt', 'dieser Inhalt geht verloren');
  const { body } = await write([lost], kontor.admin, { recipients: [{ email: 'c@kunde.example' }] });
  const sha256 = digest('dieser Inhalt geht verloren');
  const files = join(kontor.home, 'files');
  const path = readdirSync(files, { recursive: true }).find((name) => String(name).endsWith(sha256));
  rmSync(join(files, String(path)));
  await release();
  await expect
    .poll(async () => (await kontor.admin('GET', `/email_messages/${body[0].id}`)).body, { timeout: 30_000 })
    .toMatchObject({ state: 'deferred', error: expect.stringContaining('verloren.txt') });
  // it is there again: the same message goes on
  await upload('anders.txt', 'dieser Inhalt geht verloren');
  await release();
  expect(filesIn((await box.next('c@kunde.example')).raw)).toEqual([sha256]);
});
