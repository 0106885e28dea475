// One demo company; each file of the browser's tests works on a copy of its own, as soon as it is there (`copyHome`).
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export default async function setup() {
  if (process.env.KONTOR_TEST_HOME) return; // each of the two projects asks; one company is enough for both
  const script = fileURLToPath(new URL('demo_company.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const folder = mkdtempSync(join(tmpdir(), 'kontor-demo-'));
  process.env.KONTOR_TEST_HOME = join(folder, 'home');
  createInterface({ input: child.stdout }).once('line', (home) => writeFileSync(process.env.KONTOR_TEST_HOME, home));
  return async () => {
    const ended = new Promise((done) => child.once('exit', done));
    child.stdin.end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}
