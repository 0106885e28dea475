import { createHash } from 'node:crypto';
import type { Resource } from '@kontor/shared';
import type { Database } from '../db/pool.ts';
import { sql } from '../query/sql.ts';
import type { Head } from './audit_seals.ts';
import { part, sealedAfter } from './audit_verify.ts';

/** Which entries are exported: from one moment (included) to another (excluded), as ISO texts. */
export interface Period {
  readonly from?: string;
  readonly until?: string;
}

/**
 * The sealed trail of a period as lines of JSON that prove themselves (`docs/audit.md`): a head line, one line an entry,
 * the heads that are known from outside, and a closing line. A chain has no gaps, so between the first and the last entry of
 * the period all are there.
 */
export async function* exportTrail(
  db: Database,
  trail: Resource,
  heads: readonly Head[],
  { from, until = new Date().toISOString() }: Period,
): AsyncGenerator<string> {
  const [range] = await db.query<{ first: string | null; last: string | null }>(
    sql`SELECT min(position) AS first, max(position) AS last FROM audit_seals WHERE entry_at >= coalesce(${from ?? null}::timestamptz, '-infinity') AND entry_at < ${until}::timestamptz`,
  );
  const first = Number(range!.first ?? 1);
  const last = Number(range!.last ?? 0);
  const [start] = await db.query<{ chain: string }>(
    sql`SELECT encode(chain, 'hex') AS chain FROM audit_seals WHERE position = ${first - 1}`,
  );
  const sum = createHash('sha256');
  const line = (value: unknown) => {
    const text = `${JSON.stringify(value)}\n`;
    sum.update(text);
    return text;
  };
  let chain = start?.chain ?? '00'.repeat(32);
  yield line({ format: 'kontor-audit/1', from: from ?? null, until, first, chain });
  let position = first - 1;
  while (position < last) {
    const rows = await db.query(sealedAfter(trail, position, last));
    if (rows.length === 0) break;
    let text = '';
    for (const row of rows) {
      const erased = row.erased === true;
      const entry = row.entry === null ? null : JSON.parse(row.entry as string);
      text += line({ entry, salt: erased ? null : row.salt, content: erased ? null : row.content, chain: row.chain });
      chain = row.chain;
    }
    position = Number(rows.at(-1)!.position);
    yield text;
    if (rows.length < part) break;
  }
  yield line({ heads: heads.filter((head) => head.position >= first && head.position <= last) });
  yield `${JSON.stringify({ count: Math.max(0, last - first + 1), last, chain, sha256: sum.digest('hex') })}\n`;
}
