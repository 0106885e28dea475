// npm run check: style and types, side by side.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, npx, root, run } from './lib.mjs';

const projects = ['shared', 'api', 'admin', 'shared/type-tests', 'bench', 'e2e'].filter((folder) =>
  existsSync(join(root, folder, 'tsconfig.json')),
);

export async function check() {
  await ensureInstalled();
  await Promise.all([
    run(npx('biome'), ['check', '--error-on-warnings']),
    ...projects.map((project) => run(npx('tsc'), ['-p', project, '--noEmit'])),
  ]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await check().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
