import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { type Mailbox, startMailbox } from '../../testing/mailbox.ts';
import { queueMail } from './queue.ts';
import { mailSender, pauseAfter, type Sender } from './sender.ts';
import { openTransport, readMail } from './transport.ts';

let kontor: TestKontor;
let box: Mailbox;
const senders: Sender[] = [];

beforeAll(async () => {
  kontor = await startTestKontor();
  box = await startMailbox();
});
beforeEach(async () => {
  await Promise.all(senders.splice(0).map((sender) => sender.stop()));
  await kontor.owner.query('DELETE FROM email_messages');
  box.received.length = 0;
  Object.assign(box, { attempts: 0, delay: 0 });
});
afterAll(async () => {
  await Promise.all(senders.map((sender) => sender.stop()));
  await kontor.stop();
  await box.stop();
});

const from = 'Kontor <kontor@example.de>';
/** One more process that sends. */
function startSender(url = box.url): Sender {
  const sender = mailSender({
    engine: kontor.running.engine,
    transport: openTransport(readMail(url, from)!),
    logger: pino({ level: 'silent' }),
    every: 50,
  });
  senders.push(sender);
  return sender;
}
const mail = { to: 'mia@example.de', name: 'Mia Jansen', subject: 'Grüße', text: 'Guten Tag,\n\nhier ist\nText.' };
const queue = (given: Partial<Parameters<typeof queueMail>[2]> = {}) => {
  const { engine } = kontor.running;
  return engine.db.transaction((tx) => queueMail(engine, tx, { ...mail, ...given }));
};
const stateOf = async (id: string) =>
  (await kontor.owner.query('SELECT * FROM email_messages WHERE id = $1', [id])).rows[0];
async function until(id: string, is: (row: any) => boolean): Promise<any> {
  for (const end = Date.now() + 40_000; Date.now() < end; await new Promise((done) => setTimeout(done, 20))) {
    const row = await stateOf(id);
    if (is(row)) return row;
  }
  throw new Error(`still ${JSON.stringify(await stateOf(id))}`);
}
const dueNow = (id: string) =>
  kontor.owner.query('UPDATE email_messages SET next_attempt_at = now() WHERE id = $1', [id]);

describe('a message', () => {
  test('is sent once it is committed, and not when it is rolled back', async () => {
    startSender();
    const { engine } = kontor.running;
    await expect(
      engine.db.transaction(async (tx) => {
        await queueMail(engine, tx, mail);
        await new Promise((done) => setTimeout(done, 200));
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    const id = await queue({ link: 'https://kontor.example/invitation#abc' });
    const row = await until(id, ({ state }) => state === 'sent');
    expect(row).toMatchObject({ attempts: 1, error: null, link: null, next_attempt_at: null });
    expect(row.sent_at).toBeInstanceOf(Date);
    expect(box.received).toHaveLength(1);
    const [received] = box.received;
    expect(received).toMatchObject({ from: 'kontor@example.de', to: ['mia@example.de'] });
    expect(received!.headers.get('from')).toBe(from);
    expect(received!.headers.get('to')).toBe('Mia Jansen <mia@example.de>');
    expect(received!.headers.get('message-id')).toBe(`<${id}@example.de>`);
    expect(received!.headers.get('auto-submitted')).toBe('auto-generated');
    expect(received!.body).toContain('Guten Tag,');
    expect(received!.body).toContain('<p>hier ist<br>Text.</p>');
  });

  test('carries its link in both parts, and nothing that somebody else wrote becomes markup', async () => {
    startSender();
    await queue({
      text: 'Hallo <b>Mia</b> & "Co",\n\nPasswort festlegen:\n{{ link }}\n\nBis dann',
      link: 'https://kontor.example/invitation#abc',
    });
    const { body } = await box.next('mia@example.de');
    expect(body).toContain('Passwort festlegen:\nhttps://kontor.example/invitation#abc'.replace('\n', '\r\n'));
    expect(body).toContain('<a href="https://kontor.example/invitation#abc"');
    expect(body).toContain('>Passwort festlegen</a>');
    expect(body).toContain('Hallo &lt;b&gt;Mia&lt;/b&gt; &amp; &quot;Co&quot;,');
  });

  test('that is put off (4xx) comes later, with the words of the server until then', async () => {
    box.verdicts.push({ code: 451, words: 'Bitte spaeter noch einmal' });
    startSender();
    const id = await queue();
    const waiting = await until(id, ({ error }) => error !== null);
    expect(waiting).toMatchObject({ state: 'deferred', attempts: 1, error: '451 Bitte spaeter noch einmal' });
    const pause = waiting.next_attempt_at.getTime() - Date.now();
    expect(pause).toBeGreaterThan(50_000);
    expect(pause).toBeLessThan(61_000);
    expect(box.attempts).toBe(1);
    await dueNow(id);
    expect(await until(id, ({ state }) => state === 'sent')).toMatchObject({ attempts: 2, error: null });
    expect(box.received).toHaveLength(1);
  });

  test('that is refused for good (5xx) has failed, and can be sent again by hand', async () => {
    box.verdicts.push({ code: 550, words: 'Diese Adresse gibt es hier nicht' });
    startSender();
    const id = await queue();
    const failed = await until(id, ({ state }) => state === 'failed');
    expect(failed).toMatchObject({ attempts: 1, error: '550 Diese Adresse gibt es hier nicht', next_attempt_at: null });
    const retried = await kontor.admin('POST', `/email_messages/${id}/actions/retry`, {});
    expect([retried.status, retried.body.state]).toEqual([200, 'queued']);
    await until(id, ({ state }) => state === 'sent');
    const again = await kontor.admin('POST', `/email_messages/${id}/actions/retry`, {});
    expect([again.status, again.body.errors]).toEqual([422, { state: 'Diese E-Mail ist schon gesendet.' }]);
    expect(box.received).toHaveLength(1);
  });

  test('that was not acknowledged because the connection broke is sent again, under the same name', async () => {
    box.verdicts.push('hang up');
    startSender();
    const id = await queue();
    await until(id, ({ error }) => error !== null);
    await dueNow(id);
    await until(id, ({ state }) => state === 'sent');
    expect([box.attempts, box.received.length]).toEqual([2, 1]);
    expect(box.received[0]!.headers.get('message-id')).toContain(id);
  });

  test('waits while no mail server is there', async () => {
    const closed = await startMailbox();
    await closed.stop();
    startSender(closed.url);
    const id = await queue();
    expect(await until(id, ({ error }) => error !== null)).toMatchObject({ state: 'deferred', attempts: 1 });
  });

  test('with an expired link is not sent, and its link is gone', async () => {
    const id = await queue({
      link: 'https://kontor.example/reset#abc',
      expiresAt: new Date(Date.now() - 1000).toISOString(),
    });
    startSender();
    expect(await until(id, ({ state }) => state === 'expired')).toMatchObject({ link: null, attempts: 0 });
    expect(box.attempts).toBe(0);
  });

  test('begins no headers of its own, whatever its words are', async () => {
    startSender();
    const evil = 'x\r\nBcc: eve@example.de\r\n\r\nBody\u2028y';
    await queue({
      name: `Mia" <eve@example.de>, "${evil}`,
      subject: `Hallo ${evil}`,
      text: `\r\n.\r\nRCPT TO:<eve@example.de>\r\n${evil}`,
    });
    const received = await box.next('mia@example.de');
    expect(received.to).toEqual(['mia@example.de']);
    expect(received.headers.has('bcc')).toBe(false);
    expect([...received.headers.keys()].toSorted()).toEqual(
      [
        'auto-submitted',
        'content-type',
        'date',
        'from',
        'message-id',
        'mime-version',
        'subject',
        'to',
        'x-kontor-copy',
      ].toSorted(),
    );
    expect(box.received).toHaveLength(1);
  });
});

describe('several processes', () => {
  test('send each message once', async () => {
    box.delay = 5;
    const ids = await Promise.all(Array.from({ length: 30 }, (_, i) => queue({ to: `person${i}@example.de` })));
    for (let i = 0; i < 4; i++) startSender();
    for (const id of ids) await until(id, ({ state }) => state === 'sent');
    expect(box.received.map(({ to }) => to[0]).toSorted()).toEqual(
      ids.map((_, i) => `person${i}@example.de`).toSorted(),
    );
    expect(box.attempts).toBe(30);
  });

  test('take over from one that was killed, when its claim has run out', async () => {
    const id = await queue();
    // as a process leaves it that dies while it sends
    await kontor.owner.query(
      "UPDATE email_messages SET attempts = 1, next_attempt_at = now() + interval '120 seconds' WHERE id = $1",
      [id],
    );
    startSender();
    await new Promise((done) => setTimeout(done, 300));
    expect(box.attempts).toBe(0);
    await dueNow(id);
    expect(await until(id, ({ state }) => state === 'sent')).toMatchObject({ attempts: 2 });
    expect(box.received).toHaveLength(1);
  });

  test('note what was acknowledged even when the database was away just then', async () => {
    box.delay = 400;
    startSender();
    const id = await queue();
    // the server thinks about it, and Kontor waits for what it says
    await expect.poll(() => box.attempts, { timeout: 30_000 }).toBe(1);
    // the note can not be written for a while: every connection is cut, and new ones are cut too
    const cut = async () =>
      kontor.owner.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
    for (let i = 0; i < 12; i++) {
      await cut();
      await new Promise((done) => setTimeout(done, 60));
    }
    await until(id, ({ state }) => state === 'sent');
    await new Promise((done) => setTimeout(done, 200));
    expect([box.attempts, box.received.length]).toEqual([1, 1]);
  });
});

test('pauses grow to four hours, and no longer', () => {
  expect([1, 2, 3, 4, 8, 9, 20].map(pauseAfter)).toEqual([1, 2, 4, 8, 128, 240, 240]);
});

describe('the way to the mail server', () => {
  test('is encrypted, and signed in, unless it leads to this machine', () => {
    expect(readMail(undefined, undefined)).toBeUndefined();
    expect(readMail('smtp://anna%40x.de:p%40ss@mail.example.de', from)).toMatchObject({
      host: 'mail.example.de',
      port: 587,
      tls: 'required',
      verify: true,
      auth: { user: 'anna@x.de', pass: 'p@ss' },
    });
    expect(readMail('smtps://mail.example.de', from)).toMatchObject({ port: 465, tls: 'always' });
    expect(readMail('smtp://localhost:25', from)).toMatchObject({ tls: 'offered' });
    expect(readMail('smtp://10.0.0.1:25?tls=never', 'kontor@example.de')).toMatchObject({ tls: 'never' });
  });

  test.each([
    ['mail.example.de', from],
    ['http://mail.example.de', from],
    ['smtp://mail.example.de?tls=maybe', from],
    ['smtp://mail.example.de', undefined],
    ['smtp://mail.example.de', 'Kontor'],
    ['smtp://mail.example.de', 'Kontor <k@example.de>\r\nBcc: eve@example.de'],
  ])('is refused when it can not be used: %s %s', (url, sender) => {
    expect(() => readMail(url, sender)).toThrow(/^KONTOR_/);
  });

  test('takes a certificate that nobody vouches for only where it was told to', async () => {
    const secure = await startMailbox({ tls: true });
    const address = secure.url.replace('smtp://', 'smtp://kontor:p%40ss%20w%C3%B6rt@');
    startSender(`${address}?tls=required`);
    const id = await queue();
    const refused = await until(id, ({ error }) => error !== null);
    expect(refused).toMatchObject({ state: 'deferred', error: expect.stringMatching(/certificate/) });
    await senders.pop()!.stop();
    startSender(`${address}?tls=required&verify=false`);
    await dueNow(id);
    await until(id, ({ state }) => state === 'sent');
    await secure.stop();
  });

  test('never sends a password or a message in the open when it was told to encrypt', async () => {
    startSender(`${box.url}?tls=required`);
    const id = await queue();
    expect(await until(id, ({ error }) => error !== null)).toMatchObject({ state: 'deferred' });
    expect(box.attempts).toBe(0);
  });

  test('that refuses the sign-in leaves messages waiting: that can be mended', async () => {
    startSender(box.url.replace('smtp://', 'smtp://kontor:wrong@'));
    const id = await queue();
    expect(await until(id, ({ error }) => error !== null)).toMatchObject({
      state: 'deferred',
      error: expect.stringMatching(/^535/),
    });
  });
});
