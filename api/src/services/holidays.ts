import { addDays, holidayRegions, holidaysOf, inZone } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../db/pool.ts';
import type { Engine } from '../engine/context.ts';
import { sql } from '../query/sql.ts';

/** Whoever keeps the holidays waits for who does it already. */
const keeping = 7_209_251;

/**
 * Enters the holidays by law of every region that has some, from last year to three years ahead, and removes those that are
 * none any more. What a company has entered itself stays as it is. Answers how many were entered or removed.
 */
export async function keepHolidays(engine: Engine, now = new Date()): Promise<number> {
  const year = Number(inZone(now, engine.timeZone).date.slice(0, 4));
  const years = Array.from({ length: 5 }, (_, i) => year - 1 + i);
  const days = holidayRegions.flatMap((code) =>
    years.flatMap((of) => holidaysOf(code, of).map(({ on, name }) => ({ id: uuidv7(), code, on, name }))),
  );
  return engine.db.transaction(async (tx) => {
    await tx.query(sql`SELECT pg_advisory_xact_lock(${keeping})`);
    const wanted = sql`SELECT x.id, x."on", x.name, r.id AS region_id FROM jsonb_to_recordset(${JSON.stringify(days)}::jsonb) AS x(id uuid, code text, "on" date, name text) JOIN regions r ON r.code = x.code`;
    const [removed, entered] = await Promise.all([
      tx.query(
        sql`DELETE FROM holidays h WHERE h.origin = 'law' AND h."on" BETWEEN ${`${years[0]}-01-01`}::date AND ${`${years.at(-1)}-12-31`}::date AND NOT EXISTS (SELECT 1 FROM (${wanted}) w WHERE w."on" = h."on" AND w.name = h.name AND w.region_id = h.region_id) RETURNING h.id`,
      ),
      tx.query(
        sql`INSERT INTO holidays (id, "on", name, region_id, origin) SELECT id, "on", name, region_id, 'law' FROM (${wanted}) w ON CONFLICT DO NOTHING RETURNING id`,
      ),
    ]);
    const count = removed.length + entered.length;
    if (count) tx.afterCommit(() => engine.totals.changed('holidays'));
    return count;
  });
}

/**
 * The days, first and last included, on which nobody works in a region: holidays of it, of what it is part of, and of no
 * region. Without a region only the last count.
 */
export async function holidaysIn(
  on: Queryable,
  region: string | null,
  from: string,
  to: string,
): Promise<ReadonlySet<string>> {
  const rows = await on.query<{ on: string }>(
    sql`WITH RECURSIVE above AS (SELECT id, parent_id FROM regions WHERE id = ${region}::uuid UNION SELECT r.id, r.parent_id FROM regions r JOIN above a ON r.id = a.parent_id) SELECT DISTINCT h."on" FROM holidays h WHERE h."on" BETWEEN ${from}::date AND ${to}::date AND (h.region_id IS NULL OR h.region_id IN (SELECT id FROM above))`,
  );
  return new Set(rows.map((row) => row.on));
}

/** Is it a holiday in a region? See `holidaysIn`. */
export const isHoliday = async (on: Queryable, region: string | null, date: string): Promise<boolean> =>
  (await holidaysIn(on, region, date, date)).size > 0;

/** So far ahead holidays are known that an agenda of so many days of work has room: a year for each year of work, and half. */
export const spanFor = (from: string, days: number): string => addDays(from, days * 2 + 120) ?? '9999-12-31';
