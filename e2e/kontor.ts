import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Locator, type Page, type Request } from 'playwright-core';
import { plusDays } from '../shared/src/agenda.ts';
import { fromZone, inZone } from '../shared/src/dates.ts';
import { copyHome, demoHome, forget } from './homes.ts';

export { forget };

/** The folder of the repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Kontor as `npm start` runs it, with its demo company in a folder of its own. */
export interface Served {
  readonly url: string;
  readonly home: string;
  readonly process: ChildProcess;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface ServeOptions {
  /** Go on with the data of an earlier server. */
  readonly home?: string;
  /** Begin with nothing, as on a new machine; otherwise with a copy of the demo company made once for all files. */
  readonly fresh?: boolean;
  readonly env?: Record<string, string>;
}

/** Starts the compiled server. */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'kontor-e2e-'));
  if (!options.home && !options.fresh) copyHome(await demoHome(), home);
  const child = spawn(process.execPath, ['api/dist/cli/serve.js'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      PORT: String(3100 + Math.floor(Math.random() * 500)), // below 3659, which browsers refuse to visit
      KONTOR_HOME: home,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise<string>((done, fail) => {
    const patience = setTimeout(() => fail(new Error(`no address after 110 s:\n${output}`)), 110_000);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
        const match = /runs(?: already)? at (http:\S+)/.exec(output);
        // the sign-ins are printed after the address; the demo company is complete then
        if (match && (output.includes('@') || output.includes('already'))) {
          clearTimeout(patience);
          done(match[1]!);
        }
      });
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}:\n${output}`)));
  });
  return {
    url,
    home,
    process: child,
    stop: (signal = 'SIGTERM') =>
      new Promise((done) => {
        if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode);
        child.once('exit', (code) => done(code));
        child.kill(signal);
      }),
  };
}

export const demo = { email: 'anna.berger@newoa.example', password: 'kontor-demo-2026' };

// pages are looked at once: code that is made quick for later costs a fifth of a processor more than it saves
const flags = [
  '--js-flags=--no-maglev --no-turbofan',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.KONTOR_BROWSER ?? '/usr/bin/chromium', args: flags });

/**
 * How many times slower a page works than the machine could: `KONTOR_SLOW=4 npx vitest run --project browser e2e/x.test.ts`
 * shows where a test, or Kontor, relies on being quick.
 */
const slower = Number(process.env.KONTOR_SLOW ?? 1);

/** In the page: resolves when it has drawn what it knows, and has nothing left to do. */
const idle = () =>
  new Promise<void>((done) => requestAnimationFrame(() => requestIdleCallback(() => done(), { timeout: 3000 })));

/** A page that remembers what no page of Kontor may do: write errors to the console, or call a foreign host. */
export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
  /** Resolves when nothing has been asked of the server for a short while. */
  quiet(): Promise<void>;
}

/** Opens a page in German at a size; errors that the test provokes itself (4xx answers) do not count. */
export async function openPage(
  browser: Browser,
  served: Pick<Served, 'url'>,
  size: { width: number; height: number },
): Promise<Watched> {
  const context = await browser.newContext({
    baseURL: served.url,
    viewport: size,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000 * slower); // for what never comes: a page on a busy machine may draw nothing for half a minute
  if (slower > 1) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  }
  // leaving a form with unsaved changes asks; the test means it
  page.on('dialog', (dialog) => void dialog.accept());
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (
      ['error', 'warning'].includes(message.type()) &&
      !/Failed to load resource.*(401|403|409|410|422|428|429)/.test(message.text())
    )
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  const waiting = new Set<Request>();
  let last = Date.now();
  const begun = (request: Request) => {
    // of what a page sends on its way out no end is told
    if (request.method() === 'DELETE' && request.url().includes('/presence')) return;
    waiting.add(request);
    last = Date.now();
  };
  const ended = (request: Request) => {
    waiting.delete(request);
    last = Date.now();
  };
  page.on('request', begun);
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  const quiet = async () => {
    // an answer that never comes is the business of the test's own time limit, or of the page's next step
    for (let seen = -1; seen !== last; ) {
      while (Date.now() - last < (waiting.size > 0 ? 3000 : 150)) await new Promise((done) => setTimeout(done, 25));
      seen = last;
      waiting.clear();
      // a slow page may still be at work on the last answer, and ask for more because of it
      await page.evaluate(idle).catch(() => undefined);
    }
  };
  quietOf.set(page, quiet);
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(served.url).origin)
      complaints.push(`foreign request: ${request.url()}`);
  });
  return { page, context, complaints, quiet };
}

/** What tells of each page when it is quiet. */
const quietOf = new WeakMap<Page, () => Promise<void>>();

/** Goes to an address of the app as its links do, without loading the page anew, and does not wait for it. */
export const follow = (page: Page, address: string): Promise<void> =>
  page.evaluate((to) => {
    // what the router writes itself: the place in the history
    history.pushState({ ...history.state, idx: (history.state?.idx ?? 0) + 1 }, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
  }, address);

/** Follows an address and waits until it is there: until then the page before is shown, and its links are often called alike. */
export async function visit(page: Page, address: string): Promise<void> {
  await follow(page, address);
  await quietOf.get(page)?.();
}

/** Waits until nothing fades in or moves any more, but for what always does. */
export async function still(page: Page): Promise<void> {
  await page.evaluate(idle);
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  );
}

/**
 * Carries a card of a board by keys into a column beside its own. Each key waits until the board has told what came of
 * the one before. What moves the page from outside while the card is up (a turn of the wheel that arrives late) puts it
 * back; then it is taken up again, as a hand would.
 */
export async function carry(page: Page, card: Locator, key: 'ArrowLeft' | 'ArrowRight', column: string): Promise<void> {
  const board = page.locator('[id^="rfd-announcement"]');
  const told = (text: string, timeout: number) =>
    board.filter({ hasText: text }).waitFor({ state: 'attached', timeout: timeout * slower });
  const said: string[] = [];
  for (let attempt = 1; ; attempt++) {
    await still(page);
    await card.focus();
    try {
      await page.keyboard.press('Space');
      await told('Die Karte ist aufgehoben', 20_000);
      await still(page);
      await page.keyboard.press(key);
      await told(`Spalte „${column}“`, 20_000);
      break;
    } catch (error) {
      said.push(...(await board.allTextContents()));
      if (attempt === 3) throw new Error(`the board said: ${said.join(' | ')}`, { cause: error });
      await page.keyboard.press('Escape');
    }
  }
  await page.keyboard.press('Space');
  await told(`Die Karte ist abgelegt: Spalte „${column}“`, 60_000);
}

/** The instant so many days from today at a time in Berlin: at whatever hour a test runs, its sessions stay in one day. */
export function at(days: number, time: string): string {
  const today = inZone(new Date(), 'Europe/Berlin').date;
  return fromZone(plusDays(today, days), time, 'Europe/Berlin').toISOString();
}

/** Signs in through the page and waits for the home page. */
export async function signIn(page: Page, user: { email: string; password: string }): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('E-Mail-Adresse').fill(user.email);
  await page.getByLabel('Passwort', { exact: true }).fill(user.password);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
}
