import { test } from 'vitest';
import { demo, forget, openBrowser, openPage, serve, signIn, visit } from './kontor.ts';

test('look', async () => {
  const served = await serve();
  const browser = await openBrowser();
  for (const [w, h] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    const { page, quiet, complaints } = await openPage(browser, served, { width: w, height: h });
    await signIn(page, demo);
    const shot = async (name: string, to: string) => {
      await visit(page, to);
      await quiet();
      await page.waitForTimeout(600);
      await page.screenshot({ path: `/tmp/shots/${name}-${w}.png`, fullPage: true });
    };
    const id = (n: number) => `01900000-0000-7000-800b-00000000000${n}`;
    await shot('list', '/automation_rules');
    for (const n of [1, 2, 3]) await shot(`show${n}`, `/automation_rules/${id(n)}/show`);
    await shot('edit1', `/automation_rules/${id(1)}`);
    await shot('edit2', `/automation_rules/${id(2)}`);
    await shot('edit3', `/automation_rules/${id(3)}`);
    await shot('create', '/automation_rules/create');
    await shot('runs', '/automation_runs');
    console.log(w, complaints);
    await page.context().close();
  }
  await browser.close();
  await served.stop();
  forget(served.home);
}, 180000);
