import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeOf } from '../services/content/store.ts';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';

let kontor: TestKontor;
let photo: Buffer;
beforeAll(async () => {
  kontor = await startTestKontor();
  photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#1f6feb' } })
    .withExif({ IFD0: { Copyright: 'Anna Berger' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => kontor.stop());

const upload = async (content: Uint8Array, name = 'a.jpg') =>
  (await kontor.admin('POST', '/files', content, { 'X-File-Name': name })).body;
const small = async (id: string) => {
  const answer = await fetch(`${kontor.url}/api/v1/files/${id}/thumbnail`, {
    headers: { Authorization: `Bearer ${kontor.admin.token}` },
  });
  return { status: answer.status, headers: answer.headers, content: Buffer.from(await answer.arrayBuffer()) };
};
/** A picture of a few bytes that says it has 3.6 billion pixels. */
async function bomb(): Promise<Buffer> {
  const png = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  png.writeUInt32BE(60_000, 16);
  png.writeUInt32BE(60_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

test('a picture is sent in small, without what the camera wrote into it, and kept', async () => {
  const { id, sha256 } = await upload(photo);
  const { status, headers, content } = await small(id);
  expect([status, headers.get('content-type')]).toEqual([200, 'image/webp']);
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  const meta = await sharp(content).metadata();
  expect([meta.format, meta.width, meta.height, meta.exif]).toEqual(['webp', 320, 240, undefined]);
  expect(existsSync(join(kontor.home, 'files/thumbnails', `${placeOf(sha256)}.webp`))).toBe(true);
  expect((await small(id)).content.equals(content)).toBe(true);
});

test('is seen by who sees the file, also by ticket', async () => {
  const { id } = await upload(photo);
  const path = `/api/v1/files/${id}/thumbnail`;
  const stranger = await kontor.as(['backoffice'], { brand_ids: [] });
  expect((await stranger('GET', `/files/${id}/thumbnail`)).status).toBe(404);
  const foreign = (await stranger('POST', '/tickets', { path })).body.url;
  expect((await kontor.anonymous('GET', foreign)).status).toBe(404);
  const { url } = (await kontor.admin('POST', '/tickets', { path })).body;
  expect((await kontor.anonymous('GET', url)).status).toBe(200);
  expect((await kontor.anonymous('GET', url.replace('thumbnail', 'content'))).status).toBe(401);
  expect((await kontor.anonymous('GET', `/files/${id}/thumbnail`)).status).toBe(401);
  const auditor = await kontor.as(['auditor']);
  expect((await auditor('GET', `/files/${id}/thumbnail`)).status).toBe(200);
  const { rows } = await kontor.owner.query(
    "SELECT after FROM audit_entries WHERE operation = 'read' AND resource = 'files' AND record_id = $1",
    [id],
  );
  expect(rows[0]?.after.path).toContain('/thumbnail');
});

test('hostile pictures, and what is none, get no picture and harm nobody', async () => {
  const script = '<script>alert(1)</script>';
  const cases: [string, Buffer, string][] = [
    ['bomb', await bomb(), 'image/png'],
    ['cut off', photo.subarray(0, 400), 'image/jpeg'],
    ['a page that calls itself a GIF', Buffer.from(`GIF89a/*${script}*/`), 'image/gif'],
    ['svg', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`), 'image/svg+xml'],
    ['html', Buffer.from(`<html>${script}`), 'text/html'],
  ];
  for (const [what, content, type] of cases) {
    const file = await upload(content, 'bild.png');
    expect([what, file.media_type]).toEqual([what, type]);
    for (let i = 0; i < 2; i++) expect([what, (await small(file.id)).status]).toEqual([what, 415]);
    const sent = await fetch(`${kontor.url}/api/v1/files/${file.id}/content`, {
      headers: { Authorization: `Bearer ${kontor.admin.token}` },
    });
    expect(sent.headers.get('x-content-type-options')).toBe('nosniff');
    expect(sent.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  }
});
