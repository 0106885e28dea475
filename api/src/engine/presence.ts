import { PublicError, type Resource, uuid } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import { quote } from '../db/quote.ts';
import { raw, sql } from '../query/sql.ts';
import type { Context } from './context.ts';
import { requireId } from './get.ts';
import { namesOf } from './people.ts';

/** Somebody who has the form of a record open. */
export interface Present {
  readonly id: string;
  readonly name: string;
  /** Since when, as an instant. */
  readonly since: string;
}

/** Who has not been heard of for this long has gone without a word: a closed lid, a lost connection. */
const seconds = 30;
/** Forms show themselves every ten seconds; what nobody asks for any more is swept away at times. */
const sweepEvery = 10 * 60_000;
let swept = 0;

function windowId(value: unknown): string {
  if (typeof value !== 'string' || !uuid.test(value)) throw new PublicError('invalid', { window: 'kontor:invalid' });
  return value;
}

/** Says that a form of this record is open in a window, and answers who else has it open. 404 for what one may not see. */
export async function arrive(context: Context, resource: Resource, id: string, window: unknown): Promise<Present[]> {
  const { access, engine } = context;
  access.require(resource, 'read');
  // who only looks must not be taken for whom they look as
  if (access.actor.impersonator) throw new PublicError('view_only');
  const record = requireId(id);
  const own = windowId(window);
  const rows = await engine.db.prepared<{ user_id: string | null; since: string | null }>(
    sql`WITH seen AS (SELECT t.id FROM ${raw(`${quote(resource.name)} t`)} WHERE t.id = ${record} AND ${access.rows(resource, 'read', 't')}),
      beat AS (INSERT INTO presences (id, window_id, resource, record_id, user_id, seen_at, created_by)
        SELECT ${uuidv7()}::uuid, ${own}::text, ${resource.name}::text, ${record}::text, ${access.actor.id}::uuid, now(), ${access.actor.id}::uuid FROM seen
        ON CONFLICT (window_id) DO UPDATE SET seen_at = now(), resource = excluded.resource, record_id = excluded.record_id, user_id = excluded.user_id,
          created_at = CASE WHEN presences.record_id = excluded.record_id THEN presences.created_at ELSE now() END)
      SELECT p.user_id, min(p.created_at) AS since FROM seen LEFT JOIN presences p ON p.resource = ${resource.name}::text AND p.record_id = ${record}::text AND p.window_id <> ${own}::text AND p.seen_at > now() - ${`${seconds} seconds`}::interval GROUP BY p.user_id ORDER BY since`,
  );
  if (rows.length === 0) throw new PublicError('not_found');
  if (Date.now() - swept > sweepEvery) {
    swept = Date.now();
    await engine.db.query(sql`DELETE FROM presences WHERE seen_at < now() - ${`${seconds * 10} seconds`}::interval`);
  }
  const others = rows.filter((row) => row.user_id !== null);
  const people = await namesOf(
    context,
    resource,
    others.map((row) => ({ created_by: row.user_id })),
  );
  return others.map((row) => ({ id: row.user_id!, name: people.get(row.user_id!) ?? '', since: row.since! }));
}

/** The form in a window of this user is closed. */
export async function depart(context: Context, window: unknown): Promise<void> {
  await context.engine.db.query(
    sql`DELETE FROM presences WHERE window_id = ${windowId(window)} AND user_id = ${context.access.actor.id}`,
  );
}
