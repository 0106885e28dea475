import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

const password = 'ein sehr langes Testpasswort';
const cookieOf = (headers: Headers) => headers.getSetCookie()[0]?.split(';')[0] ?? '';

interface SignedInDevice {
  readonly token: string;
  cookie: string;
  readonly id: string;
}

/** Signs the administrator of the tests in on one more device. */
async function signIn(device: string, userId = kontor.admin.id): Promise<SignedInDevice> {
  const answer = await kontor.anonymous(
    'POST',
    '/session',
    { email: `${userId}@example.de`, password },
    { 'User-Agent': device },
  );
  expect(answer.status).toBe(200);
  const token = answer.body.access_token as string;
  const { sid } = jwt.decode(token) as { sid: string };
  return { token, cookie: cookieOf(answer.headers), id: sid };
}
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const whoAmI = async (token: string) => (await kontor.anonymous('GET', '/session', undefined, bearer(token))).status;
const refresh = (cookie: string) => kontor.anonymous('POST', '/session/refresh', {}, { Cookie: cookie });
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe('access tokens', () => {
  test('are signed with ES256 by a key of the installation, named in the head', async () => {
    const { token } = await signIn('Firefox');
    const { header, payload } = jwt.decode(token, { complete: true }) as jwt.Jwt;
    expect(header).toMatchObject({ alg: 'ES256', kid: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(payload).toMatchObject({ iss: 'kontor', aud: 'api', sub: kontor.admin.id });
    const { rows } = await kontor.owner.query('SELECT id, private_key FROM signing_keys');
    expect(rows.map((row) => row.id)).toEqual([header.kid]);
    expect(rows[0].private_key).toMatch(/^v2\.[0-9a-f]{8}\./);
    expect(JSON.stringify(rows)).not.toContain('PRIVATE');
  });

  test('that are forged are refused', async () => {
    const { token, id } = await signIn('Firefox');
    const { header, payload } = jwt.decode(token, { complete: true }) as jwt.Jwt & { payload: jwt.JwtPayload };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { rows } = await kontor.owner.query('SELECT public_key FROM signing_keys');
    const signed = (head: object, body: object, key = privateKey) => {
      const text = `${part(head)}.${part(body)}`;
      const signature = createSign('sha256').update(text).sign({ key, dsaEncoding: 'ieee-p1363' });
      return `${text}.${signature.toString('base64url')}`;
    };
    const hmac = (head: object, secret: string) => {
      const text = `${part(head)}.${part(payload)}`;
      return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
    };
    const [head, body, signature] = token.split('.') as [string, string, string];
    const forged = {
      'no algorithm': `${part({ alg: 'none', typ: 'JWT', kid: header.kid })}.${body}.`,
      'another key under our name': signed(header, payload),
      'another key under its own name': signed({ ...header, kid: crypto.randomUUID() }, payload),
      'a name that is none': signed({ ...header, kid: "x' OR 1=1 --" }, payload),
      'no name': signed({ alg: 'ES256', typ: 'JWT' }, payload),
      'the public key as a shared secret': hmac({ ...header, alg: 'HS256' }, rows[0].public_key),
      'a key that is sent along': signed({ ...header, jwk: publicKey.export({ format: 'jwk' }) }, payload),
      'somebody else in it': `${head}.${part({ ...payload, sub: crypto.randomUUID() })}.${signature}`,
      'a longer life in it': `${head}.${part({ ...payload, exp: payload.exp! + 9999 })}.${signature}`,
      'no signature': `${head}.${body}.`,
      nothing: '',
    };
    for (const [why, text] of Object.entries(forged)) expect([why, await whoAmI(text)]).toEqual([why, 401]);
    expect([await whoAmI(token), id]).toEqual([200, payload.sid]);
  });

  test('of the right key, but expired, for others, or of another session, are refused', async () => {
    const { token } = await signIn('Firefox');
    const { payload, header } = jwt.decode(token, { complete: true }) as jwt.Jwt & { payload: jwt.JwtPayload };
    const { rows } = await kontor.owner.query('SELECT private_key FROM signing_keys WHERE id = $1', [header.kid]);
    const key = kontor.running.keys.decrypt(rows[0].private_key);
    const sign = (change: object, options: jwt.SignOptions = {}) => {
      const claims = Object.fromEntries(
        Object.entries({ ...payload, ...change }).filter(([, value]) => value !== undefined),
      );
      return jwt.sign(claims, key, { algorithm: 'ES256', keyid: header.kid!, ...options });
    };
    const now = Math.floor(Date.now() / 1000);
    for (const change of [
      { exp: now - 1 },
      { nbf: now + 60 },
      { aud: 'other' },
      { iss: 'other' },
      { sid: undefined },
      { sid: crypto.randomUUID() },
      { sid: "x'" },
      { sub: crypto.randomUUID() },
      { sub: 5 },
    ])
      expect([change, await whoAmI(sign(change))]).toEqual([change, 401]);
    expect(await whoAmI(sign({}))).toBe(200);
  });

  test('of a key that is retired by time are followed by those of a new one; the old one still verifies', async () => {
    const before = await signIn('Firefox');
    await kontor.owner.query("UPDATE signing_keys SET created_at = now() - interval '30 days 1 hour'");
    // another process, which reads the keys now
    const { signingKeys } = await import('../services/signing_keys.ts');
    const fresh = signingKeys(kontor.running.engine.db, kontor.running.keys);
    const made = await Promise.all([fresh.current(), fresh.current()]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const { kid } = jwt.decode(before.token, { complete: true })!.header;
    expect(made[0]!.id).not.toBe(kid);
    expect(await fresh.publicKey(kid!)).toContain('PUBLIC KEY');
    const token = jwt.sign({ sid: before.id }, made[0]!.key, {
      algorithm: 'ES256',
      keyid: made[0]!.id,
      subject: kontor.admin.id,
      expiresIn: 60,
      issuer: 'kontor',
      audience: 'api',
    });
    await pause(1100); // the running process looks for an unknown key at most once in a second
    expect([await whoAmI(token), await whoAmI(before.token)]).toEqual([200, 200]);
    await kontor.owner.query('DELETE FROM signing_keys WHERE id = $1', [made[0]!.id]);
    await kontor.owner.query('UPDATE signing_keys SET created_at = now()');
  });
});

describe('sessions', () => {
  test('rotate their token; one that was copied ends the session for all who hold one', async () => {
    const device = await signIn('Chrome');
    const first = device.cookie;
    const second = cookieOf((await refresh(first)).headers);
    expect(second).not.toBe(first);
    // two tabs at once: the slower one goes on with the cookie of the quicker one
    const slower = await refresh(first);
    expect([slower.status, slower.headers.getSetCookie()]).toEqual([200, []]);
    const third = cookieOf((await refresh(second)).headers);
    // the first token is two generations old: somebody has copied it
    expect((await refresh(first)).status).toBe(401);
    expect((await refresh(third)).status).toBe(401);
    const { rows } = await kontor.owner.query('SELECT 1 FROM sessions WHERE id = $1', [device.id]);
    expect(rows).toEqual([]);
  });

  test('do not grow by use beyond their end, and end without it', async () => {
    const device = await signIn('Chrome');
    const age = (change: string) => kontor.owner.query(`UPDATE sessions SET ${change} WHERE id = $1`, [device.id]);
    await age("ends_at = now() + interval '2 days'");
    device.cookie = cookieOf((await refresh(device.cookie)).headers);
    const { rows } = await kontor.owner.query(
      "SELECT expires_at = ends_at AS bound, expires_at < now() + interval '3 days' AS soon FROM sessions WHERE id = $1",
      [device.id],
    );
    expect(rows[0]).toEqual({ bound: true, soon: true });
    await age("expires_at = now() - interval '1 second'");
    expect((await refresh(device.cookie)).status).toBe(401);
  });

  test('are listed to their user, and to nobody else', async () => {
    const employee = await kontor.as(['employee']);
    const here = await signIn('Firefox auf dem Notebook', employee.id);
    const there = await signIn('Safari auf dem Telefon', employee.id);
    const list = await kontor.anonymous('GET', '/session/devices', undefined, bearer(here.token));
    expect(list.body.map((d: any) => [d.device, d.current])).toEqual(
      expect.arrayContaining([
        ['Firefox auf dem Notebook', true],
        ['Safari auf dem Telefon', false],
      ]),
    );
    expect(list.body[0]).toMatchObject({ address: expect.stringContaining('127.0.0.1') });
    expect(JSON.stringify(list.body)).not.toMatch(/hash|token/);
    const others = (await kontor.admin('GET', '/session/devices')).body;
    expect(others.map((d: any) => d.id)).not.toContain(here.id);
    expect((await kontor.admin('DELETE', `/session/devices/${here.id}`)).status).toBe(404);
    expect((await kontor.admin('DELETE', '/session/devices/x')).status).toBe(404);
    expect([await whoAmI(here.token), await whoAmI(there.token)]).toEqual([200, 200]);
  });

  test('that are ended count no more after five seconds, on whatever path', async () => {
    const employee = await kontor.as(['employee']);
    const [here, there, third] = [
      await signIn('Hier', employee.id),
      await signIn('Dort', employee.id),
      await signIn('Noch eins', employee.id),
    ];
    const ticket = await kontor.anonymous('POST', '/tickets', { path: '/api/v1/tasks' }, bearer(there.token));
    expect((await kontor.anonymous('GET', ticket.body.url)).status).toBe(200);
    const gone = await kontor.anonymous('DELETE', `/session/devices/${there.id}`, undefined, bearer(here.token));
    expect(gone.status).toBe(204);
    const rest = await kontor.anonymous('DELETE', '/session/devices', undefined, bearer(here.token));
    expect(rest.body.count).toBeGreaterThanOrEqual(1);
    await pause(4500);
    expect([await whoAmI(there.token), await whoAmI(third.token), await whoAmI(here.token)]).toEqual([401, 401, 200]);
    expect((await kontor.anonymous('GET', ticket.body.url)).status).toBe(401);
    expect((await refresh(there.cookie)).status).toBe(401);
    expect((await refresh(here.cookie)).status).toBe(200);
  });

  test('tokens that are none are refused without a word', async () => {
    const name = (await signIn('x')).cookie.split('=')[0];
    for (const value of ['', 'x', '.', 'a.b', `${crypto.randomUUID()}.${'x'.repeat(43)}`, "1' OR '1'='1", '%00'])
      expect([value, (await refresh(`${name}=${value}`)).status]).toEqual([value, 401]);
    expect((await kontor.anonymous('DELETE', '/session', undefined, { Cookie: `${name}=a.b` })).status).toBe(204);
  });
});
