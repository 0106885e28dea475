import { expect, vi } from 'vitest';
import { sql } from '../query/sql.ts';
import type { TestKontor } from './harness.ts';

/**
 * Asks for something while somebody else has changed a row and not committed yet; commits once the question waits for that. The
 * answer is what it finds then.
 */
export async function whileHeld<T>(
  kontor: TestKontor,
  [text, values]: readonly [text: string, values: unknown[]],
  ask: () => Promise<T>,
): Promise<T> {
  const { owner, running } = kontor;
  await owner.query('BEGIN');
  try {
    await owner.query(text, values);
    const asked = ask();
    // within a transaction PostgreSQL shows what others did when it was first asked: another connection looks
    await vi.waitFor(
      async () =>
        expect(
          await running.engine.db.query(
            sql`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
          ),
        ).not.toEqual([]),
      { timeout: 20_000, interval: 50 },
    );
    await owner.query('COMMIT');
    return await asked;
  } finally {
    await owner.query('ROLLBACK'); // of nothing, when all went well
  }
}
