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

test('whoever is named in a note hears of it', async () => {
  const miriam = await openPage(browser, served, { width: 1440, height: 900 });
  await signIn(miriam.page, { ...demo, email: 'miriam.hofmann@newoa.example' });
  await miriam.page.goto(`${customer}?tab=stream`);
  const note = miriam.page.getByRole('textbox', { name: 'Notiz schreiben' });
  await note.pressSequentially('Bitte anrufen, @ann');
  const offered = miriam.page.getByRole('listbox', { name: 'Wer erwähnt werden kann' });
  await offered.getByRole('option', { name: 'Anna Berger' }).waitFor();
  await miriam.page.keyboard.press('Enter');
  await expect.poll(() => note.inputValue()).toBe('Bitte anrufen, @Anna Berger ');
  await offered.waitFor({ state: 'hidden' });
  await note.pressSequentially('danke, und @anna.');
  await miriam.page.keyboard.press('Control+Enter');
  await miriam.page.getByText('Eingetragen.').waitFor();

  await page.goto('/');
  const bell = await openBell();
  const told = bell.getByRole('listitem').filter({ hasText: 'Bitte anrufen, @Anna Berger' });
  await told.getByText(/Miriam Hofmann hat Sie erwähnt/).waitFor();
  await told.getByRole('link').click();
  await page.waitForURL(/\/notes\//);
  // the form of a note offers people as well
  await page.getByRole('link', { name: 'Bearbeiten' }).click();
  const body = page.getByRole('textbox', { name: 'Text' });
  await body.click();
  await body.press('Control+End');
  await body.pressSequentially(' @miri');
  await page.getByRole('option', { name: 'Miriam Hofmann' }).click();
  await expect.poll(() => body.inputValue()).toMatch(/@Miriam Hofmann $/);
  expect([...anna.complaints, ...miriam.complaints]).toEqual([]);
}, 90_000);

test('one chooses how to hear of what', async () => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Konto und Einstellungen' }).click();
  await page.getByRole('link', { name: 'Benachrichtigungen' }).click();
  const choose = async (name: string, option: string) => {
    await page.getByRole('combobox', { name }).click();
    // what is said of the choice before may still stand there
    const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
    await page.getByRole('option', { name: option }).click();
    expect((await saved).status()).toBe(200);
    await page.getByText('Gespeichert.').first().waitFor();
  };
  await choose('Erwähnt', 'Beides');
  await choose('Tagesübersicht', 'Um 7 Uhr');
  await page.reload();
  await expect.poll(() => page.getByRole('combobox', { name: 'Erwähnt' }).textContent()).toBe('Beides');
  await expect.poll(() => page.getByRole('combobox', { name: 'Tagesübersicht' }).textContent()).toBe('Um 7 Uhr');
  expect(anna.complaints).toEqual([]);
}, 60_000);
