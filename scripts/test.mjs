// npm test: style, types, units and integration on the embedded database, and the browser. Does all of its own set-up.
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browser } from './browser.mjs';
import { build } from './build.mjs';
import { check } from './check.mjs';
import { ensureInstalled, npx, run } from './lib.mjs';

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

/** Runs the tests and adds their counts to ours. */
async function tests() {
  const report = join(tmpdir(), `kontor-report-${process.pid}.json`);
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ended = await run(npx('vitest'), args).then(
    () => undefined,
    (error) => error,
  );
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } finally {
    rmSync(report, { force: true });
  }
  passed += result.numPassedTests;
  failed +=
    result.numFailedTests +
    result.testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.length).length;
  if (result.numPendingTests || result.numTodoTests) {
    failed++;
    console.error(`${result.numPendingTests + result.numTodoTests} tests were skipped`);
  }
  if (ended && !result.numFailedTests) throw ended;
}

await ensureInstalled();
await step('licences', () => run(process.execPath, ['scripts/licences.mjs']));
await Promise.all([step('style and types', check), step('build', () => build())]);
await step('a browser to test with', async () => {
  process.env.KONTOR_BROWSER = await browser();
});
await step('tests', tests);
console.log(`\nin ${((Date.now() - started) / 1000).toFixed(0)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
