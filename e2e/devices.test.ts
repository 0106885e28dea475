import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo, forget, openBrowser, openPage, type Served, serve, signIn, type Watched } from './kontor.ts';

let served: Served;
let browser: Browser;
let notebook: Watched;
let phone: Watched;

beforeAll(async () => {
  served = await serve();
  browser = await openBrowser();
  notebook = await openPage(browser, served, { width: 1440, height: 900 });
  phone = await openPage(browser, served, { width: 390, height: 844 });
  await signIn(notebook.page, demo);
  await signIn(phone.page, demo);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  forget(served.home);
});

test('a device that is signed out elsewhere is out within seconds, and says so', async () => {
  const { page } = notebook;
  await page.getByRole('button', { name: 'Konto und Einstellungen' }).click();
  await page.getByRole('link', { name: 'Angemeldete Geräte' }).click();
  await page.getByRole('heading', { name: 'Angemeldete Geräte' }).waitFor();
  const rows = page.getByRole('listitem').filter({ hasText: 'Zuletzt benutzt' });
  await rows.nth(1).waitFor();
  await expect.poll(() => rows.count()).toBe(2);
  await rows.filter({ hasText: 'Dieses Gerät' }).waitFor();
  await phone.page.goto('/account/devices');
  await phone.page.getByText('Dieses Gerät').waitFor();
  await rows.getByRole('button', { name: /abmelden$/ }).click();
  await page.getByText(/ist abgemeldet\.$/).waitFor();
  await expect.poll(() => rows.count()).toBe(1);
  await phone.page.goto('/customers');
  await phone.page.waitForURL(/\/login/);
  await page.goto('/customers');
  await page.getByRole('heading', { name: /^Kunden/ }).waitFor();
});
