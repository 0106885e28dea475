// How much JavaScript a first visit loads, compressed as the server sends it. Fails above the limit.
// Run after a build: node admin/scripts/sizes.mjs
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

export const limit = 480 * 1024;
const dist = process.env.ADMIN_DIST ?? join(dirname(fileURLToPath(import.meta.url)), '../dist');

/** What each first visit loads beyond the entry. A list needs the declarations of its module, the largest one counts. */
const visits = {
  'sign-in': ['src/screens/Login.tsx'],
  list: ['src/screens/list/List.tsx', '../shared/src/modules/*/index.ts'],
  home: ['src/screens/Home.tsx'],
};

/** Files that the browser loads for these chunks, with everything they import statically. */
export function filesOf(manifest, keys) {
  const files = new Set();
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is no chunk of the build`);
    if (chunk.file.endsWith('.js')) files.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const key of keys) visit(key);
  return [...files];
}

/** Sizes of all first visits, in bytes of gzip. */
export function sizes(folder = dist) {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  const gzip = (file) => gzipSync(readFileSync(join(folder, file))).length;
  const total = (keys) => filesOf(manifest, keys).reduce((sum, file) => sum + gzip(file), 0);
  const entry = Object.keys(manifest).filter((key) => manifest[key].isEntry);
  return Object.fromEntries(
    Object.entries(visits).map(([visit, keys]) => {
      const variants = keys.reduce(
        (all, key) => all.flatMap((chosen) => matching(manifest, key).map((found) => [...chosen, found])),
        [entry],
      );
      const largest = variants.toSorted((a, b) => total(b) - total(a))[0];
      return [visit, { bytes: total(largest), files: filesOf(manifest, largest).length }];
    }),
  );
}

/** Chunks of a source file; `*` stands for one folder. */
const matching = (manifest, pattern) => {
  const [before, after] = pattern.split('*');
  if (after === undefined) return [pattern];
  return Object.keys(manifest).filter((key) => key.startsWith(before) && key.endsWith(after));
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!existsSync(dist)) throw new Error('Build the admin first: npm run build');
  for (const [visit, { bytes, files }] of Object.entries(sizes())) {
    console.log(`${visit}: ${(bytes / 1024).toFixed(1)} kB in ${files} files (at most ${limit / 1024} kB)`);
    if (bytes > limit) process.exitCode = 1;
  }
}
