import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo, forget, openBrowser, openPage, type Served, serve, signIn, visit, type Watched } from './kontor.ts';

let served: Served;
let browser: Browser;
let watched: Watched;
beforeAll(async () => {
  served = await serve();
  browser = await openBrowser();
  watched = await openPage(browser, served, { width: 1440, height: 900 });
  await signIn(watched.page, demo);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  if (served) forget(served.home);
});

test('a rule is typed like a sentence, looked at before it does anything, and acts on a step', async () => {
  const { page, quiet, complaints } = watched;
  const choose = async (label: string, option: string, within = page.locator('form')) => {
    await within.getByRole('combobox', { name: label }).first().click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await visit(page, '/automation_rules/create');
  await page.getByRole('textbox', { name: 'Name' }).fill('Boote nachbereiten');
  await choose('Bereich', 'Aufgaben');
  await choose('Datum', 'Fällig am');
  await choose('Wann', 'vor dem Datum');
  await page.getByRole('textbox', { name: 'Wie viele' }).fill('2');
  await page.getByRole('button', { name: 'Aktion hinzufügen' }).click();
  const action = page.getByRole('group', { name: 'Aktion 1' });
  await action.getByRole('textbox', { name: 'Text' }).fill('Bitte vorbereiten');
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  // what is missing is told at its field
  await action.getByText(/Bitte wählen Sie, wer gemeint ist/).waitFor();
  await choose('An', 'Zuständig', action);
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page.waitForURL(/\/automation_rules\/.+\/show/);
  await page.getByText('2 Tage vor „Fällig am“ (08:00 Uhr), bei Aufgaben').waitFor();
  await page.getByText('Benachrichtigen: Zuständig, „Bitte vorbereiten“').waitFor();
  const preview = page.getByRole('region', { name: 'Vorschau' });
  await preview.getByText(/^In den nächsten 30 Tagen: \d+ Datensätze/).waitFor();
  await expect.poll(() => preview.getByRole('row').count()).toBeGreaterThan(5);

  // changed to a step, and looked at before it is saved
  await page.getByRole('link', { name: 'Bearbeiten' }).click();
  await choose('Auslöser', 'Der Status wechselt');
  await choose('Status danach', 'Erledigt');
  await page.getByRole('combobox', { name: 'Bedingung hinzufügen' }).click();
  await page.getByRole('option', { name: 'Aufgabe', exact: true }).click();
  await page.getByRole('region', { name: 'Und nur, wenn' }).getByRole('textbox').first().fill('Zelt');
  const draft = page.getByRole('region', { name: 'Vorschau' });
  // a text counts once typing has paused
  await expect
    .poll(
      async () => {
        await draft.getByRole('button', { name: /Vorschau|Neu ansehen/ }).click();
        await quiet();
        return draft.getByText(/0 Datensätze, sobald der Schritt gemacht wird/).count();
      },
      { timeout: 20_000 },
    )
    .toBe(1);
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page.getByText('Der Status wechselt auf „Erledigt“, bei Aufgaben').waitFor();
  await page.getByText('enthält „Zelt“').waitFor();
  await page.getByRole('button', { name: 'Einschalten' }).click();
  await page.getByText('Die Regel ist eingeschaltet.').waitFor();
  const rule = page.url();

  await visit(page, `/tasks/create?source=${encodeURIComponent('{"name":"Zelt trocknen"}')}`);
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page.waitForURL(/\/tasks\/.+\/show/);
  await page.getByRole('button', { name: 'Aktionen' }).click();
  await page.getByRole('menuitem', { name: 'Erledigen' }).click();
  await quiet();
  const runs = `/automation_runs?filter=${encodeURIComponent(JSON.stringify({ rule_id: rule.split('/').at(-2) }))}`;
  await expect
    .poll(
      async () => {
        await page.goto(runs);
        await quiet();
        return page.getByText('Benachrichtigt: Bitte vorbereiten.').count();
      },
      { timeout: 30_000, interval: 1000 },
    )
    .toBeGreaterThan(0);
  await page.getByRole('button', { name: /Benachrichtigungen/ }).click();
  await page.getByRole('link', { name: /Zelt trocknen.*Bitte vorbereiten/s }).click();
  await page.waitForURL(/\/tasks\/.+\/show/);
  expect(complaints).toEqual([]);
});

test('a rule comes back every year, asks by days that move, and is looked at before it is first saved', async () => {
  const { page, complaints } = watched;
  const choose = async (label: string, option: string, within = page.locator('form')) => {
    await within.getByRole('combobox', { name: label }).first().click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await visit(page, '/automation_rules/create');
  await page.getByRole('textbox', { name: 'Name' }).fill('Geburtstage');
  await choose('Bereich', 'Kontakte');
  await choose('Datum', 'Geburtstag');
  await page.getByLabel('Jedes Jahr').check();
  await page.getByText('„Geburtstag“ ist erreicht, jedes Jahr (08:00 Uhr), bei Kontakte').waitFor();
  await page.getByRole('combobox', { name: 'Bedingung hinzufügen' }).click();
  await page.getByRole('option', { name: 'Angelegt am', exact: true }).click();
  const only = page.getByRole('region', { name: 'Und nur, wenn' });
  await choose('Angelegt am', 'ist älter als … Tage', only);
  await only.getByRole('textbox', { name: 'Tage' }).fill('1');
  await page.getByRole('button', { name: 'Aktion hinzufügen' }).click();
  const action = page.getByRole('group', { name: 'Aktion 1' });
  await choose('Aktion', 'E-Mail senden', action);
  // addresses one step away, in words
  await choose('An', 'Kunde → Kontakte: E-Mail', action);
  await choose('Aktion', 'Benachrichtigen', action);
  await choose('An', 'Wer die Regel gespeichert hat', action);
  await action.getByRole('textbox', { name: 'Text' }).fill('Bitte gratulieren');
  const preview = page.getByRole('region', { name: 'Vorschau' });
  await preview.getByRole('button', { name: 'Vorschau' }).click();
  await preview.getByText(/^In den nächsten 30 Tagen: \d+ Daten/).waitFor();
  await preview
    .getByText(/Bitte gratulieren.* → Anna Berger/)
    .last()
    .waitFor();
  expect(page.url()).toMatch(/\/automation_rules\/create/);
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page.waitForURL(/\/automation_rules\/.+\/show/);
  await page.getByText('jedes Jahr (08:00 Uhr), bei Kontakte').waitFor();
  await page.getByText('ist älter als 1 Tag').waitFor();
  expect(complaints).toEqual([]);
});

test('what has failed is tried again from its page', async () => {
  const { page, complaints } = watched;
  const failed = `/automation_runs?filter=${encodeURIComponent(JSON.stringify({ state: 'failed' }))}`;
  await visit(page, failed);
  await page.getByRole('row').getByRole('link', { name: 'Gescheitert' }).first().click();
  await page.waitForURL(/\/automation_runs\/.+\/show/);
  await page.getByText(/Das ist gescheitert: „Zuständig“ ist leer/).waitFor();
  await page.getByRole('button', { name: 'Erneut versuchen' }).click();
  await page.getByText('Es wird noch einmal versucht.').waitFor();
  // nobody has been put in charge: it fails once more, or the rule has nothing to say about it any more
  await expect
    .poll(() => page.getByText(/^Ein neuer Versuch wartet/).count(), { timeout: 30_000, interval: 500 })
    .toBe(0);
  await page.getByText('2', { exact: true }).first().waitFor();
  expect(complaints).toEqual([]);
});
