import { message, PublicError } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';

/**
 * Refuses to take a place from somebody who holds a valid certificate of it: anybody could go on checking that it is genuine. The
 * row of the training is held by whoever asks, as by whoever issues certificates.
 */
export async function requireUncertified(tx: Transaction, enrolment: string, at = 'root'): Promise<void> {
  const [held] = await tx.query<{ number: string }>(
    sql`SELECT number FROM certificates WHERE enrolment_id = ${enrolment} AND status = 'valid' ORDER BY number LIMIT 1`,
  );
  if (held) throw new PublicError('invalid', { [at]: message('certificate_holds', { number: held.number }) });
}
