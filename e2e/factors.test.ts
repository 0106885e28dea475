import { generateSync } from 'otplib';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo, forget, openBrowser, openPage, type Served, serve, signIn, visit, type Watched } from './kontor.ts';

let served: Served;
let browser: Browser;
let watched: Watched;
let page: Page;
let secret = '';
let codes: string[] = [];
/** Seconds by which the clock of the app is ahead: a code is good only once, and steps are 30 seconds long. */
let ahead = -30;

beforeAll(async () => {
  served = await serve();
  browser = await openBrowser();
  watched = await openPage(browser, served, { width: 1440, height: 900 });
  page = watched.page;
  await signIn(page, demo);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  if (served) forget(served.home);
});

const appCode = () => {
  ahead += 30;
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + ahead });
};
const dialog = (name: string | RegExp) => page.getByRole('dialog', { name });
const section = (name: string) => page.getByRole('region', { name });

/** Signs out, and in again with the password; what comes after is left to the test. */
async function again(): Promise<void> {
  await watched.context.clearCookies();
  await page.goto('/login');
  await page.getByLabel('E-Mail-Adresse').fill(demo.email);
  await page.getByLabel('Passwort', { exact: true }).fill(demo.password);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
}

test('sets up an authenticator app, and keeps the recovery codes', async () => {
  await page.getByRole('button', { name: 'Konto und Einstellungen' }).click();
  await page.getByRole('link', { name: 'Sicherheit' }).click();
  await section('Authenticator-App').getByRole('button', { name: 'Einrichten' }).click();
  const setUp = dialog('Authenticator-App einrichten');
  await setUp.getByRole('img', { name: /QR-Code/ }).waitFor();
  secret = (await setUp.locator('code').innerText()).trim();
  await setUp.getByRole('textbox').fill('000000');
  await setUp.getByRole('button', { name: 'Einrichten' }).click();
  await setUp.getByText('Dieser Code stimmt nicht.').waitFor();
  await setUp.getByRole('textbox').fill(appCode());
  await setUp.getByRole('button', { name: 'Einrichten' }).click();
  const kept = dialog('Ihre Wiederherstellungscodes');
  await kept.getByRole('listitem').first().waitFor();
  codes = await kept.getByRole('listitem').allInnerTexts();
  expect(codes).toHaveLength(10);
  await kept.getByRole('button', { name: 'Fertig' }).click();
  await section('Wiederherstellungscodes').getByText('Noch 10 von 10 Codes übrig.').waitFor();
});

test('signs in with the password and the code of the app', async () => {
  await again();
  await page.getByRole('heading', { name: 'Noch ein Schritt' }).waitFor();
  await page.getByRole('textbox', { name: 'Code aus der App' }).fill('000000');
  await page.getByRole('button', { name: 'Bestätigen' }).click();
  await page.getByText('Dieser Code stimmt nicht.').waitFor();
  await page.getByRole('textbox', { name: 'Code aus der App' }).fill(appCode());
  await page.getByRole('button', { name: 'Bestätigen' }).click();
  await page.getByText('Was auf Sie wartet').waitFor();
});

test('signs in with a recovery code, when the phone is lost', async () => {
  await again();
  await page.getByRole('button', { name: 'Wiederherstellungscode eingeben' }).click();
  await page.getByRole('textbox', { name: 'Wiederherstellungscode' }).fill(codes[0]!);
  await page.getByRole('button', { name: 'Bestätigen' }).click();
  await page.getByText('Was auf Sie wartet').waitFor();
});

let keys: CDPSession;
/** When somebody has last proved who they are, by the clock in milliseconds: not later. */
let proved = 0;
/** For how many seconds that counts in a house that wants it often: a slow machine has to get from the proof to its save. */
const proofSeconds = 10;
test('makes a passkey, and signs in with it alone', async () => {
  keys = await watched.context.newCDPSession(page);
  await keys.send('WebAuthn.enable');
  await keys.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await visit(page, '/account/security');
  await section('Passkeys').getByRole('button', { name: 'Einrichten' }).click();
  const naming = dialog('Passkey hinzufügen');
  await naming.getByRole('textbox', { name: 'Name' }).fill('Laptop im Büro');
  await naming.getByRole('button', { name: 'Weiter' }).click();
  await section('Passkeys').getByText('Laptop im Büro', { exact: true }).waitFor();
  await watched.context.clearCookies();
  await page.goto('/login');
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
  await page.getByText('Was auf Sie wartet').waitFor();
  proved = Date.now();
});

test('proves it again before a role is changed, and what was typed is saved', async () => {
  // a house that wants it more often: the sign-in is too long ago by the time something is saved
  await page.goto('about:blank');
  await served.stop();
  served = await serve({
    home: served.home,
    env: { PORT: new URL(served.url).port, KONTOR_PROOF_SECONDS: String(proofSeconds) },
  });
  await page.goto('/roles');
  await page.getByRole('link', { name: 'Lager' }).click();
  await watched.quiet(); // the page is complete: a button that is replaced in the middle of a click is not clicked
  await page.getByRole('link', { name: 'Bearbeiten' }).click();
  await page.getByRole('textbox', { name: /^Beschreibung/ }).fill('Artikel, Bestände und die Rampe.');
  while (Date.now() < proved + (proofSeconds + 1) * 1000) await page.waitForTimeout(100);
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await dialog('Sind Sie es?').getByRole('button', { name: 'Abbrechen' }).click();
  await page.getByText('Bitte bestätigen Sie zuerst, dass Sie es sind.').waitFor();
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await dialog('Sind Sie es?').getByRole('button', { name: 'Mit Passkey bestätigen' }).click();
  await page
    .getByText(/gespeichert/)
    .first()
    .waitFor();
  await page.reload();
  await page.getByText('Artikel, Bestände und die Rampe.').first().waitFor();
});

test('no page wrote an error or called a foreign host', () => {
  expect(watched.complaints).toEqual([]);
});
