import type { Queryable, Transaction } from '../../../db/pool.ts';
import type { Engine } from '../../../engine/context.ts';
import { sql } from '../../../query/sql.ts';
import { tellAttendance } from '../news.ts';
import type { Place } from './match.ts';
import type { Attendance, Reply } from './reply.ts';

/** An answer that is believed: of whom, to which copy of which invitation, and since when it holds. */
export interface Believed {
  readonly copy: string;
  readonly who: string;
  readonly state: Attendance;
  readonly at: Date;
  readonly place: Place;
}

/** Which of these addresses have been invited by a mail, in small letters. */
export async function invitedAmong(db: Queryable, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  if (addresses.length === 0) return new Set();
  const rows = await db.query<{ address: string }>(
    sql`SELECT DISTINCT lower("to") AS address FROM email_messages WHERE invitation = 'request' AND direction = 'out' AND lower("to") = ANY(${addresses})`,
  );
  return new Set(rows.map(({ address }) => address));
}

/**
 * Believes an answer when its sender answers for themselves, was invited to this very date, and names us as who invited. One
 * that says later than now when it was answered holds from when it came in.
 */
export async function believe(
  db: Queryable,
  reply: Reply | undefined,
  { sender, own, receivedAt }: { sender: string; own: ReadonlySet<string>; receivedAt: Date },
): Promise<Believed | undefined> {
  if (!reply || reply.attendee !== sender) return undefined;
  const sequence = reply.sequence ?? null;
  const [copy] = await db.query<Place & { id: string; who: string; account_id: string | null; domain: string | null }>(
    sql`SELECT id, coalesce(to_name, "to") AS who, account_id, about_resource, about_id, customer_id, brand_id, coalesce(thread, mail, id::text) AS thread, lower(substring(message_id FROM '@([^@>]+)>$')) AS domain FROM email_messages WHERE about_id = ${reply.record} AND invitation = 'request' AND direction = 'out' AND state = 'sent' AND lower("to") = ${sender} AND (${sequence}::int IS NULL OR (appointment ->> 'sequence')::int = ${sequence}) ORDER BY created_at DESC, id DESC LIMIT 1`,
  );
  if (!copy) return undefined;
  const { id, who, account_id, domain, ...place } = copy;
  // what left by the server of the configuration has no account that could tell its sender
  const ours = own.has(reply.organizer) || (!account_id && reply.organizer.endsWith(`@${domain}`));
  if (!ours) return undefined;
  const at = reply.stamp && reply.stamp < receivedAt ? reply.stamp : receivedAt;
  return { copy: id, who, state: reply.state, at, place };
}

/** Keeps an answer at the copy that it answers, unless a later one is there, and tells whoever has invited what is new in it. */
export async function keepAttendance(
  engine: Pick<Engine, 'totals'>,
  tx: Transaction,
  { copy, who, state, at }: Believed,
): Promise<void> {
  const [held] = await tx.query<{ attendance: Attendance | null }>(
    sql`SELECT attendance FROM email_messages WHERE id = ${copy} AND (attendance_at IS NULL OR attendance_at <= ${at.toISOString()}) FOR NO KEY UPDATE`,
  );
  if (!held) return;
  await tx.query(
    sql`UPDATE email_messages SET attendance = ${state}, attendance_at = ${at.toISOString()}, updated_at = now(), version = version + 1 WHERE id = ${copy}`,
  );
  if (held.attendance !== state) await tellAttendance(engine, tx, copy, state, who);
}
