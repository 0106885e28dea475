import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Mailbox, startMailbox } from '../api/src/testing/mailbox.ts';
import { type Api, apiOf } from './api.ts';
import { flaws } from './flaws.ts';
import { at, demo, forget, openBrowser, openPage, type Served, serve, signIn, visit, type Watched } from './kontor.ts';

let served: Served;
let browser: Browser;
let desk: Watched;
let phone: Watched;
let post: Mailbox;
let api: Api;
const serial = Date.now().toString(36);

beforeAll(async () => {
  post = await startMailbox();
  served = await serve({ env: { KONTOR_SMTP_URL: post.url, KONTOR_MAIL_FROM: 'Kontor <kontor@example.de>' } });
  browser = await openBrowser();
  desk = await openPage(browser, served, { width: 1440, height: 900 });
  phone = await openPage(browser, served, { width: 390, height: 844 });
  api = await apiOf(served);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await post?.stop();
  if (served) forget(served.home);
});

const linkTo = async (name: string) => {
  const { body } = await post.next(`${name.toLowerCase()}.${serial}@example.de`, 40_000);
  return /\/p\/trainer_request\/[\w-]{43}/.exec(body)![0];
};

test('a clerk finds trainers and asks them in turn; the second one accepts on a phone by the link', async () => {
  const brand = await api('POST', '/brands', {
    name: `Seeschule ${serial}`,
    company_id: (await api('GET', '/companies?range=[0,0]'))[0].id,
    colour: '#0b6e6e',
  });
  const qualification = await api('POST', '/qualifications', { name: `Segellehrer ${serial}` });
  const template = await api('POST', '/training_templates', {
    name: `Segeln ${serial}`,
    qualification_ids: [qualification.id],
    days: [{ day: 1, name: 'Theorie', starts: '09:00', ends: '16:30' }],
  });
  for (const [name, more] of [
    ['Ada', { day_rate: '600.00' }],
    ['Bo', { day_rate: '900.00' }],
    ['Cem', { qualifications: [] }],
  ] as const)
    await api('POST', '/trainers', {
      name: `${name} Probe`,
      email: `${name.toLowerCase()}.${serial}@example.de`,
      brand_ids: [brand.id],
      qualifications: [{ qualification_id: qualification.id }],
      ...more,
    });
  const training = await api('POST', '/trainings', {
    name: `Segeln ${serial}`,
    brand_id: brand.id,
    template_id: template.id,
    kind: 'open',
    participant_price: '300.00',
    online_link: 'https://meet.example.de/1',
  });
  const { page } = desk;
  await signIn(page, demo);
  await visit(page, `/trainings/${training.id}/trainers`);
  await page.getByText('Noch keine Termine').waitFor();
  for (const day of [20, 21]) {
    await api('POST', '/training_sessions', {
      name: `Tag ${day}`,
      training_id: training.id,
      starts_at: at(day, '09:00'),
      ends_at: at(day, '15:00'),
    });
  }
  for (const step of ['offer', 'confirm']) await api('POST', `/trainings/${training.id}/actions/${step}`, {});

  // what is missing for the next step leads to it
  await visit(page, `/trainings/${training.id}/show`);
  await page.getByRole('link', { name: 'Trainer finden', exact: true }).waitFor();
  await page
    .getByRole('link', { name: /fehlt ein Trainer/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Trainer finden' }).waitFor();
  await page.getByText('2 Trainer kommen infrage').waitFor();
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('checkbox') });
  expect(await rows.getByRole('link').allTextContents()).toEqual(['Ada Probe', 'Bo Probe']);
  await page.getByRole('button', { name: 'Gründe für Ada Probe' }).click();
  await page.getByText('600 € je Tag mit Reise').waitFor();
  await page.getByRole('button', { name: /fallen weg|fällt weg/ }).click();
  const cem = page.getByRole('listitem').filter({ hasText: 'Cem Probe' });
  await cem.getByText(`Qualifikation fehlt: Segellehrer ${serial}`).waitFor();
  expect(await flaws(page)).toEqual([]);

  // by keys: both, in the other order
  for (const name of ['Ada', 'Bo']) {
    await page.getByRole('checkbox', { name: `${name} Probe auswählen` }).focus();
    await page.keyboard.press('Space');
  }
  const panel = page.getByRole('region', { name: 'Auswahl' });
  await panel.getByText('1. Ada Probe').waitFor();
  await panel.getByRole('button', { name: 'Ada Probe später fragen' }).press('Enter');
  await panel.getByText('1. Bo Probe').waitFor();
  await panel.getByLabel('Tage zum Antworten').fill('0');
  expect(await panel.getByRole('button', { name: 'Nacheinander anfragen' }).isDisabled()).toBe(true);
  await panel.getByLabel('Tage zum Antworten').fill('5');
  expect(await flaws(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Nacheinander anfragen' }).click();
  await page.getByText('1 Trainer ist angefragt, 1 folgt bei einer Absage.').waitFor();
  await rows.filter({ hasText: 'Bo Probe' }).getByText('Angefragt').waitFor();
  await rows.filter({ hasText: 'Ada Probe' }).getByText('wird an 2. Stelle gefragt').waitFor();

  // the first declines, the second accepts
  const { page: hand } = phone;
  await hand.goto(await linkTo('Bo'));
  await hand.getByRole('heading', { name: 'Können Sie dieses Training leiten?' }).waitFor();
  await hand.getByText('Tag 21').waitFor();
  expect(await flaws(hand)).toEqual([]);
  await hand.getByLabel('Grund einer Absage (freiwillig)').fill('Bin auf See');
  await hand.getByRole('button', { name: 'Nein, ich sage ab' }).click();
  await hand.getByRole('heading', { name: 'Danke für Ihre Antwort.' }).waitFor();
  expect(await flaws(hand)).toEqual([]);
  await hand.goto(await linkTo('Ada'));
  await hand.getByRole('button', { name: 'Ja, ich übernehme' }).click();
  await hand.getByRole('heading', { name: 'Danke, Sie sind eingeplant.' }).waitFor();
  expect(await flaws(hand)).toEqual([]);
  const sessions = await api('GET', `/training_sessions?filter=${JSON.stringify({ training_id: training.id })}`);
  expect(sessions.map((one: { confirmed_trainers: number }) => one.confirmed_trainers)).toEqual([1, 1]);

  // on a phone as well, with what has become of it
  await signIn(hand, demo);
  await visit(hand, `/trainings/${training.id}/trainers`);
  await hand.getByText(/Alle künftigen Termine haben einen Trainer/).waitFor();
  await hand.getByRole('button', { name: /fallen weg|fällt weg/ }).click();
  await hand.getByText('Hat für dieses Training abgesagt: Bin auf See').waitFor();
  expect(await flaws(hand)).toEqual([]);
  for (const { complaints } of [desk, phone]) expect(complaints).toEqual([]);
}, 240_000);
