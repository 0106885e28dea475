import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Mailbox, startMailbox } from '../api/src/testing/mailbox.ts';
import { type Api, apiOf } from './api.ts';
import { flaws } from './flaws.ts';
import { at, demo, forget, openBrowser, openPage, type Served, serve, signIn, visit, type Watched } from './kontor.ts';

let served: Served;
let browser: Browser;
let phone: Watched;
let page: Page;
let post: Mailbox;
let api: Api;
const serial = Date.now().toString(36);

beforeAll(async () => {
  post = await startMailbox();
  served = await serve({ env: { KONTOR_SMTP_URL: post.url, KONTOR_MAIL_FROM: 'Kontor <kontor@example.de>' } });
  browser = await openBrowser();
  phone = await openPage(browser, served, { width: 390, height: 844 });
  page = phone.page;
  api = await apiOf(served);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await post?.stop();
  if (served) forget(served.home);
});

const person = async (name: string) => {
  const { id } = await api('POST', '/contacts', {
    first_name: name,
    last_name: `Probe ${serial}`,
    email: `${name.toLowerCase()}.${serial}@example.de`,
  });
  return id as string;
};
/** The link in the next mail to somebody, below the address of this server. */
const linkTo = async (name: string, purpose: string) => {
  const { body } = await post.next(`${name.toLowerCase()}.${serial}@example.de`, 40_000);
  return new RegExp(`/p/${purpose}/[\\w-]{43}`).exec(body)![0];
};

/** What the step before has provoked, and nothing else, was complained of. */
const provoked = (what: RegExp) => expect(phone.complaints.splice(0).filter((told) => !what.test(told))).toEqual([]);

test('a training on a phone: the list is ticked off, who waits takes the place, and says how it was', async () => {
  const [brand] = await api('GET', '/brands?range=[0,0]');
  const training = await api('POST', '/trainings', {
    name: `Segelkurs ${serial}`,
    brand_id: brand.id,
    kind: 'open',
    max_participants: 2,
    participant_price: '120.00',
    online_link: 'https://meet.example.de/segeln',
    template_id: (await api('POST', '/training_templates', { name: `Segeln ${serial}` })).id,
  });
  const session = await api('POST', '/training_sessions', {
    name: 'Erster Tag',
    training_id: training.id,
    starts_at: at(3, '09:00'),
    ends_at: at(3, '17:00'),
  });
  const enrolled = [];
  for (const name of ['Ada', 'Bo', 'Cem'])
    enrolled.push(await api('POST', '/enrolments', { training_id: training.id, contact_id: await person(name) }));
  expect(enrolled.map(({ status }) => status)).toEqual(['enrolled', 'enrolled', 'waiting']);

  // somebody cancels: who waits gets a mail, and takes the place without signing in
  await api('POST', `/enrolments/${enrolled[0].id}/actions/cancel`, {});
  const offer = await linkTo('Cem', 'seat_offer');
  await page.goto(offer);
  await page.getByRole('heading', { name: 'Ein Platz ist frei geworden' }).waitFor();
  expect(await flaws(page)).toEqual([]);
  await page.getByRole('button', { name: 'Platz annehmen' }).click();
  await page.getByText('Ihr Platz ist gebucht.').first().waitFor();
  expect(await flaws(page)).toEqual([]);
  await page.goto('/p/seat_offer/falsch');
  await page.getByText('Dieser Link gilt nicht').first().waitFor();
  expect(await flaws(page)).toEqual([]);
  provoked(/404/);

  // the list of the session, from the page of the training
  await signIn(page, demo);
  await visit(page, `/trainings/${training.id}/show`);
  await page.getByRole('link', { name: 'Anwesenheit', exact: true }).first().click();
  await page.getByText('0 von 2 erfasst').waitFor();
  const row = (name: string) => page.getByRole('button', { name: new RegExp(`^${name} Probe`) });
  const box = await row('Bo').boundingBox();
  expect(box!.height).toBeGreaterThanOrEqual(48);
  await page.getByRole('button', { name: 'Alle Übrigen anwesend' }).click();
  await page.getByText('2 von 2 erfasst').waitFor();
  await row('Cem').click();
  await row('Cem').getByText('Verspätet').waitFor();
  await row('Cem').getByText('Gespeichert', { exact: true }).waitFor();
  expect(await flaws(page)).toEqual([]);
  await page.route('**/record_attendance', (route) => route.abort());
  await row('Bo').click();
  await page.getByText('Einiges ist noch nicht gespeichert.').waitFor();
  await page.unroute('**/record_attendance');
  await page.getByRole('button', { name: 'Erneut senden' }).click();
  await row('Bo').getByText('Gespeichert', { exact: true }).waitFor();
  provoked(/ERR_FAILED/);
  const records = await api('GET', `/attendance_records?filter=${JSON.stringify({ session_id: session.id })}`);
  expect(records.map(({ status }: { status: string }) => status)).toEqual(['late', 'late']);

  // what is tapped is on its way at once when the page goes
  const recorded = async () => {
    const all = await api('GET', `/attendance_records?filter=${JSON.stringify({ session_id: session.id })}`);
    return all.map(({ status }: { status: string }) => status).toSorted();
  };
  await row('Bo').click();
  await page.reload();
  await expect.poll(recorded).toEqual(['excused', 'late']);
  await page.reload();
  await row('Bo').getByText('Entschuldigt').waitFor();
  // without a connection leaving is asked about; what was tapped goes when it is back
  await page.context().setOffline(true);
  await row('Bo').click();
  await row('Bo').getByText('Nicht gespeichert').waitFor();
  await page.getByRole('link', { name: 'Start' }).first().click();
  const asking = page.getByRole('dialog', { name: 'Nicht gespeicherte Änderungen' });
  await asking.waitFor();
  await page.keyboard.press('Escape');
  await asking.waitFor({ state: 'hidden' });
  await page.context().setOffline(false);
  await row('Bo').getByText('Gespeichert', { exact: true }).waitFor();
  expect(await recorded()).toEqual(['absent', 'late']);
  provoked(/ERR_INTERNET_DISCONNECTED/);

  // one who is taken off while the list is open keeps nobody else from being recorded
  const { version: before } = await api('GET', `/trainings/${training.id}`);
  await api('PATCH', `/trainings/${training.id}`, { version: before, max_participants: 3 });
  const last = await api('POST', '/enrolments', { training_id: training.id, contact_id: await person('Dana') });
  await page.reload();
  await page.getByText('2 von 3 erfasst').waitFor();
  await api('POST', `/enrolments/${last.id}/actions/cancel`, {});
  await page.route('**/record_attendance', (route) => route.abort());
  for (const name of ['Dana', 'Cem']) {
    await row(name).click();
    await row(name).getByText('Nicht gespeichert').waitFor();
  }
  await page.unroute('**/record_attendance');
  provoked(/ERR_FAILED/);
  await page.getByRole('button', { name: 'Erneut senden' }).click();
  await page.getByText('Nur wer angemeldet ist, kann anwesend sein.').waitFor();
  await row('Cem').getByText('Gespeichert', { exact: true }).waitFor();
  await row('Cem').getByText('Entschuldigt').waitFor();
  await page.getByText('2 von 2 erfasst').waitFor();
  expect(await row('Dana').count()).toBe(0);

  // one by one in the form: it offers who is enrolled in the training of the session, and nobody else
  const source = encodeURIComponent(JSON.stringify({ session_id: session.id }));
  await visit(page, `/attendance_records/create?source=${source}`);
  await page.getByRole('combobox', { name: 'Anmeldung' }).click();
  const offered = async () => (await page.getByRole('option').allTextContents()).map((text) => text.split(' ')[0]);
  await expect.poll(async () => (await offered()).toSorted()).toEqual(['Ada', 'Bo', 'Cem', 'Dana']);
  await page.keyboard.press('Escape');

  // afterwards: how was it?
  const step = (name: string) => api('POST', `/trainings/${training.id}/actions/${name}`, {});
  await step('offer');
  await step('confirm');
  const trainer = await api('POST', '/trainers', { name: `Probe ${serial}` });
  const lead = await api('POST', '/trainer_assignments', { session_id: session.id, trainer_id: trainer.id });
  await api('POST', `/trainer_assignments/${lead.id}/actions/confirm`, {});
  const items = await api('GET', `/checklist_items?filter=${JSON.stringify({ subject_id: training.id })}`);
  for (const { id, version } of items) await api('PATCH', `/checklist_items/${id}`, { version, done: true });
  await step('plan');
  const { version } = await api('GET', `/training_sessions/${session.id}`);
  await api('PATCH', `/training_sessions/${session.id}`, {
    version,
    starts_at: at(-2, '09:00'),
    ends_at: at(-2, '17:00'),
  });
  await step('deliver');
  await api('POST', `/trainings/${training.id}/actions/ask_feedback`, {});
  await page.goto(await linkTo('Bo', 'feedback'));
  expect(await flaws(page)).toEqual([]);
  await page.getByRole('button', { name: 'Absenden' }).click();
  await page.getByText('Bitte prüfen Sie die markierten Angaben.').waitFor();
  expect(await flaws(page)).toEqual([]);
  for (const name of ['Inhalt', 'Trainer', 'Organisation'])
    await page.getByRole('group', { name, exact: true }).getByRole('radio', { name: '5', exact: true }).check();
  await page
    .getByRole('group', { name: /weiterempfehlen/ })
    .getByRole('radio', { name: '9', exact: true })
    .check();
  await page.getByLabel('Was war gut?').fill('<b>Der Wind</b>');
  await page.getByRole('button', { name: 'Absenden' }).click();
  await page.getByText('Vielen Dank für Ihre Rückmeldung.').waitFor();
  expect(await page.getByLabel('Was war gut?').inputValue()).toBe('<b>Der Wind</b>');
  expect(await flaws(page)).toEqual([]);
  expect((await api('GET', `/trainings/${training.id}`)).feedback_count).toBe(1);
  expect(phone.complaints).toEqual([]);
}, 180_000);
