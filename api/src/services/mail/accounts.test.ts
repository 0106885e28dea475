import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { type Mailbox, startMailbox } from '../../testing/mailbox.ts';
import { queueMail } from './queue.ts';

let kontor: TestKontor;
let house: Mailbox;
let north: Mailbox;
let brand: string;
const servers: Server[] = [];

beforeAll(async () => {
  kontor = await startTestKontor();
  [house, north] = await Promise.all([startMailbox(), startMailbox()]);
  const company = (await kontor.admin('POST', '/companies', { name: 'Firma' })).body.id;
  const made = await kontor.admin('POST', '/brands', { name: 'Nord', company_id: company, sender_name: 'Team Nord' });
  brand = made.body.id;
});
afterEach(() => kontor.owner.query('DELETE FROM email_messages; DELETE FROM email_accounts'));
afterAll(async () => {
  for (const server of servers) server.close();
  await kontor.stop();
  await Promise.all([house.stop(), north.stop()]);
});

const portOf = ({ url }: Mailbox) => Number(new URL(url).port);
const account = { name: 'Haus', host: '127.0.0.1', encryption: 'none', from_address: 'haus@example.de' };
const make = (given: object) => kontor.admin('POST', '/email_accounts', { ...account, ...given });
const own = () => {
  const { engine } = kontor.running;
  return engine.db.transaction((tx) => queueMail(engine, tx, { to: 'mia@example.de', subject: 'Hallo', text: 'Text' }));
};
const stateOf = async (id: string) =>
  (await kontor.owner.query('SELECT state, account_id, attempts, error FROM email_messages WHERE id = $1', [id]))
    .rows[0];
async function until(id: string, state: string) {
  for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((done) => setTimeout(done, 20)))
    if ((await stateOf(id)).state === state) return stateOf(id);
  throw new Error(`still ${JSON.stringify(await stateOf(id))}`);
}
/** Puts a mail for a brand into the outbox and lets it go at once. */
async function write(brandId: string | null, to = 'mia@example.de'): Promise<string> {
  const customer = (await kontor.admin('POST', '/customers', { name: 'Müller' })).body.id;
  const sent = await kontor.admin('POST', `/customers/${customer}/mail`, {
    subject: 'Hallo',
    html: '<p>Guten Tag</p>',
    brand_id: brandId,
    recipients: [{ email: to }],
  });
  const { id } = sent.body[0];
  await kontor.owner.query('UPDATE email_messages SET next_attempt_at = now() WHERE id = $1', [id]);
  kontor.running.engine.outward.wake();
  return id;
}

describe('the way of a message', () => {
  test('without any account it waits in the outbox untouched, and goes once there is one', async () => {
    const id = await own();
    await new Promise((done) => setTimeout(done, 300));
    expect(await stateOf(id)).toMatchObject({ state: 'queued', attempts: 0, account_id: null });
    const made = await make({ port: portOf(house), from_name: 'Kontor\u2028X' });
    expect(made.status).toBe(201);
    expect(await until(id, 'sent')).toMatchObject({ attempts: 1, account_id: made.body.id });
    const { headers } = await house.next('mia@example.de');
    expect(headers.get('from')).toBe('Kontor X <haus@example.de>');
  });

  test('is the account of its brand, else that for all; each says who sends', async () => {
    await make({ port: portOf(house) });
    await make({
      name: 'Nord',
      brand_id: brand,
      port: portOf(north),
      from_address: 'nord@example.de',
      reply_to: 'r@example.de',
    });
    await write(brand, 'a@example.de');
    await write(null, 'b@example.de');
    const [first, second] = await Promise.all([north.next('a@example.de'), house.next('b@example.de')]);
    expect(first!.headers.get('from')).toBe('Team Nord <nord@example.de>');
    expect(first!.headers.get('reply-to')).toBe('r@example.de');
    expect(second!.headers.get('from')).toBe('haus@example.de');
    expect(second!.headers.get('auto-submitted')).toBeUndefined();
  });

  test('changes with the account, at the next message', async () => {
    const made = (await make({ port: portOf(house) })).body;
    await until(await write(null, 'vorher@example.de'), 'sent');
    const to = { version: made.version, port: portOf(north), from_address: 'neu@example.de' };
    expect((await kontor.admin('PATCH', `/email_accounts/${made.id}`, to)).status).toBe(200);
    await until(await write(null, 'nachher@example.de'), 'sent');
    expect((await north.next('nachher@example.de')).from).toBe('neu@example.de');
    expect(house.received.some(({ to: all }) => all.includes('nachher@example.de'))).toBe(false);
  });

  test('signs with DKIM where a key is set', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    const signing = { dkim_domain: 'example.de', dkim_selector: 'kontor', dkim_private_key: key };
    expect((await make({ port: portOf(house), ...signing })).status).toBe(201);
    await write(null, 'dkim@example.de');
    const { headers } = await house.next('dkim@example.de');
    expect(headers.get('dkim-signature')).toMatch(/d=example\.de;.*s=kontor;/s);
  });
});

describe('an account', () => {
  test('is refused where it can not work, at the field', async () => {
    const refused: [object, string][] = [
      [{ host: 'mail.example.de' }, 'encryption'],
      [{ host: 'mail example.de' }, 'host'],
      [{ host: 'x\r\nRSET' }, 'host'],
      [{ host: `${'a-'.repeat(120)}!` }, 'host'],
      [{ port: 0 }, 'port'],
      [{ user_name: 'kontor' }, 'password'],
      [{ password: 'geheim' }, 'user_name'],
      [{ from_address: 'a@example.de\r\nBcc: x@example.de' }, 'from_address'],
      [{ reply_to: 'a@example.de, b@example.de' }, 'reply_to'],
      [{ dkim_domain: 'example.de' }, 'dkim_selector'],
      [{ dkim_domain: 'example.de; x=1', dkim_selector: 's', dkim_private_key: 'x' }, 'dkim_domain'],
      [{ dkim_domain: 'example.de', dkim_selector: 's\r\nX: y', dkim_private_key: 'x' }, 'dkim_selector'],
      [{ dkim_domain: 'example.de', dkim_selector: 's', dkim_private_key: 'x' }, 'dkim_private_key'],
    ];
    for (const [given, field] of refused) {
      const { status, body } = await make({ port: 25, ...given });
      expect([given, status, Object.keys(body.errors)]).toEqual([given, 422, expect.arrayContaining([field])]);
    }
  });

  test('is for administrators: others do not see it and can not make it connect anywhere', async () => {
    const { id } = (await make({ port: portOf(house) })).body;
    const office = await kontor.as(['backoffice'], { brand_ids: [brand] });
    for (const [method, path] of [
      ['GET', '/email_accounts'],
      ['GET', `/email_accounts/${id}`],
      ['POST', '/email_accounts'],
      ['POST', `/email_accounts/${id}/actions/test`],
    ] as const)
      expect((await office(method, path, method === 'POST' ? { recipient: 'a@example.de' } : undefined)).status).toBe(
        403,
      );
  });

  test('never gives its secrets back', async () => {
    const made = await make({ port: portOf(house), user_name: 'kontor', password: 'p@ss wört' });
    expect(made.body.password).toBe(true);
    expect(JSON.stringify((await kontor.admin('GET', `/email_accounts/${made.body.id}/history`)).body)).not.toContain(
      'p@ss',
    );
  });
});

describe('the test of an account', () => {
  const test1 = async (given: object, recipient = 'pruefung@example.de') => {
    const { id } = (await make(given)).body;
    return kontor.admin('POST', `/email_accounts/${id}/actions/test`, { recipient });
  };
  const serve = async (talk: (socket: Socket) => void) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      talk(socket);
    });
    servers.push(server);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return (server.address() as { port: number }).port;
  };

  test('really sends, and keeps the words of the server', async () => {
    const { status, body } = await test1({ port: portOf(house) });
    expect([status, body.test_words]).toEqual([200, expect.stringMatching(/^250 /)]);
    expect(body.tested_at).toBeTruthy();
    expect((await house.next('pruefung@example.de')).headers.get('subject')).toBe('Testmail von Kontor');
  });

  test('tells what a server has against it, in its own words', async () => {
    house.refused.set('niemand@example.de', { code: 550, words: 'Kennen wir nicht' });
    const { status, body } = await test1({ port: portOf(house) }, 'niemand@example.de');
    expect([status, body.errors.recipient]).toEqual([422, expect.stringContaining('550 Kennen wir nicht')]);
    house.verdicts.push({ code: 451, words: 'Spaeter' });
    expect((await test1({ name: 'B', active: false, port: portOf(house) })).body.errors.recipient).toBe('451 Spaeter');
  });

  test('tells of servers that refuse, hang up, or talk nonsense', async () => {
    const nonsense = await serve((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const silent = await serve((socket) => socket.destroy());
    const rude = await serve((socket) => socket.end('554 Go away\r\n'));
    for (const [index, port] of [nonsense, silent, rude, 1].entries()) {
      await kontor.owner.query('DELETE FROM email_accounts');
      const { status, body } = await test1({ name: `Server ${index}`, port });
      expect([status, typeof body.errors?.recipient]).toEqual([422, 'string']);
      expect(body.errors.recipient).not.toBe('');
    }
  });
});
