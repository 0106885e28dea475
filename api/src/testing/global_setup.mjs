// One PostgreSQL for all tests: the server of DATABASE_URL, or an embedded one without durability.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

export default async function setup() {
  const child = spawn(process.execPath, ['--conditions=development', '--import', 'tsx', join(here, 'database.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  process.env.KONTOR_TEST_DATABASE = await new Promise((done, fail) => {
    lines.once('line', done);
    child.once('exit', (code) => fail(new Error(`the test database ended with ${code}`)));
  });
  return async () => {
    const ended = new Promise((done) => child.once('exit', done));
    child.stdin.end();
    await ended;
  };
}
