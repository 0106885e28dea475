// One demo company; each file of the browser's tests works on a copy of its own.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export default async function setup() {
  const script = fileURLToPath(new URL('demo_company.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  globalThis.__kontorDemo = child;
  process.env.KONTOR_TEST_HOME = await new Promise((done, fail) => {
    createInterface({ input: child.stdout }).once('line', done);
    child.once('exit', (code) => fail(new Error(`the demo company ended with ${code}`)));
  });
}
