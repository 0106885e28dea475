import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { selfSigned } from '../../../testing/certificate.ts';
import { startTestKontor, type TestKontor } from '../../../testing/harness.ts';
import { type ImapBox, imapUser, startImap } from '../../../testing/imap.ts';
import { openStorage } from '../../content/index.ts';
import { takeIn } from './poll.ts';

let kontor: TestKontor;
const boxes: ImapBox[] = [];
const good = selfSigned('localhost');

const boxWith = async (secure: { key: string; cert: string }) => {
  const box = await startImap(secure);
  boxes.push(box);
  return box;
};
const accountAt = async (port: number, more: object = {}) =>
  (
    await kontor.admin('POST', '/email_accounts', {
      name: 'Haus',
      host: 'localhost',
      encryption: 'none',
      from_address: 'haus@example.de',
      imap_host: 'localhost',
      imap_port: port,
      imap_encryption: 'tls',
      imap_user_name: imapUser.user,
      imap_password: imapUser.password,
      ...more,
    })
  ).body.id as string;

beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(async () => {
  await kontor?.stop();
  await Promise.all(boxes.map((box) => box.stop()));
});

test('a certificate that nobody vouches for, for another name, or that has expired, is refused with a sentence that says so', async () => {
  const wrong: [{ key: string; cert: string }, string][] = [
    [good, 'niemand bürgt für es (selbst ausgestellt)'],
    [selfSigned('localhost', new Date(Date.now() - 5 * 86_400_000)), 'es ist abgelaufen'],
  ];
  for (const [certificate, why] of wrong) {
    const box = await boxWith(certificate);
    box.deliver('From: a@example.de\r\nSubject: Geheim\r\n\r\nGeheim');
    const id = await accountAt(box.port);
    const { status, body } = await kontor.admin('POST', `/email_accounts/${id}/actions/test_mailbox`, {});
    expect([status, body.errors.imap_host]).toEqual([
      422,
      expect.stringMatching(/^Das Zertifikat des Mailservers wird nicht anerkannt: /),
    ]);
    expect(body.errors.imap_host).toContain(why);
    const storage = openStorage({ home: kontor.home, fileLimit: 1_000_000 });
    await takeIn({ engine: kontor.running.engine, storage, logger: pino({ level: 'silent' }) });
    const account = (await kontor.admin('GET', `/email_accounts/${id}`)).body;
    expect([account.imap_words, account.imap_polled_at]).toEqual([body.errors.imap_host, null]);
    await kontor.owner.query('DELETE FROM email_accounts');
  }
});

/** Opens a mailbox in a process that knows one authority more, as an administrator tells it by NODE_EXTRA_CA_CERTS. */
async function openBy(port: number, authority: string): Promise<string> {
  const file = join(kontor.home, 'authority.pem');
  await writeFile(file, authority);
  const script = `
    import { clientOf, leave, wordsOfMailbox } from ${JSON.stringify(new URL('./mailbox.ts', import.meta.url).href)};
    const client = clientOf({ imap_host: 'localhost', imap_port: ${port}, imap_encryption: 'tls', imap_user_name: ${JSON.stringify(imapUser.user)}, imap_password: 'x' }, { decrypt: () => ${JSON.stringify(imapUser.password)} });
    try {
      await client.connect();
      const { path, exists } = await client.mailboxOpen('INBOX', { readOnly: true });
      console.log(client.secureConnection, path, exists);
    } catch (error) {
      console.log(wordsOfMailbox(error));
    } finally {
      await leave(client);
    }`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: file }, timeout: 30_000 },
  );
  return stdout.trim();
}

test('a server with a certificate that is believed is read over TLS; one for another name or out of date is not', async () => {
  const box = await boxWith(good);
  box.deliver('From: a@example.de\r\nSubject: Da\r\n\r\nDa');
  expect(await openBy(box.port, good.cert)).toBe('true INBOX 1');
  const elsewhere = selfSigned('anders.example');
  const other = await boxWith(elsewhere);
  expect(await openBy(other.port, elsewhere.cert)).toContain('es gilt für einen anderen Namen');
  const old = selfSigned('localhost', new Date(Date.now() - 5 * 86_400_000));
  const outdated = await boxWith(old);
  expect(await openBy(outdated.port, old.cert)).toContain('es ist abgelaufen');
}, 60_000);
