import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Api, apiOf } from './api.ts';
import {
  carry,
  demo,
  forget,
  openBrowser,
  openPage,
  type Served,
  serve,
  signIn,
  still,
  type Watched,
} from './kontor.ts';

/** Cards of one column beyond those that the demo company has. */
const many = 1000;
/** The column and the field `name` of the cards that are made here. */
const column = 'Offen';

let served: Served;
let browser: Browser;
let watched: Watched;
let page: Page;
let api: Api;

beforeAll(async () => {
  served = await serve();
  api = await apiOf(served);
  // names of one, two and more lines: cards of differing height
  const rows = Array.from({ length: many }, (_, at) =>
    `Karte ${at} ${'mit einem langen Namen '.repeat(at % 4)}`.trim(),
  );
  const mapping = encodeURIComponent(JSON.stringify({ Aufgabe: 'name' }));
  const path = `/tasks/import?mapping=${mapping}&mode=all`;
  expect((await api('POST', path, ['Aufgabe', ...rows].join('\n'))).created).toBe(many);
  browser = await openBrowser();
  watched = await openPage(browser, served, { width: 1440, height: 900 });
  page = watched.page;
  await signIn(page, demo);
  await page.goto('/tasks/board');
  await cards(column).first().waitFor();
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  forget(served.home);
});

const handle = '[data-rfd-drag-handle-draggable-id]';
const section = (name: string): Locator => page.locator(`section[aria-label="${name}"]`);
const cards = (name: string): Locator => section(name).locator(handle);
const idOf = (card: Locator) => card.getAttribute('data-rfd-drag-handle-draggable-id') as Promise<string>;
const stateOf = async (id: string) => (await api('GET', `/tasks/${id}`)).status as string;
const frame = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));

interface Measured {
  /** Between two frames, in milliseconds. */
  readonly median: number;
  readonly p95: number;
  /** The longest task that held up the page, in milliseconds. */
  readonly longest: number;
  /** The most cards that were in the document at once. */
  readonly cards: number;
}

/** Watches frames, long tasks and cards while something happens. */
async function measured(what: string, happens: () => Promise<void>): Promise<Measured> {
  await page.evaluate((selector) => {
    const seen = { on: true, frames: [] as number[], tasks: [0], cards: 0 };
    (window as any).seen = seen;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.tasks.push(entry.duration);
    });
    observer.observe({ type: 'longtask' });
    let last = performance.now();
    const tick = (now: number) => {
      seen.frames.push(now - last);
      last = now;
      seen.cards = Math.max(seen.cards, document.querySelectorAll(selector).length);
      if (seen.on) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }, handle);
  await happens();
  const figures = await page.evaluate(() => {
    const { seen } = window as any;
    seen.on = false;
    const frames = seen.frames.slice(1).sort((a: number, b: number) => a - b);
    const at = (share: number) => Math.round(frames[Math.min(frames.length - 1, Math.floor(frames.length * share))]);
    return { median: at(0.5), p95: at(0.95), longest: Math.round(Math.max(...seen.tasks)), cards: seen.cards };
  });
  console.info(what, JSON.stringify(figures));
  return figures;
}

/** Takes a card with the mouse and carries it into a column as a hand does. */
async function drag(card: Locator, to: string): Promise<void> {
  const from = (await card.boundingBox())!;
  const target = (await section(to).boundingBox())!;
  const start = { x: from.x + from.width / 2, y: from.y + 8 };
  const end = { x: target.x + target.width / 2, y: target.y + 300 };
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  const steps = 60;
  for (let step = 1; step <= steps; step++) {
    const share = step / steps;
    await page.mouse.move(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share);
    await frame();
  }
  await page.mouse.up();
}

/** Scrolls a column by its wheel, in steps of so many pixels, until a card of a share of its length is in sight. */
async function scrollTo(name: string, share: number, step = 2500): Promise<void> {
  const box = (await section(name).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const place = () =>
    page.evaluate((selector) => {
      const card = [...document.querySelectorAll(selector)].at(-1);
      return card ? Number(card.ariaPosInSet) / Number(card.ariaSetSize) : 0;
    }, `section[aria-label="${name}"] ${handle}`);
  for (let turn = 0; turn < 400 && (await place()) < share; turn++) {
    await page.mouse.wheel(0, step);
    await frame();
  }
}

describe(`a board with more than ${many} cards in a column`, () => {
  test('scrolls to the end with few cards in the document', async () => {
    await cards(column).first().waitFor();
    const figures = await measured('scrolling', () => scrollTo(column, 1, 1400));
    const last = cards(column).last();
    const size = Number(await last.getAttribute('aria-setsize'));
    expect(size).toBeGreaterThan(many);
    expect(await last.getAttribute('aria-posinset')).toBe(String(size));
    expect(figures.cards).toBeLessThan(120);
    expect(figures.median).toBeLessThanOrEqual(34);
  });

  test('drags a card from the middle into another column, smoothly, and stores it', async () => {
    await page.reload();
    await cards(column).first().waitFor();
    await scrollTo(column, 0.5);
    await page.waitForLoadState('networkidle');
    const card = cards(column).nth(6);
    const id = await idOf(card);
    const stored = page.waitForResponse((response) => response.url().includes(`/tasks/${id}/actions/`));
    const figures = await measured('dragging', () => drag(card, 'In Arbeit'));
    expect((await stored).status()).toBe(200);
    expect(await stateOf(id)).toBe('in_progress');
    await page.getByText(/ist jetzt: In Arbeit/).waitFor();
    expect(figures.cards).toBeLessThan(120);
    expect(figures.median).toBeLessThanOrEqual(34);
    expect(figures.longest).toBeLessThan(200);
  });

  test('moves a card by keyboard where the column was scrolled to', async () => {
    // all columns are there again, so that the next one to the right is the next one on the board
    await page.reload();
    for (const name of [column, 'In Arbeit']) await cards(name).first().waitFor();
    await scrollTo(column, 0.5);
    await watched.quiet();
    await still(page); // a turn of the wheel that arrives late puts a lifted card down
    const card = cards(column).nth(6);
    const id = await idOf(card);
    const stored = page.waitForResponse((response) => response.url().includes(`/tasks/${id}/actions/`));
    await carry(page, card, 'ArrowRight', 'In Arbeit');
    expect((await stored).status()).toBe(200);
    expect(await stateOf(id)).toBe('in_progress');
  });

  test('gives a card back with the reason when the server refuses', async () => {
    await page.waitForLoadState('networkidle');
    const refusal = { title: 'Heute nicht.', status: 409, code: 'step_impossible' };
    await page.route(/\/actions\//, (route) =>
      route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(refusal) }),
    );
    const card = cards(column).nth(6);
    const id = await idOf(card);
    await drag(card, 'Wartet');
    await page.getByText(/wurde nicht verschoben: Heute nicht\./).waitFor();
    await section(column).locator(`[data-rfd-drag-handle-draggable-id="${id}"]`).waitFor();
    await expect(section('Wartet').locator(`[data-rfd-drag-handle-draggable-id="${id}"]`).count()).resolves.toBe(0);
    expect(await stateOf(id)).toBe('open');
    await page.unroute(/\/actions\//);
  });

  test('writes nothing to the console', () => expect(watched.complaints).toEqual([]));
});
