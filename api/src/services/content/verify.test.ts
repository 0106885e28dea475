import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { openStorage } from './index.ts';
import { placeOf } from './store.ts';
import { verifyContent } from './verify.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

const upload = async (text: string, name: string) =>
  (await kontor.admin('POST', '/files', Buffer.from(text), { 'X-File-Name': name })).body;
const at = (sha256: string) => join(kontor.home, 'files', placeOf(sha256));
const check = () => verifyContent(kontor.running.engine.db, openStorage({ home: kontor.home, fileLimit: 1000 }).store);

test('missing, altered and shortened content is found, and what nobody needs is counted', async () => {
  const [whole, missing, altered, cut] = [
    await upload('ganz', 'a.txt'),
    await upload('fehlt', 'b.txt'),
    await upload('verändert', 'c.txt'),
    await upload('gekürzt', 'd.txt'),
  ];
  await upload('ganz', 'noch einmal.txt');
  expect(await check()).toEqual({ checked: 4, bytes: 4 + 5 + 10 + 8, damaged: [], unneeded: 0 });
  rmSync(at(missing.sha256));
  writeFileSync(at(altered.sha256), 'gefälscht!');
  writeFileSync(at(cut.sha256), '');
  const stray = at('ab'.repeat(32));
  mkdirSync(dirname(stray), { recursive: true });
  writeFileSync(stray, 'niemand');
  writeFileSync(join(kontor.home, 'files/incoming', randomUUID()), 'noch unterwegs');
  const result = await check();
  expect(result).toMatchObject({ checked: 4, bytes: whole.size, unneeded: 1 });
  expect(Object.fromEntries(result.damaged.map(({ name, fault }) => [name, fault]))).toEqual({
    'b.txt': 'missing',
    'c.txt': 'altered',
    'd.txt': 'altered',
  });
  expect((await kontor.admin('GET', `/files/${missing.id}/content`)).status).toBe(410);
});
