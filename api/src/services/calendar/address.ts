import type { Queryable } from '../../db/pool.ts';
import type { Engine } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';

/** Where feeds are fetched, below the API. */
export const feedPath = '/calendar';

/** The secret part of a feed's address; undefined when there is no such feed. */
export async function feedToken({ secrets }: Engine, db: Queryable, id: string): Promise<string | undefined> {
  const [row] = await db.query<{ token: string }>(sql`SELECT token FROM calendar_feeds WHERE id = ${id}`);
  return row && secrets.decrypt(row.token);
}

/** The address under which a calendar program fetches a feed. */
export async function feedAddress(engine: Engine, db: Queryable, id: string): Promise<string> {
  return `${engine.outward.url}/api/v1${feedPath}/${id}/${await feedToken(engine, db, id)}.ics`;
}
