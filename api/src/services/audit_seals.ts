import type { Database } from '../db/pool.ts';
import { raw, sql } from '../query/sql.ts';

/** Rows sealed in one transaction, so that none lasts long. */
const part = 2000;

/** The end of the chain at some moment. Known outside of the database, it shows whether the end was cut off or made anew. */
export interface Head {
  readonly position: number;
  /** SHA-256 in hex. */
  readonly chain: string;
  readonly at: string;
}

/** Seals what has been committed for certain. Returns how many entries that were; 0 while another process seals. */
export async function sealTrail(db: Database): Promise<number> {
  for (let sum = 0; ; ) {
    const [{ n }] = (await db.query<{ n: number }>(sql`SELECT audit_entries_seal(${part}) AS n`)) as [{ n: number }];
    sum += Math.max(0, n);
    if (n < part) return sum;
  }
}

/** The end of the chain as it is now; undefined before the first seal. */
export async function headOf(db: Database): Promise<Head | undefined> {
  const [row] = await db.query<{ position: string; chain: string }>(
    sql`SELECT position, encode(chain, 'hex') AS chain FROM audit_seals ORDER BY position DESC LIMIT 1`,
  );
  return row && { position: Number(row.position), chain: row.chain, at: new Date().toISOString() };
}

/** How many entries wait for their seal. */
export async function waitingEntries(db: Database): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    raw(`SELECT count(*)::int AS n FROM audit_entries e
      WHERE e.xid >= coalesce((SELECT below FROM audit_seals ORDER BY position DESC LIMIT 1), '0'::xid8)
        AND NOT EXISTS (SELECT 1 FROM audit_seals s WHERE s.entry_id = e.id AND s.entry_at = e.created_at)`),
  );
  return row!.n;
}
