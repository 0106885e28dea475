import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const left = new Set(['node_modules', 'dist', '.git', '.kontor', 'coverage', 'test-results']);

/**
 * A copy of the sources that may be changed at will. Packages are linked, not copied; those of the house lead into the copy,
 * and nothing is installed when a command is run in it.
 */
export function scratchCopy(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-copy-'));
  cpSync(root, folder, { recursive: true, filter: (source) => !left.has(basename(source)) });
  const packages = join(folder, 'node_modules');
  mkdirSync(join(packages, '@kontor'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@kontor' && name !== '.kontor-installed')
      symlinkSync(join(root, 'node_modules', name), join(packages, name));
  for (const name of ['shared', 'api', 'admin']) symlinkSync(join(folder, name), join(packages, '@kontor', name));
  const lock = readFileSync(join(folder, 'package-lock.json'));
  writeFileSync(join(packages, '.kontor-installed'), createHash('sha256').update(lock).digest('hex'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
