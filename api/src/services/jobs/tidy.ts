import type { Database } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';
import type { JobFiles } from './files.ts';

/** Days for which an ended job and its result are kept. */
export const keptDays = 30;
const day = 86_400_000;
/** Files are asked for in parts of so many. */
const part = 500;

/**
 * Removes what ended long ago, with its files, and files that no job knows: a process was killed while it made them. What
 * was exported is in the trail; the copy of it is not for ever. What a job was given goes as soon as it is done.
 */
export async function tidy(db: Database, { store, forgetHalves }: JobFiles, now = Date.now()): Promise<number> {
  await forgetHalves(now);
  const old = await db.query(
    sql`DELETE FROM jobs WHERE state IN ('done', 'failed', 'cancelled') AND coalesce(finished_at, updated_at) < now() - ${`${keptDays} days`}::interval RETURNING id`,
  );
  const check = async (places: readonly string[]) => {
    const needed = await db.query<{ place: string }>(
      sql`SELECT result_place AS place FROM jobs WHERE result_place = ANY(${places}::text[]) UNION ALL SELECT payload->>'file' FROM jobs WHERE state <> 'done' AND payload->>'file' = ANY(${places}::text[])`,
    );
    const known = new Set(needed.map(({ place }) => place));
    for (const place of places) if (!known.has(place)) await store.remove(place);
  };
  let places: string[] = [];
  for await (const { sha256: place, since } of store.list()) {
    if (now - since.getTime() < day) continue; // its job may not be written yet
    places.push(place);
    if (places.length < part) continue;
    await check(places);
    places = [];
  }
  await check(places);
  return old.length;
}
