import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo, forget, openBrowser, openPage, type Served, serve, signIn, type Watched } from './kontor.ts';

let served: Served;
let browser: Browser;
let anna: Watched;
let miriam: Watched;
let page: Page;
let address = '';

const colleague = { email: 'miriam.hofmann@newoa.example', password: demo.password };

beforeAll(async () => {
  served = await serve();
  browser = await openBrowser();
  const size = { width: 1440, height: 900 };
  [anna, miriam] = await Promise.all([openPage(browser, served, size), openPage(browser, served, size)]);
  page = anna.page;
  await Promise.all([signIn(page, demo), signIn(miriam.page, colleague)]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  if (served) forget(served.home);
});

const input = (on: Page, name: string) => on.getByRole('textbox', { name: new RegExp(`^${name}`) });
const save = (on: Page) => on.getByRole('button', { name: 'Speichern', exact: true }).click();
const said = (on: Page, text: RegExp) => on.getByText(text).first().waitFor();

test('who else has the form open is shown, and is gone when they leave', async () => {
  await page.goto('/customers/create');
  await input(page, 'Name').fill('Gärtnerei Öhlschläger');
  await page.getByRole('combobox', { name: 'Marken' }).click();
  await page.getByRole('option', { name: 'NeWoa' }).click();
  await page.keyboard.press('Escape');
  await save(page);
  await page.waitForURL(/customers\/[0-9a-f-]{36}/);
  address = new URL(page.url()).pathname.replace(/\/show$/, '');
  await page.goto(address);
  await input(page, 'Telefon').waitFor();
  await miriam.page.goto(address);
  await miriam.page.getByText('Anna Berger bearbeitet gerade mit').waitFor();
  await page.getByText('Miriam Hofmann bearbeitet gerade mit').waitFor({ timeout: 15_000 });
});

test('what both changed is merged, and each is told who changed what', async () => {
  await input(miriam.page, 'Telefon').fill('0221 4710512');
  await save(miriam.page);
  await said(miriam.page, /gespeichert/);
  await input(page, 'E-Mail').first().fill('post@gaertnerei.example');
  await save(page);
  await said(page, /Gespeichert\. Inzwischen geändert und erhalten geblieben: Miriam Hofmann \(Telefon\)\./);
  await miriam.page.goto('/');
});

test('the history tells it in words, and any two versions can be compared', async () => {
  await page.goto(`${address}/show?tab=history`);
  const entry = page.getByRole('listitem').filter({ hasText: 'Miriam Hofmann' });
  await entry.getByText('+49 221 4710512').waitFor();
  await entry.getByText('leer').first().waitFor();
  expect(await entry.innerText()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|[{}]/);
  await page.getByRole('button', { name: 'Mit jetzt vergleichen' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Stände vergleichen' });
  await dialog.getByText('post@gaertnerei.example').waitFor();
  expect(await dialog.getByText('Gärtnerei Öhlschläger').count()).toBe(0);
  await dialog.getByRole('switch', { name: 'Auch, was gleich ist' }).check();
  await dialog.getByText('Gärtnerei Öhlschläger').first().waitFor();
  await dialog.getByRole('button', { name: 'Schließen' }).click();
});

test('an earlier version is put back, and that can be undone', async () => {
  await page.getByRole('button', { name: 'Diesen Stand wiederherstellen' }).last().click();
  const dialog = page.getByRole('dialog', { name: /wiederherstellen\?$/ });
  await dialog.getByText('+49 221 4710512').waitFor();
  await dialog.getByRole('button', { name: 'Wiederherstellen' }).click();
  await said(page, /^Der Stand vom .* ist wiederhergestellt\.$/);
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await said(page, /^Rückgängig gemacht\.$/);
  await page.goto(`${address}/show`);
  await page.getByText('+49 221 4710512').first().waitFor();
});

test('the stream tells all that happened, and the next thing is written where one reads', async () => {
  await page.getByRole('tab', { name: 'Aktivität' }).click();
  await page.getByRole('button', { name: 'Telefonat' }).click();
  await page.getByRole('textbox', { name: 'Notiz schreiben' }).fill('Herr Öhlschläger ruft zurück.');
  await page.keyboard.press('Control+Enter');
  const call = page.getByRole('listitem').filter({ hasText: 'Herr Öhlschläger ruft zurück.' });
  await call.getByRole('link', { name: 'Telefonat' }).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Angelegt' }).waitFor();
  await page.getByRole('button', { name: 'Notizen', exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: 'Angelegt' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await call.waitFor({ state: 'detached' });
  // what was typed is not lost with it
  await expect.poll(() => page.getByRole('textbox', { name: 'Notiz schreiben' }).inputValue()).toContain('ruft zurück');
});

test('no page wrote an error or called a foreign host', () => {
  expect([...anna.complaints, ...miriam.complaints]).toEqual([]);
});
