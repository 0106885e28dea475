import { generateSync } from 'otplib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, startTestKontor, type TestKontor } from '../testing/harness.ts';

let kontor: TestKontor;
let user: Awaited<ReturnType<TestKontor['as']>>;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());
beforeEach(async () => {
  user = await kontor.as(['backoffice']);
});

const password = 'ein sehr langes Testpasswort';
const cookiesOf = ({ headers }: Answer) =>
  headers
    .getSetCookie()
    .map((one) => one.split(';')[0]!)
    .filter((one) => !one.endsWith('='))
    .join('; ');
const now = () => Math.floor(Date.now() / 1000);
/** A code of the app, by its clock: `seconds` ahead of ours. */
const code = (secret: string, seconds = 0) => generateSync({ secret, epoch: now() + seconds });

/** Sets an app up, as if its last code had been used long ago. */
async function enrol(caller = user): Promise<string> {
  const begun = await caller('POST', '/session/factors/authenticator');
  expect(begun.status).toBe(201);
  const { transaction, secret } = begun.body;
  const done = await caller('PUT', '/session/factors/authenticator', { transaction, code: code(secret) });
  expect(done.status).toBe(200);
  await kontor.owner.query('UPDATE authenticators SET last_step = 0 WHERE user_id = $1', [caller.id]);
  return secret;
}

const signIn = (who = user) => kontor.anonymous('POST', '/session', { email: `${who.id}@example.de`, password });
/** Begins a sign-in, and goes on with it in the same browser. */
async function begin(who = user) {
  const begun = await signIn(who);
  const Cookie = cookiesOf(begun);
  const finish = (shown: object, cookie = Cookie) =>
    kontor.anonymous(
      'POST',
      '/session/second_factor',
      { transaction: begun.body.transaction, ...shown },
      { Cookie: cookie },
    );
  return { begun, finish };
}

describe('the authenticator app', () => {
  test('counts after a first code, and its secret is told once', async () => {
    const begun = await user('POST', '/session/factors/authenticator');
    const { transaction, secret, address, picture } = begun.body;
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(address).toMatch(new RegExp(`^otpauth://totp/Kontor.*secret=${secret}`));
    expect(picture).toMatch(/^data:image\/svg\+xml;base64,/);
    expect((await signIn()).body.access_token).toBeDefined(); // not confirmed: not asked for
    const wrong = await user('PUT', '/session/factors/authenticator', { transaction, code: '000000' });
    expect([wrong.status, Object.keys(wrong.body.errors)]).toEqual([422, ['code']]);
    const done = await user('PUT', '/session/factors/authenticator', { transaction, code: code(secret) });
    expect(done.body).toMatchObject({ authenticator: { last_used_at: expect.any(String) }, passkeys: [] });
    const again = await user('PUT', '/session/factors/authenticator', { transaction, code: code(secret) });
    expect(again.status).toBe(422);
    const { body } = await signIn();
    expect(body).toEqual({ second_factor: ['totp'], transaction: expect.any(String) });
    const stored = JSON.stringify([
      (await kontor.owner.query('SELECT * FROM authenticators')).rows,
      (await kontor.owner.query('SELECT * FROM audit_entries')).rows,
      (await user('GET', '/session/factors')).body,
    ]);
    expect(stored).not.toContain(secret);
    expect(stored).toContain('"secret":"v2.');
  });

  test('signs in with a code of now, of the step before and of the one after; with no other', async () => {
    const secret = await enrol();
    for (const [seconds, status] of [
      [-60, 401],
      [60, 401],
      [-30, 200],
      [0, 200],
      [30, 200],
    ] as const) {
      const { finish } = await begin();
      const answer = await finish({ totp: code(secret, seconds) });
      expect([seconds, answer.status]).toEqual([seconds, status]);
      if (status === 401) expect(Object.keys(answer.body.errors)).toEqual(['totp']);
      else expect(answer.body).toMatchObject({ user: { id: user.id }, access_token: expect.any(String) });
    }
    const { rows } = await kontor.owner.query('SELECT second_factor FROM sessions WHERE user_id = $1', [user.id]);
    expect(rows.filter((row) => row.second_factor)).toHaveLength(4); // with the one that has set it up
  });

  test('has a code accepted once, also by twenty at once', async () => {
    const secret = await enrol();
    const sent = code(secret);
    const begun = await Promise.all(Array.from({ length: 20 }, () => begin()));
    const answers = await Promise.all(begun.map(({ finish }) => finish({ totp: sent })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    await kontor.owner.query('DELETE FROM factor_failures');
    const { finish } = await begin();
    expect((await finish({ totp: sent })).status).toBe(401);
    expect((await finish({ totp: code(secret, -30) })).status).toBe(401); // older than one that was used
    expect((await finish({ totp: code(secret, 30) })).status).toBe(200);
  });

  test('finishes a sign-in once', async () => {
    const secret = await enrol();
    const { finish } = await begin();
    const answers = await Promise.all([0, 30].map((seconds) => finish({ totp: code(secret, seconds) })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    await kontor.owner.query('UPDATE authenticators SET last_step = 0');
    const later = await finish({ totp: code(secret) });
    expect([later.status, later.body.code]).toEqual([401, 'sign_in_expired']);
  });

  test('can be replaced by another one, from whose first code on the old one counts no more', async () => {
    const old = await enrol();
    const fresh = await enrol();
    expect((await (await begin()).finish({ totp: code(old) })).status).toBe(401);
    expect((await (await begin()).finish({ totp: code(fresh) })).status).toBe(200);
  });
});

describe('a sign-in that has begun', () => {
  test('belongs to its browser: a stolen transaction is worth nothing elsewhere', async () => {
    const secret = await enrol();
    const { begun, finish } = await begin();
    const other = await begin();
    for (const cookie of ['', cookiesOf(other.begun), `${cookiesOf(begun)}x`]) {
      const stolen = await finish({ totp: code(secret) }, cookie);
      expect([cookie && 'a cookie', stolen.status, stolen.body.code]).toEqual([
        cookie && 'a cookie',
        401,
        'sign_in_expired',
      ]);
    }
    const cookie = begun.headers.getSetCookie()[0]!;
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    const foreign = await kontor.anonymous(
      'POST',
      '/session/second_factor',
      { transaction: begun.body.transaction, totp: code(secret) },
      { Cookie: cookiesOf(begun), Origin: 'https://evil.example' },
    );
    expect(foreign.status).toBe(403);
    expect((await finish({ totp: code(secret) })).status).toBe(200);
  });

  test('opens no session and gives no token before the second factor', async () => {
    await enrol();
    const before = (await kontor.owner.query('SELECT count(*) FROM sessions')).rows[0].count;
    const { begun } = await begin();
    expect(Object.keys(begun.body).sort()).toEqual(['second_factor', 'transaction']);
    const refreshed = await kontor.anonymous('POST', '/session/refresh', {}, { Cookie: cookiesOf(begun) });
    expect(refreshed.status).toBe(401);
    const token = { Authorization: `Bearer ${begun.body.transaction}` };
    expect((await kontor.anonymous('GET', '/session', undefined, token)).status).toBe(401);
    expect((await kontor.owner.query('SELECT count(*) FROM sessions')).rows[0].count).toBe(before);
  });

  test('expires, and what expired is thrown away', async () => {
    const secret = await enrol();
    const { finish } = await begin();
    await kontor.owner.query("UPDATE sign_in_challenges SET expires_at = now() - interval '1 second'");
    expect((await finish({ totp: code(secret) })).body.code).toBe('sign_in_expired');
    await begin();
    expect((await kontor.owner.query('SELECT 1 FROM sign_in_challenges')).rows).toHaveLength(1);
  });

  test('takes five codes; after five wrong ones in a row the user waits, also in a new sign-in, longer each time', async () => {
    const secret = await enrol();
    const { finish } = await begin();
    const wrong = await Promise.all(Array.from({ length: 12 }, (_, i) => finish({ totp: String(100000 + i) })));
    expect(wrong.filter(({ body }) => body.code === 'second_factor_failed')).toHaveLength(5);
    const next = await begin();
    expect((await next.finish({ totp: code(secret) })).status).toBe(429);
    const until = async () =>
      (
        await kontor.owner.query(
          'SELECT round(extract(epoch FROM blocked_until - now())) AS s FROM factor_failures WHERE user_id = $1',
          [user.id],
        )
      ).rows[0].s;
    expect(Number(await until())).toBeGreaterThan(25);
    await kontor.owner.query('UPDATE factor_failures SET blocked_until = now()');
    const { finish: guess } = await begin();
    expect((await guess({ totp: '123456' })).status).toBe(401);
    expect(Number(await until())).toBeGreaterThan(50);
    await kontor.owner.query('UPDATE factor_failures SET blocked_until = now()');
    expect((await guess({ totp: code(secret) })).status).toBe(200);
    const left = await kontor.owner.query('SELECT 1 FROM factor_failures WHERE user_id = $1', [user.id]);
    expect(left.rows).toEqual([]);
  });

  test('refuses nonsense with a message, never with an error of the server', async () => {
    await enrol();
    const { begun, finish } = await begin();
    for (const shown of [{}, { totp: 5 }, { totp: '' }, { recovery: {} }, { password }]) {
      const answer = await finish(shown);
      expect([shown, answer.status]).toEqual([shown, 422]);
    }
    for (const transaction of [null, 5, {}, 'x', `${crypto.randomUUID()}.x`, "'", begun.body.transaction.slice(0, 40)])
      expect((await finish({ transaction, totp: '123456' })).status).toBe(401);
    const at127 = await finish({ passkey: { id: 'x' } });
    expect([at127.status, at127.body.code]).toEqual([409, 'passkeys_unavailable']); // browsers refuse numbers
    for (const passkey of ['x', 5, {}, { id: 'x' }, { id: 'x\0', response: { userHandle: {} } }]) {
      const { begun: one } = await begin();
      const answer = await fetch(`${kontor.url.replace('127.0.0.1', 'localhost')}/api/v1/session/second_factor`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Cookie: cookiesOf(one) },
        body: JSON.stringify({ transaction: one.body.transaction, passkey }),
      });
      expect([passkey, answer.status]).toEqual([passkey, 401]);
    }
  });
});

describe('recovery codes', () => {
  test('are ten, hashed, good once each, and a new set ends the old one', async () => {
    expect((await user('POST', '/session/factors/recovery_codes')).status).toBe(422);
    await enrol();
    const { codes } = (await user('POST', '/session/factors/recovery_codes')).body;
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    for (const one of codes) expect(one).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    const stored = (await kontor.owner.query('SELECT code_hash FROM recovery_codes')).rows;
    expect(stored.every((row) => row.code_hash.startsWith('$argon2id$'))).toBe(true);
    const { begun, finish } = await begin();
    expect(begun.body.second_factor).toEqual(['totp', 'recovery']);
    expect((await finish({ recovery: 'aaaa-bbbb-cccc' })).status).toBe(401);
    expect((await finish({ recovery: ` ${codes[0].toUpperCase().replaceAll('-', ' ')}` })).status).toBe(200);
    expect((await (await begin()).finish({ recovery: codes[0] })).status).toBe(401);
    expect((await user('GET', '/session/factors')).body.recovery_codes).toMatchObject({ left: 9, total: 10 });
    const fresh = (await user('POST', '/session/factors/recovery_codes')).body.codes;
    expect((await (await begin()).finish({ recovery: codes[1] })).status).toBe(401);
    expect((await (await begin()).finish({ recovery: fresh[1] })).status).toBe(200);
  });

  test('of twenty who use the same one at once, one gets in', async () => {
    await enrol();
    const { codes } = (await user('POST', '/session/factors/recovery_codes')).body;
    const begun = await Promise.all(Array.from({ length: 20 }, () => begin()));
    const answers = await Promise.all(begun.map(({ finish }) => finish({ recovery: codes[3] })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('are gone with the last factor', async () => {
    await enrol();
    await user('POST', '/session/factors/recovery_codes');
    const left = await user('DELETE', '/session/factors/authenticator');
    expect(left.body).toMatchObject({ authenticator: null, recovery_codes: null });
    expect((await signIn()).body.access_token).toBeDefined();
  });
});

describe('the trail', () => {
  test('tells which factors came and went, by whom', async () => {
    await enrol();
    await user('DELETE', '/session/factors/authenticator');
    const history = (await kontor.admin('GET', `/users/${user.id}/history`)).body;
    expect(history.slice(0, 2).map((entry: any) => [entry.by.id, entry.changes])).toEqual([
      [user.id, [{ field: 'factors', before: ['authenticator'], after: [] }]],
      [user.id, [{ field: 'factors', before: [], after: ['authenticator'] }]],
    ]);
    const { rows } = await kontor.owner.query(
      "SELECT operation FROM audit_entries WHERE resource = 'authenticators' AND created_by = $1 ORDER BY id",
      [user.id],
    );
    expect(rows.map((row) => row.operation)).toEqual(['create', 'purge']);
  });

  test('an administrator takes the factors of another user away, who is signed out by that', async () => {
    await enrol();
    await user('POST', '/session/factors/recovery_codes');
    expect((await user('POST', `/users/${kontor.admin.id}/actions/reset_factors`)).status).toBe(403);
    const reset = await kontor.admin('POST', `/users/${user.id}/actions/reset_factors`);
    expect([reset.status, reset.body.factors]).toEqual([200, []]);
    expect((await kontor.admin('GET', `/users/${user.id}`)).body.version).toBe(reset.body.version);
    expect((await signIn()).body.access_token).toBeDefined();
    const [entry] = (await kontor.admin('GET', `/users/${user.id}/history`)).body;
    expect([entry.by.id, entry.changes[0].after]).toEqual([kontor.admin.id, []]);
    expect((await kontor.owner.query('SELECT 1 FROM recovery_codes WHERE user_id = $1', [user.id])).rows).toEqual([]);
  });
});
