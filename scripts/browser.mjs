// Finds a browser for tests: Chromium without a window (as root on Debian it is installed: it needs an eighth less of the
// processor than the whole one), the system's Chromium or Chrome, else Playwright's own.
import { existsSync } from 'node:fs';
import { run, which } from './lib.mjs';

const installed = () =>
  ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
    .map(which)
    .find(Boolean);

/** The path of an executable browser; installs one where there is none. */
export async function browser() {
  if (process.env.KONTOR_BROWSER) return process.env.KONTOR_BROWSER;
  if (!which('chromium-headless-shell') && process.getuid?.() === 0 && which('apt-get')) await fromPackages();
  const found = installed();
  if (found) return found;
  const { chromium } = await import('playwright-core'); // not before: it may have been installed a moment ago
  if (!existsSync(chromium.executablePath()))
    await run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
  return chromium.executablePath();
}

/** Installs what Debian has: the package without a window, where it is not known the whole one. */
async function fromPackages() {
  console.log('Installing Chromium …');
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const install = (name) => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet);
  try {
    await run('apt-get', ['update', '-qq'], quiet);
    await install('chromium-headless-shell');
  } catch (error) {
    if (!installed()) await install('chromium');
    else console.log(`${installed()} instead: ${error.message}`);
  }
}
