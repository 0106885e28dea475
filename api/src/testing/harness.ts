import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Model } from '@kontor/shared';
import pg from 'pg';
import { type Logger, pino } from 'pino';
import { type Config, readConfig } from '../config.ts';
import { createStatements } from '../db/ddl.ts';
import { databaseUrl } from '../db/migrate.ts';
import { grants } from '../db/prepare.ts';
import { declaredSchema } from '../db/schema.ts';
import type { Behaviours } from '../engine/behaviour.ts';
import type { Rates } from '../http/limits.ts';
import { installQueue } from '../services/jobs/install.ts';
import { hashPassword } from '../services/passwords.ts';
import { type Running, start } from '../start.ts';

export interface Answer<T = any> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** Calls the API as one user. */
export type Caller = <T = any>(
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer<T>>;

/** A Kontor of its own for a test file: its own database, port and folder. */
export interface TestKontor {
  readonly running: Running;
  readonly url: string;
  /** Its folder: keys, uploaded content. */
  readonly home: string;
  /** The database, as owner: for attacks and inspection. */
  readonly owner: pg.Client;
  readonly ownerUrl: string;
  /** Without a token. */
  readonly anonymous: Caller;
  /** As a user with these roles and brands; made when needed. */
  as(
    roles: readonly string[],
    options?: { brand_ids?: readonly string[]; id?: string },
  ): Promise<Caller & { readonly id: string; readonly token: string }>;
  readonly admin: Caller & { readonly id: string; readonly token: string };
  stop(): Promise<void>;
}

export interface TestOptions {
  /** Other declarations than Kontor's; their tables are made directly. They must contain users, brands and audit_entries. */
  readonly model?: Model;
  readonly behaviours?: Behaviours;
  readonly config?: Partial<Config>;
  /** Gets every line of the log. */
  readonly log?: (line: string) => void;
  /** Requests a minute; without it there are no limits. */
  readonly rates?: Partial<Rates>;
  readonly logger?: Logger;
}

/** Tests ask more than people. */
const unlimited: Rates = { signIn: 0, refresh: 0, read: 0, write: 0, heavy: 0 };

let count = 0;
const password = 'ein sehr langes Testpasswort';
let hashed: Promise<string> | undefined;

const agent = new Agent({ keepAlive: true });

/** Calls the API over a connection that is kept: with `fetch`, the tests spent a third of their time in it. */
const caller =
  (base: string, token?: string): Caller =>
  (method, path, body, headers = {}) =>
    new Promise((done, fail) => {
      const address = path.startsWith('/api/') || path.startsWith('/health') ? base + path : `${base}/api/v1${path}`;
      const sending = request(
        new URL(address),
        {
          method,
          agent,
          headers: {
            'User-Agent': 'node',
            ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
            ...(token ? { Authorization: `Bearer ${token}` } : {}),
            ...headers,
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', fail);
          response.on('end', () => {
            const text = new TextDecoder().decode(Buffer.concat(parts));
            let parsed: unknown = text;
            try {
              parsed = JSON.parse(text);
            } catch {
              // not every answer is JSON
            }
            done({ status: response.statusCode!, body: parsed as any, headers: headersOf(response.rawHeaders) });
          });
        },
      );
      sending.on('error', fail);
      sending.end(typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body));
    });

/** The headers as they came, name after value. */
function headersOf(raw: readonly string[]): Headers {
  const headers = new Headers();
  for (let i = 0; i < raw.length; i += 2) headers.append(raw[i]!, raw[i + 1]!);
  return headers;
}

const templates = new Map<Model, string>();

/** A database with the tables of these declarations, to copy from: making them takes a second. One for each worker. */
async function templateOf(model: Model, admin: pg.Client, ownerUrl: string, granted: boolean): Promise<string> {
  const known = templates.get(model);
  if (known) return known;
  const name = `template_${process.pid}_${templates.size}`;
  templates.set(model, name);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  const owner = new pg.Client({ connectionString: databaseUrl(ownerUrl, name) });
  await owner.connect();
  for (const statement of createStatements(declaredSchema(model))) await owner.query(statement);
  if (granted) await owner.query(grants);
  await installQueue(databaseUrl(ownerUrl, name), owner);
  await owner.end();
  return name;
}

/** Starts Kontor on a fresh copy of the migrated schema. */
export async function startTestKontor(options: TestOptions = {}): Promise<TestKontor> {
  const { url, ownerUrl } = JSON.parse(process.env.KONTOR_TEST_DATABASE ?? '{}') as { url: string; ownerUrl: string };
  const name = `test_${process.pid}_${Date.now().toString(36)}_${count++}`;
  const admin = new pg.Client({ connectionString: ownerUrl });
  await admin.connect();
  const template = options.model
    ? await templateOf(options.model, admin, ownerUrl, url !== ownerUrl)
    : 'template_kontor';
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const own = databaseUrl(ownerUrl, name);
  const owner = new pg.Client({ connectionString: own });
  await owner.connect();
  const home = mkdtempSync(join(tmpdir(), 'kontor-home-'));
  const running = await start(
    {
      ...readConfig({}),
      port: 0,
      home,
      logLevel: 'silent',
      poolSize: 10,
      worker: false,
      rates: { ...unlimited, ...options.rates },
      ...options.config,
    },
    {
      logger:
        options.logger ??
        (options.log
          ? pino({ level: 'debug' }, { write: options.log })
          : pino({ level: process.env.TEST_LOG ?? 'silent' })),
      databases: { url: databaseUrl(url, name), ownerUrl: own, stop: async () => {} },
      ...(options.model ? { model: options.model, migrations: join(home, 'none') } : {}),
      ...(options.behaviours ? { behaviours: options.behaviours } : {}),
    },
  );
  const base = `http://127.0.0.1:${running.port}`;
  const anonymous = caller(base);
  const as: TestKontor['as'] = async (roles, { brand_ids = [], id = crypto.randomUUID() } = {}) => {
    hashed ??= hashPassword(password);
    const email = `${id}@example.de`;
    await owner.query('INSERT INTO users (id, name, email, language) VALUES ($1, $2, $3, $4)', [
      id,
      `Test ${roles.join(' ')}`,
      email,
      'de',
    ]);
    for (const role of roles)
      await owner.query(
        `INSERT INTO user_roles (id, user_id, role_id, origin) SELECT gen_random_uuid(), $1, id, 'manual' FROM roles WHERE key = $2 OR id::text = $2`,
        [id, role],
      );
    for (const brand of brand_ids)
      await owner.query('INSERT INTO users_brand_ids (record_id, target_id) VALUES ($1, $2)', [id, brand]);
    await owner.query('INSERT INTO credentials (id, user_id, password_hash) VALUES ($1, $1, $2)', [id, await hashed]);
    const answer = await anonymous('POST', '/session', { email, password });
    if (answer.status !== 200) throw new Error(`sign-in failed: ${JSON.stringify(answer.body)}`);
    return Object.assign(caller(base, answer.body.access_token), { id, token: answer.body.access_token as string });
  };
  return {
    running,
    url: base,
    home,
    owner,
    ownerUrl: own,
    anonymous,
    as,
    admin: await as(['administrator']),
    stop: async () => {
      await running.stop();
      await owner.end();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
