import { expect, test } from 'vitest';
import { patientPool } from './patient_pool.ts';

const { url } = JSON.parse(process.env.KONTOR_TEST_DATABASE ?? '{}');

test('a statement waits while the database is away, and not when it is wrong', async () => {
  const stopping = new AbortController();
  let refused = 0;
  const pool = patientPool(
    { connectionString: url, max: 1 },
    { isAway: (error) => (error as { code: string }).code === '57P01' && ++refused < 3, stopping: stopping.signal },
  );
  pool.on('error', () => {});
  const away = "DO $$ BEGIN RAISE EXCEPTION 'away' USING ERRCODE = '57P01'; END $$";
  await expect(pool.query(away)).rejects.toMatchObject({ code: '57P01' });
  expect(refused).toBe(3);
  await expect(pool.query('SELECT nothing')).rejects.toMatchObject({ code: '42703' });
  expect((await pool.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
  await pool.end();
});
