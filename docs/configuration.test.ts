import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './scratch.ts';

/** What the system sets, not we. */
const foreign = new Set(['PATH', 'NODE_OPTIONS', 'DEBIAN_FRONTEND']);
const sources = ['api/src', 'scripts', 'bench', 'e2e', 'deploy', 'admin/vite.config.ts'];

const filesOf = (path: string): string[] =>
  /\.\w+$/.test(path)
    ? [path]
    : readdirSync(join(root, path), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));

/** Variables that the sources read, with the first file that does. */
function readBySources(): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of sources.flatMap(filesOf)) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, plain, quoted, number] of text.matchAll(
      /\benv\.([A-Z][A-Z0-9_]+)|\benv\[['"]([A-Z0-9_]+)['"]\]|\bnumber\('([A-Z0-9_]+)'/g,
    )) {
      const name = plain ?? quoted ?? number!;
      if (!foreign.has(name) && !found.has(name)) found.set(name, file);
    }
    // what the long test run sets for the tests
    if (file === 'scripts/test-long.mjs')
      for (const [, keys] of text.matchAll(/\benv: \{ ([^}]*) \}/g))
        for (const [, name] of keys!.matchAll(/\b([A-Z][A-Z0-9_]+):/g)) if (!foreign.has(name!)) found.set(name!, file);
  }
  return found;
}

const page = readFileSync(join(root, 'docs/configuration.md'), 'utf8');
const described = [...page.matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name!);

describe('docs/configuration.md', () => {
  test('describes every variable that is read', () => {
    const missing = [...readBySources()].filter(([name]) => !described.includes(name));
    expect(missing).toEqual([]);
  });

  test('describes no variable that nobody reads', () => {
    const read = readBySources();
    expect(read.size).toBeGreaterThan(12);
    expect(described.filter((name) => !read.has(name))).toEqual([]);
    expect(new Set(described).size).toBe(described.length);
  });

  test('tells the defaults of the sources', () => {
    const config = readFileSync(join(root, 'api/src/config.ts'), 'utf8');
    const defaults = [
      ...[...config.matchAll(/number\('(\w+)', (\d+)\)/g)].map(([, name, value]) => [name, value]),
      ...[...config.matchAll(/env\.(\w+) \|\| '([^']+)'/g)].map(([, name, value]) => [name, value]),
    ];
    expect(defaults.length).toBeGreaterThanOrEqual(5);
    for (const [name, value] of defaults)
      expect(page).toMatch(new RegExp(`^\\| \`${name}\` +\\| [^|]*\`${value}\``, 'm'));
  });
});
