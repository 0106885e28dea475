import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyHome, databaseFolder, forget } from './homes.ts';

/** An installation that is a note and, where root keeps databases elsewhere, a database of one file. */
function installation(text: string): string {
  const home = mkdtempSync(join(tmpdir(), 'kontor-homes-'));
  const source = mkdtempSync(join(tmpdir(), 'kontor-homes-'));
  writeFileSync(join(home, 'note'), text);
  writeFileSync(join(source, 'home'), `${join(home, 'database')}\n`);
  writeFileSync(join(source, 'content'), text);
  cpSync(source, databaseFolder(home), { recursive: true });
  rmSync(source, { recursive: true });
  return home;
}

test('a copy is made of the original, though the copy of another worker still says that it is one', () => {
  const home = installation('original');
  const others = [0, 1, 2, 3].map(() => {
    const other = installation('another');
    writeFileSync(join(databaseFolder(other), 'home'), `${join(home, 'database')}\n`);
    return other;
  });
  const to = mkdtempSync(join(tmpdir(), 'kontor-homes-'));
  copyHome(home, to);
  expect(readFileSync(join(to, 'note'), 'utf8')).toBe('original');
  expect(readFileSync(join(databaseFolder(to), 'content'), 'utf8')).toBe('original');
  forget(to);
  for (const one of others) {
    expect(existsSync(databaseFolder(one))).toBe(true);
    forget(one);
    expect(existsSync(databaseFolder(one))).toBe(false);
  }
  forget(home);
});
