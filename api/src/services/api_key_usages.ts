import { inZone } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../db/pool.ts';
import { sql } from '../query/sql.ts';

/** Counts the requests of keys: in memory, and every few seconds in the database, so that no request waits for it. */
export interface UsageCounter {
  count(keyId: string): void;
  /** Writes what has been counted. What can not be written is kept for the next time. */
  flush(): Promise<void>;
  /** Writes the rest and stops. */
  end(): Promise<void>;
}

interface Counted {
  readonly keyId: string;
  /** `2026-11-26`, in the time zone of the installation. */
  readonly day: string;
  count: number;
  last: Date;
}

/** Starts counting. `every` are milliseconds. */
export function usageCounter(db: Database, timeZone: string, every = 2000): UsageCounter {
  let counted = new Map<string, Counted>();

  async function flush(): Promise<void> {
    if (counted.size === 0) return;
    const taken = counted;
    counted = new Map();
    const rows = [...taken.values()].sort((a, b) => (a.keyId < b.keyId ? -1 : 1)); // one order for all: no deadlocks
    const column = (value: (row: Counted) => unknown) => rows.map(value);
    try {
      await db.query(
        sql`WITH counted AS (SELECT c.* FROM unnest(${column(() => uuidv7())}::uuid[], ${column((r) => r.keyId)}::uuid[], ${column((r) => r.day)}::date[], ${column((r) => r.count)}::int[], ${column((r) => r.last.toISOString())}::timestamptz[]) AS c(id, key_id, day, count, last_used_at) JOIN api_keys k ON k.id = c.key_id ORDER BY c.key_id, c.day), used AS (UPDATE api_keys k SET uses = coalesce(k.uses, 0) + c.count, last_used_at = greatest(k.last_used_at, c.last_used_at) FROM (SELECT key_id, sum(count)::int AS count, max(last_used_at) AS last_used_at FROM counted GROUP BY key_id) c WHERE k.id = c.key_id) INSERT INTO api_key_usages AS u (id, key_id, day, count, last_used_at) SELECT id, key_id, day, count, last_used_at FROM counted ON CONFLICT (key_id, day) DO UPDATE SET count = u.count + excluded.count, last_used_at = greatest(u.last_used_at, excluded.last_used_at), updated_at = now()`,
      );
    } catch {
      for (const { keyId, day, count, last } of taken.values()) add(keyId, day, count, last);
    }
  }

  function add(keyId: string, day: string, count: number, last: Date): void {
    const key = `${keyId} ${day}`;
    const known = counted.get(key);
    if (!known) counted.set(key, { keyId, day, count, last });
    else {
      known.count += count;
      if (last > known.last) known.last = last;
    }
  }

  const timer = setInterval(() => void flush(), every);
  timer.unref();
  return {
    count: (keyId) => {
      const now = new Date();
      add(keyId, inZone(now, timeZone).date, 1, now);
    },
    flush,
    end: async () => {
      clearInterval(timer);
      await flush();
    },
  };
}
