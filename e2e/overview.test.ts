import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inZone } from '../shared/src/dates.ts';
import { apiOf } from './api.ts';
import { flaws } from './flaws.ts';
import { demo, forget, openBrowser, openPage, type Served, serve, signIn, visit, type Watched } from './kontor.ts';

let served: Served;
let browser: Browser;
let anna: Watched;
let joerg: Watched;

beforeAll(async () => {
  served = await serve();
  browser = await openBrowser();
  anna = await openPage(browser, served, { width: 1440, height: 900 });
  joerg = await openPage(browser, served, { width: 390, height: 844 });
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  if (served) forget(served.home);
});

/** The foot of a list that has so many rows. */
const foot = (page: Page, count: number) => page.getByText(`1–${Math.min(25, count)} von ${count}`).waitFor();

test('every figure of the overview leads to the rows that it counts', async () => {
  const { page } = anna;
  await signIn(page, demo);
  await page.getByRole('link', { name: 'Trainings', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Überblick: Trainings' }).waitFor();
  const figure = page.getByRole('link', { name: /^Termine ohne Trainer/ });
  await page.getByRole('link', { name: /^Termine ohne Trainer\s*\d+/ }).waitFor();
  const counted = Number((await figure.textContent())!.replace(/\D/g, ''));
  expect(counted).toBeGreaterThan(0);
  const bars = page.getByRole('table', { name: 'Laufende Trainings nach Status' });
  await bars.getByRole('link', { name: 'Geplant' }).waitFor();
  expect(await flaws(page)).toEqual([]);
  await figure.click();
  await page.getByText('Training · Status: Bestätigt, Geplant').waitFor();
  await foot(page, counted);
  await page.goBack();
  const row = bars.getByRole('row').filter({ hasText: 'Geplant' });
  await row.waitFor();
  const planned = Number((await row.getByRole('cell').last().textContent())!.replace(/\D/g, ''));
  await row.getByRole('link', { name: 'Geplant' }).click();
  await foot(page, planned);
  // and by its name, from anywhere
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Suchen oder ausführen' }).fill('überblick tr');
  await page.getByRole('option', { name: 'Überblick: Trainings' }).click();
  await page.getByRole('heading', { name: 'Überblick: Trainings' }).waitFor();
});

test('trainers are as busy as their limit says, too much is told in words, and each leads to what is counted', async () => {
  const { page } = anna;
  const api = await apiOf(served);
  const [brand] = await api('GET', '/brands?range=[0,0]');
  const trainer = await api('POST', '/trainers', { name: 'Ottilie Voll', brand_ids: [brand.id], max_days: 1 });
  const { id } = await api('POST', '/trainings', { name: 'Zwei Tage am Stück', brand_id: brand.id });
  const [year, month] = inZone(new Date(), 'Europe/Berlin').date.split('-').map(Number) as [number, number];
  const next = (day: number, hour: number) => new Date(Date.UTC(year, month, day, hour)).toISOString();
  for (const [day, hour] of [
    [15, 8],
    [15, 12],
    [16, 8],
  ] as const) {
    const session = await api('POST', '/training_sessions', {
      name: `Am ${day}.`,
      training_id: id,
      starts_at: next(day, hour),
      ends_at: next(day, hour + 3),
    });
    const assigned = await api('POST', '/trainer_assignments', { session_id: session.id, trainer_id: trainer.id });
    await api('POST', `/trainer_assignments/${assigned.id}/actions/confirm`);
  }
  await visit(page, '/overview/trainings');
  const loads = page.getByRole('list', { name: 'Auslastung der Trainer' });
  await page.getByRole('button', { name: 'Monat danach' }).click();
  const first = loads.getByRole('listitem').first();
  await first.getByText('Ottilie Voll').waitFor();
  expect(await first.innerText()).toMatch(/1 Tag zu viel\s+2 von 1 Tag$/);
  await first.locator('svg').waitFor();
  expect(await flaws(page)).toEqual([]);
  await first.getByRole('link').click();
  // two of the three are on one day
  await foot(page, 3);
});

test('sessions stand by trainer and by room, and what is dragged to another day can be put back', async () => {
  const { page } = anna;
  await visit(page, '/training_sessions/calendar?view=lanes_trainer_ids');
  await page.getByRole('table', { name: 'Trainer' }).waitFor();
  await page.getByRole('rowheader', { name: 'Jörg Petersen' }).waitFor();
  await page.getByRole('button', { name: 'Nach Ort oder Raum' }).click();
  const grid = page.getByRole('table', { name: 'Ort oder Raum' });
  await grid.waitFor();
  await page.getByRole('button', { name: 'Weiter' }).click();
  const row = grid
    .getByRole('row')
    .filter({ has: page.locator('[data-record]') })
    .first();
  await row.waitFor();
  expect(await flaws(page)).toEqual([]);
  // what stands in a day is all within it, however many rows there are
  const spilt = await grid.locator('[data-record]').evaluateAll(
    (all) =>
      all.filter((one) => {
        const [inner, day] = [one, one.parentElement!].map((element) => element.getBoundingClientRect().bottom);
        return inner! > day! + 1;
      }).length,
  );
  expect(spilt).toBe(0);
  const event = row.locator('[data-record]').first();
  const id = await event.getAttribute('data-record');
  const cells = row.getByRole('cell');
  const at = await cells.evaluateAll(
    (all, record) => all.findIndex((c) => c.querySelector(`[data-record="${record}"]`)),
    id,
  );
  await event.dragTo(cells.nth(at === 5 ? 6 : 5));
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await page.getByText('Die Änderung ist zurückgenommen.').waitFor();
  await cells.nth(at).locator(`[data-record="${id}"]`).waitFor();
});

test('a quarter counts what begins on each day, by keys as well, and a day leads to itself', async () => {
  const { page } = anna;
  await visit(page, '/training_sessions/calendar');
  await page.getByRole('button', { name: 'Quartal' }).click();
  const month = page
    .getByRole('region')
    .filter({ has: page.locator('[data-day][title^="2 "]') })
    .first();
  await month.waitFor();
  expect(await flaws(page)).toEqual([]);
  const days = await month.locator('[data-day][title] span:nth-of-type(2)').allTextContents();
  const total = days.reduce((all, text) => all + Number.parseInt(text, 10), 0);
  await month.getByText(new RegExp(`^${total} Eintr`)).waitFor();
  const day = month.locator('[data-day][title^="2 "]').first(); // of many the day would stack some behind others
  const date = (await day.getAttribute('data-day'))!;
  await day.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.waitForURL(
    (url) => url.searchParams.get('view') === 'timeGridDay' && url.searchParams.get('date') === date,
  );
  await expect.poll(() => page.locator('.fc-event').count()).toBe(2);
  // the way back leads through what was looked at, and the calendar follows its address
  await page.goBack();
  await month.waitFor();
  await page.goForward();
  await expect.poll(() => page.locator('.fc-event').count()).toBe(2);
  await page.getByRole('button', { name: 'Woche', exact: true }).click();
  await page.locator('.fc-timeGridWeek-view').waitFor();
  await page.goBack();
  await page.locator('.fc-timeGridDay-view').waitFor();
  await page.waitForURL((url) => url.searchParams.get('date') === date);
  await visit(page, '/training_sessions/calendar?view=dayGridMonth&date=2031-03-12');
  await page.getByRole('heading', { name: 'März 2031' }).waitFor();
  await page.getByRole('button', { name: 'Weiter' }).click();
  await page.getByRole('heading', { name: 'April 2031' }).waitFor();
  await page.goBack();
  await page.locator('.fc-timeGridDay-view').waitFor();
  await expect.poll(() => page.locator('.fc-event').count()).toBe(2);
  await page.getByRole('button', { name: 'Quartal' }).click();
  await month.waitFor();
  const heading = page.getByRole('heading', { name: /^\d\. Quartal \d{4}$/ });
  const [quarter, year] = (await heading.textContent())!.match(/\d+/g)!.map(Number) as [number, number];
  await page.getByRole('button', { name: 'Weiter' }).click();
  const next = quarter === 4 ? `1. Quartal ${year + 1}` : `${quarter + 1}. Quartal ${year}`;
  await page.getByRole('heading', { name: next, exact: true }).waitFor();
  // an address that tells no day shows the one that is
  await page.goto('/training_sessions/calendar?view=timeGridDay&date=2031-02');
  await page.locator('.fc-timeGridDay-view .fc-day-today').first().waitFor();
});

test('a trainer finds requests, sessions and papers at home, and answers with a tap', async () => {
  const { page } = joerg;
  await signIn(page, { email: 'joerg.petersen@newoa.example', password: demo.password });
  const requests = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Meine Anfragen' }) });
  const accept = requests.getByRole('button', { name: /^Zusagen/ });
  await accept.first().waitFor();
  expect(await flaws(page)).toEqual([]);
  const before = await accept.count();
  await accept.first().click();
  await page.getByText(/zugesagt\./).waitFor();
  await expect.poll(() => accept.count(), { timeout: 30_000 }).toBe(before - 1);
  await requests
    .getByRole('button', { name: /^Absagen/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Grund').fill('An dem Tag bin ich im Urlaub');
  await dialog.getByRole('button', { name: 'Absagen', exact: true }).click();
  await page.getByText(/abgesagt\./).waitFor();
  await expect.poll(() => accept.count(), { timeout: 30_000 }).toBe(before - 2);
  await page.getByRole('heading', { name: 'Meine nächsten Termine' }).waitFor();
  await page.getByRole('heading', { name: 'Meine Unterlagen' }).waitFor();
  // lists of what is theirs, and nothing else of the office
  await page.getByRole('button', { name: 'Alle Bereiche und Listen' }).click();
  const lists = page.getByRole('navigation', { name: 'Bereich oder Liste suchen' });
  await lists.getByRole('link').first().waitFor();
  expect(await lists.getByRole('link').allTextContents()).toEqual([
    'Trainings',
    'Termine',
    'Trainereinsätze',
    'Verfügbarkeiten',
    'Aufgaben',
    'Dokumente',
  ]);
  await page.getByRole('button', { name: 'Schließen' }).click();
  await page.getByRole('button', { name: 'Suchen', exact: true }).click();
  await page.getByRole('combobox', { name: 'Suchen oder ausführen' }).fill('Orte');
  await joerg.quiet();
  expect(await page.getByRole('option', { name: /Ort/ }).count()).toBe(0);
  await page.keyboard.press('Escape');
  // the place of a session has a page, without a way to all others
  await visit(page, '/training_sessions');
  const place = page.locator('main a[href*="/locations/"]').first();
  const called = (await place.textContent())!;
  await place.click();
  await page.getByRole('heading', { level: 1, name: called }).waitFor();
  expect(await page.getByRole('link', { name: 'Orte' }).count()).toBe(0);
  // at its address, the overview tells them how busy they are themselves
  await visit(page, '/overview/trainings');
  await page.getByRole('button', { name: 'Monat danach' }).click();
  await page.getByRole('heading', { name: 'Auslastung der Trainer' }).waitFor();
  await joerg.quiet();
  const people = page.getByRole('list', { name: 'Auslastung der Trainer' }).getByRole('listitem');
  expect(await people.filter({ hasNotText: 'Jörg Petersen' }).count()).toBe(0);
  expect(await flaws(page)).toEqual([]);
  // nor has the menu of a large screen a trash of which they can take nothing
  await page.setViewportSize({ width: 1440, height: 900 });
  await visit(page, '/trainings');
  const menu = page.getByRole('navigation', { name: 'Trainings', exact: true });
  await menu.getByRole('link', { name: 'Tafel' }).waitFor();
  expect(await menu.getByRole('link', { name: 'Papierkorb' }).count()).toBe(0);
  expect([...anna.complaints, ...joerg.complaints]).toEqual([]);
});
