import type { Queryable } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';

/** What a trainer costs for a session, as decimals; null where it is not known. */
export interface Cost {
  readonly fee: string | null;
  readonly travel_cost: string | null;
}

/** A trainer and a session, with what lies between them. */
export interface CostOf extends Cost {
  readonly trainer_id: string;
  readonly session_id: string;
  /** Is the region of the session known? */
  readonly placed: boolean;
  /** The region of the trainer that the session is in, the nearest one, and its priority. */
  readonly region: string | null;
  readonly priority: number | null;
  /** Does the trainer live in the region of the session, or in what that is part of? */
  readonly home: boolean;
}

/**
 * What each of the trainers costs for each of the sessions. The fee is the day rate by the units of the session, eight to a
 * day. The journey costs what the trainer asks for in the region of the location, or in the nearest one that this is part of.
 */
export function costsOf(on: Queryable, trainers: readonly string[], sessions: readonly string[]): Promise<CostOf[]> {
  return on.query<CostOf>(
    sql`WITH RECURSIVE place AS (
      SELECT s.id AS session_id, coalesce(s.location_id, t.location_id) AS id, s.units FROM training_sessions s JOIN trainings t ON t.id = s.training_id WHERE s.id = ANY(${sessions}::uuid[])
    ), up AS (
      SELECT p.session_id, l.parent_id, l.region_id, 0 AS height FROM locations l JOIN place p ON p.id = l.id
      UNION ALL SELECT up.session_id, l.parent_id, l.region_id, up.height + 1 FROM locations l JOIN up ON l.id = up.parent_id
    ), nearest AS (
      SELECT DISTINCT ON (session_id) session_id, region_id AS id FROM up WHERE region_id IS NOT NULL ORDER BY session_id, height
    ), above AS (
      SELECT n.session_id, r.id, r.parent_id, 0 AS height FROM regions r JOIN nearest n ON n.id = r.id
      UNION ALL SELECT a.session_id, r.id, r.parent_id, a.height + 1 FROM regions r JOIN above a ON r.id = a.parent_id
    ), matched AS (
      SELECT DISTINCT ON (tr.trainer_id, a.session_id) tr.trainer_id, a.session_id, tr.travel_cost, tr.priority, tr.region_id FROM trainer_regions tr JOIN above a ON a.id = tr.region_id WHERE tr.trainer_id = ANY(${trainers}::uuid[]) ORDER BY tr.trainer_id, a.session_id, a.height
    )
    SELECT x.id AS trainer_id, p.session_id, round(x.day_rate * p.units / 8, 2) AS fee, m.travel_cost, n.id IS NOT NULL AS placed, r.name AS region, m.priority, h.id IS NOT NULL AS home
    FROM trainers x CROSS JOIN place p
    LEFT JOIN nearest n ON n.session_id = p.session_id
    LEFT JOIN above h ON h.session_id = p.session_id AND h.id = x.region_id
    LEFT JOIN matched m ON m.trainer_id = x.id AND m.session_id = p.session_id
    LEFT JOIN regions r ON r.id = m.region_id
    WHERE x.id = ANY(${trainers}::uuid[])`,
  );
}

/** The same for one trainer and one session. */
export async function costOf(on: Queryable, trainer: string, session: string): Promise<Cost> {
  const [row] = await costsOf(on, [trainer], [session]);
  return { fee: row?.fee ?? null, travel_cost: row?.travel_cost ?? null };
}
