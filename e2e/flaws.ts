import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { still } from './kontor.ts';

/** Serious findings of axe-core on what is shown now. */
export async function serious(page: Page): Promise<string[]> {
  await still(page); // dialogs fade in; half-transparent text has no contrast
  const { violations } = await new AxeBuilder({ page: page as never })
    .setLegacyMode() // without frames there is nothing to put together in a second page
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** The same, and whether the page is wider than the window. */
export async function flaws(page: Page): Promise<string[]> {
  const found = await serious(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return wide ? [...found, 'wider than the screen'] : found;
}
