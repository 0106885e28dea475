import { inZone, plusDays } from '@kontor/shared';
import type { Queryable } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';
import type { Wanted } from './types.ts';

/** A session that trainers are sought for. */
export interface SoughtSession {
  readonly id: string;
  readonly name: string;
  readonly starts_at: string;
  readonly ends_at: string;
  /** Has a confirmed trainer, or has begun. */
  readonly settled: boolean;
}

/** The sessions of a training that still need a trainer; all of them where none does. In their order. */
export async function soughtSessions(
  on: Queryable,
  training: string,
): Promise<{ readonly sessions: readonly SoughtSession[]; readonly open: boolean }> {
  const all = await on.query<SoughtSession>(
    sql`SELECT id, name, starts_at, ends_at, confirmed_trainers > 0 OR starts_at <= now() AS settled FROM training_sessions WHERE training_id = ${training} ORDER BY starts_at, id`,
  );
  const open = all.filter(({ settled }) => !settled);
  return open.length ? { sessions: open, open: true } : { sessions: all, open: false };
}

/** So many days are looked at: a session that ends in the year 9999 is a typing error, and no work for the server. */
const mostDays = 366;

/** The days of a session on the clock of the company. */
export function daysOf(
  { starts_at, ends_at }: Pick<SoughtSession, 'starts_at' | 'ends_at'>,
  timeZone: string,
): string[] {
  const first = inZone(new Date(starts_at), timeZone).date;
  // what ends at midnight is over the evening before
  const last = inZone(new Date(Date.parse(ends_at) - 1), timeZone).date;
  const days = [first];
  while (days.at(-1)! < last && days.length < mostDays) days.push(plusDays(days.at(-1)!, 1));
  return days;
}

/** The days of all sessions that somebody is sought for, each once. */
export const wantedDays = ({ sessions }: Wanted): string[] => [...new Set(sessions.flatMap(({ days }) => days))].sort();
