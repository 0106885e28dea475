import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkOf, type Mailbox, startMailbox } from '../api/src/testing/mailbox.ts';
import { demo, forget, openBrowser, openPage, type Served, serve, signIn, visit, type Watched } from './kontor.ts';

let served: Served;
let browser: Browser;
let mailbox: Mailbox;
let office: Watched;
let newcomer: Watched;
let page: Page;
let link = '';

const email = 'joerg.oezdemir@newoa.example';
const first = 'Kranich Tinte Dachboden 7';
const second = 'Laterne Kiesel Fahrplan 9';
const third = 'Mohnblume Zirkel Anker 3';

beforeAll(async () => {
  mailbox = await startMailbox();
  served = await serve({ env: { KONTOR_SMTP_URL: mailbox.url, KONTOR_MAIL_FROM: 'Kontor <kontor@newoa.example>' } });
  browser = await openBrowser();
  office = await openPage(browser, served, { width: 1440, height: 900 });
  newcomer = await openPage(browser, served, { width: 390, height: 844 });
  page = newcomer.page;
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await mailbox?.stop();
  if (served) forget(served.home);
});

const passwordField = () => page.getByRole('textbox', { name: 'Neues Passwort' });
const submit = (name: string) => page.getByRole('button', { name, exact: true }).click();

test('the office makes a user, gives a role, and invites', async () => {
  const { page: desk } = office;
  await signIn(desk, demo);
  await desk.goto('/users/create');
  await desk.getByRole('textbox', { name: /^Name/ }).fill('Jörg Özdemir');
  await desk.getByRole('textbox', { name: /^E-Mail/ }).fill(email);
  await desk.getByRole('button', { name: 'Position hinzufügen' }).click();
  await desk.getByRole('combobox', { name: 'Rolle', exact: true }).click();
  await desk.getByRole('option', { name: /^Büro/ }).click();
  await desk.getByRole('button', { name: 'Speichern', exact: true }).click();
  await desk.getByRole('button', { name: 'Einladen', exact: true }).click();
  await desk.getByText(`Die Einladung an ${email} ist unterwegs.`).waitFor();
  await desk.getByText(/^Eingeladen\. Der Link gilt bis/).waitFor();
  link = linkOf(await mailbox.next(email));
  expect(link.startsWith(`${served.url}/invitation#`)).toBe(true);
});

test('the newcomer chooses a password that others would not guess, and signs in with it', async () => {
  await page.goto(link);
  await page.getByRole('heading', { name: 'Willkommen, Jörg Özdemir' }).waitFor();
  for (const [weak, reason] of [
    ['passwort123456', /leicht zu erraten/],
    ['Jörg Özdemir 2026', /aus Ihrem Namen/],
  ] as const) {
    await passwordField().fill(weak);
    await submit('Passwort festlegen');
    await page.getByText(reason).first().waitFor();
  }
  await passwordField().fill(first);
  await submit('Passwort festlegen');
  await page.getByText('Ihr Passwort ist festgelegt. Bitte melden Sie sich damit an.').waitFor();
  await expect.poll(() => page.getByLabel('E-Mail-Adresse').inputValue()).toBe(email);
  await page.getByLabel('Passwort', { exact: true }).fill(first);
  await submit('Anmelden');
  await page.getByText('Was auf Sie wartet').waitFor();
});

test('their first day: what the role allows is there, what it does not is not', async () => {
  await visit(page, '/tasks/create');
  await page.getByRole('textbox', { name: /^Aufgabe/ }).fill('Schlüssel für das Büro abholen');
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page.getByRole('heading', { name: 'Schlüssel für das Büro abholen' }).waitFor();
  await visit(page, '/roles');
  await page.getByText('Rollen: Dafür fehlt Ihnen die Berechtigung').waitFor();
});

test('changes their own password, and a link is good only once', async () => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Konto und Einstellungen' }).click();
  await page.getByRole('button', { name: 'Passwort ändern' }).click();
  const dialog = page.getByRole('dialog', { name: 'Passwort ändern' });
  await dialog.getByRole('textbox', { name: 'Jetziges Passwort' }).fill('etwas anderes');
  await dialog.getByRole('textbox', { name: 'Neues Passwort' }).fill(second);
  await dialog.getByRole('button', { name: 'Passwort ändern' }).click();
  await dialog.getByText('Das ist nicht Ihr jetziges Passwort.').waitFor();
  await dialog.getByRole('textbox', { name: 'Jetziges Passwort' }).fill(first);
  await dialog.getByRole('button', { name: 'Passwort ändern' }).click();
  await page.getByText('Ihr Passwort ist geändert.').waitFor();
  await page.goto(link);
  await page.getByRole('heading', { name: 'Dieser Link gilt nicht mehr' }).waitFor();
  await page.getByText(/schon ein Passwort festgelegt/).waitFor();
});

test('a forgotten password is set anew by mail', async () => {
  await newcomer.context.clearCookies();
  await page.goto('/login');
  await page.getByRole('link', { name: 'Passwort vergessen?' }).click();
  await page.getByRole('heading', { name: 'Passwort vergessen?' }).waitFor();
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await submit('Link anfordern');
  await page.getByRole('heading', { name: 'Bitte sehen Sie in Ihr Postfach' }).waitFor();
  await mailbox.next(email); // their password was changed, they were told before
  await page.goto(linkOf(await mailbox.next(email)));
  await passwordField().fill(third);
  await submit('Passwort festlegen');
  await page.getByLabel('Passwort', { exact: true }).fill(third);
  await submit('Anmelden');
  await page.getByText('Was auf Sie wartet').waitFor();
});

test('no page wrote an error or called a foreign host', () => {
  expect([...office.complaints, ...newcomer.complaints]).toEqual([]);
});
