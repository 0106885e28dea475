import type { Browser, Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Mailbox, startMailbox } from '../api/src/testing/mailbox.ts';
import { formatDate } from '../shared/src/dates.ts';
import { type Api, apiOf } from './api.ts';
import { flaws } from './flaws.ts';
import { at, demo, forget, openBrowser, openPage, type Served, serve, signIn, visit, type Watched } from './kontor.ts';

let served: Served;
let browser: Browser;
let post: Mailbox;
let api: Api;
const serial = Date.now().toString(36);
const course = `Segelschein ${serial}`;
const clerkOf = { ...demo, email: 'miriam.hofmann@newoa.example' };
const trainerOf = { ...demo, email: 'joerg.petersen@newoa.example' };

const found = (resource: string, filter: object) => api('GET', `/${resource}?filter=${JSON.stringify(filter)}`);

beforeAll(async () => {
  post = await startMailbox();
  served = await serve({ env: { KONTOR_SMTP_URL: post.url, KONTOR_MAIL_FROM: 'Kontor <kontor@example.de>' } });
  browser = await openBrowser();
  api = await apiOf(served);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await post?.stop();
  if (served) forget(served.home);
});

/** A Wednesday so far ahead that the trainer has nothing else. */
function wednesday(): string {
  const day = new Date(at(200, '12:00'));
  day.setUTCDate(day.getUTCDate() + ((3 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
}

/** The address behind the code on a certificate. */
async function codeOf(certificate: { document_id: string }): Promise<string> {
  const { file_id } = await api('GET', `/documents/${certificate.document_id}`);
  const file = await fetch(`${served.url}/api/v1/files/${file_id}/content`, {
    headers: { Authorization: `Bearer ${api.token}` },
  });
  const pdf = await getDocumentProxy(new Uint8Array(await file.arrayBuffer()));
  const links: { url?: string }[] = await (await pdf.getPage(1)).getAnnotations();
  return new URL(links.find(({ url }) => url?.includes('/p/certificate/'))!.url!).pathname;
}

const step = async (page: Page, name: string, state: string) => {
  await page.getByRole('button', { name, exact: true }).click();
  const told = page.getByText(new RegExp(`ist jetzt: ${state}`)).or(page.getByRole('alert'));
  await told.first().waitFor();
  expect(await told.first().innerText()).toContain(`ist jetzt: ${state}`); // not what is against it
};
const action = async (page: Page, name: string) => {
  await page.getByRole('button', { name: 'Aktionen' }).click();
  await page.getByRole('menuitem', { name }).click();
};

test('a training from the enquiry to the closed file: clerk, trainer, participant and manager', async () => {
  const watched: Watched[] = [];
  const open = async (width: number, height: number) => {
    const one = await openPage(browser, served, { width, height });
    watched.push(one);
    return one.page;
  };
  const trainer = (await found('trainers', { q: 'Petersen' })).find(({ name }: any) => name === 'Jörg Petersen');
  const brand = await api('GET', `/brands/${trainer.brand_ids[0]}`);
  const template = await api('POST', '/training_templates', {
    name: course,
    status: 'active',
    days: [
      { day: 1, name: 'Theorie', starts: '09:00', ends: '16:30' },
      { day: 2, name: 'Auf dem Wasser', starts: '09:00', ends: '16:30' },
    ],
  });
  const customer = await api('POST', '/customers', { name: `Werft ${serial}`, brand_ids: [brand.id] });

  // the clerk takes up the enquiry from the catalogue
  const desk = await open(1440, 900);
  await signIn(desk, clerkOf);
  await visit(desk, `/training_templates/${template.id}/show`);
  await desk.getByRole('button', { name: 'Weitere Aktionen' }).first().click();
  await desk.getByRole('menuitem', { name: 'Training daraus anlegen' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('combobox', { name: /Marke/ }).fill(brand.name);
  await desk.getByRole('option', { name: brand.name }).click();
  await dialog.getByRole('textbox', { name: /Wunschtermin/ }).fill(formatDate(wednesday(), 'de'));
  await dialog.getByRole('button', { name: 'Training daraus anlegen' }).click();
  await desk.getByRole('button', { name: 'Öffnen', exact: true }).click();
  await desk.waitForURL(/\/trainings\/[^/]+\/show/);
  const id = desk.url().split('/').at(-2)!;
  const show = `/trainings/${id}/show`;

  // what is missing leads to the form, and the steps go on from there
  await desk.getByRole('link', { name: 'Ein Inhouse-Training braucht einen Kunden.' }).click();
  await desk.getByRole('combobox', { name: /^Kunde/ }).fill(`Werft ${serial}`);
  await desk.getByRole('option', { name: new RegExp(`^Werft ${serial}`) }).click();
  await desk.getByLabel(/^Pauschalpreis/).fill('1500');
  await desk.getByLabel(/^Link zur Videokonferenz/).fill('https://meet.example.de/segeln');
  await desk.getByRole('button', { name: 'Speichern', exact: true }).click();
  await desk.waitForURL((url) => url.pathname === show);
  await step(desk, 'Anbieten', 'Angeboten');
  await step(desk, 'Bestätigen', 'Bestätigt');
  const sessions = (await found('training_sessions', { training_id: id })) as { id: string; name: string }[];
  expect(sessions).toHaveLength(2);

  // a trainer is found and asked, and accepts at home on a phone
  await desk.getByRole('link', { name: 'Trainer finden', exact: true }).click();
  await desk.getByRole('searchbox', { name: 'Name' }).fill('Petersen');
  await desk.getByRole('checkbox', { name: 'Jörg Petersen auswählen' }).check();
  await desk.getByRole('button', { name: 'Anfragen', exact: true }).click();
  await desk.getByText(/^1 Trainer ist angefragt/).waitFor();
  const hand = await open(390, 844);
  await signIn(hand, trainerOf);
  await hand.getByRole('button', { name: new RegExp(`^Zusagen.*${course}`) }).click();
  await hand.getByText(/zugesagt\./).waitFor();

  // everything is prepared, and who comes is invited
  for (const name of ['Ada', 'Bo']) {
    const email = `${name.toLowerCase()}.${serial}@example.de`;
    const contact = await api('POST', '/contacts', {
      first_name: name,
      last_name: 'Probe',
      email,
      customer_id: customer.id,
    });
    await api('POST', '/enrolments', { training_id: id, contact_id: contact.id });
  }
  for (const { id: item, version } of await found('checklist_items', { subject_id: id }))
    await api('PATCH', `/checklist_items/${item}`, { version, done: true });
  await desk.goto(show);
  await step(desk, 'Planung abschließen', 'Geplant');
  expect(await flaws(desk)).toEqual([]);
  await action(desk, 'E-Mails schreiben');
  await dialog.getByRole('button', { name: 'E-Mails schreiben' }).click();
  await desk.getByText('2 E-Mails geschrieben').first().waitFor();

  // both days go by (in the evening: by day the trainer was elsewhere); the trainer ticks off who was there
  for (const [index, { id: session }] of sessions.entries()) {
    const { version } = await api('GET', `/training_sessions/${session}`);
    const day = index - 2;
    await api('PATCH', `/training_sessions/${session}`, {
      version,
      starts_at: at(day, '19:00'),
      ends_at: at(day, '22:00'),
    });
  }
  for (const { id: session } of sessions) {
    await hand.goto('/');
    await hand.locator(`a[href="/training_sessions/${session}/attendance"]`).click();
    await hand.getByRole('button', { name: 'Alle Übrigen anwesend' }).click();
    await hand.getByText('2 von 2 erfasst').waitFor();
    await expect.poll(async () => (await found('attendance_records', { session_id: session })).length).toBe(2);
  }
  expect(await flaws(hand)).toEqual([]);

  // certificates, and the question how it was
  await desk.goto(show);
  await step(desk, 'Als durchgeführt melden', 'Durchgeführt');
  await action(desk, 'Bescheinigungen ausstellen');
  const papers = () => found('certificates', { training_id: id });
  await expect
    .poll(async () => (await papers()).filter((one: { document_id: string | null }) => one.document_id).length)
    .toBe(2);
  await desk.goto(show);
  await action(desk, 'Um Rückmeldung bitten');
  let asked = '';
  while (!asked)
    asked = /\/p\/feedback\/[\w-]{43}/.exec((await post.next(`ada.${serial}@example.de`, 40_000)).body)?.[0] ?? '';

  // somebody who took part has no account: what they hold is shown to be genuine, and they say how it was
  const guest = await open(390, 844);
  const [certificate] = await papers();
  await guest.goto(await codeOf(certificate));
  await guest.getByText('Diese Bescheinigung ist gültig.').waitFor();
  await guest.getByText(certificate.number).waitFor();
  expect(await flaws(guest)).toEqual([]);
  await guest.goto(asked);
  for (const name of ['Inhalt', 'Trainer', 'Organisation'])
    await guest.getByRole('group', { name, exact: true }).getByRole('radio', { name: '5', exact: true }).check();
  await guest
    .getByRole('group', { name: /weiterempfehlen/ })
    .getByRole('radio', { name: '10', exact: true })
    .check();
  await guest.getByRole('button', { name: 'Absenden' }).click();
  await guest.getByText('Vielen Dank für Ihre Rückmeldung.').waitFor();

  // the manager sees it where it stands, writes the invoice, and closes the file
  const office = await open(1440, 900);
  await signIn(office, demo);
  const delivered = async () => {
    await visit(office, '/overview/trainings');
    const states = office.getByRole('table', { name: 'Laufende Trainings nach Status' }).getByRole('row');
    const cell = states.filter({ hasText: 'Durchgeführt' }).getByRole('cell').last();
    await cell.waitFor();
    return Number((await cell.textContent())!.replace(/\D/g, ''));
  };
  const before = await delivered();
  await visit(office, `/trainings?filter=${encodeURIComponent(JSON.stringify({ q: course, status: ['delivered'] }))}`);
  await office.getByRole('row').filter({ hasText: course }).getByRole('link').first().click();
  await office.waitForURL((url) => url.pathname === show);
  await office.getByRole('button', { name: 'Abrechnen', exact: true }).click();
  const invoice = office.getByRole('dialog');
  await invoice.getByLabel(/Rechnungsnummer/).fill(`RE-${serial}`);
  await invoice
    .getByLabel(/Rechnungsdatum/)
    .first()
    .fill(formatDate(at(0, '12:00').slice(0, 10), 'de'));
  await step(office, 'Abrechnen', 'Abgerechnet');
  await step(office, 'Abschließen', 'Abgeschlossen');
  const closed = await api('GET', `/trainings/${id}`);
  expect(closed).toMatchObject({ status: 'closed', feedback_count: 1, invoice_number: `RE-${serial}` });
  await expect.poll(delivered).toBe(before - 1);
  for (const { complaints } of watched) expect(complaints).toEqual([]);
});
