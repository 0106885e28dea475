import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo, forget, openBrowser, openPage, type Served, serve, signIn, visit, type Watched } from './kontor.ts';

let served: Served;
let browser: Browser;
let anna: Watched;
let page: Page;

beforeAll(async () => {
  served = await serve();
  browser = await openBrowser();
  anna = await openPage(browser, served, { width: 1440, height: 900 });
  page = anna.page;
  await anna.context.grantPermissions(['clipboard-write']);
  await signIn(page, demo);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  forget(served.home);
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const pdfOf = async (act: () => Promise<void>) => {
  const answer = page.waitForResponse((response) => response.url().includes('/letter/preview'));
  await act();
  const response = await answer;
  return { status: response.status(), type: response.headers()['content-type'] };
};

test('a letter is filled from a template, looked at, changed and filed with the record', async () => {
  await visit(page, '/customers/01900000-0000-7000-8001-000000000002/show');
  await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
  await page.getByRole('menuitem', { name: 'Schreiben erstellen' }).click();
  await page.getByLabel('Vorlage').click();
  await page.getByRole('option', { name: 'Stammdatenblatt' }).click();
  const subject = page.getByRole('dialog').getByRole('textbox', { name: /^Betreff/ });
  await page.waitForFunction(() =>
    [...document.querySelectorAll('input')].some(({ value }) => value === 'Ihre Daten bei uns: bitte prüfen'),
  );
  await page.getByRole('dialog').getByText('{% table customer.addresses').waitFor();
  await subject.fill('Bitte prüfen: Ihre Anschriften');
  expect(await pdfOf(() => button('Vorschau').click())).toEqual({ status: 200, type: 'application/pdf' });
  await page.locator('iframe[title="Vorschau"]').waitFor();
  await button('Weiterschreiben').click();
  await expect.poll(() => subject.inputValue()).toBe('Bitte prüfen: Ihre Anschriften');
  await button('Als PDF ablegen').click();
  await page.getByText('„Bitte prüfen: Ihre Anschriften“ liegt jetzt bei den Dokumenten.').waitFor();
  await page.getByRole('tab', { name: /^Dokumente/ }).click();
  await page.getByText('Bitte prüfen: Ihre Anschriften').first().waitFor();
});

test('what is wrong with a letter stands at its place, and nothing that was typed is lost', async () => {
  await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
  await page.getByRole('menuitem', { name: 'Schreiben erstellen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Betreff/ }).fill('Nur ein Betreff');
  await button('Vorschau').click();
  await dialog.getByText('Bitte ausfüllen.').waitFor();
  const text = dialog.locator('[contenteditable=true]');
  await text.fill('Guten Tag, {% tabelle %}');
  await button('Vorschau').click();
  await dialog
    .getByText(/tabelle/)
    .nth(1)
    .waitFor();
  await expect.poll(() => dialog.getByRole('textbox', { name: /^Betreff/ }).inputValue()).toBe('Nur ein Betreff');
  await button('Abbrechen').click();
});

test('a letter is written for a mail and goes along with it', async () => {
  await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
  await page.getByRole('menuitem', { name: 'E-Mail schreiben' }).click();
  const mail = page.getByRole('dialog', { name: /^E-Mail zu/ });
  await mail.getByRole('textbox', { name: /^Betreff/ }).fill('Mit Schreiben');
  await mail.getByRole('button', { name: 'Schreiben als PDF' }).click();
  const letter = page.getByRole('dialog', { name: /^Schreiben zu/ });
  await letter.getByRole('combobox', { name: 'Vorlage' }).click();
  await page.getByRole('option', { name: 'Anschreiben (DE)' }).click();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('input')].some(({ value }) => value.startsWith('Ihre Anfrage vom')),
  );
  await letter.getByRole('button', { name: 'Als PDF ablegen' }).click();
  await letter.waitFor({ state: 'detached' });
  // the mail was not sent by that, and has its file
  await mail.getByText(/^Ihre Anfrage vom .* kB$/).waitFor();
  await expect.poll(() => mail.getByRole('textbox', { name: /^Betreff/ }).inputValue()).toBe('Mit Schreiben');
  await mail.getByRole('button', { name: 'Abbrechen' }).click();
});

test('a template is tried while it is written; its mistake stands at its text', async () => {
  await visit(page, '/document_templates/01900000-0000-7000-800b-000000000003');
  await page.getByRole('heading', { name: 'Ausprobieren' }).waitFor();
  await button('Vorschau').click();
  await page.getByText('Bitte einen Datensatz wählen.').waitFor();
  const record = page.getByRole('combobox', { name: 'Datensatz' });
  await record.fill('Lindenrode');
  await page.getByRole('option', { name: /Lindenrode eG/ }).click();
  expect(await pdfOf(() => button('Vorschau').click())).toEqual({ status: 200, type: 'application/pdf' });
  await page.locator('iframe[title="Vorschau"]').waitFor();
  await button('Schließen').click();
  await page.getByRole('textbox', { name: /^Betreff/ }).fill('Für {{ customer.nme }}');
  await button('Vorschau').click();
  await page
    .getByText(/customer\.nme/)
    .first()
    .waitFor();
  await page.getByText('Die Vorlage kann so nicht gefüllt werden. Der Grund steht am Feld.').waitFor();
  await button('Platzhalter').click();
  await page.getByRole('button', { name: 'Kundennummer', exact: true }).click();
  await page.getByText('{{ customer.number }} ist kopiert.').waitFor();
});

test('a template of mails is tried in the same way', async () => {
  await visit(page, '/email_templates/01900000-0000-7000-8009-000000000003');
  await button('Änderungen verwerfen').click(); // the template of the test before was changed, and not saved
  const record = page.getByRole('combobox', { name: 'Datensatz' });
  await record.fill('Lindenrode');
  await page.getByRole('option', { name: /Lindenrode eG/ }).click();
  await button('Vorschau').click();
  await page.getByText('Betreff: Ihr Termin bei NeWoa').waitFor();
  await button('Schließen').click();
});

test('no page wrote an error or called a foreign host', () => expect(anna.complaints).toEqual([]));
