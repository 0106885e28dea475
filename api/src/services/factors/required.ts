import type { Queryable } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';

/** Does a role of the user, valid today, require a second factor? */
export async function secondFactorRequired(_on: Queryable, _userId: string): Promise<boolean> {
  return false;
}

/** What a session lacks that has to show a second factor: there is none to show yet, or it was not shown. */
export type Missing = 'enrol' | 'prove';

/** What a session has to do before it may do anything else; undefined when nothing is missing. */
export async function missingIn(on: Queryable, userId: string, session: string): Promise<Missing | undefined> {
  if (!(await secondFactorRequired(on, userId))) return undefined;
  const [found] = await on.query<{ shown: boolean; enrolled: boolean }>(
    sql`SELECT second_factor AS shown, EXISTS (SELECT 1 FROM authenticators WHERE user_id = ${userId}) OR EXISTS (SELECT 1 FROM passkeys WHERE user_id = ${userId}) AS enrolled FROM sessions WHERE id = ${session}`,
  );
  return !found || found.shown ? undefined : found.enrolled ? 'prove' : 'enrol';
}
