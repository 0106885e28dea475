import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Job, Measured } from './load.ts';

const root = join(import.meta.dirname, '..');

/** A server under measurement, in a process of its own. */
export interface Contestant {
  readonly name: string;
  readonly url: string;
  readonly token?: () => Promise<string>;
  /** Signs in as the first of the demo company. */
  readonly signIn?: () => Promise<{ access_token: string; user: { id: string } }>;
  /** Resident memory in MB. */
  memory(): number;
  stop(): Promise<void>;
}

export interface Databases {
  readonly url: string;
  readonly ownerUrl: string;
}

const typescript = ['--conditions=development', '--import', 'tsx'];

async function launch(name: string, args: string[], port: number, env: Record<string, string>): Promise<Contestant> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', PORT: String(port), ...env },
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`);
    const up = await fetch(url).then(
      () => true,
      () => false,
    );
    if (up) break;
    if (tries > 300) throw new Error(`${name} does not answer`);
    await new Promise((done) => setTimeout(done, 100));
  }
  return {
    name,
    url,
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).toString()) / 1024,
    stop: () => ended(child),
  };
}

const ended = (child: ChildProcess) =>
  new Promise<void>((done) => {
    if (child.exitCode !== null) done();
    else {
      child.once('exit', () => done());
      child.kill('SIGTERM');
    }
  });

/** Kontor as it runs in production, and the two that were written by hand, on the same database. */
export async function startAll(databases: Databases, home: string, port: number): Promise<Contestant[]> {
  const env = { DATABASE_URL: databases.url, DATABASE_OWNER_URL: databases.ownerUrl };
  const profile = process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [];
  const kontor = await launch('Kontor', [...profile, 'api/dist/cli/serve.js'], port, {
    ...env,
    KONTOR_HOME: home,
    LOG_LEVEL: 'warn',
    // counted like everything, but never refused
    KONTOR_RATE_SIGN_IN: '1000000000',
    KONTOR_RATE_READ: '1000000000',
    KONTOR_RATE_WRITE: '1000000000',
    KONTOR_RATE_HEAVY: '1000000000',
  });
  const signIn = async () => {
    const { signIns } = await import('../seeds/demo/index.mjs');
    const { email, password } = signIns[0]!;
    const answer = await fetch(`${kontor.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    return (await answer.json()) as { access_token: string; user: { id: string } };
  };
  const token = async () => (await signIn()).access_token;
  return [
    { ...kontor, token, signIn },
    await launch('node:http', [...typescript, 'bench/bare.ts'], port + 1, env),
    await launch('express', [...typescript, 'bench/express.ts'], port + 2, env),
  ];
}

/** Runs one measurement in a process of its own, so that the load does not share a thread with anything. */
export const load = (job: Job): Promise<Measured> =>
  new Promise((done, fail) => {
    const child = fork(join(root, 'bench/load.ts'), { execArgv: typescript, cwd: root });
    child.once('message', (measured) => done(measured as Measured));
    child.once('exit', (code) => {
      if (code) fail(new Error(`the load ended with ${code}`));
    });
    child.send(job);
  });
