import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Api, apiOf } from './api.ts';
import { carry, demo, forget, openBrowser, openPage, type Served, serve, signIn, type Watched } from './kontor.ts';

let served: Served;
let browser: Browser;
let anna: Watched;
let page: Page;
let api: Api;
let training: string;

beforeAll(async () => {
  served = await serve();
  api = await apiOf(served);
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

const notice = (step: string): Locator => page.getByRole('region', { name: `Für „${step}“ fehlt noch:` });
const show = () => page.goto(`/trainings/${training}/show`);

test('a fresh installation has the holidays by law', async () => {
  await page.goto(`/holidays?filter=${encodeURIComponent(JSON.stringify({ q: 'Fronleichnam' }))}`);
  await page.getByText('Fronleichnam').first().waitFor();
});

test('a training starts from the catalogue, and is one click away', async () => {
  const template = await api('POST', '/training_templates', {
    name: 'Segeln für Einsteiger',
    status: 'active',
    days: [
      { day: 1, name: 'Theorie', starts: '09:00', ends: '16:30' },
      { day: 2, name: 'Auf dem Wasser', starts: '09:00', ends: '16:30' },
    ],
  });
  await page.goto(`/training_templates/${template.id}/show`);
  await page.getByRole('button', { name: 'Weitere Aktionen' }).first().click();
  await page.getByRole('menuitem', { name: 'Training daraus anlegen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Training daraus anlegen' });
  await dialog.getByRole('combobox', { name: /Marke/ }).fill('Yellow');
  await page.getByRole('option', { name: /Yellow-Boat/ }).click();
  await dialog.getByRole('textbox', { name: /Wunschtermin/ }).fill('25.03.2027');
  await dialog.getByRole('button', { name: 'Training daraus anlegen' }).click();
  await page.getByRole('button', { name: 'Öffnen', exact: true }).click();
  await page.waitForURL(/\/trainings\/[^/]+\/show/);
  training = page.url().split('/').at(-2)!;
  await page.getByRole('heading', { name: /Segeln für Einsteiger/ }).waitFor();
});

test('the form shows what is taken over before it is saved, and leaves what one has typed', async () => {
  const [brand] = await api('GET', `/brands?filter=${encodeURIComponent(JSON.stringify({ q: 'Yellow-Boat' }))}`);
  const saved = async () => {
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await page.waitForURL(/\/trainings\/[^/]+\/show/);
    return api('GET', `/trainings/${page.url().split('/').at(-2)}`);
  };
  const entry = (name: string, price: string, values: object) =>
    api('POST', '/training_templates', {
      name,
      status: 'active',
      prices: [
        { per: 'training', price },
        { per: 'training', price: `1${price}`, brand_id: brand.id },
        { per: 'participant', price: `2${price}` },
      ],
      ...values,
    });
  await entry('Knotenkunde am Abend', '410.00', { formats: ['online'], min_participants: 3, max_participants: 9 });
  await entry('Seekarten lesen lernen', '620.00', { vat_case: 'reduced', max_participants: 11 });
  const field = (label: string) => page.getByLabel(label, { exact: true });
  const value = (label: string, expected: string) =>
    expect.poll(() => field(label).inputValue(), { timeout: 30_000 }).toBe(expected);
  const choose = async (label: string, text: string) => {
    await page.getByRole('combobox', { name: label }).fill(text);
    await page.getByRole('option', { name: new RegExp(`${text}(?!.*anlegen)`) }).click();
  };
  const taken = page.getByRole('status').filter({ hasText: 'Übernommen' });
  await page.goto('/trainings/create');
  await choose('Aus dem Katalog', 'Knotenkunde am Abend');
  await value('Bezeichnung *', 'Knotenkunde am Abend');
  await value('Pauschalpreis', '410,00');
  await value('Mindestzahl Teilnehmende', '3');
  expect(await page.getByRole('combobox', { name: 'Format' }).textContent()).toBe('Online');
  expect(await taken.textContent()).toMatch(/^Übernommen: Bezeichnung, Format, Mindestzahl/);
  // the price depends on the brand and on how it is held
  await choose('Marke', 'Yellow-Boat');
  await value('Pauschalpreis', '1.410,00');
  // what is typed and what is emptied is the user's, and stays over a reload; the rest is there again as well
  await field('Höchstzahl Teilnehmende').fill('7');
  await field('Pauschalpreis').fill('');
  await page.waitForTimeout(1000); // the draft is kept a moment after it was typed
  await page.reload();
  await page.getByText(/wiederhergestellt/).waitFor();
  await value('Bezeichnung *', 'Knotenkunde am Abend');
  // also over another one, after more was typed
  await field('Bemerkungen').fill('Für den Verein');
  await page.waitForTimeout(1000);
  await page.reload();
  await value('Bemerkungen', 'Für den Verein');
  await value('Bezeichnung *', 'Knotenkunde am Abend');
  expect(await field('Pauschalpreis').inputValue()).toBe('');
  await choose('Aus dem Katalog', 'Seekarten lesen lernen');
  await value('Bezeichnung *', 'Seekarten lesen lernen');
  await value('Mindestzahl Teilnehmende', '');
  expect(await field('Höchstzahl Teilnehmende').inputValue()).toBe('7');
  expect(await field('Pauschalpreis').inputValue()).toBe('');
  expect(await page.getByRole('combobox', { name: 'Umsatzsteuer' }).textContent()).toMatch(/^7/);
  expect(await saved()).toMatchObject({
    name: 'Seekarten lesen lernen',
    format: 'classroom',
    vat_case: 'reduced',
    min_participants: null,
    max_participants: 7,
    price: null,
  });

  // so does the short form that opens where a training is missing
  await page.goto('/enrolments/create');
  await page.getByRole('combobox', { name: 'Training' }).fill('Knoten bei Nacht');
  await page.getByRole('option', { name: /Knoten bei Nacht.* anlegen/ }).click();
  const short = page.getByRole('dialog', { name: 'Neu: Training' });
  await short.getByRole('combobox', { name: 'Aus dem Katalog' }).fill('Knotenkunde am Abend');
  await page.getByRole('option', { name: 'Knotenkunde am Abend' }).click();
  await expect
    .poll(() => short.getByRole('combobox', { name: 'Format' }).textContent(), { timeout: 30_000 })
    .toBe('Online');
  await short.getByRole('combobox', { name: 'Marke' }).fill('Yellow-Boat');
  await page.getByRole('option', { name: /Yellow-Boat/ }).click();
  await short.getByRole('button', { name: 'Training anlegen' }).click();
  await short.waitFor({ state: 'hidden' });
  const [made] = await api('GET', `/trainings?filter=${encodeURIComponent(JSON.stringify({ q: 'Knoten bei Nacht' }))}`);
  expect(made).toMatchObject({ name: 'Knoten bei Nacht', format: 'online', price: '1410.00', max_participants: 9 });

  // whoever saves before the answer has come gets what they would have seen; an answer that never comes is no error
  await page.route('**/trainings/completed', async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await page.goto('/trainings/create');
  await choose('Marke', 'Yellow-Boat');
  await choose('Aus dem Katalog', 'Knotenkunde am Abend');
  expect(await saved()).toMatchObject({
    name: 'Knotenkunde am Abend',
    format: 'online',
    price: '1410.00',
  });
  // while it waits, the form is being saved; who leaves it all the same has not created anything
  const created: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/trainings')) created.push(request.url());
  });
  await page.goto('/trainings/create');
  await choose('Marke', 'Yellow-Boat');
  await choose('Aus dem Katalog', 'Seekarten lesen lernen');
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  expect(await page.getByRole('button', { name: 'Abbrechen', exact: true }).isDisabled()).toBe(true);
  await page.getByRole('link', { name: 'Qualifikationen', exact: true }).click();
  await page.getByRole('button', { name: 'Änderungen verwerfen' }).click();
  await page.getByRole('heading', { name: /^Qualifikationen/ }).waitFor();
  await page.waitForTimeout(2000); // the answer comes meanwhile
  expect(created).toEqual([]);
  await page.unroute('**/trainings/completed');
  await page.route('**/trainings/completed', (route) => route.fulfill({ status: 409, body: '{}' }));
  await page.goto('/trainings/create');
  await choose('Marke', 'Yellow-Boat');
  await choose('Aus dem Katalog', 'Seekarten lesen lernen');
  await field('Bezeichnung *').fill('Seekarten für den Verein');
  await anna.quiet();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await saved()).toMatchObject({
    name: 'Seekarten für den Verein',
    vat_case: 'reduced',
    price: '1620.00',
  });
  await page.unroute('**/trainings/completed');
});

test('the head says what is missing for the next step, and leads to where it is put right', async () => {
  await show();
  const missing = notice('Anbieten');
  await missing.getByRole('link', { name: 'Es fehlt der Pauschalpreis.' }).waitFor();
  const button = page.getByRole('button', { name: 'Anbieten', exact: true });
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  await missing.getByRole('link', { name: 'Ein Inhouse-Training braucht einen Kunden.' }).click();
  await page.waitForURL((url) => url.pathname === `/trainings/${training}`);
  const { version } = await api('GET', `/trainings/${training}`);
  const [customer] = await api('GET', '/customers?range=[0,0]');
  await api('PATCH', `/trainings/${training}`, { version, price: '1500.00', customer_id: customer.id });
  await show();
  await button.click();
  await page.getByText(/ist jetzt: Angeboten/).waitFor();
  await page.getByRole('button', { name: 'Bestätigen', exact: true }).click();
  await notice('Planung abschließen').waitFor();
  expect(await notice('Planung abschließen').getByRole('link').count()).toBe(4);
  await notice('Planung abschließen')
    .getByRole('link', { name: /fehlt ein Trainer/ })
    .first()
    .click();
  await page.waitForURL((url) => url.pathname === `/trainings/${training}/trainers`);
  await page.getByRole('heading', { name: 'Trainer finden' }).waitFor();
});

test('a card that may not go there comes back, and the board says what is missing', async () => {
  await page.goto(
    `/trainings/board?filter=${encodeURIComponent(JSON.stringify({ status: ['confirmed', 'planned'] }))}`,
  );
  const card = page.locator(`[data-rfd-drag-handle-draggable-id="${training}"]`);
  await card.waitFor();
  await anna.quiet();
  await carry(page, card, 'ArrowRight', 'Geplant');
  const dialog = page.getByRole('dialog', { name: /wurde nicht verschoben/ });
  await dialog.getByText('Für „Planung abschließen“ fehlt noch:').waitFor();
  // trainers and places of two sessions, and what the checklists of the company demand
  for (const [text, count] of [
    [/fehlt ein Trainer/, 2],
    [/fehlt der Ort/, 2],
    [/Noch nicht erledigt/, 3],
  ] as const)
    expect(await dialog.getByRole('link', { name: text }).count()).toBe(count);
  await dialog.getByRole('button', { name: 'Öffnen', exact: true }).click();
  await page.waitForURL((url) => url.pathname === `/trainings/${training}/show`);
  expect((await api('GET', `/trainings/${training}`)).status).toBe('confirmed');
});

test('sessions, staffing, who takes part, what is to be done and what happened stand on one page', async () => {
  const part = (name: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });
  await page.goto(`/trainings/${training}/show`);
  await part('Termine').getByText('Auf dem Wasser').waitFor();
  await part('Trainereinsätze').getByText('Noch kein Trainer vorgemerkt oder angefragt.').waitFor();
  await part('Anmeldungen').getByText('Noch niemand angemeldet.').waitFor();
  await part('Aktivität').getByText('Bestätigt am').waitFor();
  await part('Geld').getByText('1.500,00 €').first().waitFor();

  // an item is ticked where it stands, and what is missing for the next step follows; undone, it is back
  await notice('Planung abschließen').getByRole('button', { name: 'Alle 7 zeigen' }).click();
  const missing = notice('Planung abschließen').getByRole('link', { name: /Noch nicht erledigt/ });
  expect(await missing.count()).toBe(3);
  const [item] = await api(
    'GET',
    `/checklist_items?filter=${encodeURIComponent(JSON.stringify({ subject_resource: 'trainings', subject_id: training, blocking: true, done: false }))}&sort=["due_on","ASC"]`,
  );
  const tick = part('Zu erledigen').getByRole('button', { name: `„${item.name}“: Erledigt` });
  await tick.click();
  await page.getByText(`„${item.name}“: Erledigt.`).waitFor();
  await tick.waitFor({ state: 'hidden' });
  await expect.poll(() => missing.count()).toBe(2);
  expect((await api('GET', `/checklist_items/${item.id}`)).done).toBe(true);
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await tick.waitFor();
  expect((await api('GET', `/checklist_items/${item.id}`)).done).toBe(false);

  // what is added from here belongs here
  await part('Anmeldungen').getByRole('link', { name: 'Anmeldung anlegen' }).click();
  await expect
    .poll(() => page.getByRole('combobox', { name: 'Training' }).inputValue())
    .toContain('Segeln für Einsteiger');
  await page.goBack();
  await part('Termine').getByRole('link', { name: 'Alle 2' }).click();
  await page.waitForURL(/tab=training_sessions\.training_id/);
});

test('a step back asks for its reason', async () => {
  await page.getByRole('button', { name: 'Weitere Aktionen' }).first().click();
  await page.getByRole('menuitem', { name: 'Bestätigung zurücknehmen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Bestätigung zurücknehmen' });
  await dialog.getByRole('textbox', { name: /Grund/ }).fill('Der Kunde zögert');
  await dialog.getByRole('button', { name: 'Bestätigung zurücknehmen' }).click();
  await page.getByText(/ist jetzt: Angeboten/).waitFor();
});

test('a step that was taken meanwhile says where the record is now, and so does the page', async () => {
  const [contact] = await api('GET', '/contacts?range=[1,1]');
  const { id } = await api('POST', '/enrolments', { training_id: training, contact_id: contact.id });
  await page.goto(`/enrolments/${id}/show`);
  await page.getByRole('button', { name: 'Weitere Aktionen' }).first().click();
  await page.getByRole('menuitem', { name: 'Stornieren' }).click();
  await api('POST', `/enrolments/${id}/actions/cancel`, {});
  const dialog = page.getByRole('dialog', { name: 'Stornieren' });
  await dialog.getByRole('button', { name: 'Stornieren' }).click();
  await dialog.getByText('Der Status ist inzwischen „Storniert“.').waitFor();
  await dialog.getByRole('button', { name: 'Abbrechen' }).click();
  await page.locator('[aria-current=step]').getByText('Storniert').waitFor();
});

test('a certificate is revoked where it is read, with its reason', async () => {
  const [contact] = await api('GET', '/contacts?range=[0,0]');
  const enrolment = await api('POST', '/enrolments', { training_id: training, contact_id: contact.id });
  const certificate = await api('POST', '/certificates', { enrolment_id: enrolment.id });
  await page.goto(`/certificates/${certificate.id}/show`);
  await page.getByRole('button', { name: 'Weitere Aktionen' }).first().click();
  await page.getByRole('menuitem', { name: 'Widerrufen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Widerrufen' });
  await dialog.getByRole('textbox', { name: /Grund des Widerrufs/ }).fill('Falscher Name');
  await dialog.getByRole('button', { name: 'Widerrufen' }).click();
  await page.getByText(/ist jetzt: Widerrufen/).waitFor();
  expect(await api('GET', `/certificates/${certificate.id}`)).toMatchObject({
    status: 'revoked',
    reason: 'Falscher Name',
  });
});

test('writes nothing to the console', () => expect(anna.complaints).toEqual([]));
