import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo, forget, openBrowser, openPage, type Served, serve, signIn } from './kontor.ts';

let served: Served;
let browser: Browser;
beforeAll(async () => {
  served = await serve();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  forget(served.home);
});

/** Collects what the browser refused because of the policy of a page. */
async function violations(page: Page): Promise<() => Promise<string[]>> {
  const found: string[] = [];
  await page.exposeFunction('tellViolation', (text: string) => found.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as { tellViolation(text: string): void }).tellViolation(
        `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
      );
    });
  });
  return async () => {
    await page.waitForTimeout(100); // of what was not refused nothing is told
    return found;
  };
}

// that no screen needs what the policy forbids is seen in screens.test.ts: the browser would write it to the console
test('the policy holds, also for the description of the API, and injected scripts do not run', async () => {
  const { page, complaints } = await openPage(browser, served, { width: 1440, height: 900 });
  const refused = await violations(page);
  await signIn(page, demo);
  const docs = await page.goto('/api/docs');
  // the page works for seconds on the description before it shows anything, many beside other tests
  await page.locator('.swagger-ui .opblock-tag').first().waitFor({ timeout: 180_000 });
  expect(docs!.headers()['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
  expect([await refused(), complaints]).toEqual([[], []]);

  const answer = await page.goto('/customers');
  const headers = answer!.headers();
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self' 'nonce-[^']+'; /);
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(headers['x-frame-options']).toBe('DENY');
  await page.evaluate(() => {
    const marks = window as unknown as { ran?: string };
    const inline = document.createElement('script');
    inline.textContent = 'window.ran = "inline"';
    document.body.append(inline);
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = \'handler\'">');
    return marks.ran;
  });
  await expect
    .poll(async () => (await refused()).map((text) => text.split(' ')[0]).sort())
    .toEqual(['script-src-attr', 'script-src-elem']);
  expect(await page.evaluate(() => (window as unknown as { ran?: string }).ran)).toBeUndefined();
  await page.context().close();
});

test('who fails too often is told how long to wait, and finds what was typed', async () => {
  const { page, complaints } = await openPage(browser, served, { width: 390, height: 844 });
  await page.goto('/login');
  await page.getByLabel('E-Mail-Adresse').fill('fremde@newoa.example');
  await page.getByLabel('Passwort', { exact: true }).fill('geraten-2026');
  const button = page.getByRole('button', { name: 'Anmelden', exact: true });
  for (let n = 0; n < 5; n++) {
    const answered = page.waitForResponse('**/api/v1/session');
    await button.click();
    await answered;
    await button.waitFor();
  }
  await button.click();
  await page.getByRole('alert').filter({ hasText: 'Bitte warten Sie 10 Sekunden' }).waitFor();
  const waiting = page.getByRole('button', { name: /^Wieder möglich in 0:0\d$/ });
  await waiting.waitFor();
  expect(await waiting.isDisabled()).toBe(true);
  expect(await page.getByLabel('E-Mail-Adresse').inputValue()).toBe('fremde@newoa.example');
  expect(await page.getByLabel('Passwort', { exact: true }).inputValue()).toBe('geraten-2026');
  await page.getByText('Sie können es jetzt wieder versuchen.').waitFor({ timeout: 15_000 });
  await button.click();
  await page.getByText('E-Mail-Adresse oder Passwort stimmt nicht.').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});
