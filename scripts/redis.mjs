// Finds a Redis for tests: the system's, else Debian's package (as root). Without either there is none to test with.
import { run, which } from './lib.mjs';

/** The path of a redis-server, installed where that is possible. */
export async function redis() {
  const found = which('redis-server');
  if (found || process.getuid?.() !== 0 || !which('apt-get')) return found;
  console.log('Installing Redis …');
  const quiet = {
    stdio: ['ignore', 'ignore', 'inherit'],
    // the package must not start a server of its own
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  };
  await run('apt-get', ['update', '-qq'], quiet);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], quiet);
  return which('redis-server');
}
