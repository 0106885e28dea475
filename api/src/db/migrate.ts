import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import knexModule from 'knex';
import pg from 'pg';
import { installQueue } from '../services/jobs/install.ts';
import { extensions, partitionsStatement } from './ddl.ts';
import { partitionedTables } from './partitions.ts';
import { grants } from './prepare.ts';

const { knex } = knexModule;

/** The folder of migrations: beside the workspaces, wherever this file was compiled to. */
export const migrationsFolder = join(dirname(fileURLToPath(import.meta.url)), '../../../migrations');

/** Any number, the same in every Kontor: who holds it migrates. */
const migrationLock = 20_261_121;

/**
 * Brings a database to the newest schema and returns the names of what was done. Idempotent; replicas that start together
 * wait for each other, and a lock left behind by a killed process is taken over.
 */
export async function migrate(ownerUrl: string, options: { folder?: string; steps?: number } = {}): Promise<string[]> {
  const directory = options.folder ?? migrationsFolder;
  if (!existsSync(directory) || !readdirSync(directory).some((file) => file.endsWith('.mjs'))) return [];
  const guard = new pg.Client({ connectionString: ownerUrl });
  await guard.connect();
  const db = knex({
    client: 'pg',
    connection: { connectionString: ownerUrl },
    pool: { min: 0, max: 2 },
    migrations: { directory, loadExtensions: ['.mjs'] },
  });
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    for (const name of extensions) await db.raw(`CREATE EXTENSION IF NOT EXISTS ${name}`);
    if (await db.schema.hasTable('knex_migrations_lock')) await db.migrate.forceFreeMigrationsLock();
    const done: string[] = [];
    if (options.steps === undefined) done.push(...((await db.migrate.latest())[1] as string[]));
    else for (let i = 0; i < options.steps; i++) done.push(...((await db.migrate.up())[1] as string[]));
    for (const { name } of (await guard.query(partitionedTables)).rows) await guard.query(partitionsStatement(name));
    const { rows } = await guard.query("SELECT 1 FROM pg_roles WHERE rolname = 'kontor_app'");
    if (rows.length && (await db.schema.hasTable('audit_entries'))) await db.raw(grants);
    if (await db.schema.hasTable('jobs')) await installQueue(ownerUrl, guard);
    return done;
  } finally {
    await db.destroy();
    await guard.end();
  }
}

/** Takes all migrations back, newest first. */
export async function rollbackAll(ownerUrl: string, folder = migrationsFolder): Promise<void> {
  const db = knex({
    client: 'pg',
    connection: { connectionString: ownerUrl },
    migrations: { directory: folder, loadExtensions: ['.mjs'] },
  });
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
export const databaseUrl = (url: string, database: string): string =>
  url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`);
