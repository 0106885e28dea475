import { rm } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import type { Database } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';

/** Days for which an ended job and its result are kept. */
export const keptDays = 30;

/** Removes what ended long ago, with its files. What was exported is in the trail; the copy of it is not for ever. */
export async function tidy(db: Database, folder: string): Promise<number> {
  const old = await db.query<{ place: string | null }>(
    sql`DELETE FROM jobs WHERE state IN ('done', 'failed', 'cancelled') AND coalesce(finished_at, updated_at) < now() - ${`${keptDays} days`}::interval RETURNING result_place AS place`,
  );
  for (const { place } of old) {
    // the folder of the attempt is the first part of the place
    const [attempt] = normalize(place ?? '').split('/');
    if (place && attempt && attempt !== '..') await rm(join(folder, attempt), { recursive: true, force: true });
  }
  return old.length;
}
