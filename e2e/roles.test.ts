import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Api, apiOf } from './api.ts';
import { demo, forget, openBrowser, openPage, type Served, serve, signIn, visit, type Watched } from './kontor.ts';

let served: Served;
let browser: Browser;
let office: Watched;
let other: Watched;
let trainer: Watched;
let page: Page;
let api: Api;

const employee = { email: 'aylin.demir@newoa.example', password: demo.password };
const tina = { email: 'tina.trainer@newoa.example', password: 'Kranich Tinte Dachboden 7' };

beforeAll(async () => {
  served = await serve();
  browser = await openBrowser();
  const size = { width: 1440, height: 900 };
  office = await openPage(browser, served, size);
  other = await openPage(browser, served, size);
  trainer = await openPage(browser, served, { width: 390, height: 844 });
  page = office.page;
  await signIn(page, demo);
  api = await apiOf(served);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  if (served) forget(served.home);
});

test('a change of a role counts in the window of somebody who has it, without a new sign-in', async () => {
  await signIn(other.page, employee);
  await visit(other.page, '/customers');
  await other.page.getByRole('heading', { name: /^Kunden/ }).waitFor();
  const create = () => other.page.getByRole('link', { name: 'Kunde anlegen' });
  await other.quiet();
  expect(await create().count()).toBe(0);
  await visit(page, '/roles');
  await page.getByRole('link', { name: 'Mitarbeitende' }).click();
  await office.quiet();
  await page.getByRole('link', { name: 'Bearbeiten' }).click();
  const lines = page.getByRole('textbox', { name: 'Was' });
  await lines.first().waitFor();
  const before = await lines.count();
  await page.getByRole('button', { name: 'Position hinzufügen' }).click();
  await lines.nth(before).waitFor();
  await page.getByRole('textbox', { name: 'Was' }).last().fill('customers.create');
  await page.getByRole('textbox', { name: 'Bei welchen Datensätzen' }).last().fill('brand');
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page
    .getByText(/gespeichert/)
    .first()
    .waitFor();
  await page.waitForURL(/\/roles\/[^/]+\/show/); // the form leads there by itself
  await other.page.reload();
  await create().waitFor();
});

test('the matrix of a role says what it may do, and a cell can be changed', async () => {
  await visit(page, '/roles');
  await page.getByRole('link', { name: 'Mitarbeitende' }).click();
  await office.quiet();
  await page.getByRole('link', { name: 'Rechte als Tabelle' }).click();
  // the line that was added by hand in the test before
  await page.getByRole('button', { name: 'Kunden, Anlegen: Eigene Marken' }).waitFor();
  await page.getByRole('button', { name: 'Rollen, Ansehen: Nein' }).waitFor();
  await page.getByRole('searchbox', { name: 'Bereich suchen' }).fill('schlagw');
  await page.getByRole('button', { name: 'Rollen, Ansehen: Nein' }).waitFor({ state: 'detached' });
  // by keys alone: from the first cell past "Ansehen" to "Anlegen"
  const first = page.getByRole('button', { name: 'Schlagwörter, Gesamt: ' });
  await first.focus();
  for (const key of ['ArrowRight', 'ArrowUp', 'ArrowDown', 'End', 'Home', 'ArrowRight', 'ArrowRight'])
    await page.keyboard.press(key);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Schlagwörter, Anlegen: Nein');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Alle' }).click();
  await page.getByText('1 Zelle geändert').waitFor();
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Die Rechte der Rolle „Mitarbeitende“ sind gespeichert.').waitFor();
  await other.page.goto('/tags');
  await other.page.getByRole('link', { name: 'Schlagwort anlegen' }).waitFor();
});

test('the matrix says what is read with no list of its own, gives it one, and keeps that where other cells change', async () => {
  await visit(page, '/roles');
  await page.getByRole('link', { name: 'Trainer', exact: true }).click();
  await office.quiet();
  await page.getByRole('link', { name: 'Rechte als Tabelle' }).click();
  await page.getByRole('searchbox', { name: 'Bereich suchen' }).fill('re');
  await page.getByRole('button', { name: 'Regionen, Ansehen: Alle, ohne Liste' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Ohne eigene Liste', checked: true }).click();
  await page.getByRole('button', { name: 'Regionen, Ansehen: Alle (Mitgeliefert: Alle, ohne Liste)' }).waitFor();
  await page.getByRole('searchbox', { name: 'Bereich suchen' }).fill('orte');
  await page.getByRole('button', { name: 'Orte, Exportieren: Nein' }).click();
  await page.getByRole('menuitem', { name: 'Alle' }).click();
  await page.getByText('2 Zellen geändert').waitFor();
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Die Rechte der Rolle „Trainer“ sind gespeichert.').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Orte, Ansehen: Alle, ohne Liste' }).waitFor();
  await page.getByRole('button', { name: /^Regionen, Ansehen: Alle \(/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Ohne eigene Liste', checked: false }).click();
  await page.getByText('1 Zelle geändert').waitFor();
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Die Rechte der Rolle „Trainer“ sind gespeichert.').waitFor(); // who leaves before is asked
  await page.getByRole('button', { name: 'Regionen, Ansehen: Alle, ohne Liste' }).waitFor();
});

test('tells in words why somebody may do something, and why not', async () => {
  await visit(page, '/users');
  await page.getByRole('link', { name: 'Aylin Demir' }).click();
  await office.quiet();
  await page.getByRole('link', { name: 'Rechte erklären' }).click();
  await page.getByRole('heading', { name: 'Rechte erklären' }).waitFor();
  await page.getByRole('combobox', { name: 'Bereich' }).click();
  await page.getByRole('option', { name: 'Kunden', exact: true }).click();
  await page.getByRole('combobox', { name: 'Vorgang' }).click();
  await page.getByRole('option', { name: 'Anlegen', exact: true }).click();
  const lines = page.getByRole('region', { name: 'Was dafür und dagegen spricht' });
  await lines
    .getByText('Die Rolle „Mitarbeitende“ erlaubt „Anlegen“ im Bereich „Kunden“ bei Datensätzen der eigenen Marken.')
    .waitFor();
  await page.getByRole('combobox', { name: 'Vorgang' }).click();
  await page.getByRole('option', { name: 'Löschen', exact: true }).click();
  await page.getByText('Nein: Keine Rolle und keine Freigabe erlaubt „Löschen“ im Bereich „Kunden“.').waitFor();
});

test('looks at Kontor as somebody else: reading only, marked, also after a reload', async () => {
  await visit(page, '/users');
  await page.getByRole('link', { name: 'Aylin Demir' }).click();
  await office.quiet();
  await page.getByRole('button', { name: 'Ansicht als diese Person' }).click();
  const banner = page.getByText('Sie sehen Kontor wie Aylin Demir. Ändern können Sie dabei nichts.');
  await banner.waitFor();
  await page.goto('/customers');
  await page.getByRole('heading', { name: /^Kunden/ }).waitFor();
  await banner.waitFor();
  expect(await page.getByRole('link', { name: 'Kunde anlegen' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Kunde anlegen' }).focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await page.getByRole('tooltip', { name: /^Sie sehen Kontor gerade mit fremden Rechten/ }).waitFor();
  await page.getByRole('row').nth(2).getByRole('link').first().click();
  await page.locator('button[aria-disabled=true][title^="Sie sehen Kontor gerade mit fremden Rechten"]').waitFor();
  await page.getByRole('button', { name: 'Aktionen' }).click();
  await page.getByRole('menuitem', { name: 'Löschen Sie sehen Kontor gerade', disabled: true }).waitFor();
  await page.keyboard.press('Escape');
  await visit(page, '/roles');
  await page.getByText('Rollen: Dafür fehlt Ihnen die Berechtigung').waitFor();
  await page.getByRole('button', { name: 'Ansicht beenden' }).click();
  await banner.waitFor({ state: 'detached' });
  await visit(page, '/audit_entries');
  await page.getByText('Aylin Demir').first().waitFor();
});

test('a trainer with a phone sees only what is theirs', async () => {
  const [role] = await api('GET', `/roles?filter=${encodeURIComponent('{"name":"Trainer"}')}`);
  const [brand] = await api('GET', '/brands');
  const user = await api('POST', '/users', {
    name: 'Tina Trainer',
    email: tina.email,
    brand_ids: [brand.id],
    assignments: [{ role_id: role.id }],
  });
  await api('POST', `/users/${user.id}/actions/set_password`, { password: tina.password });
  const own = await api('POST', '/tasks', { name: 'Zwiebelturm besichtigen', assignee_id: user.id });
  const foreign = await api('POST', '/tasks', { name: 'Zwiebelkuchen backen', brand_id: brand.id });
  const { page: phone } = trainer;
  await signIn(phone, tina);
  // at home, though nobody has asked for her yet: nothing of others, and nothing to make but what is hers
  await phone.getByRole('heading', { name: 'Was auf Sie wartet' }).waitFor();
  await trainer.quiet();
  expect(new URL(phone.url()).pathname).toBe('/');
  const bar = phone.getByRole('navigation', { name: 'Navigation' });
  expect(await bar.getByRole('link').allTextContents()).toEqual(['Start', 'Trainings', 'Aufgaben']);
  await phone.getByRole('button', { name: 'Neu anlegen' }).click();
  expect(await phone.getByRole('menuitem').allTextContents()).toEqual(['Verfügbarkeit']);
  await phone.keyboard.press('Escape');
  await visit(phone, '/tasks');
  await phone.getByText(own.name).first().waitFor();
  expect(await phone.getByText(foreign.name).count()).toBe(0);
  await visit(phone, `/tasks?filter=${encodeURIComponent('{"q":"Zwiebel"}')}`);
  await phone.getByText(own.name).first().waitFor();
  expect(await phone.getByText(foreign.name).count()).toBe(0);
  await visit(phone, `/tasks/${foreign.id}/show`);
  await phone
    .getByText(/gibt es nicht/)
    .first()
    .waitFor();
  await visit(phone, '/customers');
  await phone.getByText('Kunden: Dafür fehlt Ihnen die Berechtigung').waitFor();
  // what is read with no list of its own has rights to be explained as well
  await visit(phone, '/access/explain?resource=locations');
  await phone.getByText('Ja, das ist erlaubt.').waitFor();
  expect(await phone.getByRole('combobox', { name: 'Bereich' }).textContent()).toBe('Orte');
});

test('no page wrote an error or called a foreign host', () => {
  const mine = [office, other, trainer].flatMap(({ complaints }) => complaints);
  expect(mine.filter((complaint) => !/status of 404/.test(complaint))).toEqual([]);
});
