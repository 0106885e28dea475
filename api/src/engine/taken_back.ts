import type { Database, Transaction } from '../db/pool.ts';

/** Thrown within a transaction to leave nothing of it but what was found out. */
export class TakenBack<T> extends Error {
  readonly outcome: T;
  constructor(outcome: T) {
    super('taken back');
    this.outcome = outcome;
  }
}

/** Runs work in a transaction that stays, or is taken back by `TakenBack`; the outcome is the answer in both cases. */
export async function orTakenBack<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  try {
    return await db.transaction(work);
  } catch (error) {
    if (error instanceof TakenBack) return error.outcome as T;
    throw error;
  }
}
