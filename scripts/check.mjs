// npm run check: style and types, side by side.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, npx, root, run } from './lib.mjs';

/** The workspaces, and what is no workspace in one go: each program reads the declarations once more. */
const projects = ['shared', 'api', 'admin', 'tsconfig.others.json'];

/** What was checked before and has not changed is not checked again. */
const remembered = (project) => [
  '--incremental',
  '--tsBuildInfoFile',
  join(root, 'node_modules/.cache/kontor', `${project}.tsbuildinfo`),
];

export async function check() {
  await ensureInstalled();
  await Promise.all([
    run(npx('biome'), ['check', '--error-on-warnings']),
    ...projects.map((project) => run(npx('tsc'), ['-p', project, '--noEmit', ...remembered(project)])),
  ]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await check().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
