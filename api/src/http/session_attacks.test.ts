import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, startTestKontor, type TestKontor } from '../testing/harness.ts';
import { busy } from '../testing/within.ts';

// Forged tokens and replayed refresh tokens are in session.test.ts, guessing in lockout.test.ts.

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

const password = 'ein sehr langes Testpasswort';
const email = () => `${kontor.admin.id}@example.de`;
const signIn = (headers: Record<string, string> = {}, who = email()): Promise<Answer> =>
  kontor.anonymous('POST', '/session', { email: who, password }, headers);
const sessionCookie = ({ headers }: Answer) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .find((cookie) => !cookie.startsWith('kontor_device_'))!;
const refresh = (cookie: string, headers: Record<string, string> = {}) =>
  kontor.anonymous('POST', '/session/refresh', {}, { Cookie: cookie, ...headers });

describe('session fixation', () => {
  test('a sign-in opens a session of its own, whatever cookie came along', async () => {
    const planted = sessionCookie(await signIn());
    const victim = sessionCookie(await signIn({ Cookie: planted }));
    const id = (cookie: string) => cookie.split('=')[1]!.split('.')[0];
    expect(id(victim)).not.toBe(id(planted));
    const made = `${planted.split('=')[0]}=${crypto.randomUUID()}.${'x'.repeat(43)}`;
    expect(sessionCookie(await signIn({ Cookie: made }))).not.toContain(id(made));
    expect((await refresh(made)).status).toBe(401);
  });

  test('what a cookie held before the sign-out opens nothing after it', async () => {
    const cookie = sessionCookie(await signIn());
    expect((await kontor.anonymous('DELETE', '/session', undefined, { Cookie: cookie })).status).toBe(204);
    expect((await refresh(cookie)).status).toBe(401);
  });

  test('the cookie is out of reach: of scripts, of other sites, of other paths', async () => {
    for (const cookie of (await signIn()).headers.getSetCookie()) {
      expect(cookie).toMatch(/; Path=\/api\/v1\/session; .*HttpOnly; SameSite=Strict$/);
      expect(cookie).not.toMatch(/Domain=/);
    }
  });
});

describe('requests that other sites make a browser send', () => {
  const host = () => new URL(kontor.url).host;
  const foreign: Record<string, Record<string, string>> = {
    'another site': { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
    'another site, of an old browser': { Origin: 'https://evil.example' },
    'a subdomain or another port': { 'Sec-Fetch-Site': 'same-site' },
    'another port, of an old browser': { Origin: 'http://127.0.0.1:1' },
    'a page without origin (sandbox, file)': { Origin: 'null' },
    'an origin that is none': { Origin: 'x' },
    'a name that begins like ours': { Origin: 'http://127.0.0.1.evil.example' },
    'somebody who says that he is nobody': { 'Sec-Fetch-Site': '' },
  };

  test.each(Object.entries(foreign))('are refused with the cookie: %s', async (_, headers) => {
    const cookie = sessionCookie(await signIn());
    expect((await refresh(cookie, headers)).status).toBe(403);
    expect((await kontor.anonymous('DELETE', '/session', undefined, { Cookie: cookie, ...headers })).status).toBe(403);
    expect((await signIn(headers)).status).toBe(403);
    expect((await refresh(cookie)).status).toBe(200);
  });

  test('are refused in the formats that forms can send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const body = JSON.stringify({ email: email(), password });
      const answer = await kontor.anonymous('POST', '/session', body, { 'Content-Type': type });
      expect([type, answer.status]).toEqual([type, 415]);
    }
  });

  test('get nowhere by the cookie alone: everything else wants the token', async () => {
    const cookie = sessionCookie(await signIn());
    for (const [method, path] of [
      ['GET', '/session'],
      ['GET', '/session/devices'],
      ['DELETE', '/session/devices'],
      ['GET', '/customers'],
      ['POST', '/customers'],
      ['POST', '/tickets'],
      ['GET', '/customers/export'],
    ] as const)
      expect([path, (await kontor.anonymous(method, path, undefined, { Cookie: cookie })).status]).toEqual([path, 401]);
  });

  test('of our own pages and of programs are answered; no other site may read an answer', async () => {
    const own = { Origin: `http://${host()}`, 'Sec-Fetch-Site': 'same-origin' };
    const answer = await signIn(own);
    expect(answer.status).toBe(200);
    expect((await refresh(sessionCookie(answer), own)).status).toBe(200);
    const preflight = await kontor.anonymous('OPTIONS', '/customers', undefined, {
      Origin: 'https://evil.example',
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'authorization',
    });
    for (const { headers } of [answer, preflight])
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

test('every answer says what browsers must know: data, pages, files, errors', async () => {
  for (const path of ['/api/v1/tags', '/api/v1/nothing', '/api/docs', '/api/openapi.json', '/health/live', '/x.js']) {
    const { headers } = await kontor.admin('GET', path);
    const get = (name: string) => headers.get(name);
    expect([path, get('x-content-type-options'), get('referrer-policy'), get('cross-origin-resource-policy')]).toEqual([
      path,
      'nosniff',
      'no-referrer',
      'same-origin',
    ]);
    expect([path, get('x-powered-by'), get('server'), get('strict-transport-security')]).toEqual([
      path,
      null,
      null,
      null,
    ]);
  }
  const page = (await kontor.admin('GET', '/api/docs')).headers;
  const policy = page.get('content-security-policy')!;
  expect(policy).toMatch(/default-src 'none'; script-src 'self';.*frame-ancestors 'none'/);
  expect(policy.replace(/style-src-attr 'unsafe-inline'/, '')).not.toMatch(/unsafe|\*|http:/);
  expect(page.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(page.get('permissions-policy')).toContain('camera=()');
  expect((await kontor.admin('GET', '/tags')).headers.get('cache-control')).toBe('no-store');
});

const many = process.env.KONTOR_LONG === '1' ? 1000 : 100;
test(`${many} sign-ins at once all succeed, while the server goes on answering`, async () => {
  const users = await Promise.all(Array.from({ length: 5 }, () => kontor.as(['employee'])));
  const before = process.memoryUsage.rss();
  let going = true;
  let slowest = 0;
  let most = before;
  const watch = (async () => {
    while (going) {
      const from = Date.now();
      const answers = [await kontor.anonymous('GET', '/health/live'), await kontor.admin('GET', '/tags')];
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      slowest = Math.max(slowest, (Date.now() - from) / (Date.now() - from < 2000 ? 1 : busy()));
      most = Math.max(most, process.memoryUsage.rss());
      await new Promise((done) => setTimeout(done, 50));
    }
  })();
  const answers = await Promise.all(
    Array.from({ length: many }, (_, n) => signIn({}, `${users[n % users.length]!.id}@example.de`)),
  );
  going = false;
  await watch;
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(slowest).toBeLessThan(2000); // two requests of a second, on a machine that also sends the load
  expect((most - before) / 2 ** 20).toBeLessThan(300);
});
