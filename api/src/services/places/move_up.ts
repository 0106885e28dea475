import type { Transaction } from '../../db/pool.ts';
import type { Context } from '../../engine/context.ts';
import { changeAll, lockWhere } from '../../engine/house.ts';
import { sql } from '../../query/sql.ts';
import { house } from '../house.ts';
import { offerUntil, tellOffers } from './offer.ts';
import { freePlaces, lockTraining, offersPlaces } from './training.ts';

/** As many are offered a place in one transaction; the recurring look goes on with the others. */
const most = 100;

/**
 * Offers the free places of a training to those who wait longest, in the transaction of what made them free. Whoever has let
 * an offer lapse is not asked again by itself. Answers how many were offered a place.
 */
export async function moveUp(context: Context, tx: Transaction, id: string): Promise<number> {
  const training = await lockTraining(tx, id);
  if (!training || training.waiting_count === 0 || !offersPlaces(training)) return 0;
  const free = Math.min(freePlaces(training), most);
  if (free === 0) return 0;
  const next = await tx.query<{ id: string }>(
    sql`SELECT id FROM enrolments WHERE training_id = ${id} AND status = 'waiting' AND offer_until IS NULL ORDER BY waiting_since NULLS FIRST, id LIMIT ${free}`,
  );
  const by = house(context, 'waiting_list');
  const enrolments = by.engine.model.get('enrolments');
  const rows = await lockWhere(by, tx, enrolments, sql`t.id = ANY(${next.map((one) => one.id)}::uuid[])`);
  const values = { status: 'offered', offer_until: offerUntil(training) };
  await changeAll(
    by,
    tx,
    enrolments,
    rows.map((row) => ({ row, values })),
  );
  await tellOffers(
    by,
    tx,
    training,
    rows.map((row) => ({ ...row, ...values })),
  );
  return rows.length;
}
