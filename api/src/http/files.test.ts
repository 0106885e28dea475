import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { type Grant, PublicError } from '@kontor/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Access } from '../engine/access.ts';
import type { Context } from '../engine/context.ts';
import { fileContent } from '../engine/files.ts';
import { cleanName } from '../services/files.ts';
import { mediaType } from '../services/media_types.ts';
import { issueTicket, readTicket, ticketSeconds } from '../services/tickets.ts';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';

let kontor: TestKontor;
let folder: string;
beforeAll(async () => {
  kontor = await startTestKontor();
  folder = join(kontor.home, 'files');
});
afterAll(() => kontor.stop());

const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(500, 7)]);
const upload = (content: Uint8Array, name: string, type = 'application/octet-stream', caller = kontor.admin) =>
  caller('POST', '/files', content, { 'Content-Type': type, 'X-File-Name': encodeURIComponent(name) });
const fetched = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${kontor.url}/api/v1${path}`, { headers: { Authorization: `Bearer ${kontor.admin.token}`, ...headers } });
const stored = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

describe('upload', () => {
  test('keeps content once under its checksum, tells the type from the content, and leaves a trace', async () => {
    const answer = await upload(png, 'Bild ä.html', 'text/html');
    expect(answer.status).toBe(201);
    const sha256 = createHash('sha256').update(png).digest('hex');
    expect(answer.body).toMatchObject({ name: 'Bild ä.html', media_type: 'image/png', size: png.length, sha256 });
    await upload(png, 'zweites.png');
    expect(stored().filter((name) => name === sha256)).toHaveLength(1);
    const history = (await kontor.admin('GET', `/files/${answer.body.id}/history`)).body;
    expect(history[0]).toMatchObject({ operation: 'create', version: 1 });
  });

  test('refuses too much, nothing, and who may not; broken ones leave nothing behind', async () => {
    const before = stored().length;
    const large = await new Promise<number>((done, fail) => {
      const asked = request(
        `${kontor.url}/api/v1/files`,
        {
          method: 'POST',
          headers: { Authorization: `Bearer ${kontor.admin.token}`, 'Content-Length': 101 * 1024 * 1024 },
        },
        (response) => {
          done(response.statusCode!);
          asked.destroy();
        },
      );
      asked.on('error', fail);
      asked.flushHeaders();
    });
    expect(large).toBe(413);
    expect((await upload(new Uint8Array(0), 'leer')).status).toBe(422);
    const employee = await kontor.as(['employee']);
    expect((await upload(png, 'x.png', 'image/png', employee)).status).toBe(403);
    expect((await kontor.anonymous('POST', '/files', png)).status).toBe(401);
    await new Promise<void>((done) => {
      const asked = request(`${kontor.url}/api/v1/files`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${kontor.admin.token}`, 'Content-Length': 1_000_000 },
      });
      asked.on('error', () => done());
      asked.write(Buffer.alloc(100_000, 1), () => setTimeout(() => asked.destroy(), 100));
    });
    await new Promise((go) => setTimeout(go, 200));
    expect(stored().length).toBe(before);
  });

  test('names lose folders and what can not be seen; types follow content', () => {
    expect(cleanName('..%2F..%2Fetc%2Fpasswd')).toBe('passwd');
    expect(cleanName('C:\\Temp\\a\u202egnp.exe\u0000')).toBe('agnp.exe');
    expect(cleanName('..')).toBe('Datei');
    expect(cleanName('100 % Bio.pdf')).toBe('100 % Bio.pdf');
    const type = (text: string, name: string) => mediaType(Buffer.from(text, 'latin1'), name);
    expect(type('<?xml version="1.0"?><svg onload="x()">', 'a.png')).toBe('image/svg+xml');
    expect(type('hello <script>x()</script>', 'a.txt')).toBe('text/html');
    expect(type('a;b\n1;2', 'a.csv')).toBe('text/csv');
    expect(type('PK\u0003\u0004', 'a.docx')).toContain('wordprocessingml');
    expect(type('%PDF-1.7', 'a.html')).toBe('application/pdf');
    expect(type('a\u0000b', 'a.txt')).toBe('application/octet-stream');
  });
});

describe('content', () => {
  test('is shown in place when it is a picture or PDF, and never runs', async () => {
    const { id } = (await upload(png, 'Bild "1" ä.png')).body;
    const answer = await fetched(`/files/${id}/content`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('content-disposition')).toBe(
      `inline; filename="Bild _1_ _.png"; filename*=UTF-8''Bild%20%221%22%20%C3%A4.png`,
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    for (const [text, name] of [
      ['<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>', 'a.svg'],
      ['<html><script>x()</script>', 'a.html'],
    ]) {
      const file = (await upload(Buffer.from(text!), name!, 'image/png')).body;
      const evil = await fetched(`/files/${file.id}/content`);
      expect(evil.headers.get('content-disposition')).toMatch(/^attachment/);
      expect(evil.headers.get('content-security-policy')).toContain('sandbox');
    }
    expect((await fetched(`/files/${id}/content?download=true`)).headers.get('content-disposition')).toMatch(
      /^attachment/,
    );
    expect((await fetched('/files/01920000-0000-7000-8000-000000000001/content')).status).toBe(404);
    expect((await kontor.anonymous('GET', `/files/${id}/content`)).status).toBe(401);
  });

  test('comes in ranges', async () => {
    const { id } = (await upload(png, 'b.png')).body;
    const part = await fetched(`/files/${id}/content`, { Range: 'bytes=0-7' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 0-7/${png.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(png.subarray(0, 8))).toBe(true);
    const beyond = await fetched(`/files/${id}/content`, { Range: 'bytes=9999-' });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${png.length}`]);
  });

  test('is open to who sees a record that refers to it, and to nobody else', async () => {
    const { id } = (await upload(png, 'portrait.png')).body;
    const { engine } = kontor.running;
    const withGrants = (given: readonly Grant[], brand_ids: string[] = []): Context => {
      const actor = {
        id: '01920000-0000-7000-8000-0000000000aa',
        name: 'x',
        language: 'de',
        roles: [],
        brand_ids,
      } as const;
      const access = Object.defineProperty(new Access(engine.model, actor), 'grants', { value: given });
      return { engine, access, locale: 'de', requestId: 'test' };
    };
    const grants = (pattern: string) => withGrants([{ pattern }]);
    const readsUsers = grants('users.read');
    await expect(fileContent(readsUsers, id)).rejects.toThrow(PublicError);
    const user = (await kontor.admin('GET', `/users/${kontor.admin.id}`)).body;
    const changed = await kontor.admin('PUT', `/users/${user.id}`, { version: user.version, picture: id });
    expect(changed.status).toBe(200);
    expect((await fileContent(readsUsers, id)).name).toBe('portrait.png');
    await expect(fileContent(grants('customers.read'), id)).rejects.toMatchObject({ code: 'not_found' });
    expect((await fileContent(grants('files.read'), id)).name).toBe('portrait.png');
    const company = (await kontor.admin('POST', '/companies', { name: 'Firma' })).body;
    const logo = (await upload(png, 'logo.png')).body.id;
    const brand = (await kontor.admin('POST', '/brands', { name: 'Marke', company_id: company.id, logo })).body;
    const inBrand = [{ pattern: 'brands.read', scope: ['brand'] }];
    expect((await fileContent(withGrants(inBrand, [brand.id]), logo)).name).toBe('logo.png');
    await expect(fileContent(withGrants(inBrand, [company.id]), logo)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('tickets', () => {
  const ticketFor = async (path: string, caller = kontor.admin) => caller('POST', '/tickets', { path });

  test('open exactly one address, for a minute, as the one who asked', async () => {
    const { id } = (await upload(png, 'c.png')).body;
    const path = `/api/v1/files/${id}/content`;
    const { status, body } = await ticketFor(path);
    expect(status).toBe(201);
    expect(body.url.startsWith(`${path}?ticket=`)).toBe(true);
    expect(Date.parse(body.expires_at) - Date.now()).toBeLessThanOrEqual(ticketSeconds * 1000);
    expect((await kontor.anonymous('GET', body.url)).status).toBe(200);
    const ticket = body.url.split('ticket=')[1];
    for (const wrong of [
      `/files/${id}?ticket=${ticket}`,
      `/files/${id}/content?download=true&ticket=${ticket}`,
      `/files/${id}/content?ticket=${ticket}x`,
      `/files/${id}/content?ticket=${ticket}&download=true`,
      `/files/${id}/content?ticket=`,
      `/customers?ticket=${ticket}`,
    ])
      expect([wrong, (await kontor.anonymous('GET', wrong)).status]).toEqual([wrong, 401]);
  });

  test('only read, and only what their user may read', async () => {
    const employee = await kontor.as(['employee']);
    const { body } = await ticketFor('/api/v1/audit_entries', employee);
    expect((await kontor.anonymous('GET', body.url)).status).toBe(403);
    const list = (await ticketFor('/api/v1/customers')).body.url;
    expect((await kontor.anonymous('POST', list, { name: 'x' })).status).toBe(401);
    expect((await kontor.anonymous('DELETE', list)).status).toBe(401);
    for (const path of ['https://example.com/api/v1/x', '/api/v1/a?ticket=1', '//example.com/api/v1/', 5])
      expect((await kontor.admin('POST', '/tickets', { path })).status).toBe(422);
    expect((await kontor.anonymous('POST', '/tickets', { path: '/api/v1/customers' })).status).toBe(401);
  });

  test('serve exports in the language of the one who asked', async () => {
    const path = '/api/v1/customers/export?format=csv&columns=%5B%22number%22%5D';
    const { body } = await kontor.admin('POST', '/tickets', { path }, { 'Accept-Language': 'en' });
    const answer = await kontor.anonymous('GET', body.url, undefined, { 'Accept-Language': 'de' });
    expect([answer.status, (answer.body as string).trim()]).toEqual([200, 'Customer number']);
    expect(answer.headers.get('content-disposition')).toContain('Customers ');
  });

  test('end', async () => {
    const key = kontor.running.keys.tickets;
    const then = Date.now() - (ticketSeconds + 1) * 1000;
    const { ticket } = issueTicket(key, '/api/v1/customers', { userId: kontor.admin.id, locale: 'de' }, then);
    const answer = await kontor.anonymous('GET', `/customers?ticket=${ticket}`);
    expect([answer.status, answer.body.code]).toEqual([410, 'gone']);
    expect(readTicket(Buffer.alloc(32, 1), '/api/v1/customers', ticket)).toBeUndefined();
  });
});

test('a picture is a picture: other files are refused where one is asked for', async () => {
  const picture = (await upload(png, 'ich.png')).body;
  const text = (await upload(Buffer.from('kein Bild'), 'ich.png', 'image/png')).body;
  const { id, version } = (await kontor.admin('GET', `/users/${kontor.admin.id}`)).body;
  const refused = await kontor.admin('PUT', `/users/${id}`, { version, picture: text.id });
  expect([refused.status, refused.body.errors]).toEqual([
    422,
    { picture: 'Bitte ein Bild auswählen (PNG, JPEG, WebP oder GIF).' },
  ]);
  const taken = await kontor.admin('PUT', `/users/${id}`, { version, picture: picture.id });
  expect([taken.status, taken.body.picture]).toEqual([200, picture.id]);
});
