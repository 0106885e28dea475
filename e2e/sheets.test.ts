import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Mailbox, startMailbox } from '../api/src/testing/mailbox.ts';
import { type Api, apiOf } from './api.ts';
import { flaws } from './flaws.ts';
import { at, demo, forget, openBrowser, openPage, type Served, serve, signIn, visit, type Watched } from './kontor.ts';

let served: Served;
let browser: Browser;
let watched: Watched;
let page: Page;
let post: Mailbox;
let api: Api;

beforeAll(async () => {
  post = await startMailbox();
  served = await serve({ env: { KONTOR_SMTP_URL: post.url, KONTOR_MAIL_FROM: 'Kontor <kontor@example.de>' } });
  browser = await openBrowser();
  watched = await openPage(browser, served, { width: 1440, height: 900 });
  page = watched.page;
  api = await apiOf(served);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await post?.stop();
  if (served) forget(served.home);
});

test('a training with too few: its papers, its mails, the decision, and the cancellation that is told', async () => {
  const [brand] = await api('GET', '/brands?sort=["name","ASC"]');
  const training = await api('POST', '/trainings', {
    name: 'Führen mit Format',
    kind: 'open',
    brand_id: brand.id,
    min_participants: 6,
    max_participants: 12,
    participant_price: '490.00',
    decide_on: at(3, '12:00').slice(0, 10),
  });
  await api('POST', '/training_sessions', {
    name: 'Tag 1',
    training_id: training.id,
    starts_at: at(20, '09:00'),
    ends_at: at(20, '16:00'),
  });
  for (const name of ['Bo', 'Cem', 'Dana', 'Karl-Friedrich Maximilian von und zu Hohenlohe']) {
    const { id } = await api('POST', '/contacts', {
      first_name: name,
      last_name: 'Probe',
      email: `${name.toLowerCase().split(/\W/)[0]}@probe.example`,
    });
    await api('POST', '/enrolments', { training_id: training.id, contact_id: id });
  }
  await kontorState(training.id);

  await signIn(page, demo);
  await visit(page, `/trainings/${training.id}/show`);
  await page.getByText(/Entscheidung am \d\d\.\d\d\.\d{4}: 4 von mindestens 6 angemeldet/).waitFor();
  expect(await flaws(page)).toEqual([]);

  // its papers
  await page.getByRole('button', { name: 'Unterlagen' }).click();
  await page.getByRole('menuitem', { name: 'Anwesenheitsliste (Excel)' }).waitFor();
  expect(await flaws(page)).toEqual([]);
  for (const sheet of ['Teilnehmerliste', 'Anwesenheitsliste', 'Namensschilder']) {
    if (!(await page.getByRole('menu').isVisible())) await page.getByRole('button', { name: 'Unterlagen' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: `${sheet} (PDF)` }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`${sheet} ${training.number}.pdf`);
    expect(
      readFileSync((await file.path())!)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  }

  // a mail to everybody who is enrolled
  const menu = () => page.getByRole('button', { name: 'Aktionen' }).click();
  await menu();
  await page.getByRole('menuitem', { name: 'Telefonnotiz' }).waitFor();
  await page.getByRole('menuitem', { name: 'E-Mails schreiben' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await flaws(page)).toEqual([]);
  // looked at first, which writes nothing
  await dialog.getByRole('button', { name: 'Vorschau' }).click();
  await dialog.getByText('1 von 4').waitFor();
  await dialog.getByRole('button', { name: 'Nächste E-Mail' }).click();
  await dialog.getByText('2 von 4').waitFor();
  await dialog.getByText(/^Betreff: Ihre Anmeldung/).waitFor();
  await page.frameLocator('iframe[title=Vorschau]').getByText('Guten Tag').first().waitFor();
  expect(await flaws(page)).toEqual([]);
  // axe speaks to the frame, which answers nobody
  expect(watched.complaints.splice(0).filter((told) => !told.includes("'postMessage'"))).toEqual([]);
  await dialog.getByRole('button', { name: 'E-Mails schreiben' }).click();
  await page.getByText('4 E-Mails geschrieben').first().waitFor();

  // no go
  await page.getByRole('alert').getByRole('button', { name: 'Absagen' }).click();
  await dialog.getByLabel('Grund').fill('Zu wenige Anmeldungen');
  await dialog.getByRole('button', { name: 'Absagen' }).click();
  await page.getByText('Die Absage ist noch nicht mitgeteilt').waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await flaws(page)).toEqual([]);
  await page.getByRole('button', { name: 'Absage schreiben' }).click();
  await dialog.getByRole('button', { name: 'E-Mails schreiben' }).click();
  await page.getByText('4 E-Mails geschrieben').first().waitFor();
  await page.getByText('Die Absage ist noch nicht mitgeteilt').waitFor({ state: 'detached' });

  // what happens by itself
  await page.setViewportSize({ width: 1440, height: 900 });
  await visit(page, '/automation_rules');
  await page.getByText('Teilnehmende vor dem Training erinnern').waitFor();
  await page.getByText('Teilnehmende vor dem Training erinnern').click();
  await page.getByText('Diese Regel liefert Kontor mit').waitFor();
  await page.getByText('Training → Status: Bestätigt, Geplant').waitFor();
  await page.getByRole('link', { name: 'Bearbeiten' }).click();
  await page.getByText('Training → Status: Bestätigt, Geplant').waitFor();
  expect(await flaws(page)).toEqual([]);
  expect(watched.complaints).toEqual([]);
}, 180_000);

/** Offered: the decision is open. */
async function kontorState(id: string): Promise<void> {
  const [template] = await api('GET', '/training_templates?range=[0,0]');
  const { version } = await api('GET', `/trainings/${id}`);
  await api('PATCH', `/trainings/${id}`, { version, template_id: template.id, vat_case: 'standard' });
  await api('POST', `/trainings/${id}/actions/offer`, {});
}
