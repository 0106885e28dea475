import { createServer } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { client, startProvider, type TestProvider } from '../api/src/testing/openid_provider.ts';
import { demo, forget, openBrowser, openPage, type Served, serve, signIn, type Watched } from './kontor.ts';

let provider: TestProvider;
let served: Served;
let browser: Browser;
let petra: Watched;
let anna: Watched;

/** A port that is free now: the provider has to know the address before Kontor starts. */
const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

beforeAll(async () => {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  provider = await startProvider([`${address}/api/v1/session/openid/firm/callback`], { backTo: [`${address}/login`] });
  provider.people.set('petra', {
    sub: 'petra',
    name: 'Petra Probst',
    email: 'petra.probst@newoa.example',
    email_verified: true,
    groups: ['vertrieb'],
  });
  const firm = { ...client, id: 'firm', label: 'Firmenkonto', issuer: provider.issuer, onboard: true };
  const down = { ...client, id: 'down', label: 'Partnerportal', issuer: 'http://127.0.0.1:9' };
  served = await serve({ env: { PORT: String(port), KONTOR_OIDC_PROVIDERS: JSON.stringify([firm, down]) } });
  expect(served.url).toBe(address);
  browser = await openBrowser();
  petra = await openPage(browser, served, { width: 390, height: 844 });
  anna = await openPage(browser, served, { width: 1440, height: 900 });
  // the provider's page wants fonts from elsewhere and an icon that it does not have
  await petra.context.route(/fonts\.g|favicon\.ico/, (route) => route.fulfill({ body: '' }));
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await provider?.stop();
  if (served) forget(served.home);
});

const ours = (watched: Watched) =>
  watched.complaints.filter((text) => !text.includes(provider.issuer) && !text.includes('fonts.g'));

test('somebody new signs in at the provider, is where they wanted to be, and out again at both', async () => {
  const { page } = petra;
  await page.goto('/tasks?x=1');
  await page.getByRole('link', { name: 'Mit Firmenkonto anmelden' }).click();
  await page.waitForURL((url) => url.href.startsWith(provider.issuer));
  await page.getByPlaceholder('Enter any login').fill('petra');
  await page.getByPlaceholder('and password').fill('geheim');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL((url) => url.href.startsWith(`${served.url}/tasks`));
  await page.getByRole('button', { name: 'Konto und Einstellungen' }).click();
  await page.getByText('petra.probst@newoa.example').waitFor();
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(stored).not.toMatch(/eyJ/);
  await page.reload();
  await page.getByRole('button', { name: 'Konto und Einstellungen' }).click();
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await page.waitForURL((url) => url.href.startsWith(provider.issuer));
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();
  await page.waitForURL(`${served.url}/login`);
  await page.getByRole('heading', { name: 'Willkommen bei Kontor' }).waitFor();
  await page.goto('/tasks');
  await page.waitForURL(/\/login/);
});

test('a provider that does not answer is said in words, and the password still works', async () => {
  const { page } = anna;
  await page.goto('/login');
  await page.getByRole('link', { name: 'Mit Partnerportal anmelden' }).click();
  await page.getByRole('alert').filter({ hasText: 'Partnerportal ist gerade nicht erreichbar' }).waitFor();
  await signIn(page, demo);
  await page.goto('/employees');
  await page.getByText('Petra Probst').waitFor();
});

test('a rule is tried over what the provider said of somebody, before they sign in again', async () => {
  const { page } = anna;
  await page.goto('/sign_in_rules/create');
  await page.getByLabel('Angabe').fill('groups');
  await page.getByLabel('Wert').fill('vertrieb');
  await page.getByLabel('Rolle').fill('Vertrieb');
  await page.getByRole('option', { name: 'Vertrieb' }).click();
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page.waitForURL(/\/show/);
  await page.goto('/sign_in_rules');
  await page.getByRole('link', { name: 'Anmelderegeln ausprobieren' }).click();
  await page.getByText('Keine Rolle aus den Regeln.').waitFor();
  await page.getByLabel('Angaben der letzten Anmeldung von').click();
  await page.getByRole('option', { name: /Petra Probst/ }).click();
  await page.getByText('Vertrieb – überall').waitFor();
  await page.getByText('trifft zu', { exact: true }).waitFor();
  await page.getByRole('switch', { name: /groups ist/ }).click();
  await page.getByText('Keine Rolle aus den Regeln.').waitFor();
});

test('a key is made, told once, and works', async () => {
  const { page } = anna;
  await page.goto('/api_keys/create');
  await page.getByLabel('Wofür').fill('Internetseite');
  await page
    .getByRole('button', { name: /Speichern/ })
    .first()
    .click();
  await page.getByRole('dialog', { name: 'Ihr neuer Schlüssel' }).waitFor();
  const key = await page.getByRole('dialog').locator('code').first().innerText();
  expect(key).toMatch(/^kontor_[0-9a-f]{8}_[\w-]{43}$/);
  await page.getByRole('button', { name: 'Ich habe ihn gesichert' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText(key.slice(0, 15)).first().waitFor();
  const stored = await page.evaluate(() => document.documentElement.outerHTML + JSON.stringify({ ...localStorage }));
  expect(stored).not.toContain(key.slice(-43));
  const ask = () => fetch(`${served.url}/api/v1/customers`, { headers: { Authorization: `Bearer ${key}` } });
  expect((await ask()).status).toBe(403); // it has no permissions yet
});

test('no page has complained', () => {
  expect([...ours(petra), ...ours(anna)]).toEqual([]);
});
