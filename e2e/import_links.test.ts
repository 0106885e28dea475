import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo, forget, openBrowser, openPage, type Served, serve, signIn } from './kontor.ts';

let served: Served;
let browser: Browser;
beforeAll(async () => {
  served = await serve();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  if (served) forget(served.home);
});

const list = [
  'Vorname;Nachname;E-Mail;Kunde',
  'Ida;Winter;ida.winter@import.example;mueller gmbh & co. kg',
  'Ole;Sommer;ole.sommer@import.example;Genosenschaft Gemeinsam wohnen Lindenrode',
  'Mia;Herbst;mia.herbst@import.example;Genosenschaft Gemeinsam wohnen Lindenrode',
  'Jan;Frühling;jan.fruehling@import.example;Qwx Zzyp',
].join('\r\n');

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Kontakte importieren' });
async function check(page: Page): Promise<void> {
  await page.goto('/contacts');
  await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
  await page.getByRole('menuitem', { name: 'Importieren' }).click();
  await dialog(page)
    .locator('input[type=file]')
    .setInputFiles({ name: 'Teilnehmende.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await dialog(page).getByRole('button', { name: 'Daten prüfen' }).click();
  await dialog(page).getByText('Wer oder was ist gemeint?').waitFor();
}

test('doubtful names are shown with what resembles them, chosen, checked anew and imported', async () => {
  const { page, complaints, quiet } = await openPage(browser, served, { width: 1440, height: 900 });
  await signIn(page, demo);
  await check(page);
  // the way umlauts are written is no question
  expect(await dialog(page).getByText('mueller gmbh & co. kg').count()).toBe(0);
  const main = dialog(page).getByRole('button', { name: '1 Zeile importieren' });
  await main.waitFor();
  await dialog(page).getByText('Kunde, in 2 Zeilen').waitFor();
  await dialog(page).getByRole('combobox', { name: 'Gemeint ist: Genosenschaft Gemeinsam wohnen Lindenrode' }).click();
  await page.getByRole('option', { name: /Genossenschaft „Gemeinsam wohnen“ Lindenrode eG · K-10002/ }).click();
  expect(await main.isDisabled()).toBe(true);
  await dialog(page).getByRole('combobox', { name: 'Gemeint ist: Qwx Zzyp' }).click();
  await page.getByRole('option', { name: 'Leer lassen' }).click();
  await dialog(page).getByRole('button', { name: 'Mit dieser Auswahl prüfen' }).click();
  await dialog(page).getByRole('button', { name: '4 Zeilen importieren' }).click();
  await dialog(page).getByText('Der Import ist fertig.').waitFor();
  await dialog(page).getByRole('link', { name: 'Importierte Einträge zeigen' }).click();
  const row = page.getByRole('row', { name: /Ole Sommer/ });
  await row.getByText('Genossenschaft „Gemeinsam wohnen“ Lindenrode eG').waitFor();
  expect(await page.getByRole('row', { name: /Jan Frühling/ }).count()).toBe(1);
  await quiet();
  expect(complaints).toEqual([]);
});
