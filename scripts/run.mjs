// Runs a TypeScript command of the house: npm run migration, seed, explain, new, bench.
import { spawn } from 'node:child_process';
import { ensureInstalled, root } from './lib.mjs';

await ensureInstalled();
const child = spawn(process.execPath, ['--conditions=development', '--import', 'tsx', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
