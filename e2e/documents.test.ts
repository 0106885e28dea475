import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo, forget, openBrowser, openPage, type Served, serve, signIn, type Watched } from './kontor.ts';

let served: Served;
let browser: Browser;
let anna: Watched;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), 'kontor-files-'));

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
  rmSync(folder, { recursive: true });
});

const said = (text: RegExp) => page.getByText(text).first().waitFor();
const look = (name: string) => page.getByRole('button', { name: `„${name}“ ansehen` });
const fromMenu = async (name: string, entry: string) => {
  await page.getByRole('button', { name: `Mehr zu „${name}“` }).click();
  await page.getByRole('menuitem', { name: entry }).click();
};

test('files are dropped on a customer, looked at, replaced, thrown away and brought back', async () => {
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#1f6feb' } })
    .png()
    .toBuffer();
  await page.goto('/customers/01900000-0000-7000-8001-00000000000a/show?tab=documents.subject');
  await page.getByText('Noch keine Dateien').waitFor();
  const dropped = await page.evaluateHandle(
    (bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], 'Foto.png', { type: 'image/png' }));
      data.items.add(new File(['Guten Tag, <b>Welt</b>'], 'Notiz.txt', { type: 'text/plain' }));
      return data;
    },
    [...picture],
  );
  const area = page.getByText('Dateien hierher ziehen');
  for (const event of ['dragover', 'drop']) await area.dispatchEvent(event, { dataTransfer: dropped });
  await said(/2 Dateien hinzugefügt/);

  await look('Notiz.txt').click();
  await page.getByRole('dialog').getByText('Guten Tag, <b>Welt</b>').waitFor();
  // whatever came first is the other one
  const other = page.getByRole('dialog').getByRole('button', { name: /^(Nächste|Vorherige) Datei$/, disabled: false });
  await other.click();
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('[role=dialog] img')?.naturalWidth === 60);
  // the button that had the focus can not be used any more: the dialog has it, so that the next key is for the dialog
  await page.keyboard.press('Escape');
  await page.waitForFunction(
    () => document.querySelector<HTMLImageElement>('section[aria-label="Dokumente"] img')?.naturalWidth === 60,
  );

  await fromMenu('Notiz.txt', 'Fassungen');
  const newer = join(folder, 'neu.txt');
  writeFileSync(newer, 'Zweite Fassung');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Neue Fassung hochladen').last().setInputFiles(newer);
  await dialog.getByText('Fassung 2').waitFor();
  await dialog.getByRole('button', { name: 'Zurückholen' }).click();
  await dialog.getByText('Fassung 3').waitFor();
  await dialog.getByRole('button', { name: 'Schließen' }).click();

  await fromMenu('Notiz.txt', 'In den Papierkorb');
  await said(/„Notiz.txt“ liegt im Papierkorb/);
  await look('Notiz.txt').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await look('Notiz.txt').click();
  await page.getByRole('dialog').getByText('Guten Tag, <b>Welt</b>').waitFor();
  expect(anna.complaints).toEqual([]);
});

test('a large file goes on by itself after the connection was lost', async () => {
  const large = join(folder, 'Aufzeichnung.bin');
  writeFileSync(large, Buffer.alloc(40 * 1024 * 1024, 'Kontor'));
  await page.goto('/customers/01900000-0000-7000-8001-00000000000a/show?tab=documents.subject');
  let parts = 0;
  // the second part breaks off
  await page.route('**/api/v1/uploads/*', (route) => {
    if (route.request().method() === 'PATCH' && ++parts === 2) return route.abort('connectionreset');
    return route.continue();
  });
  await page.locator('input[type=file][multiple]').first().setInputFiles(large);
  await look('Aufzeichnung.bin').waitFor({ timeout: 60_000 });
  expect(parts).toBeGreaterThan(5);
  await page.unroute('**/api/v1/uploads/*');
});
