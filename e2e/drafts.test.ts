import type { Browser, Page, Request, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Api, apiOf } from './api.ts';
import { demo, forget, openBrowser, openPage, type Served, serve, signIn, type Watched } from './kontor.ts';

let served: Served;
let browser: Browser;
let anna: Watched;
/** As a colleague uses it who sits elsewhere. */
let api: Api;
let page: Page;
const colleague = { email: 'miriam.hofmann@newoa.example', password: demo.password };
const size = { width: 1440, height: 900 };

beforeAll(async () => {
  served = await serve();
  browser = await openBrowser();
  anna = await openPage(browser, served, size);
  page = anna.page;
  await signIn(page, demo);
  api = await apiOf(served, colleague);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  forget(served.home);
});

const notice = () => page.getByText(/^Ihre nicht gespeicherten Eingaben von \d\d:\d\d wurden wiederhergestellt\./);
const input = (name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`) });
const ready = () => page.getByRole('button', { name: 'Speichern', exact: true }).waitFor();
const said = (text: RegExp) => page.getByText(text).first().waitFor();
/** How many drafts lie in the browser. */
const kept = () =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kontor.draft.')).length);

/** Typing is kept with a short pause. */
const written = () =>
  page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('kontor.draft.')));

/** Somebody else sits down at this browser and opens the form of a new customer. */
async function becomes(user: typeof demo): Promise<void> {
  await anna.context.clearCookies();
  await signIn(page, user);
  await page.goto('/customers/create');
  await ready();
  await page.waitForLoadState('networkidle');
}

/** Makes a customer and opens its form. */
async function customer(name: string): Promise<string> {
  const [brand] = await api('GET', '/brands');
  const { id } = await api('POST', '/customers', { name, brand_ids: [brand.id] });
  await page.goto(`/customers/${id}`);
  await ready();
  return id;
}

describe('what was typed and not saved', () => {
  test('is there again after a reload, also in lines, until it is saved', async () => {
    const id = await customer('Entwurf & Söhne GmbH');
    await input('Telefon').fill('0221 4710577');
    await page.getByRole('button', { name: 'Position hinzufügen' }).click();
    await input('Ort').fill('Köln');
    await page.reload();
    await notice().waitFor();
    await expect.poll(() => input('Telefon').inputValue()).toBe('+49 221 4710577');
    await expect.poll(() => input('Ort').inputValue()).toBe('Köln');
    await expect.poll(kept).toBe(1);
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await page.waitForURL(/\/show$/);
    await expect.poll(kept).toBe(0);
    await page.goto(`/customers/${id}`);
    await ready();
    await expect.poll(() => input('Ort').inputValue()).toBe('Köln');
    await expect.poll(() => input('Telefon').inputValue()).toBe('+49 221 4710577');
    await expect.poll(() => notice().count()).toBe(0);
  });

  test('stays in the form when it was typed while the rest was being saved', async () => {
    let typed: () => void = () => undefined;
    const later = new Promise<void>((done) => {
      typed = done;
    });
    await page.route('**/api/v1/customers/*', async (route) => {
      if (route.request().method() === 'PUT') await later;
      await route.continue();
    });
    await input('Telefon').fill('0221 4710588');
    const saving = page.waitForRequest((request) => request.method() === 'PUT');
    await page.keyboard.press('Control+s');
    await saving;
    await input('E-Mail').fill('spaet@entwurf.example');
    typed();
    await said(/gespeichert\.$/i);
    await expect.poll(() => input('E-Mail').inputValue()).toBe('spaet@entwurf.example');
    await page.unroute('**/api/v1/customers/*');
    await page.reload();
    await notice().waitFor();
    await expect.poll(() => input('Telefon').inputValue()).toBe('+49 221 4710588');
    await expect.poll(() => input('E-Mail').inputValue()).toBe('spaet@entwurf.example');
    await page.getByRole('button', { name: 'Verwerfen', exact: true }).click();
  });

  test('is there again in the form of a new record, and is given up by choice', async () => {
    await page.goto('/customers/create');
    await ready();
    await input('Name').fill('Halb fertig AG');
    await page.reload();
    await notice().waitFor();
    await expect.poll(() => input('Name').inputValue()).toBe('Halb fertig AG');
    await page.getByRole('button', { name: 'Verwerfen', exact: true }).click();
    await expect.poll(() => input('Name').inputValue()).toBe('');
    await expect.poll(kept).toBe(0);
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await expect.poll(() => input('Name').inputValue()).toBe('Halb fertig AG');
    await page.getByRole('button', { name: 'Abbrechen' }).click();
    await page.getByRole('button', { name: 'Änderungen verwerfen' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/create'));
    await expect.poll(kept).toBe(0);
    await page.goto('/customers/create');
    await ready();
    await expect.poll(() => input('Name').inputValue()).toBe('');
  });

  test('is never shown to somebody else in the same browser', async () => {
    await page.goto('/customers/create');
    await ready();
    await input('Name').fill('Nur für mich GmbH');
    await written();
    await becomes(colleague);
    await expect.poll(() => input('Name').inputValue()).toBe('');
    await expect.poll(() => notice().count()).toBe(0);
    await becomes(demo);
    await notice().waitFor();
    await expect.poll(() => input('Name').inputValue()).toBe('Nur für mich GmbH');
    await page.getByRole('button', { name: 'Verwerfen', exact: true }).click();
  });
});

describe('a session that ends while a form is filled in', () => {
  const ended = new Set<string>();
  let current = '';
  beforeAll(async () => {
    // what carries the token of an ended session is refused, however late it is sent
    await page.route('**/api/v1/**', (route) => {
      const headers = route.request().headers();
      current = headers.authorization ?? current;
      return route.continue(
        ended.has(headers.authorization ?? '') ? { headers: { ...headers, authorization: 'Bearer expired' } } : {},
      );
    });
  });
  afterAll(() => page.unrouteAll({ behavior: 'wait' }));

  /** From now on the server knows neither the token nor the cookie. */
  const expire = async () => {
    ended.add(current);
    await anna.context.clearCookies();
  };
  const signInAgain = async () => {
    await page.waitForURL(/\/login$/);
    await said(/^Ihre Sitzung ist abgelaufen/);
    await page.getByLabel('E-Mail-Adresse').fill(demo.email);
    await page.getByLabel('Passwort', { exact: true }).fill(demo.password);
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await notice().waitFor();
  };

  test('leads back to the form of a record with what was typed', async () => {
    const id = await customer('Abgelaufen GmbH');
    await input('Telefon').fill('0221 4710599');
    await expire();
    await page.keyboard.press('Control+s');
    await signInAgain();
    expect(new URL(page.url()).pathname).toBe(`/customers/${id}`);
    await expect.poll(() => input('Telefon').inputValue()).toBe('+49 221 4710599');
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await page.waitForURL(/\/show$/);
    expect((await api('GET', `/customers/${id}`)).phone).toBe('+49 221 4710599');
  });

  test('leads back to a copy that was begun', async () => {
    await page.getByRole('link', { name: 'Bearbeiten' }).waitFor(); // the menu of the form goes with the form
    await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
    await page.getByRole('menuitem', { name: 'Duplizieren' }).click();
    await ready();
    await input('Name').fill('Abgelaufen und kopiert GmbH');
    await written();
    await expire();
    await page.keyboard.press('Control+s');
    await signInAgain();
    await expect.poll(() => input('Name').inputValue()).toBe('Abgelaufen und kopiert GmbH');
    await expect.poll(() => input('Telefon').inputValue()).toBe('+49 221 4710599');
    await page.getByRole('button', { name: 'Verwerfen', exact: true }).click();
    await expect.poll(kept).toBe(0);
  });

  test('an answer from before the next sign-in does not end the new session', async () => {
    await customer('Verspätet GmbH');
    // typed and kept before: whatever else the page asks for may end the session at any moment from here
    await input('Telefon').fill('0221 4710611');
    await written();
    await expire();
    let answer: () => void = () => undefined;
    const late = new Promise<void>((done) => {
      answer = done;
    });
    // the answer to one request is slow, and another one ends the session meanwhile
    const unread = (request: Request) => request.url().includes('/api/v1/notifications?');
    const slow = async (route: Route) => {
      await late;
      await route.fulfill({ status: 401, json: { title: 'Bitte melden Sie sich an.', code: 'unauthenticated' } });
    };
    await page.route('**/api/v1/notifications?*', slow, { times: 1 });
    const asked = page.waitForRequest(unread);
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    await asked;
    await page.keyboard.press('Control+s');
    await signInAgain();
    await anna.context.clearCookies(); // a session could not be taken up again
    const known = page.waitForResponse((response) => unread(response.request()) && response.status() === 401);
    answer();
    await known;
    await anna.quiet(); // the page has made of it what it makes of it
    await page.getByRole('button', { name: 'Verwerfen', exact: true }).click();
    await signIn(page, demo);
  });
});

test('a tab neither takes over nor forgets what is typed into the same form in another tab', async () => {
  const id = await customer('Zwei Tabs GmbH');
  const other = await anna.context.newPage();
  await other.goto(`/customers/${id}`);
  const website = other.getByRole('textbox', { name: /^Internetseite/ });
  await website.waitFor();
  await input('Telefon').fill('0221 4710600');
  await written();
  await website.fill('https://zwei-tabs.example');
  await page.waitForFunction(() =>
    Object.entries(localStorage).some(([key, text]) => key.startsWith('kontor.draft.') && text.includes('zwei-tabs')),
  );
  await page.bringToFront();
  await page.keyboard.press('Control+s');
  await said(/gespeichert\.$/i);
  await expect.poll(() => notice().count()).toBe(0);
  await expect.poll(() => input('Internetseite').inputValue()).toBe('');
  await expect.poll(kept).toBe(1);
  await other.bringToFront();
  await other.keyboard.press('Control+s');
  await other.getByText(/^Gespeichert\. Inzwischen geändert und erhalten geblieben: Anna Berger \(Telefon\)/).waitFor();
  expect(await api('GET', `/customers/${id}`)).toMatchObject({
    phone: '+49 221 4710600',
    website: 'https://zwei-tabs.example',
  });
  await expect.poll(kept).toBe(0);
  await other.close();
});

describe('a draft of a record that somebody else has changed meanwhile', () => {
  let id: string;
  const meanwhile = async (changes: object) => {
    const { version } = await api('GET', `/customers/${id}`);
    await api('PUT', `/customers/${id}`, { ...changes, version });
  };

  test('is merged where both changed different fields', async () => {
    id = await customer('Zwei zugleich GmbH');
    await input('Telefon').fill('0221 4710577');
    await written();
    await meanwhile({ email: 'neu@zugleich.example' });
    await page.reload();
    await said(/Inzwischen wurde hier etwas anderes gespeichert/);
    await expect.poll(() => input('E-Mail').inputValue()).toBe('neu@zugleich.example');
    await page.keyboard.press('Control+s');
    await said(/^Gespeichert\. Inzwischen geändert und erhalten geblieben: Miriam Hofmann \(E-Mail\)/);
    await expect.poll(kept).toBe(0);
    await page.reload();
    await ready();
    await expect.poll(() => input('E-Mail').inputValue()).toBe('neu@zugleich.example');
    await expect.poll(() => input('Telefon').inputValue()).toBe('+49 221 4710577');
  });

  test('is asked about where both changed the same field', async () => {
    await input('E-Mail').fill('meine@zugleich.example');
    await written();
    await meanwhile({ email: 'andere@zugleich.example' });
    await page.reload();
    await notice().waitFor();
    await expect.poll(() => input('E-Mail').inputValue()).toBe('meine@zugleich.example');
    await page.keyboard.press('Control+s');
    const dialog = page.getByRole('dialog', { name: 'Jemand anderes war gleichzeitig hier' });
    await dialog.getByText('andere@zugleich.example').waitFor();
    await dialog.getByRole('button', { name: 'So speichern' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await said(/gespeichert\.$/i);
    await expect.poll(kept).toBe(0);
    await page.reload();
    await ready();
    await expect.poll(() => input('E-Mail').inputValue()).toBe('meine@zugleich.example');
  });
});

test('no page wrote an error or called a foreign host', () => {
  expect(anna.complaints).toEqual([]);
});
