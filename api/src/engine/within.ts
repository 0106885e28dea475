import type { Database, Transaction } from '../db/pool.ts';
import { numberService } from '../services/numbers.ts';
import type { Engine } from './context.ts';

/** A database that is one open transaction: whatever is sent to it ends with that. */
const within = (db: Database, tx: Transaction): Database => ({
  query: tx.query,
  prepared: tx.prepared,
  together: (work) => work(tx),
  transaction: (work) => tx.savepoint(() => work(tx)),
  connect: () => {
    throw new Error('within a transaction there is one connection');
  },
  end: db.end,
});

/** The engine inside a transaction: whatever verbs do with it ends with that, numbers too, and nothing leaves the house. */
export function engineWithin(engine: Engine, tx: Transaction): Engine {
  const db = within(engine.db, tx);
  return {
    ...engine,
    db,
    numbers: numberService(db, engine.timeZone),
    outward: { ...engine.outward, wake: () => {}, later: () => {} },
  };
}
