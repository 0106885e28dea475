import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { startWorker } from '../jobs/worker.ts';
import { diskStore } from './disk.ts';
import { openJobFiles } from './index.ts';
import { s3Store } from './s3.ts';
import { readS3, type S3Config } from './s3_config.ts';
import { type ContentStore, placeOf } from './store.ts';
import { verifyContent } from './verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'kontor-stores-'));
const server = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: join(folder, 's3'),
  configureBuckets: [{ name: 'kontor', configs: [] }],
});
let config: S3Config;
let stores: Record<string, ContentStore>;
beforeAll(async () => {
  const { port } = (await server.run()) as AddressInfo;
  config = readS3(`http://S3RVER:S3RVER@127.0.0.1:${port}/kontor/haus?region=eu-central-1`)!;
  stores = { disk: diskStore(join(folder, 'disk')), S3: s3Store(config) };
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const digest = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
async function keep(store: ContentStore, content: Buffer): Promise<string> {
  const path = join(folder, `incoming-${Math.random()}`);
  writeFileSync(path, content);
  const sha256 = digest(content);
  await store.keep(sha256, path);
  return sha256;
}
const read = async (store: ContentStore, sha256: string, range?: { start: number; end: number }) => {
  const stream = await store.open(sha256, range);
  return stream && Buffer.concat(await stream.toArray());
};

describe.each(['disk', 'S3'])('content in the store: %s', (name) => {
  test('comes out as it went in, whole and in parts', async () => {
    const store = stores[name]!;
    for (const size of [1, 4096, 3_000_001]) {
      const content = Buffer.alloc(size, `Größe ${size} `);
      const sha256 = await keep(store, content);
      expect(digest((await read(store, sha256))!)).toBe(sha256);
      const last = size - 1;
      expect(await read(store, sha256, { start: last, end: last })).toEqual(content.subarray(last));
      expect(await read(store, sha256, { start: 0, end: Math.min(9, last) })).toEqual(content.subarray(0, 10));
    }
  });

  test('is held once, however often and by how many at once it comes', async () => {
    const store = stores[name]!;
    const content = Buffer.from('einmal');
    await Promise.all(Array.from({ length: 8 }, () => keep(store, content)));
    await keep(store, content);
    const held: string[] = [];
    for await (const { sha256 } of store.list()) held.push(sha256);
    expect(held.filter((sha256) => sha256 === digest(content))).toHaveLength(1);
    expect(new Set(held).size).toBe(held.length);
  });

  test('goes when it is removed, and is told with its size and age until then', async () => {
    const store = stores[name]!;
    const sha256 = await keep(store, Buffer.from('vorübergehend'));
    const told = async () => {
      for await (const held of store.list()) if (held.sha256 === sha256) return held;
      return undefined;
    };
    const found = await told();
    expect(found?.size).toBe(14);
    expect(Math.abs(Date.now() - found!.since.getTime())).toBeLessThan(60_000);
    await store.remove(sha256);
    await store.remove(sha256);
    expect([await told(), await read(store, sha256)]).toEqual([undefined, undefined]);
  });

  test('what is not there is missing, and no error', async () => {
    expect(await read(stores[name]!, 'ab'.repeat(32))).toBeUndefined();
    expect(await read(stores[name]!, 'ab'.repeat(32), { start: 0, end: 1 })).toBeUndefined();
  });
});

test('the address of a store is read, or refused with a sentence', () => {
  expect(readS3(undefined)).toBeUndefined();
  expect(readS3('https://AKIA:ge%2Fheim%2B@s3.example.de/akten/kontor/2026?region=eu-central-1')).toEqual({
    host: 's3.example.de',
    port: 443,
    tls: true,
    region: 'eu-central-1',
    bucket: 'akten',
    prefix: 'kontor/2026/',
    keyId: 'AKIA',
    secret: 'ge/heim+',
  });
  for (const wrong of [
    'x',
    'ftp://a:b@c/d',
    'https://s3.example.de/bucket',
    'https://a:b@s3.example.de',
    'http://a:b@s3.example.de/x',
  ])
    expect(() => readS3(wrong)).toThrow('KONTOR_S3_URL');
});

describe('Kontor with a store that speaks S3', () => {
  let kontor: TestKontor;
  beforeAll(async () => {
    kontor = await startTestKontor({ config: { s3: config } });
  });
  afterAll(() => kontor.stop());
  const upload = async (text: string) =>
    kontor.admin('POST', '/files', Buffer.from(text), { 'X-File-Name': 'a.txt', 'Content-Type': 'text/plain' });

  test('uploads, sends whole and in ranges, verifies, and tells what is gone', async () => {
    const { body } = await upload('Inhalt im S3');
    const at = `/files/${body.id}/content`;
    expect((await kontor.admin('GET', at)).body).toBe('Inhalt im S3');
    const part = await kontor.admin('GET', at, undefined, { Range: 'bytes=7-8' });
    expect([part.status, part.body, part.headers.get('content-range')]).toEqual([206, 'im', 'bytes 7-8/12']);
    const result = await verifyContent(kontor.running.engine.db, s3Store(config));
    expect(result).toMatchObject({ checked: 1, bytes: 12, damaged: [] });
    rmSync(join(folder, 's3/kontor/haus', placeOf(body.sha256)), { force: true });
    for (const ending of ['_object', '_metadata.json', '_object.md5'])
      rmSync(join(folder, 's3/kontor', `haus/${placeOf(body.sha256)}._S3rver${ending}`), { force: true });
    expect((await kontor.admin('GET', at)).status).toBe(410);
    expect((await verifyContent(kontor.running.engine.db, s3Store(config))).damaged).toMatchObject([
      { fault: 'missing' },
    ]);
  });

  test('what a worker on another machine has made is sent by this one', async () => {
    const { engine, databases } = kontor.running;
    const before = await verifyContent(engine.db, s3Store(config));
    const stop = await startWorker({
      engine,
      logger: pino({ level: 'silent' }),
      url: databases.url,
      files: openJobFiles({ home: join(folder, 'another machine'), s3: config }),
    });
    try {
      const { body } = await kontor.admin('POST', '/users/export', { format: 'csv', columns: ['name'] });
      const state = async () => (await kontor.admin('GET', `/jobs/${body.id}`)).body.state;
      await expect.poll(state, { timeout: 120_000 }).toBe('done');
      const file = await kontor.admin('GET', `/jobs/${body.id}/result`);
      expect([file.status, file.body]).toEqual([200, 'Name\r\nTest administrator\r\n']);
      // it is not among what was uploaded to be kept
      expect((await verifyContent(engine.db, s3Store(config))).unneeded).toBe(before.unneeded);
    } finally {
      await stop();
    }
  });

  test('without the store nothing is half done: a clear refusal, no row, and it goes on afterwards', async () => {
    const away = await startTestKontor({ config: { s3: { ...config, port: 1 } } });
    try {
      const answer = await away.admin('POST', '/files', Buffer.from('x'), { 'X-File-Name': 'a.txt' });
      expect([answer.status, answer.body.code]).toEqual([503, 'store_unavailable']);
      expect((await away.owner.query('SELECT 1 FROM files')).rows).toEqual([]);
    } finally {
      await away.stop();
    }
    expect((await upload('danach')).status).toBe(201);
  });
});
