// npm run dev: the API restarts and the admin reloads on change.
import { spawn } from 'node:child_process';
import { ensureInstalled, root } from './lib.mjs';

await ensureInstalled();
const port = process.env.PORT ?? '3000';
const env = { LOG_LEVEL: 'warn', ...process.env, PORT: port };
const api = spawn(
  process.execPath,
  [
    '--conditions=development',
    '--watch-path=api/src',
    '--watch-path=shared/src',
    '--import',
    'tsx',
    'api/src/cli/serve.ts',
  ],
  { cwd: root, stdio: 'inherit', env },
);
const admin = spawn(
  process.execPath,
  ['--conditions=development', '--import', 'tsx', 'node_modules/vite/bin/vite.js', 'admin', '--host', '127.0.0.1'],
  { cwd: root, stdio: 'inherit', env: { ...env, KONTOR_API: `http://127.0.0.1:${port}` } },
);
const children = [api, admin];
for (const child of children)
  child.on('exit', (code) => {
    for (const other of children) if (other !== child) other.kill('SIGTERM');
    process.exitCode = code ?? 0;
  });
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
