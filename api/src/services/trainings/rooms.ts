import type { Transaction } from '../../db/pool.ts';
import type { Context, Row, Values } from '../../engine/context.ts';
import { changeAll, insertAll, lockWhere } from '../../engine/house.ts';
import { belongsAt } from '../../engine/rival.ts';
import { type Sql, sql } from '../../query/sql.ts';

/** A session as it was and as it is now. */
export interface Moved {
  readonly before: Row | null;
  readonly record: Row;
}

/** What a room is to a training in a state. */
export function holdOf(state: string): 'option' | 'confirmed' | 'released' {
  if (state === 'cancelled') return 'released';
  return ['lead', 'offered', 'option'].includes(state) ? 'option' : 'confirmed';
}

const bookings = ({ engine }: Context) => engine.model.get('resource_bookings');

/** What belongs to a training or to one of its sessions, as a condition on a subject. */
const ofTraining = (id: string): Sql =>
  sql`((t.subject_resource = 'trainings' AND t.subject_id = ${id}) OR (t.subject_resource = 'training_sessions' AND t.subject_id IN (SELECT id FROM training_sessions WHERE training_id = ${id})))`;

/**
 * Keeps what is booked for sessions with them: what was booked for their time moves along, and their room is held for them,
 * as an option or for themselves alone. Only a room is held: a venue or a harbour has place for several.
 */
export async function holdRooms(context: Context, tx: Transaction, sessions: readonly Moved[]): Promise<void> {
  if (sessions.length === 0) return;
  const ids = sessions.map(({ record }) => record.id);
  const places = sessions.map(({ record }) => record.location_id).filter(Boolean);
  const [trainings, rooms, held] = await Promise.all([
    tx.query<Row>(
      sql`SELECT id, number, name, status FROM trainings WHERE id = ANY(${sessions.map(({ record }) => record.training_id)}::uuid[])`,
    ),
    tx.query<Row>(sql`SELECT id FROM locations WHERE id = ANY(${places}::uuid[]) AND type = 'room'`),
    lockWhere(
      context,
      tx,
      bookings(context),
      sql`t.subject_resource = 'training_sessions' AND t.subject_id = ANY(${ids}::uuid[])`,
    ),
  ]);
  const room = new Set(rooms.map(({ id }) => id));
  const changes = new Map<string, { row: Row; values: Values }>();
  const fresh: Values[] = [];
  for (const { before, record } of sessions) {
    const training = trainings.find(({ id }) => id === record.training_id);
    if (!training) continue;
    const hold = holdOf(training.status);
    const time = { starts_at: record.starts_at, ends_at: record.ends_at };
    const own = held.filter(({ subject_id }) => subject_id === record.id);
    for (const row of own)
      if (row.status !== 'released' && row.starts_at === before?.starts_at && row.ends_at === before?.ends_at)
        changes.set(row.id, { row, values: time });
    const wanted = room.has(record.location_id) ? record.location_id : null;
    const was = before?.location_id ?? record.location_id;
    const its = own
      .filter(({ what_resource, what_id }) => what_resource === 'locations' && what_id === was)
      .sort((a, b) => Number(a.status === 'released') - Number(b.status === 'released'))[0];
    const purpose = `${training.number} ${training.name}: ${record.name}`.slice(0, 200);
    const values = { ...time, purpose, what_id: wanted, status: hold };
    if (its && wanted) changes.set(its.id, { row: its, values });
    else if (its && its.status !== 'released') changes.set(its.id, { row: its, values: { status: 'released' } });
    else if (wanted && hold !== 'released')
      fresh.push({
        ...values,
        what_resource: 'locations',
        subject_resource: 'training_sessions',
        subject_id: record.id,
      });
  }
  try {
    await changeAll(context, tx, bookings(context), [...changes.values()]);
    await insertAll(context, tx, bookings(context), fresh);
  } catch (error) {
    throw belongsAt(error, 'location_id');
  }
}

/** Takes everything that is booked for a training to what its state means. What was released stays released. */
export async function holdAll(
  context: Context,
  tx: Transaction,
  training: string,
  state: string,
  of: readonly string[] = ['option', 'confirmed'],
): Promise<void> {
  const hold = holdOf(state);
  const rows = await lockWhere(
    context,
    tx,
    bookings(context),
    sql`${ofTraining(training)} AND t.status = ANY(${of}::text[])`,
  );
  await changeAll(
    context,
    tx,
    bookings(context),
    rows.map((row) => ({ row, values: { status: hold } })),
  );
}
