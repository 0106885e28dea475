// Finds a browser for tests: the system's Chromium or Chrome, else Debian's package (as root), else Playwright's own.
import { existsSync } from 'node:fs';
import { run, which } from './lib.mjs';

const installed = () =>
  ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(which).find(Boolean);

/** The path of an executable browser; installs one where there is none. */
export async function browser() {
  const found = process.env.KONTOR_BROWSER ?? installed();
  if (found) return found;
  if (process.getuid?.() === 0 && which('apt-get')) {
    console.log('Installing Chromium …');
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    await run('apt-get', ['update', '-qq'], quiet);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
    return installed();
  }
  const { chromium } = await import('playwright-core'); // not before: it may have been installed a moment ago
  if (!existsSync(chromium.executablePath()))
    await run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
  return chromium.executablePath();
}
