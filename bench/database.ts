import pg from 'pg';
import { readConfig } from '../api/src/config.ts';
import { migrate } from '../api/src/db/migrate.ts';
import { openPool } from '../api/src/db/pool.ts';
import { type DatabaseServer, openServer } from '../api/src/db/server.ts';
import { grow, seed } from '../api/src/seed/index.ts';
import { openStorage } from '../api/src/services/content/index.ts';
import { openKeys } from '../api/src/services/secrets.ts';
import { createEngine } from '../api/src/start.ts';

/** The database of the benchmark, with at least so many customers. It is kept, so that the next run starts at once. */
export async function prepare(home: string, customers: number): Promise<{ server: DatabaseServer; owner: pg.Client }> {
  const config = { ...readConfig({}), home };
  const server = await openServer(config, { owner: true });
  await migrate(server.ownerUrl);
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  const db = openPool(server.url, 2);
  const engine = createEngine(db, openKeys(home), config);
  await seed(engine, openStorage(config), true);
  const missing = customers - (await count(owner));
  if (missing > 0) {
    console.log(`Adding ${missing} customers …`);
    await grow(engine, missing);
  }
  await db.end();
  await owner.query('ANALYZE'); // pairs as well, whose plans are bad until their figures are known
  await clean(owner);
  return { server, owner };
}

export const count = async (owner: pg.Client): Promise<number> =>
  (await owner.query<{ n: number }>('SELECT count(*)::int AS n FROM customers WHERE deleted_at IS NULL')).rows[0]!.n;

/** Removes what a measurement wrote, so that every round finds the same table. */
export async function clean(owner: pg.Client): Promise<void> {
  await owner.query("DELETE FROM customers WHERE email LIKE '%@messung.example'");
  await owner.query('VACUUM ANALYZE customers');
  await owner.query('VACUUM ANALYZE audit_entries');
  await owner.query('CHECKPOINT');
}

/** Some customers with their versions, in no order. */
export const sample = async (owner: pg.Client, size: number): Promise<{ id: string; version: number }[]> =>
  (
    await owner.query<{ id: string; version: number }>(
      'SELECT id, version FROM customers WHERE deleted_at IS NULL ORDER BY md5(id::text || $1) LIMIT $2',
      [Math.random().toString(), size],
    )
  ).rows;
