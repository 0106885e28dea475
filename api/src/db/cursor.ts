import { raw, render, type Sql, sql } from '../query/sql.ts';
import type { Database, Queryable } from './pool.ts';

/** A result that is read in parts, on a connection of its own. */
export interface Cursor extends Queryable {
  /** The next rows, at most so many; an empty list is the end. */
  fetch<T = Record<string, any>>(count: number): Promise<T[]>;
}

/**
 * Reads a statement's rows part by part, so that memory does not grow with the result. All parts, and what is asked
 * besides through the cursor, show the same moment. The connection goes back to the pool however the work ends.
 */
export async function withCursor<T>(db: Database, statement: Sql, work: (cursor: Cursor) => Promise<T>): Promise<T> {
  const client = await db.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  const query = async <R>(piece: Sql): Promise<R[]> => (await client.query(render(piece))).rows;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await query(sql`DECLARE part NO SCROLL CURSOR FOR ${statement}`);
    return await work({ query, prepared: query, fetch: (count) => query(raw(`FETCH ${count} FROM part`)) });
  } finally {
    await client.query('ROLLBACK').catch((error: Error) => {
      broken = error;
    });
    client.off('error', onError);
    client.release(broken);
  }
}
