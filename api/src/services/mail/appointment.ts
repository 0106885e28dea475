import { message, PublicError, type Resource } from '@kontor/shared';
import type { Queryable, Transaction } from '../../db/pool.ts';
import type { Context, Row } from '../../engine/context.ts';
import { titleFrom } from '../../engine/embed.ts';
import { sql } from '../../query/sql.ts';
import { isInstant } from '../calendar/events.ts';
import type { Appointment } from '../calendar/invitation.ts';
import { seriesOf } from '../calendar/series.ts';

/** When a record is, by the declaration of its calendar, as far as the user sees that; undefined when it has no date. */
function dateOf({ access }: Context, resource: Resource, record: Row) {
  const { from, to } = resource.views?.calendar ?? {};
  const readable = access.properties(resource);
  if (!from || !readable.has(from) || !record[from]) return undefined;
  const end = to && readable.has(to) ? record[to] : null;
  return { from: String(record[from]), to: end ? String(end) : null, all_day: !isInstant(resource, from) };
}

/** The mails about the record that took its date along, whoever wrote them: how many, and did any of them leave? */
async function mailsBefore(db: Queryable, record: Row): Promise<{ readonly count: number; readonly invited: boolean }> {
  const [row] = await db.query<{ count: string; invited: boolean | null }>(
    sql`SELECT count(DISTINCT mail) AS count, bool_or(state <> 'cancelled') AS invited FROM email_messages WHERE about_id = ${record.id} AND invitation IS NOT NULL`,
  );
  return { count: Number(row!.count), invited: row!.invited ?? false };
}

/** The date that could go along with a mail about a record, and whether others know it already; null where there is none. */
export async function appointmentOf(context: Context, resource: Resource, record: Row) {
  const date = dateOf(context, resource, record);
  return date ? { ...date, invited: (await mailsBefore(context.engine.db, record)).invited } : null;
}

/** The date of a record as it goes along with a mail that is being written. One mail after the other: each counts up. */
export async function appointmentFor(
  context: Context,
  tx: Transaction,
  resource: Resource,
  record: Row,
  method: Appointment['method'] | null,
): Promise<Appointment | null> {
  if (!method) return null;
  const date = dateOf(context, resource, record);
  if (!date) throw new PublicError('invalid', { invitation: message('no_appointment') });
  await tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${record.id}, 0))`);
  const { count: sequence, invited } = await mailsBefore(tx, record);
  if (method === 'cancel' && !invited) throw new PublicError('invalid', { invitation: message('not_invited') });
  const title = titleFrom(resource, record, context.locale);
  const place = await context.engine.behaviours[resource.name]?.place?.(context, tx, record.id);
  // who calls off calls off all of it
  const dates =
    method === 'request' ? await context.engine.behaviours[resource.name]?.dates?.(context, tx, record.id) : undefined;
  const series = dates && seriesOf(dates, context.engine.timeZone);
  return {
    method,
    uid: `${record.id}@kontor`,
    sequence,
    title,
    ...date,
    ...(place ? { place } : {}),
    ...(series ? { series } : {}),
  };
}
