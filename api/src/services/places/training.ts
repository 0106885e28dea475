import type { Transaction } from '../../db/pool.ts';
import { type Sql, sql } from '../../query/sql.ts';

/** What decides about the places of a training. */
export interface PlacesOf {
  readonly id: string;
  readonly status: string;
  /** Null: without limit. */
  readonly max_participants: number | null;
  /** Enrolled, or offered a place. */
  readonly seats_taken: number;
  readonly waiting_count: number;
  readonly participant_price: string | null;
  /** When the first session begins, as an ISO instant. */
  readonly first_session_at: string | null;
  readonly deleted: boolean;
  readonly brand_id: string;
  readonly owner_id: string | null;
  readonly language: 'de' | 'en';
  readonly name: string;
}

/** The row of a training, held until the end of the transaction: whoever wants a place in it waits here. */
export async function lockTraining(tx: Transaction, id: string): Promise<PlacesOf | undefined> {
  const [training] = await tx.prepared<PlacesOf>(
    sql`SELECT id, status, max_participants, seats_taken, waiting_count, participant_price, first_session_at, deleted_at IS NOT NULL AS deleted, brand_id, owner_id, language, name FROM trainings WHERE id = ${id} FOR NO KEY UPDATE`,
  );
  return training;
}

/** States in which places are given away by themselves. */
const offering = ['lead', 'offered', 'option', 'confirmed', 'planned'];

/** Are places offered? Not once it has begun, was called off, or is over. */
export const offersPlaces = (training: PlacesOf, now = new Date()): boolean =>
  !training.deleted &&
  offering.includes(training.status) &&
  (training.first_session_at === null || training.first_session_at > now.toISOString());

/** The same as a condition on rows of `alias`. */
export const offersPlacesSql = (alias: Sql): Sql =>
  sql`(${alias}.deleted_at IS NULL AND ${alias}.status = ANY(${offering}) AND (${alias}.first_session_at IS NULL OR ${alias}.first_session_at > now()))`;

/** Places that nobody has; infinitely many without a limit. */
export const freePlaces = ({ max_participants: most, seats_taken: taken }: PlacesOf): number =>
  most === null ? Number.POSITIVE_INFINITY : Math.max(0, most - taken);
