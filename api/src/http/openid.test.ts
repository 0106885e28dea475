import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openIdClient } from '../services/openid/client.ts';
import { readProviders } from '../services/openid/providers.ts';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { Browser, Way } from '../testing/openid_browser.ts';
import { client, startProvider, type TestProvider } from '../testing/openid_provider.ts';

let kontor: TestKontor;
let firm: TestProvider;
let partner: TestProvider;
let way: Way;
const log: string[] = [];

/** The public address of the test's Kontor stays the same while its port changes. */
const publicUrl = 'http://kontor.example';
const callback = (provider: string) => `${publicUrl}/api/v1/session/openid/${provider}/callback`;

beforeAll(async () => {
  firm = await startProvider([callback('firm')], { backTo: [`${publicUrl}/login`] });
  partner = await startProvider([callback('partner')], { amr: ['pwd', 'otp'] });
  const closed = createServer().listen(0);
  const { port } = closed.address() as { port: number };
  closed.close();
  kontor = await startTestKontor({
    log: (line) => log.push(line),
    config: {
      publicUrl,
      openIdProviders: readProviders(
        JSON.stringify([
          { ...client, id: 'firm', label: 'Firmenkonto', issuer: firm.issuer, onboard: true, trust_email: true },
          { ...client, id: 'partner', label: 'Partner', issuer: partner.issuer },
          { ...client, id: 'down', label: 'Ausgefallen', issuer: `http://127.0.0.1:${port}` },
        ]),
      ),
    },
  });
  way = new Way(kontor.url, publicUrl);
});
afterAll(async () => {
  await kontor?.stop();
  await firm?.stop();
  await partner?.stop();
});

const start = (provider: string, to?: string) => way.start(provider, to);
const authorize = (browser: Browser, provider: string, who: string) => way.authorize(browser, provider, who);
const signIn = (provider: string, who: string, browser?: Browser, to?: string) =>
  way.signIn(provider, who, browser, to);
const resultOf = (response: Response) => way.result(response);

let people = 0;
function person(values: object = {}): string {
  const sub = `person-${++people}`;
  const claims = { sub, name: `Petra ${people}`, email: `${sub}@firma.example`, email_verified: true, ...values };
  firm.people.set(sub, claims);
  partner.people.set(sub, claims);
  return sub;
}
const row = async (text: string, values: unknown[] = []) => (await kontor.owner.query(text, values)).rows[0];
const cookieName = () => `kontor_${kontor.running.keys.installation}_openid`;

describe('the way to the provider', () => {
  test('begins at buttons that everybody may see, and tells no secret', async () => {
    const { body } = await kontor.anonymous('GET', '/session/openid');
    expect(body).toEqual([
      { id: 'firm', label: 'Firmenkonto' },
      { id: 'partner', label: 'Partner' },
      { id: 'down', label: 'Ausgefallen' },
    ]);
  });

  test('carries state, nonce and an S256 challenge; what must be remembered is in a cookie that nobody can read', async () => {
    const browser = new Browser();
    const response = await browser.ask(start('firm', '/customers?q=1'));
    const url = new URL(response.headers.get('location')!);
    expect(url.origin).toBe(firm.issuer);
    const sent = Object.fromEntries(url.searchParams);
    expect(sent).toMatchObject({
      client_id: 'kontor',
      response_type: 'code',
      scope: 'openid profile email',
      code_challenge_method: 'S256',
      redirect_uri: callback('firm'),
    });
    for (const key of ['state', 'nonce', 'code_challenge']) expect(sent[key]!.length).toBeGreaterThan(40);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(new RegExp(`^${cookieName()}=v2\\.\\w+\\.[\\w-]+; `));
    expect(cookie).toMatch(/; Max-Age=600; /);
    for (const attribute of ['Path=/api/v1/session/openid', 'HttpOnly', 'SameSite=Lax'])
      expect(cookie).toContain(`; ${attribute}`);
    for (const key of ['state', 'nonce']) expect(cookie).not.toContain(sent[key]);
  });

  test('leads to a friendly word when the provider is down, and others still work', async () => {
    expect(resultOf(await new Browser().ask(start('down')))).toEqual({
      problem: 'unavailable',
      provider: 'down',
    });
    expect((await kontor.anonymous('GET', '/session/openid/no_such/start')).status).toBe(404);
    expect((await kontor.anonymous('GET', '/health/ready')).status).toBe(200);
  });
});

describe('coming back', () => {
  test('signs in, with a strict cookie for the session, at the page that was asked for', async () => {
    const { browser, result, session } = await signIn(
      'firm',
      person({ name: 'Petra Neu' }),
      new Browser(),
      '/tasks?x=1',
    );
    expect(result).toEqual({ signed_in: 'firm', to: '/tasks?x=1' });
    expect(session.user.name).toBe('Petra Neu');
    const answer = browser.visited.find(({ url }) => url.includes('/callback'))!;
    const cookies = answer.headers.getSetCookie();
    const gone = cookies.find((line) => line.startsWith(`${cookieName()}=;`));
    expect(gone).toMatch(/Expires=Thu, 01 Jan 1970/);
    const opened = cookies.find((line) => line.startsWith(`kontor_${kontor.running.keys.installation}=`));
    for (const attribute of ['Path=/api/v1/session;', 'HttpOnly', 'SameSite=Strict', 'Max-Age='])
      expect(`${opened};`).toContain(attribute);
    const exchange = firm.exchanges.at(-1)!;
    expect([exchange.get('grant_type'), exchange.get('code_verifier')?.length]).toEqual(['authorization_code', 43]);
  });

  test('leads to no other site', async () => {
    for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const { result } = await signIn('firm', person(), new Browser(), to);
      expect([to, result.to]).toEqual([to, '/']);
    }
  });

  /** Comes back with something changed; the code is good until then. */
  async function tampered(change: (at: URL, transaction: Record<string, any>) => void) {
    const browser = new Browser();
    const url = new URL(await authorize(browser, 'firm', person()));
    const jar = browser.jars.get(kontor.url)!;
    const { encrypt, decrypt } = kontor.running.keys;
    const transaction = JSON.parse(decrypt(jar.get(cookieName())!));
    change(url, transaction);
    jar.set(cookieName(), encrypt(JSON.stringify(transaction)));
    const sessions = async () => (await row('SELECT count(*)::int AS n FROM sessions')).n;
    const before = await sessions();
    const result = resultOf(await browser.ask(url.href));
    expect(await sessions()).toBe(before);
    return result.problem;
  }

  test.each<[string, string, (at: URL, transaction: Record<string, any>) => void]>([
    ['a wrong state', 'invalid', (at) => at.searchParams.set('state', 'x'.repeat(43))],
    ['no state', 'invalid', (at) => at.searchParams.delete('state')],
    ['a wrong nonce', 'invalid', (_, transaction) => Object.assign(transaction, { nonce: 'x'.repeat(43) })],
    ['a wrong issuer', 'invalid', (at) => at.searchParams.set('iss', 'https://evil.example')],
    ['no issuer', 'invalid', (at) => at.searchParams.delete('iss')],
    ['a wrong verifier', 'expired', (_, transaction) => Object.assign(transaction, { verifier: 'x'.repeat(43) })],
    ['a code that is none', 'expired', (at) => at.searchParams.set('code', 'x'.repeat(43))],
    ['a transaction of another provider', 'expired', (_, t) => Object.assign(t, { provider: 'partner' })],
    ['a transaction that is too old', 'expired', (_, t) => Object.assign(t, { until: Date.now() - 1 })],
    ['what was encrypted for something else', 'expired', (_, t) => Object.assign(t, { purpose: 'other' })],
  ])('with %s is refused: %s', async (_name, problem, change) => {
    expect(await tampered(change)).toBe(problem);
  });

  test('a second time with the same code is refused', async () => {
    const browser = new Browser();
    const url = await authorize(browser, 'firm', person());
    const kept = browser.jars.get(kontor.url)!.get(cookieName())!;
    expect(resultOf(await browser.ask(url)).signed_in).toBe('firm');
    expect(resultOf(await browser.ask(url)).problem).toBe('expired');
    browser.jars.get(kontor.url)!.set(cookieName(), kept);
    expect(resultOf(await browser.ask(url)).problem).toBe('expired');
  });

  test('in another browser is refused', async () => {
    const url = await authorize(new Browser(), 'firm', person());
    expect(resultOf(await new Browser().ask(url)).problem).toBe('expired');
  });

  test('after saying no at the provider is no error', async () => {
    const browser = new Browser();
    const page = await browser.go(start('firm'), (url) => url.startsWith(publicUrl));
    const abort = /href="([^"]+\/abort)"/.exec(page.text)![1]!;
    const back = await browser.go(new URL(abort, page.url).href, (url) => url.startsWith(publicUrl));
    expect(resultOf(await browser.ask(way.local(back.url))).problem).toBe('refused');
  });
});

describe('who somebody is', () => {
  test('somebody new gets an account and an employee record, once', async () => {
    const sub = person({ name: 'Nina Neu', locale: 'en-GB' });
    await signIn('firm', sub);
    const { session } = await signIn('firm', sub);
    expect(session.user).toMatchObject({ name: 'Nina Neu', email: `${sub}@firma.example`, language: 'en' });
    const employees = await kontor.admin('GET', `/employees?filter=${JSON.stringify({ user_id: session.user.id })}`);
    expect(employees.body).toEqual([
      expect.objectContaining({ name: 'Nina Neu', email: `${sub}@firma.example`, active: true }),
    ]);
    const trail = await kontor.owner.query(
      "SELECT resource FROM audit_entries WHERE operation = 'create' AND after::text LIKE '%' || $1 || '%' ORDER BY 1",
      [`${sub}@firma.example`],
    );
    expect(trail.rows.map(({ resource }) => resource)).toEqual(['employees', 'user_identities', 'users']);
  });

  test('at the same moment twice is one account', async () => {
    const sub = person();
    const results = await Promise.all([1, 2, 3].map(() => signIn('firm', sub)));
    expect(results.map(({ result }) => result.problem)).toEqual([undefined, undefined, undefined]);
    expect((await row('SELECT count(*)::int AS n FROM user_identities WHERE subject = $1', [sub])).n).toBe(1);
    expect((await row('SELECT count(*)::int AS n FROM users WHERE email = $1', [`${sub}@firma.example`])).n).toBe(1);
  });

  test('an employee record that is there already gets the account', async () => {
    const sub = person();
    const made = await kontor.admin('POST', '/employees', { name: 'Schon da', email: `${sub}@firma.example` });
    const { session } = await signIn('firm', sub);
    expect((await kontor.admin('GET', `/employees/${made.body.id}`)).body.user_id).toBe(session.user.id);
  });

  test('an account is found by a verified address where the provider is trusted, and by the id from then on', async () => {
    const user = await kontor.as(['employee']);
    const email = `${user.id}@example.de`;
    const unverified = person({ email, email_verified: false });
    expect((await signIn('firm', unverified)).result.problem).toBe('email_taken');
    expect((await signIn('partner', person({ email }))).result.problem).toBe('email_taken');
    const sub = person({ email });
    expect((await signIn('firm', sub)).session.user.id).toBe(user.id);
    firm.people.set(sub, { sub, name: 'Umbenannt', email: 'neu@firma.example', email_verified: true });
    expect((await signIn('firm', sub)).session.user.id).toBe(user.id);
  });

  test('nobody unknown comes in through a provider without onboarding, nor anybody who is switched off', async () => {
    const sub = person();
    expect((await signIn('partner', sub)).result).toEqual({ problem: 'no_account', provider: 'partner' });
    const { session } = await signIn('firm', sub);
    await kontor.owner.query('UPDATE users SET active = false WHERE id = $1', [session.user.id]);
    expect((await signIn('firm', sub)).result.problem).toBe('disabled');
  });

  test('somebody without an address gets no account', async () => {
    expect((await signIn('firm', person({ email: undefined }))).result.problem).toBe('no_email');
    expect((await signIn('firm', person({ email: 'kein@@email' }))).result.problem).toBe('no_email');
  });

  test('an account can be linked by hand beforehand, at a second provider', async () => {
    const user = await kontor.as(['employee']);
    const sub = person();
    await kontor.admin('POST', '/user_identities', { user_id: user.id, provider: 'partner', subject: sub });
    expect((await signIn('partner', sub)).session.user.id).toBe(user.id);
  });

  test('what the provider says is kept for the preview of rules, without tokens', async () => {
    const sub = person({ groups: ['a', 'b'], department: 'IT' });
    await signIn('firm', sub);
    const kept = await row('SELECT * FROM user_identities WHERE subject = $1', [sub]);
    expect(kept.claims).toEqual(expect.objectContaining({ sub, groups: ['a', 'b'], department: 'IT' }));
    for (const key of ['nonce', 'at_hash', 'exp', 'iat', 'aud', 'iss']) expect(kept.claims).not.toHaveProperty([key]);
    const everything = JSON.stringify((await kontor.owner.query('SELECT * FROM provider_sessions')).rows);
    expect(everything).not.toMatch(/"eyJ|eyJ[\w-]+\.eyJ/);
    expect(log.filter((line) => /eyJ|code_verifier|[?&]code=|ein Geheimnis/.test(line))).toEqual([]);
    expect(log.some((line) => line.includes('/callback?…'))).toBe(true);
  });
});

test('only what the provider vouches for counts as a second factor', async () => {
  const vouched = async (issuer: string, more: object = {}) => {
    const [provider] = readProviders(JSON.stringify([{ ...client, id: 'x', label: 'X', issuer, ...more }]));
    const asking = openIdClient(provider!);
    const { url, transaction } = await asking.start(callback(issuer === firm.issuer ? 'firm' : 'partner'), '/');
    const browser = new Browser();
    const back = (at: string) => at.startsWith(publicUrl);
    const consent = await browser.submit(await browser.go(url.href), { login: person(), password: 'x' }, back);
    const end = await browser.submit(consent, {}, back);
    return (await asking.finish(transaction, end.url.split('?')[1]!)).secondFactor;
  };
  expect(await vouched(firm.issuer)).toBe(false);
  expect(await vouched(partner.issuer)).toBe(true);
  expect(await vouched(firm.issuer, { trusted_second_factor: true })).toBe(true);
});

describe('signing out', () => {
  test('ends the session here and leads to the provider, which leads back', async () => {
    const { browser, session } = await signIn('firm', person());
    const ask = () =>
      kontor.anonymous('GET', '/session', undefined, { Authorization: `Bearer ${session.access_token}` });
    expect((await ask()).status).toBe(200);
    const out = await browser.ask(`${kontor.url}/api/v1/session/openid/sign-out`, { method: 'POST' });
    const url = new URL(((await out.json()) as { url: string }).url);
    expect(url.origin).toBe(firm.issuer);
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe(`${publicUrl}/login`);
    expect(url.searchParams.get('id_token_hint')).toMatch(/^eyJ/);
    const question = await browser.go(url.href);
    const back = await browser.submit(question, { logout: 'yes' }, (at) => at.startsWith(publicUrl));
    expect(back.url).toBe(`${publicUrl}/login`);
    expect((await browser.ask(`${kontor.url}/api/v1/session/refresh`, { method: 'POST' })).status).toBe(401);
    // the provider has forgotten as well: the next sign-in asks anew
    expect((await browser.go(start('firm'), (at) => at.startsWith(publicUrl))).text).toContain('name="login"');
  });

  test('of a session by password leads nowhere, and other sites can not ask for it', async () => {
    const out = await kontor.anonymous('POST', '/session/openid/sign-out');
    expect([out.status, out.body]).toEqual([200, { url: null }]);
    const foreign = await kontor.anonymous('POST', '/session/openid/sign-out', undefined, {
      Origin: 'https://evil.example',
    });
    expect(foreign.status).toBe(403);
  });
});

describe('the configuration', () => {
  const good = { id: 'a', label: 'A', issuer: 'https://a.example', client_id: 'k' };
  test.each([
    ['{', /no JSON/],
    ['{}', /array/],
    [JSON.stringify([{ ...good, issuer: 'http://a.example' }]), /issuer/],
    [JSON.stringify([{ ...good, id: 'Ä' }]), /id/],
    [JSON.stringify([{ ...good, secret: 'geheim' }]), /secret/],
    [JSON.stringify([good, good]), /twice/],
  ])('%s can not be used', (text, message) => {
    expect(() => readProviders(text)).toThrow(message);
    expect(() => readProviders(text)).toThrow(/^KONTOR_OIDC_PROVIDERS/);
  });

  test('needs little', () => {
    expect(readProviders(undefined)).toEqual([]);
    expect(readProviders(JSON.stringify([{ ...good, scopes: 'email' }]))).toEqual([
      { ...good, scopes: 'openid email', trust_email: false, onboard: false, trusted_second_factor: false },
    ]);
  });
});
