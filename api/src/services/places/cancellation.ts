import { Exact, inZone } from '@kontor/shared';
import type { Hook } from '../../engine/behaviour.ts';
import type { Row } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import type { PlacesOf } from './training.ts';

/** From when on which share of the price is due: less than `days` days before the start, `share` per cent. */
export interface CancellationStep {
  readonly days: number;
  /** A percentage: `'50.00'`. */
  readonly share: string;
}

/**
 * What it costs to cancel `left` calendar days before the start (below zero: after it), in the currency of the price, rounded
 * half away from zero to the cent. Of the steps that count, the one nearest to the start does; without any it is free.
 */
export function feeOf(steps: readonly CancellationStep[], price: string, left: number): string {
  const [step] = steps.filter(({ days }) => left < days).toSorted((a, b) => a.days - b.days);
  return new Exact(price)
    .times(step?.share ?? 0)
    .div(100)
    .toFixed(2);
}

/** Calendar days from one day to another: `2026-12-01`, `2026-12-15` is 14. */
const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/**
 * What an enrolment owes when it is cancelled now, by the terms of its training; null where nothing is agreed, nothing is paid,
 * or the training was called off by the house.
 */
export async function cancellationFee(
  { context, tx }: Pick<Hook, 'context' | 'tx'>,
  training: PlacesOf,
  enrolment: Row,
): Promise<string | null> {
  if (training.status === 'cancelled' || training.first_session_at === null || enrolment.price === null) return null;
  const steps = await tx.query<CancellationStep & Row>(
    sql`SELECT s.days, s.share FROM cancellation_steps s JOIN trainings t ON t.cancellation_terms_id = s.terms_id WHERE t.id = ${training.id}`,
  );
  if (steps.length === 0) return null;
  const { timeZone } = context.engine;
  const today = inZone(new Date(), timeZone).date;
  const start = inZone(new Date(training.first_session_at), timeZone).date;
  const fee = feeOf(steps, String(enrolment.price), daysFrom(today, start));
  return Number(fee) > 0 ? fee : null;
}
