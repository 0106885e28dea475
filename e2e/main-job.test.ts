import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serious } from './flaws.ts';
import {
  carry,
  demo,
  forget,
  openBrowser,
  openPage,
  root,
  type Served,
  serve,
  signIn,
  visit,
  type Watched,
} from './kontor.ts';

let served: Served;
let browser: Browser;
beforeAll(async () => {
  served = await serve();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  forget(served.home);
});

/** The main job: sign in, import a customer file, find, filter, edit, move a task on the board, export. */
function mainJob(title: string, size: { width: number; height: number }) {
  describe(`${title} (${size.width} px)`, () => {
    let watched: Watched;
    let page: Page;
    const phone = size.width < 600;
    beforeAll(async () => {
      watched = await openPage(browser, served, size);
      page = watched.page;
    });
    afterAll(() => watched.context.close());

    test('signs in and sees what waits', async () => {
      await page.goto('/login');
      expect(await serious(page)).toEqual([]);
      await signIn(page, demo);
      await page.getByText('Was auf Sie wartet').waitFor();
      expect(await serious(page)).toEqual([]);
    });

    // nobody imports a file of customers on a phone
    if (!phone)
      test('imports a customer file with its dirt', async () => {
        await visit(page, '/customers');
        await page.getByRole('button', { name: 'Weitere Aktionen' }).first().click();
        await page.getByRole('menuitem', { name: 'Importieren' }).click();
        await page.locator('input[type=file]').setInputFiles(join(root, 'seeds/demo/customers-import.csv'));
        await page.getByRole('button', { name: 'Daten prüfen' }).waitFor();
        expect(await serious(page)).toEqual([]);
        await page.getByRole('button', { name: 'Daten prüfen' }).click();
        await page.getByText('Was noch nicht passt').waitFor();
        expect(await serious(page)).toEqual([]);
        await page.getByText('Passende Zeilen importieren').click();
        await page.getByRole('button', { name: /Zeilen? importieren/ }).click();
        await page.getByText('Der Import ist fertig.').waitFor({ timeout: 30_000 });
        await page.getByRole('button', { name: 'Schließen' }).last().click();
      });

    test('finds a customer in spite of a typing error, filters and edits', async () => {
      await visit(page, '/customers/create');
      const name = `Müller & Söhne ${title} GmbH`;
      await page.getByRole('textbox', { name: /^Name/ }).fill(name);
      await page.getByRole('button', { name: 'Speichern', exact: true }).click();
      await page
        .getByText(/angelegt/)
        .first()
        .waitFor();
      await page.waitForURL(/\/customers\/[0-9a-f-]{36}/);
      await page.goto(`/customers?filter=${encodeURIComponent(JSON.stringify({ q: `muler sohne ${title}` }))}`);
      const link = page.getByRole('link', { name, exact: true }).first();
      await link.waitFor();
      expect(await link.getAttribute('href')).toMatch(/\/customers\/[0-9a-f-]{36}/);
      expect(await serious(page)).toEqual([]);
      const href = (await link.getAttribute('href'))!;
      await visit(page, href.replace(/\/show$/, ''));
      await page.getByRole('textbox', { name: 'Telefon' }).fill('0221 47105 55');
      await page.keyboard.press('Control+s');
      await page
        .getByText(/gespeichert/)
        .first()
        .waitFor();
      expect(await serious(page)).toEqual([]);
      await page.reload();
      await expect.poll(() => page.getByRole('textbox', { name: 'Telefon' }).inputValue()).toBe('+49 221 4710555');
    });

    test(phone ? 'completes a task from its page' : 'moves a task on the board', async () => {
      await visit(page, `/tasks/board?filter=${encodeURIComponent(JSON.stringify({ q: 'Sicherheitseinweisung' }))}`);
      const card = page.locator('[data-rfd-drag-handle-draggable-id]').first();
      await card.waitFor();
      expect(await serious(page)).toEqual([]);
      const moved = page.waitForResponse((response) => /\/api\/v1\/tasks\/[^/]+\/actions\//.test(response.url()));
      if (phone) {
        await card.getByRole('link').first().click();
        await page.getByRole('button', { name: 'Beginnen' }).click();
      } else {
        await carry(page, card, 'ArrowRight', 'In Arbeit');
      }
      expect((await moved).status()).toBe(200);
    });

    test('exports what the list shows', async () => {
      await visit(page, `/customers?filter=${encodeURIComponent(JSON.stringify({ q: 'Söhne' }))}`);
      await page.getByRole('button', { name: 'Weitere Aktionen' }).first().click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: 'Als CSV exportieren' }).click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(/^Kunden.*\.csv$/);
      expect(readFileSync(await file.path(), 'utf8')).toContain(`Müller & Söhne ${title} GmbH`);
    });

    test('no page wrote an error or called a foreign host', () => {
      expect(watched.complaints).toEqual([]);
    });
  });
}

mainJob('Schreibtisch', { width: 1440, height: 900 });
mainJob('Telefon', { width: 390, height: 844 });
