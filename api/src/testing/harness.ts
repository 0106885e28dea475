import { mkdtempSync, rmSync } from 'node:fs';
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

const caller =
  (base: string, token?: string): Caller =>
  async (method, path, body, headers = {}) => {
    const response = await fetch(
      path.startsWith('/api/') || path.startsWith('/health') ? base + path : `${base}/api/v1${path}`,
      {
        method,
        headers: {
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body) }),
      },
    );
    const text = await response.text();
    let parsed: unknown = text;
    try {
      parsed = JSON.parse(text);
    } catch {
      // not every answer is JSON
    }
    return { status: response.status, body: parsed as any, headers: response.headers };
  };

/** Starts Kontor on a fresh copy of the migrated schema. */
export async function startTestKontor(options: TestOptions = {}): Promise<TestKontor> {
  const { url, ownerUrl } = JSON.parse(process.env.KONTOR_TEST_DATABASE ?? '{}') as { url: string; ownerUrl: string };
  const name = `test_${process.pid}_${Date.now().toString(36)}_${count++}`;
  const admin = new pg.Client({ connectionString: ownerUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${options.model ? 'template0' : 'template_kontor'}`);
  const own = databaseUrl(ownerUrl, name);
  const owner = new pg.Client({ connectionString: own });
  await owner.connect();
  if (options.model) {
    for (const statement of createStatements(declaredSchema(options.model))) await owner.query(statement);
    if (url !== ownerUrl) await owner.query(grants);
  }
  const home = mkdtempSync(join(tmpdir(), 'kontor-home-'));
  const running = await start(
    {
      ...readConfig({}),
      port: 0,
      home,
      logLevel: 'silent',
      poolSize: 10,
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
