import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startClamd, type TestClamd } from '../testing/clamd.ts';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { trail } from '../testing/records.ts';
import { readScanner } from './scanner.ts';

const word = 'Z3-KONTOR-SCHADCODE';
let clamd: TestClamd;
let kontor: TestKontor;
beforeAll(async () => {
  clamd = await startClamd(word);
  kontor = await startTestKontor({ config: { scanner: { host: '127.0.0.1', port: clamd.port } } });
});
afterAll(async () => {
  await kontor.stop();
  await clamd.stop();
});

const upload = (content: Buffer, name = 'a.txt', to = kontor) =>
  to.admin('POST', '/files', content, { 'X-File-Name': name, 'Content-Type': 'application/octet-stream' });
const kept = async (of = kontor) => [
  (await of.owner.query('SELECT count(*)::int AS n FROM files')).rows[0].n,
  readdirSync(join(of.home, 'files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length,
];

test('what comes in is looked at byte for byte before it is stored', async () => {
  const content = Buffer.alloc(700_000, 'harmlos ü ');
  expect((await upload(content)).status).toBe(201);
  expect(clamd.seen.at(-1)!.equals(content)).toBe(true);
});

test('what is found is refused at its field, kept nowhere, and stands in the trail', async () => {
  const before = await kept();
  const bad = Buffer.concat([Buffer.alloc(200_000, 'x'), Buffer.from(word)]);
  const { status, body } = await upload(bad, 'Rechnung.pdf.exe');
  expect([status, body.errors]).toEqual([422, { file: expect.stringContaining('Kontor-Test-Signature') }]);
  expect(await kept()).toEqual(before);
  expect(await trail(kontor, "after ->> 'event' = 'infected_file'")).toMatchObject([
    { operation: 'security', created_by: kontor.admin.id, after: { name: 'Rechnung.pdf.exe' } },
  ]);
});

test('without a verdict nothing is accepted: silent, too large for it, away', async () => {
  const before = await kept();
  clamd.silent = true;
  expect((await upload(Buffer.from('x'))).body.code).toBe('scanner_unavailable');
  clamd.silent = false;
  expect((await upload(Buffer.alloc(2_000_000, 'y'))).body.code).toBe('too_large');
  expect(await kept()).toEqual(before);
  const away = await startTestKontor({ config: { scanner: { host: '127.0.0.1', port: 1 } } });
  try {
    const answer = await upload(Buffer.alloc(300_000, 'z'), 'a.txt', away);
    expect([answer.status, answer.body.code]).toEqual([503, 'scanner_unavailable']);
    expect(await kept(away)).toEqual([0, 0]);
  } finally {
    await away.stop();
  }
  expect((await upload(Buffer.from('geht wieder'))).status).toBe(201);
});

test('its address is read, or refused with a sentence', () => {
  expect([readScanner(undefined), readScanner('/run/clamav/clamd.ctl')]).toEqual([
    undefined,
    { path: '/run/clamav/clamd.ctl' },
  ]);
  expect(readScanner('127.0.0.1:3310')).toEqual({ host: '127.0.0.1', port: 3310 });
  expect(readScanner('[::1]:3310')).toEqual({ host: '::1', port: 3310 });
  for (const wrong of ['clamd', 'clamd:', ':3310', 'clamd:99999', 'a b:3310'])
    expect(() => readScanner(wrong)).toThrow('KONTOR_CLAMD');
});
