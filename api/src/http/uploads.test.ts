import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';

let kontor: TestKontor;
type Someone = Awaited<ReturnType<TestKontor['as']>>;
let mia: Someone;
let ole: Someone;
const limit = 3_000_000;
beforeAll(async () => {
  kontor = await startTestKontor({ config: { fileLimit: limit } });
  [mia, ole] = [await kontor.as(['backoffice']), await kontor.as(['backoffice'])];
});
afterAll(() => kontor.stop());

const tus = { 'Tus-Resumable': '1.0.0' };
const meta = (name: string) => `filename ${Buffer.from(name).toString('base64')}`;
const begin = (as: Someone, size: number, name = 'a.bin') =>
  as('POST', '/uploads', undefined, { ...tus, 'Upload-Length': String(size), 'Upload-Metadata': meta(name) });
const patch = (as: Someone, at: string, offset: number, part: Uint8Array) =>
  as('PATCH', at, part, { ...tus, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' });
const offsetOf = async (as: Someone, at: string) => {
  const { status, headers } = await as('HEAD', at, undefined, tus);
  return [status, Number(headers.get('upload-offset'))];
};
const left = () => {
  const folder = join(kontor.home, 'files/incoming/uploads');
  return existsSync(folder) ? readdirSync(folder) : [];
};

/** Sends the beginning of a part and cuts the connection. */
const cutOff = (as: Someone, at: string, part: Uint8Array, sent: number) =>
  new Promise<void>((done) => {
    const asked = request(
      `${kontor.url}${at}`,
      {
        method: 'PATCH',
        headers: {
          ...tus,
          Authorization: `Bearer ${as.token}`,
          'Upload-Offset': '0',
          'Content-Type': 'application/offset+octet-stream',
          'Content-Length': String(part.length),
        },
      },
      (answer) => answer.resume(),
    );
    asked.on('error', () => {});
    asked.on('close', () => done());
    asked.write(part.subarray(0, sent));
    // not before some of it has arrived
    const kept = join(kontor.home, 'files/incoming/uploads', at.split('/').at(-1)!);
    const look = setInterval(() => {
      if (statSync(kept).size === 0) return;
      clearInterval(look);
      asked.destroy();
    }, 10);
  });

test('goes on after a broken connection, and becomes a file with its content', async () => {
  const content = Buffer.alloc(2_500_000, 'Größe und Übergröße ');
  const begun = await begin(mia, content.length, 'Plan „Größe“.bin');
  expect(begun.status).toBe(201);
  const at = begun.headers.get('location')!;
  await cutOff(mia, at, content, 900_000);
  const [status, offset] = await vi.waitFor(
    async () => {
      const answer = await offsetOf(mia, at);
      expect(answer[0]).toBe(200); // while the broken part is still being ended, it is locked
      return answer;
    },
    { timeout: 30_000 },
  );
  expect([status, offset! > 0, offset! < content.length]).toEqual([200, true, true]);
  const done = await patch(mia, at, offset!, content.subarray(offset!));
  expect([done.status, done.body.name, done.body.size]).toEqual([200, 'Plan „Größe“.bin', content.length]);
  expect(done.body.sha256).toBe(createHash('sha256').update(content).digest('hex'));
  expect((await mia('GET', `/files/${done.body.id}/content`)).status).toBe(200);
  expect((await offsetOf(mia, at))[0]).toBe(404);
  expect(left()).toEqual([]);
});

test('belongs to who has begun it: others neither see, continue nor end it', async () => {
  const at = (await begin(mia, 10)).headers.get('location')!;
  expect((await offsetOf(ole, at))[0]).toBe(404);
  expect((await patch(ole, at, 0, Buffer.from('fremd'))).status).toBe(404);
  expect((await ole('DELETE', at, undefined, tus)).status).toBe(404);
  expect(await offsetOf(mia, at)).toEqual([200, 0]);
  expect((await kontor.anonymous('HEAD', at, undefined, tus)).status).toBe(401);
  expect((await mia('DELETE', at, undefined, tus)).status).toBe(204);
  expect(left()).toEqual([]);
});

test('is refused where it can not end well: too large, past its end, at a wrong place, by who may not upload', async () => {
  expect((await begin(mia, limit + 1)).status).toBe(413);
  const at = (await begin(mia, 4)).headers.get('location')!;
  expect((await patch(mia, at, 2, Buffer.from('xx'))).status).toBe(409);
  expect([400, 413]).toContain((await patch(mia, at, 0, Buffer.from('zu lang'))).status);
  expect(await offsetOf(mia, at)).toEqual([200, 0]);
  for (const wrong of ['/uploads/..%2F..%2Fmaster.key', '/uploads/x', `/uploads/${crypto.randomUUID()}`])
    expect([wrong, (await mia('HEAD', wrong, undefined, tus)).status]).toEqual([wrong, 404]);
  const auditor = await kontor.as(['auditor']);
  expect((await begin(auditor, 4)).status).toBe(403);
});
