import { formatDate, inZone } from '@kontor/shared';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo, forget, openBrowser, openPage, type Served, serve, signIn, type Watched } from './kontor.ts';

let served: Served;
let browser: Browser;
let anna: Watched;
let page: Page;
const customer = '/customers/01900000-0000-7000-8001-00000000000a/show';

beforeAll(async () => {
  served = await serve();
  browser = await openBrowser();
  anna = await openPage(browser, served, { width: 1440, height: 900 });
  page = anna.page;
  await signIn(page, demo);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  forget(served.home);
});

const openBell = async () => {
  await page.getByRole('button', { name: /^Benachrichtigungen/ }).click();
  return page.getByRole('dialog', { name: 'Benachrichtigungen' });
};
const entry = async (name: string) => {
  await page.getByRole('button', { name: 'Weitere Aktionen' }).first().click();
  await page.getByRole('menuitem', { name }).click();
};

test('one is reminded of a record, puts it off, and is done with it', async () => {
  await page.goto(customer);
  await entry('Erinnern');
  const dialog = page.getByRole('dialog', { name: /erinnern/ });
  await dialog.getByRole('button', { name: 'Nächste Woche' }).click();
  await dialog.getByLabel('Woran').fill('Vertrag besprechen');
  await dialog.getByRole('button', { name: 'Erinnerung anlegen' }).click();
  await page.getByText(/Kontor erinnert Sie am/).waitFor();

  // one whose time has come already: the work in the background tells of it
  await entry('Erinnern');
  const { date, time } = inZone(new Date(), 'Europe/Berlin');
  await dialog.getByRole('textbox', { name: /Erinnern am/ }).fill(`${formatDate(date, 'de')} ${time}`);
  await dialog.getByLabel('Woran').fill('Jetzt anrufen');
  await dialog.getByRole('button', { name: 'Erinnerung anlegen' }).click();
  await dialog.waitFor({ state: 'hidden' });

  let bell = await openBell();
  const come = () => bell.getByRole('listitem').filter({ hasText: 'Jetzt anrufen' });
  await expect
    .poll(
      async () => {
        await page.keyboard.press('Escape');
        bell = await openBell();
        await anna.quiet();
        return come().count();
      },
      { timeout: 100_000, interval: 2000 },
    )
    .toBe(1);
  await come().getByRole('button', { name: 'Später erinnern' }).click();
  await page.getByRole('menuitem', { name: 'Morgen' }).click();
  await come().getByRole('button', { name: 'Später erinnern' }).waitFor({ state: 'hidden' });

  // those that have come with the demo
  const waiting = bell.getByRole('button', { name: 'Erledigt' });
  const count = await waiting.count();
  expect(count).toBeGreaterThan(0);
  await waiting.first().click();
  await expect.poll(() => waiting.count()).toBe(count - 1);

  await bell.getByRole('link', { name: 'Meine Erinnerungen' }).click();
  await page.getByRole('row').filter({ hasText: 'Vertrag besprechen' }).waitFor();
  await page.getByRole('row').filter({ hasText: 'Jetzt anrufen' }).waitFor();
  expect(anna.complaints).toEqual([]);
}, 180_000);
