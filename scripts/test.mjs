// npm test: style, types, units and integration on the embedded database, and the browser. Does all of its own set-up.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browser } from './browser.mjs';
import { build } from './build.mjs';
import { check } from './check.mjs';
import { ensureInstalled, npx, root, run } from './lib.mjs';

const started = Date.now();
let passed = 0;
let failed = 0;
const step = async (name, work) => {
  const from = Date.now();
  console.log(`\n— ${name}`);
  try {
    await work();
  } catch (error) {
    failed++;
    console.error(`${name} failed: ${error.message}`);
    return;
  }
  passed++;
  console.log(`  ${name}: ${((Date.now() - from) / 1000).toFixed(1)} s`);
};

/** Runs jest and adds its counts to ours. */
async function jest(config, extra = []) {
  const report = join(tmpdir(), `kontor-report-${process.pid}.json`);
  const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings --max-old-space-size=2048' };
  await new Promise((done) => {
    const child = spawn(
      npx('jest'),
      ['--config', config, '--json', `--outputFile=${report}`, '--silent=false', ...extra],
      { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    child.on('exit', done);
  });
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } finally {
    rmSync(report, { force: true });
  }
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  if (result.numPendingTests || result.numTodoTests) {
    failed++;
    console.error(`${result.numPendingTests + result.numTodoTests} tests were skipped`);
  }
}

await ensureInstalled();
await step('style and types', check);
await step('licences', () => run(process.execPath, ['scripts/licences.mjs']));
await step('build', () => build());
await step('a browser to test with', async () => {
  process.env.KONTOR_BROWSER = await browser();
});
await step('units and integration', () => jest('jest.config.mjs'));
await step('browser', () => jest('e2e/jest.config.mjs'));
await step('browser, measured', () => jest('e2e/measured.config.mjs'));
console.log(`\nin ${((Date.now() - started) / 1000).toFixed(0)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
