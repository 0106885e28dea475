import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { model } from '@kontor/shared/modules/index';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenSource } from '../api/src/explain/source.ts';
import { demo, openBrowser, openPage, signIn } from '../e2e/kontor.ts';
import { type Block, blocksOf, exchangeOf } from './blocks.ts';
import { root, scratchCopy } from './scratch.ts';

const pg = createRequire(join(root, 'api/package.json'))('pg') as typeof import('pg');
const long = process.env.KONTOR_LONG === '1';
const blocks = blocksOf(join(root, 'docs/adding-a-resource.md'));
const copy = scratchCopy();
const server = JSON.parse(process.env.KONTOR_TEST_DATABASE!) as { url: string; ownerUrl: string };
const database = `docs_${process.pid}`;
const inDatabase = (url: string) => url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`);
const env = {
  ...process.env,
  NODE_OPTIONS: '',
  NODE_NO_WARNINGS: '1',
  DATABASE_URL: inDatabase(server.url),
  DATABASE_OWNER_URL: inDatabase(server.ownerUrl),
  KONTOR_HOME: join(copy.folder, '.kontor'),
  PORT: '0',
  LOG_LEVEL: 'warn',
};
const scripts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts as Record<string, string>;

/** Runs what the document says; `npm run x --` stands for the script itself, to be quick. */
async function shell(line: string): Promise<string> {
  const command = line
    .replace(/^npm run (?:--silent )?(\w+)(?: -- | *$)/, (_, name: string) => `${scripts[name]} `)
    .replace(/^npx /, 'node_modules/.bin/');
  const options = { cwd: copy.folder, env, maxBuffer: 2 ** 24 };
  const { stdout } = await promisify(execFile)('sh', ['-ec', command], options).catch((error) => {
    throw new Error(`${line}\n${error.stdout}${error.stderr}`);
  });
  return stdout;
}

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(copy.folder, file)), { recursive: true });
  writeFileSync(join(copy.folder, file), text);
};
const read = (file: string) => readFileSync(join(copy.folder, file), 'utf8');

/** Adds the import of the block, and the name that it imports to the list of behaviours. */
function register(file: string, block: Block): void {
  const [line] = /^import \{ (\w+) \}.*$/m.exec(block.text)!;
  const name = /\{ (\w+) \}/.exec(line)![1];
  write(file, `${line}\n${read(file).replace(/defineBehaviours\(\{(\s*)/, `defineBehaviours({$1${name},$1`)}`);
}

let running: ChildProcess | undefined;
let base = '';
let token = '';
let me = '';
let id = '';

async function serve(): Promise<void> {
  await stop();
  running = spawn(process.execPath, ['--conditions=development', '--import', 'tsx', 'api/src/cli/serve.ts'], {
    cwd: copy.folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: running.stdout! });
  base = await new Promise<string>((done, fail) => {
    lines.on('line', (line) => {
      const address = /runs at http:\/\/localhost(:\d+)/.exec(line)?.[1];
      if (address) done(`http://127.0.0.1${address}`);
    });
    running!.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
  });
  if (!token) {
    const session = await call('POST', '/api/v1/session', demo);
    token = session.body.access_token;
    me = session.body.user.id;
  }
}

async function stop(): Promise<void> {
  if (!running) return;
  const ended = new Promise((done) => running!.once('exit', done));
  running.kill('SIGTERM');
  await ended;
  running = undefined;
}

async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }> {
  const response = await fetch(base + path, {
    method,
    headers: {
      'Content-Type': 'application/json',
      'Accept-Language': 'de',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

async function follow(block: Block): Promise<void> {
  const [how, file = ''] = block.note.split('=');
  if (how === 'file') write(file, block.text);
  else if (how === 'add') register(file, block);
  else if (block.language === 'http') {
    const wanted = exchangeOf(block, (text) => text.replaceAll('{id}', id).replaceAll('{me}', me));
    const answer = await call(wanted.method, wanted.path, wanted.body);
    expect(answer.body).toMatchObject(wanted.answer as object);
    expect(answer.status).toBe(wanted.status);
    id ||= answer.body.id ?? '';
  }
}

beforeAll(async () => {
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${database} TEMPLATE template0 ENCODING 'UTF8'`);
  await client.end();
});
afterAll(async () => {
  await stop();
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  await client.query(`DROP DATABASE ${database} WITH (FORCE)`);
  await client.end();
  copy.remove();
});

describe('docs/adding-a-resource.md', () => {
  test('the declaration is short', () => {
    const block = blocks.find(({ note }) => note === 'file=shared/src/modules/inventory/devices.ts')!;
    const lines = block.text.slice(block.text.indexOf('export')).trim().split('\n');
    expect(lines.length).toBeLessThanOrEqual(25);
  });

  test('does what it says, step by step', async () => {
    let restart = false;
    for (const block of blocks) {
      if (block.language === 'sh' && block.note === '')
        for (const line of block.text.trim().split('\n')) {
          if (line.includes(' > ')) mkdirSync(dirname(join(copy.folder, line.split(' > ')[1]!)), { recursive: true });
          await shell(line);
        }
      else if (block.note === 'serve' || (restart && block.language === 'http')) {
        await serve();
        restart = false;
      }
      await follow(block);
      restart ||= block.note.startsWith('add=');
    }
    const [migration] = (await shell('ls migrations')).split('\n').filter((file) => file.endsWith('_devices.mjs'));
    expect(read(`migrations/${migration}`)).toContain("createTable('devices'");
  }, 240_000);

  test('what it leaves behind is well-formed and compiles, and so (at full length) does every screen that can be printed', async () => {
    const folder = 'admin/src/modules/inventory';
    await shell(`npm run explain -- devices --screen list > ${folder}/DeviceList.tsx`);
    for (const [resource, screen] of [
      ['tasks', 'edit'],
      ['customers', 'create'],
      ['audit_entries', 'show'],
    ] as const) {
      const { file, source } = screenSource(model, model.get(resource), screen);
      write(`${folder}/${basename(file)}`, source);
    }
    await shell(`node_modules/.bin/biome format --write ${folder}`);
    await shell(
      `node_modules/.bin/biome check --error-on-warnings shared/src/modules api/src/modules/inventory ${folder}`,
    );
    // the admin takes half a minute of a processor once more
    for (const project of long ? ['api', 'admin'] : ['api']) {
      const problems = await shell(`node_modules/.bin/tsc -p ${project} --noEmit || true`);
      expect(problems.split('\n').filter((line) => line.includes('modules/inventory'))).toEqual([]);
    }
  }, 240_000);

  // the screens of every resource are tested in e2e/screens.test.ts; this one needs the whole admin built once more
  if (long)
    test('the resource is there in the browser, and a record can be entered', async () => {
      await shell(
        'node --conditions=development --import tsx node_modules/vite/bin/vite.js build admin --logLevel error',
      );
      await serve();
      const browser = await openBrowser();
      try {
        const { page, complaints } = await openPage(browser, { url: base }, { width: 1440, height: 900 });
        await signIn(page, demo);
        await page.goto('/devices/create');
        await page.getByRole('textbox', { name: /^Bezeichnung/ }).fill('Beamer aus dem Browser');
        await page.getByRole('button', { name: 'Speichern', exact: true }).click();
        await page
          .getByText(/angelegt/)
          .first()
          .waitFor();
        await page.goto('/devices');
        await page.getByText('Beamer aus dem Browser').first().waitFor();
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    }, 120_000);
});
