import type { Queryable } from '../../db/pool.ts';
import type { Context } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import { seen } from './seen.ts';

/**
 * Where a training is, in one line: the place of its sessions where it is one, else its own, with the address (of the house, for
 * a room), else the link to the call.
 */
export async function venueOf(context: Context, on: Queryable, id: string): Promise<string | null> {
  const [found] = await on.query<{
    name: string | null;
    address: Record<string, string | null> | null;
    link: string | null;
  }>(
    sql`WITH RECURSIVE
      t AS (SELECT CASE WHEN format = 'online' THEN NULL ELSE location_id END AS location_id, format, online_link FROM trainings WHERE id = ${id}),
      s AS (SELECT CASE WHEN (SELECT format FROM t) = 'online' THEN NULL ELSE location_id END AS location_id, online_link FROM training_sessions WHERE training_id = ${id}),
      place(id) AS (SELECT CASE WHEN (SELECT count(DISTINCT location_id) FROM s) = 1 THEN (SELECT location_id FROM s WHERE location_id IS NOT NULL LIMIT 1) ELSE t.location_id END FROM t),
      up AS (
        SELECT l.id, l.parent_id, l.address, 0 AS height FROM locations l JOIN place ON place.id = l.id
        UNION ALL SELECT l.id, l.parent_id, l.address, up.height + 1 FROM locations l JOIN up ON l.id = up.parent_id
      )
    SELECT (SELECT l.name FROM locations l JOIN place ON place.id = l.id WHERE ${seen(context, 'locations', 'name', 'l')}) AS name,
      (SELECT up.address FROM up WHERE up.address IS NOT NULL ORDER BY up.height LIMIT 1) AS address,
      coalesce((SELECT online_link FROM t), (SELECT online_link FROM s WHERE online_link IS NOT NULL LIMIT 1)) AS link`,
  );
  if (!found?.name) return found?.link ?? null;
  const { street, postcode, city } = found.address ?? {};
  return [found.name, street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}
