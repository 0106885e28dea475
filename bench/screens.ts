// How long the two largest screens of trainings take to be usable in Chromium: npm run bench:screens
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { type Api, apiOf } from '../e2e/api.ts';
import { at, demo, follow, forget, openPage, serve, signIn, visit } from '../e2e/kontor.ts';
import { browser } from '../scripts/browser.mjs';
import { build } from '../scripts/build.mjs';

const rounds = 7;
const trainings = 1000;
const sessions = 2000;
/** From the question to a screen that answers, in milliseconds. */
const target = 1000;

const csv = (rows: readonly (readonly (string | number)[])[]) => rows.map((row) => row.join(';')).join('\n');

/** A thousand trainings in one column of the board, and two thousand sessions in the quarter that is shown. */
async function fill(api: Api): Promise<void> {
  const brands = (await api('GET', '/brands')) as { name: string }[];
  const load = async (resource: string, rows: readonly (readonly (string | number)[])[]) => {
    const [head = [], ...all] = rows;
    for (let from = 0; from < all.length; from += 1000) {
      const part = csv([head, ...all.slice(from, from + 1000)]);
      const result = await api('POST', `/${resource}/import?mode=all`, part);
      if (result.failed) throw new Error(`${resource}: ${JSON.stringify(result.errors?.slice(0, 3) ?? result)}`);
    }
  };
  const names = Array.from({ length: trainings }, (_, i) =>
    `Messung ${i} ${'mit einem langen Namen '.repeat(i % 3)}`.trim(),
  );
  await load('trainings', [
    ['Bezeichnung', 'Marke', 'Durchführung', 'Höchstens Teilnehmende'],
    ...names.map((name, i) => [name, brands[i % brands.length]!.name, 'Offen', 12]),
  ]);
  const wall = new Date();
  const first = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() - (wall.getUTCMonth() % 3), 1);
  const today = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate());
  await load('training_sessions', [
    ['Thema', 'Training', 'Beginn', 'Ende'],
    ...Array.from({ length: sessions }, (_, i) => {
      const day = Math.round((first - today) / 86_400_000) + (i % 88) + 1;
      return [`Tag ${i}`, names[i % trainings]!, at(day, '09:00'), at(day, '16:30')];
    }),
  ]);
}

/** Milliseconds until something can be seen on a screen, and the page has nothing left to do. */
async function usable(page: Page, open: () => Promise<unknown>, there: string): Promise<number> {
  const from = Date.now();
  await open();
  await page.locator(there).first().waitFor();
  await page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestIdleCallback(() => done(), { timeout: 3000 }))),
  );
  return Date.now() - from;
}

async function main(): Promise<void> {
  await build();
  const served = await serve({ fresh: true });
  const opened = await chromium.launch({ executablePath: await browser(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    await fill(await apiOf(served));
    const { page } = await openPage(opened, served, { width: 1440, height: 900 });
    await signIn(page, demo);
    const screens = [
      ['Board of trainings, more than 1,000 cards', '/trainings/board', '[data-rfd-drag-handle-draggable-id]'],
      [
        'Quarter of the calendar, more than 2,000 sessions',
        '/training_sessions/calendar?view=quarter',
        '[data-day][title]',
      ],
    ] as const;
    const lines: string[] = [];
    for (const [what, address, there] of screens) {
      const taken: Record<'link' | 'load', number[]> = { link: [], load: [] };
      for (let round = 0; round < rounds; round++) {
        await visit(page, '/');
        taken.link.push(await usable(page, () => follow(page, address), there));
        taken.load.push(await usable(page, () => page.goto(address, { waitUntil: 'commit' }), there));
      }
      for (const [how, times] of Object.entries(taken)) {
        const [median = 0, worst = 0] = [times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)], Math.max(...times)];
        const reached = median < target ? 'reached' : 'missed';
        lines.push(
          `| ${what} | ${how === 'link' ? 'by a link' : 'loaded anew'} | ${median} ms | ${worst} ms | ${reached} |`,
        );
        console.log(lines.at(-1));
      }
    }
    const text = `# Large screens in Chromium

From the question until the screen is drawn and the page has nothing left to do; ${rounds} rounds each, server and browser on the same
machine. Target: below ${target} ms. Made by \`npm run bench:screens\`.

| screen | opened | median | longest | |
|---|---|---|---|---|
${lines.join('\n')}
`;
    writeFileSync(join(import.meta.dirname, 'screens.md'), text);
  } finally {
    await opened.close();
    await served.stop();
    forget(served.home);
  }
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error);
    process.exit(1);
  },
);
