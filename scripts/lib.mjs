// Shared by the commands; needs nothing but Node, because it runs before anything is installed.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Kontor needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

/** Runs a program to its end; rejects when it fails. */
export function run(program, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      ...options,
    });
    child.on('error', fail);
    child.on('exit', (code, signal) =>
      code === 0
        ? done()
        : fail(Object.assign(new Error(`${program} ${args.join(' ')} ended with ${signal ?? code}`), { code })),
    );
  });
}

/** Installs the packages of the lock file unless that was done already. */
export async function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const marker = join(root, 'node_modules/.kontor-installed');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return;
  console.log('Installing packages …');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(marker, lock);
}

/** Newest change below folders, in milliseconds. */
export function newest(...folders) {
  let time = 0;
  const walk = (path) => {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      for (const name of readdirSync(path)) if (name !== 'node_modules' && name !== 'dist') walk(join(path, name));
    } else time = Math.max(time, stat.mtimeMs);
  };
  for (const folder of folders) if (existsSync(join(root, folder))) walk(join(root, folder));
  return time;
}

export const npx = (name) => join(root, 'node_modules/.bin', name);
export const which = (program) => {
  try {
    return execFileSync(process.platform === 'win32' ? 'where' : 'which', [program], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .toString()
      .split('\n')[0]
      .trim();
  } catch {
    return undefined;
  }
};
