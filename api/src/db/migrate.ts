import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import knexModule from 'knex';
import pg from 'pg';
import { extensions } from './ddl.ts';
import { grants } from './prepare.ts';

const { knex } = knexModule;

/** The folder of migrations: beside the workspaces, wherever this file was compiled to. */
export const migrationsFolder = join(dirname(fileURLToPath(import.meta.url)), '../../../migrations');

/** Brings a database to the newest schema. Idempotent; two starting replicas wait for each other (Knex's lock). */
export async function migrate(ownerUrl: string, options: { folder?: string; steps?: number } = {}): Promise<string[]> {
  const directory = options.folder ?? migrationsFolder;
  if (!existsSync(directory) || !readdirSync(directory).some((file) => file.endsWith('.mjs'))) return [];
  const db = knex({
    client: 'pg',
    connection: { connectionString: ownerUrl },
    pool: { min: 0, max: 2 },
    migrations: { directory, loadExtensions: ['.mjs'] },
  });
  try {
    for (const name of extensions) await db.raw(`CREATE EXTENSION IF NOT EXISTS ${name}`);
    if (options.steps !== undefined) {
      const done: string[] = [];
      for (let i = 0; i < options.steps; i++) done.push(...((await db.migrate.up())[1] as string[]));
      return done;
    }
    const [, done] = (await db.migrate.latest()) as [number, string[]];
    const { rows } = await db.raw("SELECT 1 FROM pg_roles WHERE rolname = 'kontor_app' AND NOT pg_has_role(current_user, oid, 'MEMBER') OR rolname = 'kontor_app' AND current_user = 'kontor_owner'");
    if (rows.length && (await db.schema.hasTable('audit_entries'))) await db.raw(grants);
    return done;
  } finally {
    await db.destroy();
  }
}

/** Takes all migrations back, newest first. */
export async function rollbackAll(ownerUrl: string, folder = migrationsFolder): Promise<void> {
  const db = knex({ client: 'pg', connection: { connectionString: ownerUrl }, migrations: { directory: folder, loadExtensions: ['.mjs'] } });
  try {
    await db.migrate.rollback(undefined, true);
  } finally {
    await db.destroy();
  }
}

/** Runs work in a database of its own on the same server, which is dropped afterwards. */
export async function withScratchDatabase<T>(ownerUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `scratch_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const admin = new pg.Client({ connectionString: ownerUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE "${name}" TEMPLATE template0 ENCODING 'UTF8'`);
  try {
    return await work(databaseUrl(ownerUrl, name));
  } finally {
    await admin.query(`DROP DATABASE "${name}" WITH (FORCE)`);
    await admin.end();
  }
}

/** The same server, another database. */
export const databaseUrl = (url: string, database: string): string => url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`);
