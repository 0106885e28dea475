import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';

const megabyte = 1024 * 1024;
/** 2 GB with KONTOR_LONG=1. */
const megabytes = process.env.KONTOR_LONG ? 1907 : 192;
/** Megabytes of buffers that may wait for the collector: V8 begins to collect them at 64. */
const most = 112;
/** Megabytes of one part, where a file comes in parts: as the admin sends them. */
const partOf = 8;
/** Made once: what the test itself throws away would be counted as the server's. */
const parts = Array.from({ length: 7 }, (_, i) => Buffer.alloc(megabyte, `Kontor ${i}`));

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor({ config: { fileLimit: 2047 * megabyte } });
});
afterAll(() => kontor.stop());

function* blocks(from = 0, count = megabytes) {
  for (let i = from; i < from + count; i++) yield parts[i % parts.length]!;
}

/** The most memory in buffers while something is done, beyond what there was. */
async function memoryOf(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }, 5);
  await work();
  clearInterval(watch);
  return most;
}

test('a large file goes in and out in a stream: memory stays flat', { timeout: 300_000 }, async () => {
  const headers = { Authorization: `Bearer ${kontor.admin.token}` };
  const sent = createHash('sha256');
  let file: any;
  const uploading = await memoryOf(async () => {
    const asked = request(`${kontor.url}/api/v1/files`, { method: 'POST', headers });
    const answered = new Promise<any>((done, fail) => {
      asked.on('error', fail);
      asked.on('response', async (response) => done(JSON.parse((await response.toArray()).join(''))));
    });
    const source = Readable.from(blocks()).map((chunk: Buffer) => {
      sent.update(chunk);
      return chunk;
    });
    await pipeline(source, asked);
    file = await answered;
  });
  expect([file.size, file.sha256]).toEqual([megabytes * megabyte, sent.digest('hex')]);

  const got = createHash('sha256');
  const downloading = await memoryOf(async () => {
    const answer = await new Promise<Readable>((done, fail) => {
      request(`${kontor.url}/api/v1/files/${file.id}/content`, { headers }, done).on('error', fail).end();
    });
    for await (const chunk of answer) got.update(chunk);
  });
  expect(got.digest('hex')).toBe(file.sha256);
  expect(uploading).toBeLessThan(most * megabyte);
  expect(downloading).toBeLessThan(most * megabyte);
});

test('so it does in parts that can be sent again', { timeout: 300_000 }, async () => {
  const headers = { Authorization: `Bearer ${kontor.admin.token}`, 'Tus-Resumable': '1.0.0' };
  const size = megabytes * megabyte;
  const begun = await kontor.admin('POST', '/uploads', undefined, { ...headers, 'Upload-Length': String(size) });
  const at = `${kontor.url}${begun.headers.get('location')}`;
  const sent = createHash('sha256');
  let file: any;
  const uploading = await memoryOf(async () => {
    for (let from = 0; from < megabytes; from += partOf) {
      const count = Math.min(partOf, megabytes - from);
      const asked = request(at, {
        method: 'PATCH',
        headers: {
          ...headers,
          'Upload-Offset': String(from * megabyte),
          'Content-Type': 'application/offset+octet-stream',
          'Content-Length': String(count * megabyte),
        },
      });
      const answered = new Promise<string>((done, fail) => {
        asked.on('error', fail);
        asked.on('response', async (response) => done((await response.toArray()).join('')));
      });
      const source = Readable.from(blocks(from, count)).map((chunk: Buffer) => {
        sent.update(chunk);
        return chunk;
      });
      await pipeline(source, asked);
      const body = await answered;
      if (body) file = JSON.parse(body);
    }
  });
  expect([file.size, file.sha256]).toEqual([size, sent.digest('hex')]);
  expect(uploading).toBeLessThan(most * megabyte);
});
