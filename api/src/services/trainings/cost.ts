import type { Queryable } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';

/** What a trainer costs for a session, as decimals; null where it is not known. */
export interface Cost {
  readonly fee: string | null;
  readonly travel_cost: string | null;
}

/**
 * The fee is the day rate by the units of the session, eight to a day. The journey costs what the trainer asks for in the
 * region of the location, or in the nearest one that this is part of.
 */
export async function costOf(on: Queryable, trainer: string, session: string): Promise<Cost> {
  const [row] = await on.query<Cost>(
    sql`WITH RECURSIVE place AS (
      SELECT coalesce(s.location_id, t.location_id) AS id, s.units FROM training_sessions s JOIN trainings t ON t.id = s.training_id WHERE s.id = ${session}
    ), up AS (
      SELECT l.id, l.parent_id, l.region_id, 0 AS height FROM locations l JOIN place p ON p.id = l.id
      UNION ALL SELECT l.id, l.parent_id, l.region_id, up.height + 1 FROM locations l JOIN up ON l.id = up.parent_id
    ), nearest AS (
      SELECT region_id AS id FROM up WHERE region_id IS NOT NULL ORDER BY height LIMIT 1
    ), regions_above AS (
      SELECT r.id, r.parent_id, 0 AS height FROM regions r JOIN nearest n ON n.id = r.id
      UNION ALL SELECT r.id, r.parent_id, a.height + 1 FROM regions r JOIN regions_above a ON r.id = a.parent_id
    )
    SELECT round(x.day_rate * p.units / 8, 2) AS fee,
      (SELECT tr.travel_cost FROM trainer_regions tr JOIN regions_above a ON a.id = tr.region_id WHERE tr.trainer_id = x.id ORDER BY a.height LIMIT 1) AS travel_cost
    FROM trainers x, place p WHERE x.id = ${trainer}`,
  );
  return row ?? { fee: null, travel_cost: null };
}
