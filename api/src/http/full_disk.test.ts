import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';

const mount = (at: string, bytes: number) =>
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', at], { stdio: 'ignore' });
const unmount = (at: string) => execFileSync('umount', ['-l', at], { stdio: 'ignore' });

/** Small disks can be made by root alone, and not in every container. */
function canMount(): boolean {
  const at = mkdtempSync(join(tmpdir(), 'kontor-disk-'));
  try {
    mount(at, 4096);
    unmount(at);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
}

const megabyte = 1024 * 1024;

describe.runIf(canMount())('a disk that is full', () => {
  let kontor: TestKontor;
  let files: string;
  beforeAll(async () => {
    kontor = await startTestKontor({ config: { fileLimit: 50 * megabyte } });
    files = join(kontor.home, 'files');
    mkdirSync(files, { recursive: true });
    mount(files, 4 * megabyte);
  });
  afterAll(async () => {
    unmount(files);
    await kontor.stop();
  });

  const upload = (bytes: number) =>
    kontor.admin('POST', '/files', Buffer.alloc(bytes, bytes), { 'X-File-Name': 'gross.bin' });
  const rows = async () => (await kontor.owner.query('SELECT count(*)::int AS count FROM files')).rows[0].count;
  const incoming = () => readdirSync(join(files, 'incoming'), { withFileTypes: true }).filter((one) => one.isFile());

  test('an upload that does not fit is refused with its reason and leaves nothing; what fits is kept', async () => {
    expect((await upload(megabyte)).status).toBe(201);
    const before = await rows();
    const refused = await upload(8 * megabyte);
    expect([refused.status, refused.body.code, refused.body.title]).toEqual([
      507,
      'storage_full',
      expect.stringContaining('kein Speicherplatz'),
    ]);
    expect(await rows()).toBe(before);
    expect(incoming()).toEqual([]);
    expect((await upload(megabyte / 2)).status).toBe(201);
    expect((await kontor.admin('POST', '/customers', { name: 'Geht weiter GmbH' })).status).toBe(201);
  });

  test('what was refused half-way does not hold up what comes after it on the same connection', async () => {
    for (let n = 0; n < 10; n++) {
      expect((await upload(8 * megabyte)).status).toBe(507);
      expect((await kontor.admin('GET', '/tags')).status).toBe(200);
    }
  });

  test('so is one that comes in parts', async () => {
    const tus = { 'Tus-Resumable': '1.0.0' };
    const size = 8 * megabyte;
    const begun = await kontor.admin('POST', '/uploads', undefined, { ...tus, 'Upload-Length': String(size) });
    const at = begun.headers.get('location')!;
    const refused = await kontor.admin('PATCH', at, Buffer.alloc(size, 'x'), {
      ...tus,
      'Upload-Offset': '0',
      'Content-Type': 'application/offset+octet-stream',
    });
    expect([refused.status, refused.body.code]).toEqual([507, 'storage_full']);
    expect((await kontor.admin('DELETE', at, undefined, tus)).status).toBe(204);
    expect((await upload(megabyte / 4)).status).toBe(201);
  });
});
