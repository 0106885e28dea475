import pg from 'pg';
import { expect, test } from 'vitest';
import { migrate, rollbackAll, withScratchDatabase } from './migrate.ts';

const { ownerUrl } = JSON.parse(process.env.KONTOR_TEST_DATABASE ?? '{}') as { ownerUrl: string };

test('the entries of an older trail move into its parts by month, each as it was, and back again', () =>
  withScratchDatabase(ownerUrl, async (url) => {
    await migrate(url, { steps: 6 });
    const db = new pg.Client({ connectionString: url });
    await db.connect();
    try {
      await db.query(
        `INSERT INTO audit_entries (id, created_at, created_by, resource, record_id, record_version, operation, before, after, request_id)
         SELECT gen_random_uuid(), now() - n * interval '40 days', gen_random_uuid(), 'customers', gen_random_uuid(), n + 1, 'update', '{"name": "ü"}', jsonb_build_object('name', n), 'r' || n FROM generate_series(0, 120) n`,
      );
      const columns =
        'id, created_at, created_by, resource, record_id, record_version, operation, before, after, request_id';
      const rows = async () => (await db.query(`SELECT ${columns} FROM audit_entries ORDER BY id`)).rows;
      const old = await rows();
      await migrate(url);
      expect(await rows()).toEqual(old);
      const { rows: parts } = await db.query(
        'SELECT tableoid::regclass::text AS part, count(*)::int AS n FROM audit_entries GROUP BY 1',
      );
      expect(parts.length).toBeGreaterThan(80); // 120 × 40 days are more than ten years: the rest lies together
      expect(parts.find(({ part }) => part === 'audit_entries_default')!.n).toBeGreaterThan(20);
      expect((await db.query('SELECT audit_entries_seal(1000) AS n')).rows).toEqual([{ n: 121 }]);
      await rollbackAll(url);
      expect((await db.query("SELECT to_regclass('audit_seals') AS seals")).rows).toEqual([{ seals: null }]);
    } finally {
      await db.end();
    }
  }));
