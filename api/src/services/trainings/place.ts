import type { Queryable } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';

/**
 * The region whose holidays count for a training: that of its location, or of what that is part of; else where its customer
 * is, else where the company of its brand is. By postcode where there is no more to go by. Null where nothing is known.
 */
export async function regionFor(
  on: Queryable,
  training: { readonly location_id: string | null; readonly customer_id: string | null; readonly brand_id: string },
): Promise<string | null> {
  const { location_id, customer_id, brand_id } = training;
  const [found] = await on.query<{ id: string | null }>(
    sql`WITH RECURSIVE up AS (
      SELECT id, parent_id, region_id, address, 0 AS height FROM locations WHERE id = ${location_id}::uuid
      UNION ALL SELECT l.id, l.parent_id, l.region_id, l.address, up.height + 1 FROM locations l JOIN up ON l.id = up.parent_id
    ), known(rank, region, country, postcode) AS (
      SELECT height, region_id, address->>'country', address->>'postcode' FROM up
      UNION ALL SELECT CASE WHEN type = 'main' THEN 1000 ELSE 1001 END, NULL, country, postcode FROM addresses WHERE party_resource = 'customers' AND party_id = ${customer_id}::uuid
      UNION ALL SELECT 2000, NULL, c.address->>'country', c.address->>'postcode' FROM brands b JOIN companies c ON c.id = b.company_id WHERE b.id = ${brand_id}
    )
    SELECT r.id FROM known k JOIN regions r ON r.id = k.region OR (k.region IS NULL AND (r.code = k.country OR (r.code LIKE k.country || '-%' AND k.postcode LIKE r.postcode_prefix || '%')))
    ORDER BY k.rank, length(r.postcode_prefix) DESC NULLS LAST, r.id LIMIT 1`,
  );
  return found?.id ?? null;
}
