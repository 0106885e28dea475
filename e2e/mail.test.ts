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

test('a mail to a customer: from a template, seen before it leaves, withdrawn, and there on the record', async () => {
  const { page, quiet } = watched;
  await visit(page, `/customers?filter=${encodeURIComponent('{"status":"active"}')}`);
  await page.getByRole('heading', { name: /^Kunden/ }).waitFor(); // the home page has links to customers as well
  await quiet();
  const link = page.getByRole('row').getByRole('link', { name: /GmbH/ }).first();
  const name = await link.innerText();
  await link.click();
  await quiet();
  await page.getByRole('button', { name: 'Aktionen' }).click();
  await page.getByRole('menuitem', { name: 'E-Mail schreiben' }).click();
  const dialog = page.getByRole('dialog', { name: `E-Mail zu „${name}“` });
  await dialog.getByRole('combobox', { name: 'Vorlage' }).click();
  await page.getByRole('option', { name: 'Angebot nachfassen (DE)' }).click();
  await expect
    .poll(() => dialog.getByRole('textbox', { name: 'Betreff' }).inputValue())
    .toBe(`Unser Angebot für ${name}`);
  const to = dialog.getByRole('combobox', { name: 'An', exact: true });
  await to.fill('keine-adresse');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Senden' }).click();
  await dialog
    .getByText(/keine-adresse/)
    .nth(1)
    .waitFor(); // what is wrong is told at the field
  await to.press('Backspace');
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'Preisliste „2027“.txt', mimeType: 'text/plain', buffer: Buffer.from('12,50 €') });
  await dialog.getByText('Preisliste „2027“.txt · 9 Byte').waitFor();
  await dialog.getByRole('button', { name: 'Vorschau' }).click();
  const mail = dialog.frameLocator('iframe');
  await mail.getByText('vor einigen Tagen haben wir Ihnen ein Angebot geschickt').waitFor();
  await dialog.getByText('Anhänge: Preisliste „2027“.txt (9 Byte)').waitFor();
  await dialog.getByText('Es ist noch kein E-Mail-Konto eingerichtet').waitFor();
  await dialog.getByRole('button', { name: 'Senden' }).click();
  await page.getByText(/geht in 10 Sekunden hinaus/).waitFor();
  await page.getByRole('button', { name: 'Zurückziehen' }).click();
  await page.getByText('Die E-Mail ist zurückgezogen.').waitFor();
  await page.getByRole('tab', { name: 'Aktivität' }).click();
  const entry = page
    .getByRole('listitem')
    .filter({ hasText: `Unser Angebot für ${name}` })
    .first();
  await entry.getByRole('link', { name: 'Zurückgezogen' }).waitFor();
  expect(watched.complaints).toEqual([]);
});

test('a mail that came in is answered from its page, with its text quoted, in its conversation', async () => {
  const { page, quiet } = watched;
  await visit(page, `/email_messages?filter=${encodeURIComponent('{"direction":"in"}')}`);
  await page
    .getByRole('link', { name: /AW: Unser Angebot/ })
    .first()
    .click();
  await quiet();
  const conversation = page.getByRole('region', { name: 'Gespräch' });
  await expect.poll(() => conversation.getByRole('listitem').count()).toBe(2);
  await conversation.getByText('Haben Sie Fragen dazu?').waitFor();
  await page.getByRole('button', { name: 'Antworten' }).click();
  const dialog = page.getByRole('dialog', { name: /E-Mail zu/ });
  await expect.poll(() => dialog.getByRole('textbox', { name: 'Betreff' }).inputValue()).toMatch(/^AW: Unser Angebot/);
  await dialog.getByText(/^Am .* schrieb .*:$/).waitFor();
  await dialog.locator('blockquote').first().waitFor();
  await dialog.getByRole('textbox', { name: 'Nachricht' }).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Das machen wir gern.');
  await dialog.getByRole('button', { name: 'Senden' }).click();
  await page.getByText(/geht in 10 Sekunden hinaus/).waitFor();
  await expect.poll(() => conversation.getByRole('listitem').count()).toBe(3);
  await conversation.getByText('Das machen wir gern.').waitFor();
  expect(watched.complaints).toEqual([]);
});

test('what was written is there again when a key has closed the dialog, and after a reload, until it is discarded or sent', async () => {
  const { page, quiet } = watched;
  await visit(page, `/email_messages?filter=${encodeURIComponent('{"direction":"in"}')}`);
  await page
    .getByRole('link', { name: /AW: Unser Angebot/ })
    .first()
    .click();
  await quiet();
  const dialog = page.getByRole('dialog', { name: /E-Mail zu/ });
  const text = dialog.getByRole('textbox', { name: 'Nachricht' });
  const notice = dialog.getByText(/^Ihre nicht gespeicherten Eingaben von/);
  const answer = async () => {
    await page.getByRole('button', { name: 'Antworten', exact: true }).click();
    await text.waitFor();
    await quiet();
  };
  await answer();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await answer();
  expect(await notice.count()).toBe(0); // nothing was written
  await text.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Halb geschrieben');
  await dialog.getByRole('combobox', { name: 'An', exact: true }).fill('zweite@kunde.example');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await answer();
  await notice.waitFor();
  await dialog.getByText('Halb geschrieben').waitFor();
  await dialog.getByRole('button', { name: 'zweite@kunde.example' }).waitFor();
  await page.reload();
  await answer();
  await dialog.getByText('Halb geschrieben').waitFor();
  await dialog.getByRole('button', { name: 'Verwerfen' }).click();
  await dialog.getByText('Halb geschrieben').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await dialog.getByText('Halb geschrieben').waitFor();
  await dialog.getByRole('button', { name: 'Senden' }).click();
  await page.getByText(/geht in 10 Sekunden hinaus/).waitFor();
  await answer();
  expect(await notice.count()).toBe(0);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(watched.complaints).toEqual([]);
});

test('a mail that came in is answered to all who got it', async () => {
  const { page, quiet } = watched;
  await visit(page, `/email_messages?filter=${encodeURIComponent('{"direction":"in"}')}`);
  const answers = page.getByRole('link', { name: /AW: Unser Angebot/ });
  await answers.first().waitFor();
  for (let at = 0; ; at += 1) {
    await answers.nth(at).click();
    await page.getByRole('button', { name: 'Antworten', exact: true }).waitFor();
    await quiet();
    if (await page.getByRole('button', { name: 'Allen antworten' }).count()) break;
    await page.goBack();
    await answers.nth(at + 1).waitFor();
  }
  await page.getByRole('button', { name: 'Allen antworten' }).click();
  const dialog = page.getByRole('dialog', { name: /E-Mail zu/ });
  await dialog.getByRole('button', { name: 'Buchhaltung <buchhaltung@kunde.example>' }).waitFor();
  await dialog.getByRole('button', { name: 'Abbrechen' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(watched.complaints).toEqual([]);
});

test('what those who were invited answer stands at each of them', async () => {
  const { page } = watched;
  await visit(page, `/email_messages?filter=${encodeURIComponent('{"direction":"out","q":"Einladung"}')}`);
  await page
    .getByRole('link', { name: /^Einladung: / })
    .first()
    .click();
  const recipients = page.getByRole('region', { name: 'Empfänger' });
  await expect.poll(() => recipients.getByRole('listitem').count()).toBe(3);
  await recipients.getByText('Zugesagt').waitFor();
  await recipients.getByText('Abgesagt').waitFor();
  await recipients.getByText('noch keine Antwort').waitFor();
  expect(watched.complaints).toEqual([]);
});

test('what came along with a mail becomes one document of the record', async () => {
  const { page } = watched;
  await visit(page, `/email_messages?filter=${encodeURIComponent('{"direction":"in"}')}`);
  await page
    .getByRole('link', { name: /^AW: Unser Angebot/ })
    .first()
    .waitFor();
  const mails = page.getByRole('link', { name: /^AW: Unser Angebot/ });
  const files = page.getByRole('region', { name: 'Anhänge' });
  for (let at = 0; ; at += 1) {
    await mails.nth(at).click();
    await page.getByRole('button', { name: 'Antworten', exact: true }).waitFor();
    if (await files.count()) break;
    await page.goBack();
    await mails.nth(at + 1).waitFor();
  }
  const file = files.getByRole('button', { name: /als Dokument ablegen$/ }).first();
  await file.click();
  await page.getByText(/liegt jetzt bei den Dokumenten/).waitFor();
  await file.click();
  await page.getByText(/liegt schon bei den Dokumenten/).waitFor();
  expect(watched.complaints).toEqual([]);
});

test('the date of a task goes along with a mail, and can be called off then', async () => {
  const { page, quiet } = watched;
  await visit(page, `/tasks?filter=${encodeURIComponent('{"due_on_gte":"2000-01-01"}')}`);
  await page.getByRole('heading', { name: /^Aufgaben/ }).waitFor();
  await quiet();
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await quiet();
  const write = async () => {
    await page.getByRole('button', { name: 'Aktionen' }).click();
    await page.getByRole('menuitem', { name: 'E-Mail schreiben' }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: 'Termin' }).click();
  };
  await write();
  await page.getByRole('option').first().waitFor();
  expect(await page.getByRole('option').allInnerTexts()).toEqual([
    'Ohne Termin',
    expect.stringMatching(/^Termin mitsenden \(\d\d\.\d\d\.\d{4}\)$/),
  ]);
  await page.getByRole('option', { name: /mitsenden/ }).click();
  const dialog = page.getByRole('dialog');
  const to = dialog.getByRole('combobox', { name: 'An', exact: true });
  await to.fill('mia@example.de');
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: 'Betreff' }).fill('Unser Termin');
  await dialog.getByRole('textbox', { name: 'Nachricht' }).fill('Bis dann.');
  await dialog.getByRole('button', { name: 'Senden' }).click();
  await page.getByText(/geht in 10 Sekunden hinaus/).waitFor();
  await write();
  await page.getByRole('option', { name: /^Termin absagen/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').getByRole('button', { name: 'Abbrechen' }).click();
  expect(watched.complaints).toEqual([]);
});

test('the bell says what is new, leads to it, and is quiet when all is read', async () => {
  const { page } = watched;
  const bell = page.getByRole('button', { name: /^Benachrichtigungen/ });
  const unread = async () => Number(/(\d+) ungelesen/.exec((await bell.getAttribute('aria-label')) ?? '')?.[1] ?? 0);
  await expect.poll(unread).toBeGreaterThan(1);
  const before = await unread();
  await bell.click();
  const list = page.getByRole('dialog', { name: 'Benachrichtigungen' });
  // below the list there is another link, before the list is there
  const first = list.getByRole('link').filter({ hasNotText: 'Meine Erinnerungen' }).first();
  const [title] = (await first.innerText()).split('\n');
  await first.click();
  await page.getByRole('heading', { name: title! }).waitFor();
  await expect.poll(unread).toBe(before - 1);
  await bell.click();
  const all = list.getByRole('button', { name: 'Alle als gelesen markieren' });
  // the button goes as soon as nothing is left to do for it: the dialog has the focus then, and the very next key
  await all.evaluate((element) =>
    new MutationObserver((_, observer) => {
      if (element.isConnected) return;
      observer.disconnect();
      (document as { after?: string | null }).after = document.activeElement?.getAttribute('aria-label') ?? null;
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    }).observe(document.body, { childList: true, subtree: true }),
  );
  await all.click();
  await list.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => (document as { after?: string | null }).after)).toBe('Benachrichtigungen');
  await page.getByRole('button', { name: 'Benachrichtigungen', exact: true }).waitFor();
  expect(watched.complaints).toEqual([]);
});

test('a calendar is subscribed to, and its address answers', async () => {
  const { page } = watched;
  await visit(page, '/tasks/calendar');
  await page.getByRole('button', { name: 'Kalender abonnieren' }).click();
  await page.getByRole('radio', { name: 'Alles, wofür ich zuständig bin' }).check();
  await page.getByRole('button', { name: 'Adresse erstellen' }).click();
  const address = await page.getByText(/\.ics$/).innerText();
  const answer = await fetch(served.url + new URL(address).pathname);
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('BEGIN:VEVENT')]);
  await page.getByRole('link', { name: 'Meine Abos' }).click();
  await page.getByRole('link', { name: 'Meine Termine' }).click();
  await page.getByRole('button', { name: 'Aktionen' }).click();
  await page.getByRole('menuitem', { name: 'Neue Adresse' }).click();
  await page
    .getByRole('dialog', { name: 'Adresse des Abos' })
    .getByText(/\.ics$/)
    .waitFor();
  expect((await fetch(served.url + new URL(address).pathname)).status).toBe(404);
  await page.getByRole('button', { name: 'Fertig' }).click();
  expect(watched.complaints).toEqual([]);
});

test('working in one brand: lists, new records and the look follow it, in this tab, until one works in all again', async () => {
  const { page, quiet } = watched;
  const shown = async () =>
    Number((await page.getByRole('heading', { name: /^Kunden/ }).innerText()).replace(/\D/g, ''));
  const accent = () =>
    page.getByRole('link', { name: 'Kunde anlegen' }).evaluate((button) => getComputedStyle(button).backgroundColor);
  const choose = async (name: string) => {
    await page.getByRole('button', { name: /^Marke, in der Sie arbeiten/ }).click();
    await page.getByRole('menuitemradio', { name }).click();
    await page.getByRole('button', { name: `Marke, in der Sie arbeiten: ${name}` }).waitFor();
  };
  await visit(page, '/customers');
  await quiet();
  await expect.poll(shown).toBeGreaterThan(0);
  const [all, before] = [await shown(), await accent()];
  await choose('Yellow-Boat');
  await expect.poll(shown).toBeLessThan(all);
  await expect.poll(accent).not.toBe(before);
  await page.reload();
  await page.getByRole('button', { name: 'Marke, in der Sie arbeiten: Yellow-Boat' }).waitFor();
  await expect.poll(shown).toBeLessThan(all);
  await page.getByRole('link', { name: 'Kunde anlegen' }).click();
  await page.getByRole('button', { name: 'Yellow-Boat', exact: true }).waitFor(); // in the field „Marken“
  await page.goBack();
  await choose('Alle Marken');
  await expect.poll(shown).toBe(all);
  expect(watched.complaints).toEqual([]);
});
