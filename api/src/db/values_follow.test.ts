import pg from 'pg';
import { expect, test } from 'vitest';
import { migrate, withScratchDatabase } from './migrate.ts';

const { ownerUrl } = JSON.parse(process.env.KONTOR_TEST_DATABASE ?? '{}') as { ownerUrl: string };
const id = (n: number) => `01900000-0000-7000-8000-00000000000${n}`;

test('attendance of who is enrolled in another training goes, and the trail keeps it; all other stays', () =>
  withScratchDatabase(ownerUrl, async (url) => {
    await migrate(url, { steps: 29 });
    const db = new pg.Client({ connectionString: url });
    await db.connect();
    try {
      // only the two tables in question: what they refer to does not matter here
      await db.query('SET session_replication_role = replica');
      await db.query(
        `INSERT INTO enrolments (id, training_id, contact_id, status) VALUES ($1, $2, $2, 'enrolled'), ($3, $4, $2, 'enrolled')`,
        [id(1), id(7), id(2), id(8)],
      );
      await db.query(
        `INSERT INTO attendance_records (id, version, session_id, enrolment_id, training_id, status, reason) VALUES ($1, 3, $4, $2, $4, 'present', NULL), ($5, 1, $4, $3, $4, 'absent', 'Umgebucht')`,
        [id(3), id(1), id(2), id(7), id(4)],
      );
      await migrate(url);
      expect((await db.query('SELECT id, version FROM attendance_records')).rows).toEqual([{ id: id(3), version: 3 }]);
      const { rows } = await db.query(
        `SELECT resource, record_id, record_version, operation, before FROM audit_entries`,
      );
      expect(rows).toEqual([
        {
          resource: 'attendance_records',
          record_id: id(4),
          record_version: 2,
          operation: 'purge',
          before: expect.objectContaining({ id: id(4), enrolment_id: id(2), status: 'absent', reason: 'Umgebucht' }),
        },
      ]);
      // it is sealed like every other, once no older transaction of the server is open
      await expect.poll(async () => (await db.query('SELECT audit_entries_seal(10) AS n')).rows).toEqual([{ n: 1 }]);
    } finally {
      await db.end();
    }
  }));
