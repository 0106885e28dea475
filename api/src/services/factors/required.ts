import type { Queryable } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';
import type { Rights } from '../rights.ts';

/** What a session lacks that has to show a second factor: there is none to show yet, or it was not shown. */
export type Missing = 'enrol' | 'prove';

/**
 * What a session has to do before it may do anything else; undefined when nothing is missing. Only a role that is valid
 * today, and requires a second factor, asks for it.
 */
export async function missingIn(
  on: Queryable,
  user: Pick<Rights, 'requires_second_factor'> & { readonly id: string },
  session: string,
): Promise<Missing | undefined> {
  if (!user.requires_second_factor) return undefined;
  const [found] = await on.query<{ shown: boolean; enrolled: boolean }>(
    sql`SELECT second_factor AS shown, EXISTS (SELECT 1 FROM authenticators WHERE user_id = ${user.id}) OR EXISTS (SELECT 1 FROM passkeys WHERE user_id = ${user.id}) AS enrolled FROM sessions WHERE id = ${session}`,
  );
  return !found || found.shown ? undefined : found.enrolled ? 'prove' : 'enrol';
}
