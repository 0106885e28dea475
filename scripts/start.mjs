// npm start: installs and builds what is missing, then runs Kontor with its demo company on one port.
import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { root } from './lib.mjs';

await build();
const child = spawn(process.execPath, ['api/dist/cli/serve.js'], {
  cwd: root,
  stdio: 'inherit',
  env: { LOG_LEVEL: 'warn', ...process.env, NODE_ENV: 'production' },
});
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)));
// Ctrl-C reaches the child by itself (same terminal); what is sent to this process alone is passed on.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
