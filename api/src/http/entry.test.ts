import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readMail } from '../services/mail/transport.ts';
import { type Answer, startTestKontor, type TestKontor } from '../testing/harness.ts';
import { linkOf, type Mailbox, startMailbox, tokenOf } from '../testing/mailbox.ts';
import { expectWithin } from '../testing/within.ts';

let kontor: TestKontor;
let box: Mailbox;
let logged = '';
beforeAll(async () => {
  box = await startMailbox();
  kontor = await startTestKontor({
    config: { mail: readMail(box.url, 'Kontor <kontor@example.de>'), publicUrl: 'http://kontor.example' },
    log: (line) => {
      logged += line;
    },
  });
  await kontor.admin('POST', '/companies', { name: 'NEWOA GmbH' });
});
beforeEach(() => {
  box.received.length = 0;
});
afterAll(async () => {
  await kontor.stop();
  await box.stop();
});

const good = 'drei Birnen im Regen';
const other = 'vier Hunde auf dem Dach';
const ask = (path: string, body: unknown, headers?: Record<string, string>) =>
  kontor.anonymous('POST', `/session/entry${path}`, body, headers);
const signIn = (email: string, password: string) => kontor.anonymous('POST', '/session', { email, password });
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const whoAmI = async (token: string) => (await kontor.anonymous('GET', '/session', undefined, bearer(token))).status;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
/** Is a session over, within the five seconds that are promised? */
async function soonOut(token: string): Promise<boolean> {
  const from = Date.now();
  for (; Date.now() < from + 30_000; await pause(50))
    if ((await whoAmI(token)) === 401) {
      expectWithin(5000, from);
      return true;
    }
  return false;
}
const settled = () => kontor.running.engine.outward.settled();

let people = 0;
async function newUser(more: object = {}): Promise<{ id: string; email: string }> {
  const email = `person${++people}@example.de`;
  const made = await kontor.admin('POST', '/users', { name: 'Mia Jansen', email, ...more });
  expect(made.status).toBe(201);
  return { id: made.body.id, email };
}
const invite = (id: string) => kontor.admin('POST', `/users/${id}/actions/invite`, {});
async function invited(more: object = {}) {
  const user = await newUser(more);
  const answer = await invite(user.id);
  expect(answer.status).toBe(200);
  const mail = await box.next(user.email);
  return { ...user, answer, mail, token: tokenOf(linkOf(mail)) };
}
/** Somebody who has signed in with a password. */
async function member(password = good) {
  const user = await invited();
  expect((await ask('/password', { token: user.token, password })).status).toBe(200);
  const answer = await signIn(user.email, password);
  return { ...user, access: answer.body.access_token as string };
}
async function asked(email: string, typed = email) {
  expect((await ask('/forgotten', { email: typed })).status).toBe(202);
  return tokenOf(linkOf(await box.next(email)));
}
const events = async (id: string): Promise<string[]> => {
  const { rows } = await kontor.owner.query(
    "SELECT after->>'event' AS event FROM audit_entries WHERE record_id = $1 AND operation = 'security' ORDER BY created_at, id",
    [id],
  );
  return rows.map(({ event }) => event);
};

describe('an invitation', () => {
  test('lets a user set the first password, once, and sign in with it', async () => {
    const { id, email, answer, mail, token } = await invited({ language: 'de' });
    const hours = (Date.parse(answer.body.invited_until) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(71.9);
    expect(hours).toBeLessThanOrEqual(72);
    expect(linkOf(mail)).toMatch(/^http:\/\/kontor\.example\/invitation#[\w-]{43}$/);
    expect(mail.body).toContain('hat Sie zu Kontor eingeladen');
    expect((await signIn(email, good)).status).toBe(401);
    const { body } = await ask('/link', { token });
    expect(body).toMatchObject({ state: 'open', purpose: 'invite', name: 'Mia Jansen', email });
    expect(await ask('/password', { token, password: good })).toMatchObject({ status: 200, body: { email } });
    expect((await signIn(email, good)).status).toBe(200);
    const again = await ask('/password', { token, password: other });
    expect(again).toMatchObject({ status: 410, body: { code: 'gone', state: 'used' } });
    expect((await ask('/link', { token })).body).toEqual({ state: 'used', purpose: 'invite' });
    expect((await signIn(email, good)).status).toBe(200);
    const user = (await kontor.admin('GET', `/users/${id}`)).body;
    expect(user).toMatchObject({
      invited_until: null,
      password_changed_at: expect.any(String),
      last_seen_at: expect.any(String),
    });
  });

  test('that several use at once is good for one of them', async () => {
    const { token } = await invited();
    const answers = await Promise.all(
      [good, other, good, other].map((password) => ask('/password', { token, password })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410, 410, 410]);
  });

  test('is void once there is a newer one', async () => {
    const first = await invited();
    await invite(first.id);
    const second = tokenOf(linkOf(await box.next(first.email)));
    expect(await ask('/password', { token: first.token, password: good })).toMatchObject({
      status: 410,
      body: { state: 'replaced' },
    });
    expect((await ask('/link', { token: first.token })).body.state).toBe('replaced');
    expect((await ask('/password', { token: second, password: good })).status).toBe(200);
  });

  test('ends after 72 hours', async () => {
    const { id, token } = await invited();
    const later = (interval: string) =>
      kontor.owner.query('UPDATE auth_tokens SET expires_at = expires_at - $2::interval WHERE user_id = $1', [
        id,
        interval,
      ]);
    await later('71 hours 59 minutes');
    expect((await ask('/link', { token })).body.state).toBe('open');
    await later('1 minute');
    expect((await ask('/link', { token })).body.state).toBe('expired');
    expect(await ask('/password', { token, password: good })).toMatchObject({
      status: 410,
      body: { state: 'expired' },
    });
  });

  test('is not for those who are not active, or have signed in, or may not invite', async () => {
    const inactive = await newUser({ active: false });
    expect((await invite(inactive.id)).body.errors).toEqual({ active: 'Dieser Benutzer ist nicht aktiv.' });
    const { id } = await member();
    expect((await invite(id)).body.errors.last_seen_at).toMatch('schon angemeldet');
    const backoffice = await kontor.as(['backoffice']);
    const fresh = await newUser();
    expect((await backoffice('POST', `/users/${fresh.id}/actions/invite`, {})).status).toBe(403);
    expect((await kontor.anonymous('POST', `/users/${fresh.id}/actions/invite`, {})).status).toBe(401);
  });

  test('opens nothing any more when its user has been disabled or deleted meanwhile', async () => {
    const { id, token } = await invited();
    const { version } = (await kontor.admin('GET', `/users/${id}`)).body;
    await kontor.admin('PUT', `/users/${id}`, { version, active: false });
    expect((await ask('/link', { token })).body).toEqual({ state: 'unknown' });
    expect((await ask('/password', { token, password: good })).status).toBe(410);
    const gone = await invited();
    await kontor.admin('DELETE', `/users/${gone.id}`, {});
    expect((await ask('/password', { token: gone.token, password: good })).status).toBe(410);
  });

  test('leaves its token nowhere: as a hash, encrypted until it is sent, in no trail, list, export or log', async () => {
    const { id, email, token } = await invited();
    const { rows } = await kontor.owner.query('SELECT token_hash FROM auth_tokens WHERE user_id = $1', [id]);
    expect(rows).toEqual([{ token_hash: createHash('sha256').update(token).digest('hex') }]);
    await ask('/link', { token });
    await ask('/password', { token, password: 'kurz' });
    const places = await Promise.all([
      kontor.owner.query('SELECT to_jsonb(a) AS row FROM audit_entries a'),
      kontor.owner.query('SELECT to_jsonb(m) AS row FROM email_messages m'),
      kontor.admin('GET', `/email_messages?filter=${JSON.stringify({ to: email })}`),
      kontor.admin('GET', '/email_messages/export?format=csv'),
      kontor.admin('GET', `/users/${id}/history`),
    ]);
    expect(JSON.stringify(places)).toContain(email);
    expect(JSON.stringify(places)).not.toContain(token);
    expect(logged).toContain('/session/entry/password');
    expect(logged).not.toContain(token);
    expect((await kontor.admin('GET', `/auth_tokens`)).status).toBe(404);
  });

  test('is in the trail, and so is what came of it', async () => {
    const { id } = await member();
    const history = (await kontor.admin('GET', `/users/${id}/history`)).body as any[];
    const changed = history.flatMap(({ changes }) => changes.map(({ field }: any) => field));
    expect(changed).toEqual(expect.arrayContaining(['invited_until', 'password_changed_at']));
    expect(await events(id)).toEqual(['invitation_accepted']);
  });
});

describe('a forgotten password', () => {
  test('is replaced by a link that is good once, for an hour, and ends all sessions', async () => {
    const { id, email, access } = await member();
    const token = await asked(email, email.toUpperCase());
    expect((await ask('/link', { token })).body).toMatchObject({ state: 'open', purpose: 'reset' });
    const { rows } = await kontor.owner.query(
      "SELECT extract(epoch FROM expires_at - created_at)::int AS seconds FROM auth_tokens WHERE user_id = $1 AND purpose = 'reset'",
      [id],
    );
    expect(rows[0].seconds).toBeGreaterThan(3590);
    expect(rows[0].seconds).toBeLessThanOrEqual(3601);
    expect((await ask('/password', { token, password: other })).status).toBe(200);
    expect((await signIn(email, good)).status).toBe(401);
    expect((await signIn(email, other)).status).toBe(200);
    expect((await kontor.owner.query('SELECT 1 FROM sessions WHERE user_id = $1', [id])).rows).toHaveLength(1);
    expect(await soonOut(access)).toBe(true);
    expect((await ask('/password', { token, password: good })).body.state).toBe('used');
    expect((await box.next(email)).headers.get('subject')).toBeTruthy(); // tells that it was changed
    expect(await events(id)).toEqual(['invitation_accepted', 'password_reset_requested', 'password_reset']);
  });

  test('of nobody we know is answered alike, and as quickly: nothing is looked up before the answer', async () => {
    const { email } = await newUser();
    const unknown = 'niemand@example.de';
    const disabled = (await newUser({ active: false })).email;
    await kontor.owner.query('BEGIN');
    await kontor.owner.query('LOCK TABLE users, auth_tokens, email_messages IN ACCESS EXCLUSIVE MODE');
    const answers: Answer[] = [];
    for (const address of [email, unknown, disabled]) answers.push(await ask('/forgotten', { email: address }));
    await kontor.owner.query('COMMIT');
    await settled();
    const told = answers.map(({ status, body, headers }) => ({
      status,
      body,
      headers: [...headers].filter(([name]) => !['x-request-id', 'date'].includes(name)),
    }));
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
    expect(told[0]).toMatchObject({ status: 202, body: {} });
    await box.next(email);
    const { rows } = await kontor.owner.query('SELECT 1 FROM email_messages WHERE "to" = ANY($1)', [
      [unknown, disabled],
    ]);
    expect(rows).toEqual([]);
  });

  test('takes as long for those we know as for those we do not', async () => {
    const { email } = await newUser();
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let i = 0; i < 30; i++)
      for (const [which, address] of [
        ['known', email],
        ['unknown', `fremd${i}@example.de`],
      ] as const) {
        const started = performance.now();
        await ask('/forgotten', { email: address });
        times[which].push(performance.now() - started);
        await settled();
      }
    const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!;
    expect(Math.abs(median(times.known) - median(times.unknown))).toBeLessThan(5);
  });

  test('brings three links an hour, not more', async () => {
    const { email } = await member();
    for (let i = 0; i < 6; i++) await ask('/forgotten', { email });
    await settled();
    const { rows } = await kontor.owner.query(
      `SELECT 1 FROM email_messages WHERE "to" = $1 AND subject LIKE 'Neues%'`,
      [email],
    );
    expect(rows).toHaveLength(3);
  });

  test('needs an address', async () => {
    expect((await ask('/forgotten', {})).body.errors).toEqual({ email: 'Bitte ausfüllen.' });
    expect((await ask('/forgotten', { email: 'Mia' })).body.errors.email).toMatch('gültige');
    expect((await ask('/forgotten', { email: { $ne: null } })).status).toBe(422);
  });
});

describe('a new password', () => {
  test.each([
    ['kurz', /^Mindestens 12 Zeichen/],
    ['Passwort2026!', /leicht zu erraten/],
    ['miajansen2026', /Ihrem Namen/],
    ['newoa-newoa-26', /Firma/],
    ['x1'.repeat(200), /^Höchstens 256/],
  ])('like „%s“ is refused at its field, by whatever way it comes', async (password, words) => {
    const { id, email, token } = await invited();
    const byLink = await ask('/password', { token, password });
    expect([byLink.status, byLink.body.errors.password]).toEqual([422, expect.stringMatching(words)]);
    const byAdministrator = await kontor.admin('POST', `/users/${id}/actions/set_password`, { password });
    expect([byAdministrator.status, Object.keys(byAdministrator.body.errors)]).toEqual([422, ['password']]);
    const hint = await ask('/password/strength', { token, password });
    expect(hint.body).toEqual({ strength: 'refused', message: expect.stringMatching(words) });
    // a refused one does not use the link up
    expect((await ask('/password', { token, password: good })).status).toBe(200);
    const { body } = await signIn(email, good);
    const own = await ask('/own-password', { current: good, password }, bearer(body.access_token));
    expect([own.status, own.body.errors.password]).toEqual([422, expect.stringMatching(words)]);
  });

  test('keeps the blanks around it, and is the same in other spellings of the same letters', async () => {
    const { email, token } = await invited();
    const password = '  Dünen im Süden  ';
    await ask('/password', { token, password: password.normalize('NFD') });
    expect((await signIn(email, password.normalize('NFC'))).status).toBe(200);
    expect((await signIn(email, password.trim())).status).toBe(401);
  });

  test('of one’s own needs the present one, keeps this device and ends the others', async () => {
    const { id, email, access } = await member();
    const elsewhere = (await signIn(email, good)).body.access_token;
    const change = (body: unknown) => ask('/own-password', body, bearer(access));
    expect((await change({ current: 'falsch', password: other })).body.errors).toEqual({
      current: 'Das ist nicht Ihr jetziges Passwort.',
    });
    expect((await change({ current: good, password: good })).body.errors.password).toMatch('schon Ihr Passwort');
    expect((await change({})).body.errors).toEqual({ current: 'Bitte ausfüllen.', password: 'Bitte ausfüllen.' });
    expect((await change({ current: good, password: other, user_id: kontor.admin.id })).status).toBe(204);
    expect([await soonOut(elsewhere), await whoAmI(access)]).toEqual([true, 200]);
    expect([(await signIn(email, good)).status, (await signIn(email, other)).status]).toEqual([401, 200]);
    expect(await events(id)).toContain('password_changed');
    expect((await ask('/own-password', { current: other, password: good })).status).toBe(401);
  });

  test('of one’s own is not to be found by trying', async () => {
    const { access } = await member();
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++)
      statuses.push((await ask('/own-password', { current: `falsch ${i}`, password: other }, bearer(access))).status);
    expect(statuses.at(-1)).toBe(429);
  });

  test('voids every other link by which one could be set', async () => {
    const { id, email } = await member();
    const token = await asked(email);
    await kontor.admin('POST', `/users/${id}/actions/set_password`, { password: other });
    expect((await ask('/password', { token, password: good })).body.state).toBe('replaced');
  });
});

describe('what nobody may write', () => {
  test('stays as it is, whoever sends it', async () => {
    const { id } = await newUser();
    const { version } = (await kontor.admin('GET', `/users/${id}`)).body;
    for (const field of ['invited_until', 'password_changed_at', 'last_seen_at']) {
      const answer = await kontor.admin('PUT', `/users/${id}`, { version, [field]: '2030-01-01T00:00:00.000Z' });
      expect([field, answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([field, 422, [field]]);
    }
    const mail = { to: 'eve@example.de', subject: 'x', text: 'x', state: 'queued' };
    expect((await kontor.admin('POST', '/email_messages', mail)).status).toBe(405);
    const made = await kontor.admin('POST', '/users', { name: 'Eve', email: 'eve@example.de', password_hash: 'x' });
    expect([made.status, Object.keys(made.body.errors)]).toEqual([422, ['password_hash']]);
  });

  test('tokens that are none open nothing', async () => {
    for (const token of ['x', "' OR 1=1 --", '\u0000', 'a'.repeat(5000), '🔑'])
      expect((await ask('/link', { token })).body).toEqual({ state: 'unknown' });
    for (const token of [null, 5, {}, [], ['x']]) expect((await ask('/link', { token })).status).toBe(422);
    expect((await ask('/password', { token: 'x', password: good })).body).toMatchObject({
      code: 'gone',
      state: 'unknown',
    });
  });
});

describe('the outbox', () => {
  test('is for administrators, and the link in it for those who say that they look', async () => {
    const user = await newUser();
    box.verdicts.push({ code: 550, words: 'nein' });
    await invite(user.id);
    const filter = JSON.stringify({ to: user.email });
    let message: any;
    for (let i = 0; i < 100 && message?.state !== 'failed'; i++, await pause(50))
      [message] = (await kontor.admin('GET', `/email_messages?filter=${filter}`)).body;
    expect(message).toMatchObject({ state: 'failed', link: true, text: expect.stringContaining('{{ link }}') });
    const show = (call: typeof kontor.admin) => call('POST', `/session/entry/messages/${message.id}/link`, {});
    // who works with a brand sees the mails that people write, and of Kontor's own none
    for (const [role, shown] of Object.entries({ backoffice: 404, employee: 403, finance_admin: 403 })) {
      const call = await kontor.as([role]);
      const list = await call('GET', '/email_messages');
      expect([role, list.status, list.body, (await show(call as any)).status]).toEqual([role, 200, [], shown]);
    }
    const auditor = await kontor.as(['auditor']);
    expect([(await auditor('GET', '/email_messages')).status, (await show(auditor as any)).status]).toEqual([200, 403]);
    const { body } = await show(kontor.admin);
    expect((await ask('/link', { token: tokenOf(body.link) })).body).toMatchObject({
      state: 'open',
      email: user.email,
    });
    expect([await events(user.id), await events(message.id)]).toEqual([['link_shown'], ['link_shown']]);
    await ask('/password', { token: tokenOf(body.link), password: good });
    expect((await show(kontor.admin)).body.errors.link).toMatch('gilt nicht mehr');
    expect((await kontor.anonymous('POST', `/session/entry/messages/${message.id}/link`, {})).status).toBe(401);
  });
});
