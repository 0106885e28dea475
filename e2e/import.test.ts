import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo, forget, openBrowser, openPage, root, type Served, serve, signIn, type Watched } from './kontor.ts';

let served: Served;
let worker: ChildProcess | undefined;
let browser: Browser;
let anna: Watched;
let page: Page;

beforeAll(async () => {
  // the work is done by a process of its own, which begins when the test wants it to
  served = await serve({ env: { KONTOR_WORKER: 'off' } });
  browser = await openBrowser();
  anna = await openPage(browser, served, { width: 1440, height: 900 });
  page = anna.page;
  await signIn(page, demo);
});
afterAll(async () => {
  await browser?.close();
  await stopWorker();
  await served?.stop();
  if (served) forget(served.home);
});

function startWorker(): void {
  worker = spawn(process.execPath, ['api/dist/cli/worker.js'], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', LOG_LEVEL: 'warn', KONTOR_HOME: served.home },
    stdio: 'ignore',
  });
}
async function stopWorker(): Promise<void> {
  if (!worker) return;
  const ended = new Promise((done) => worker!.once('exit', done));
  worker.kill();
  await ended;
  worker = undefined;
}

const rows = 1500;
/** A list of customers of which two can not be brought in. */
const list = [
  'Name;E-Mail;Status;Kreditlimit',
  ...Array.from({ length: rows }, (_, i) =>
    i === 40 || i === 1200
      ? `Messekontakt ${i};keine Adresse;Aktiv;100`
      : `Messekontakt ${i};messe${i}@kontakte.example;Interessent;${i},50`,
  ),
].join('\r\n');
const dialog = () => page.getByRole('dialog', { name: 'Kunden importieren' });
const indicator = () => page.getByRole('button', { name: /^Hintergrundaufgaben, / });
async function choose(): Promise<void> {
  await page.goto('/customers');
  await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
  await page.getByRole('menuitem', { name: 'Importieren' }).click();
  await dialog()
    .locator('input[type=file]')
    .setInputFiles({ name: 'Messe 2026.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await dialog().getByText('Messe 2026.csv: 1.500 Zeilen').waitFor();
}

test('1,500 rows: checked and imported in the background, with progress, result and a way to cancel', async () => {
  await choose();
  expect(await indicator().count()).toBe(0);
  await dialog().getByRole('button', { name: 'Daten prüfen' }).click();
  await dialog().getByText('Sie können das Fenster schließen und weiterarbeiten.').waitFor();
  await dialog().getByRole('button', { name: 'Abbrechen' }).click();
  await dialog().getByText('Abgebrochen. Es wurde nichts gespeichert.').waitFor();

  // what is waited for goes on in the dialog
  await dialog().getByRole('button', { name: 'Daten prüfen' }).click();
  await dialog().getByText('Sie können das Fenster schließen und weiterarbeiten.').waitFor();
  startWorker();
  await dialog().getByText('werden angelegt').waitFor();
  await dialog().getByText('Bitte eine gültige E-Mail-Adresse angeben.').first().waitFor();
  await stopWorker();
  await dialog().getByText('Passende Zeilen importieren').click();
  await dialog().getByRole('button', { name: '1.498 Zeilen importieren' }).click();

  // and what is left is told by the frame
  await dialog().getByRole('button', { name: 'Im Hintergrund weiter' }).click();
  await dialog().waitFor({ state: 'detached' });
  await indicator().click();
  const running = page.getByRole('dialog', { name: 'Hintergrundaufgaben' });
  await running.getByText('Kunden importieren (Messe 2026.csv)').waitFor();
  await running.getByText('Wartet').waitFor();
  await running.getByRole('button', { name: 'Kunden importieren (Messe 2026.csv) abbrechen' }).waitFor();
  await page.keyboard.press('Escape');
  startWorker();
  await page.getByText('„Kunden importieren (Messe 2026.csv)“ ist fertig.').waitFor();
  await page.getByRole('button', { name: 'Hintergrundaufgaben, 1 beendet' }).click();
  await running.getByText('Erledigt · 1.498 angelegt, 2 mit Fehlern').waitFor();
  await running.getByRole('link', { name: 'Ansehen' }).click();

  await page.waitForURL(/\/jobs\/[^/]+\/show/);
  await page.getByText('Der Import ist fertig.').waitFor();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Fehlerliste herunterladen' }).click();
  const saved = await readFile(await (await waiting).path(), 'utf8');
  expect(saved.split('\r\n').slice(0, 3)).toEqual([
    '\ufeffZeile;Spalte;Wert;Meldung',
    '42;E-Mail;keine Adresse;Bitte eine gültige E-Mail-Adresse angeben.',
    '1202;E-Mail;keine Adresse;Bitte eine gültige E-Mail-Adresse angeben.',
  ]);
  await page.getByRole('link', { name: 'Importierte Einträge zeigen' }).click();
  await page
    .getByText(/1\.498/)
    .first()
    .waitFor();
  await page.getByText('Messekontakt 1499').first().waitFor();
  await indicator().waitFor({ state: 'detached' });
});

test('the frame asks for jobs when one was begun, and not when nothing runs', async () => {
  await anna.quiet();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/jobs\?/.test(request.url())) asked.push(request.url());
  });
  await page.waitForTimeout(5000);
  expect(asked).toEqual([]);
  expect(anna.complaints).toEqual([]);
});
