// Compiles shared and api to dist and builds the admin. Called by npm start when something changed, and by the image build.

import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, newest, npx, root, run } from './lib.mjs';

const stamp = join(root, 'api/dist/.built');

/** Builds everything that is older than its sources. */
export async function build({ force = false } = {}) {
  await ensureInstalled();
  const sources = newest(
    'shared/src',
    'api/src',
    'admin/src',
    'admin/index.html',
    'admin/vite.config.ts',
    'admin/manifest.plugin.ts',
    'package-lock.json',
    'tsconfig.base.json',
  );
  if (!force && built() > sources) return;
  console.log('Building …');
  for (const folder of ['shared/dist', 'api/dist']) rmSync(join(root, folder), { recursive: true, force: true });
  const server = async () => {
    await run(npx('tsc'), ['-p', 'shared', '--noCheck']);
    await run(npx('tsc'), ['-p', 'api/tsconfig.build.json', '--noCheck']);
  };
  const vite = ['node_modules/vite/bin/vite.js', 'build', 'admin', '--logLevel', 'warn'];
  await Promise.all([
    server(),
    run(process.execPath, ['--conditions=development', '--import', 'tsx', ...vite]), // from the sources
  ]);
  writeFileSync(
    stamp,
    createHash('sha256')
      .update(readFileSync(join(root, 'package-lock.json')))
      .digest('hex'),
  );
}

function built() {
  try {
    return statSync(stamp).mtimeMs;
  } catch {
    return 0;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build({ force: true });
