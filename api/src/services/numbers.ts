import { inZone } from '@kontor/shared';
import type { Database } from '../db/pool.ts';
import { sql } from '../query/sql.ts';

/** `K-{00000}` with 42 in 2026 becomes `K-00042`; `{yyyy}` and `{yy}` are the year. */
export function formatNumber(pattern: string, value: number, year: number): string {
  return pattern
    .replaceAll('{yyyy}', String(year))
    .replaceAll('{yy}', String(year).slice(-2))
    .replace(/\{(0+)\}/, (_, zeros: string) => String(value).padStart(zeros.length, '0'));
}

interface Drawn {
  readonly pattern: string;
  readonly last: number;
  readonly year: number;
}

/**
 * Draws numbers of a series. Requests of the same moment share one statement, so that writers do not queue up behind a lock;
 * a number drawn for a record that then fails is lost (series without gaps are assigned in the finishing transaction instead).
 */
export function numberService(db: Database, timeZone: string): (series: string) => Promise<string> {
  const waiting = new Map<string, ((draw: Promise<string>) => void)[]>();

  async function draw(series: string, count: number): Promise<Drawn> {
    const year = Number(inZone(new Date(), timeZone).date.slice(0, 4));
    // not flushed to disk by itself: the log is written in order, so a record that bears the number takes it along
    const [row] = await db.prepared<{ pattern: string; next_value: number }>(
      sql`UPDATE number_sequences SET next_value = CASE WHEN yearly AND year IS DISTINCT FROM ${year}::int THEN 1 ELSE next_value END + ${count}::int, year = ${year}, updated_at = now() WHERE key = ${series} AND brand_id IS NULL RETURNING pattern, next_value, set_config('synchronous_commit', 'off', true)`,
    );
    if (row) return { pattern: row.pattern, last: row.next_value - 1, year };
    await db.query(
      sql`INSERT INTO number_sequences (id, key, name, pattern, next_value) VALUES (gen_random_uuid(), ${series}, ${series}, '{00000}', 1) ON CONFLICT DO NOTHING`,
    );
    return draw(series, count);
  }

  function flush(series: string): void {
    const takers = waiting.get(series) ?? [];
    waiting.delete(series);
    const drawn = draw(series, takers.length);
    takers.forEach((take, i) => {
      take(drawn.then(({ pattern, last, year }) => formatNumber(pattern, last - takers.length + 1 + i, year)));
    });
  }

  return (series) =>
    new Promise((done) => {
      const takers = waiting.get(series);
      if (takers) takers.push(done);
      else {
        waiting.set(series, [done]);
        setImmediate(() => flush(series));
      }
    });
}
