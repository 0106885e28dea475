import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where root's databases live, because the user that runs PostgreSQL can not enter root's folders. */
const base = '/var/lib/kontor';
const asRoot = process.getuid?.() === 0;

/** Makes `to` (an empty folder) a copy of a stopped installation. */
export function copyHome(from: string, to: string): void {
  execFileSync('cp', ['-a', `${from}/.`, to]);
  if (!asRoot) return;
  const database = join(to, 'database');
  const target = join(base, createHash('sha256').update(database).digest('hex').slice(0, 12));
  execFileSync('cp', ['-a', databaseFolders(from)[0]!, target]);
  writeFileSync(join(target, 'home'), `${database}\n`);
}

/** Removes the folder of a stopped server, and the database that root keeps elsewhere. */
export function forget(home: string): void {
  rmSync(home, { recursive: true, force: true });
  for (const folder of databaseFolders(home)) rmSync(folder, { recursive: true, force: true });
}

/** The folders in which root keeps the database of an installation. */
function databaseFolders(home: string): string[] {
  if (!asRoot) return [];
  return readdirSync(base)
    .map((name) => join(base, name))
    .filter((folder) => {
      try {
        const owner = join(folder, 'home');
        return statSync(owner).isFile() && readFileSync(owner, 'utf8').startsWith(`${home}/`);
      } catch {
        return false; // not a database folder
      }
    });
}
