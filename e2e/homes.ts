import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where root's databases live, because the user that runs PostgreSQL can not enter root's folders. */
const base = '/var/lib/kontor';
const asRoot = process.getuid?.() === 0;

/** The folder of the demo company: it is made while the first tests run already, at the latest within a hundred seconds. */
export async function demoHome(): Promise<string> {
  const told = process.env.KONTOR_TEST_HOME!;
  for (const end = Date.now() + 100_000; Date.now() < end; await new Promise((done) => setTimeout(done, 100))) {
    const home = existsSync(told) && readFileSync(told, 'utf8');
    if (home) return home;
  }
  throw new Error('The demo company was not made.');
}

/** Makes `to` (an empty folder) a copy of a stopped installation. */
export function copyHome(from: string, to: string): void {
  execFileSync('cp', ['-a', `${from}/.`, to]);
  if (asRoot) execFileSync('cp', ['-a', databaseFolder(from), databaseFolder(to)]);
}

/** Removes the folder of a stopped server, and the database that root keeps elsewhere. */
export function forget(home: string): void {
  rmSync(home, { recursive: true, force: true });
  rmSync(databaseFolder(home), { recursive: true, force: true });
}

/**
 * Where the database of an installation is kept, as `api/src/db/embedded.ts` names it. It is computed instead of
 * looked for: a copy that another worker is just making says for a moment that it belongs to the original.
 */
export function databaseFolder(home: string): string {
  const database = join(home, 'database');
  return asRoot ? join(base, createHash('sha256').update(database).digest('hex').slice(0, 12)) : database;
}
