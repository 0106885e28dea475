import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../db/pool.ts';
import type { Context } from '../engine/context.ts';
import { sql } from '../query/sql.ts';

/**
 * Erases what the trail says about one record: values before and after, and client addresses. That there were changes, when
 * and by whom stays, as do the digests, so the seals stay whole. The erasure itself is entered with its legal reason. Lines of
 * a record have entries of their own, and are erased one by one. Returns how many entries were erased.
 * @param reason the legal reason (GDPR Art. 17, or a court's order), at least five characters
 */
export async function eraseTrail(
  context: Context,
  db: Queryable,
  resource: string,
  id: string,
  reason: string,
): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    sql`SELECT audit_entries_erase(${uuidv7()}::uuid, ${resource}, ${id}, ${reason.trim()}, ${context.access.actor.id}::uuid, ${context.requestId}) AS count`,
  );
  return row!.count;
}
