import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demo, forget, root, type Served, serve } from './kontor.ts';

const signIn = async (url: string): Promise<string> => {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(demo),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
};

/** Process ids of the embedded PostgreSQL of an installation. */
const postmaster = (home: string): number | undefined => {
  const found =
    process.getuid?.() === 0
      ? execFileSync('sh', ['-c', `grep -l "^${home}/" /var/lib/kontor/*/home`])
          .toString()
          .trim()
          .replace(/\/home$/, '')
      : join(home, 'database');
  const file = join(found, 'data/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
};
const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    const stat = `/proc/${pid}/stat`; // a process that has ended may wait to be collected
    return !(existsSync(stat) && /\) Z /.test(readFileSync(stat, 'utf8')));
  } catch {
    return false;
  }
};

describe('the process', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ fresh: true });
  });
  afterAll(async () => {
    await served.stop();
    forget(served.home);
  });

  test('started twice it says where it runs', async () => {
    const second = spawn(process.execPath, ['api/dist/cli/serve.js'], {
      env: { ...process.env, NODE_OPTIONS: '', KONTOR_HOME: served.home, PORT: '3999', NODE_ENV: 'production' },
    });
    let output = '';
    second.stdout.on('data', (chunk) => {
      output += chunk;
    });
    const code = await new Promise((done) => second.once('exit', done));
    expect(output).toContain(`Kontor runs already at ${served.url}`);
    expect(code).toBe(0);
  });

  test('killed in the middle of writing it comes back with everything that was acknowledged', async () => {
    const token = await signIn(served.url);
    const acknowledged: string[] = [];
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
    let writing = true;
    const writer = (async () => {
      for (let i = 0; writing; i++) {
        try {
          const answer = await fetch(`${served.url}/api/v1/tags`, {
            method: 'POST',
            headers,
            body: JSON.stringify({ name: `Überlebend ${i}` }),
          });
          if (answer.status === 201) acknowledged.push(((await answer.json()) as { id: string }).id);
        } catch {
          return; // killed
        }
      }
    })();
    while (acknowledged.length < 20) await new Promise((done) => setTimeout(done, 5));
    const database = postmaster(served.home)!;
    await served.stop('SIGKILL');
    process.kill(database, 'SIGKILL');
    writing = false;
    await writer;
    expect(acknowledged.length).toBeGreaterThan(5);
    served = await serve({ home: served.home });
    const again = await signIn(served.url);
    const answer = await fetch(
      `${served.url}/api/v1/tags?filter=${encodeURIComponent(JSON.stringify({ id: acknowledged }))}`,
      { headers: { Authorization: `Bearer ${again}` } },
    );
    const found = new Set(((await answer.json()) as { id: string }[]).map((row) => row.id));
    expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
  });

  test('killed in the middle of an upload in parts it goes on where it was', async () => {
    const size = 3_000_000;
    const content = new Uint8Array(size).fill(75);
    const tus = { 'Tus-Resumable': '1.0.0' };
    let headers = { ...tus, Authorization: `Bearer ${await signIn(served.url)}` };
    const begun = await fetch(`${served.url}/api/v1/uploads`, {
      method: 'POST',
      headers: { ...headers, 'Upload-Length': String(size), 'Upload-Metadata': `filename ${btoa('Plan.bin')}` },
    });
    const at = begun.headers.get('location')!;
    const send = (part: Uint8Array<ArrayBuffer>, offset: number) =>
      fetch(served.url + at, {
        method: 'PATCH',
        headers: { ...headers, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
        body: part,
      });
    expect((await send(content.slice(0, 1_000_000), 0)).status).toBe(204);
    const asked = request(served.url + at, {
      method: 'PATCH',
      headers: {
        ...headers,
        'Upload-Offset': '1000000',
        'Content-Type': 'application/offset+octet-stream',
        'Content-Length': String(size - 1_000_000),
      },
    });
    asked.on('error', () => {});
    asked.write(content.slice(0, 500_000));
    const kept = join(served.home, 'files/incoming/uploads', at.split('/').at(-1)!);
    while (statSync(kept).size <= 1_000_000) await new Promise((done) => setTimeout(done, 10));
    await served.stop('SIGKILL');
    served = await serve({ home: served.home });
    headers = { ...tus, Authorization: `Bearer ${await signIn(served.url)}` };
    const known = await fetch(served.url + at, { method: 'HEAD', headers });
    expect(known.status).toBe(200);
    const offset = Number(known.headers.get('upload-offset'));
    expect(offset).toBeGreaterThan(1_000_000);
    const done = await send(content.slice(offset), offset);
    expect([done.status, await done.json()]).toEqual([200, expect.objectContaining({ name: 'Plan.bin', size })]);
  });

  test('told to stop it shuts the database down cleanly', async () => {
    const database = postmaster(served.home)!;
    expect(alive(database)).toBe(true);
    expect(await served.stop('SIGTERM')).toBe(0);
    expect(alive(database)).toBe(false);
    expect(postmaster(served.home)).toBeUndefined();
  });
});

test('told to stop while it is still starting, it leaves no database behind and starts again', async () => {
  const home = mkdtempSync(join(tmpdir(), 'kontor-e2e-'));
  const port = 3950 + Math.floor(Math.random() * 40);
  const child = spawn(process.execPath, ['api/dist/cli/serve.js'], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: 'silent', PORT: String(port), KONTOR_HOME: home },
    stdio: 'ignore',
  });
  const ended = new Promise((done) => child.once('exit', done));
  while (child.exitCode === null && !(await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => null)))
    await new Promise((done) => setTimeout(done, 50));
  const database = postmaster(home)!;
  expect(alive(database)).toBe(true);
  child.kill('SIGTERM'); // it answers, but the demo company is not complete
  expect(await ended).toBe(0);
  expect(alive(database)).toBe(false);
  const again = await serve({ home });
  expect(await again.stop('SIGTERM')).toBe(0);
  forget(home);
}, 300_000); // makes a database and a demo company of its own, beside other tests
