import { createHash } from 'node:crypto';
import type { Resource } from '@kontor/shared';
import type { Database } from '../db/pool.ts';
import { contentSql, entrySql } from '../db/seals.ts';
import { raw, type Sql, sql } from '../query/sql.ts';
import type { Head } from './audit_seals.ts';

/**
 * What can be wrong: content differs from its digest; other facts of the entry, or its place, differ from the chain; the entry
 * is gone; its seal is gone; it has no seal although later ones have; its content is gone without an entry that says why; the
 * chain ends before a known head, or passes it with another digest.
 */
export type Fault =
  | 'content'
  | 'chain'
  | 'moved'
  | 'missing'
  | 'seal_missing'
  | 'inserted'
  | 'erased'
  | 'cut_off'
  | 'rewritten';

export interface Broken {
  readonly fault: Fault;
  /** Place in the chain; null for what has none. */
  readonly position: number | null;
  readonly entry_id: string | null;
}

export interface Verification {
  readonly ok: boolean;
  /** Sealed entries that were checked. */
  readonly checked: number;
  /** Entries whose content was erased, each under an entry that says why. */
  readonly erased: number;
  /** Entries too young for a seal. */
  readonly waiting: number;
  /** Heads outside of the database that were compared. */
  readonly heads: number;
  readonly head: Head | null;
  /** The first broken entry. */
  readonly first: Broken | null;
  readonly broken: number;
}

/** One sealed entry in its canonical texts, as the chain holds it. */
export interface SealedRow {
  readonly position: string;
  readonly entry_id: string;
  readonly chain: string;
  readonly salt: string | null;
  readonly digest: string | null;
  readonly content: string;
  /** Null when the entry is gone. */
  readonly entry: string | null;
  readonly erased: boolean;
  readonly operation: string | null;
  readonly subject: string | null;
  readonly place: string | null;
}

/** Entries that are read at a time. */
export const part = 2000;

const sha256 = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const piece of parts) hash.update(piece);
  return hash.digest('hex');
};

/** Sealed entries after a place of the chain, in order. */
export const sealedAfter = (trail: Resource, position: number, last: number): Sql => {
  const empty = trail.sealed!.content.map((name) => `e."${name}" IS NULL`).join(' AND ');
  return sql`SELECT s.position, s.entry_id, encode(s.chain, 'hex') AS chain, encode(e.salt, 'hex') AS salt, encode(e.digest, 'hex') AS digest, ${raw(contentSql(trail, 'e'))} AS content, CASE WHEN e.id IS NOT NULL THEN ${raw(entrySql(trail, 'e', 's.position'))} END AS entry, e.salt IS NULL AND ${raw(empty)} AS erased, e.operation, e.resource || ' ' || e.record_id AS subject, lpad(e.xid::text, 20, '0') || e.id AS place FROM audit_seals s LEFT JOIN audit_entries e ON e.id = s.entry_id AND e.created_at = s.entry_at WHERE s.position > ${position} AND s.position <= ${last} ORDER BY s.position LIMIT ${part}`;
};

/**
 * Checks the whole trail against its seals, and the chain against heads that are known from outside. Nothing is taken on
 * trust from the database but the rows: digests are computed here.
 */
export async function verifyTrail(
  db: Database,
  trail: Resource,
  heads: readonly Head[],
  progress: (done: { checked: number; total: number }) => void = () => {},
): Promise<Verification> {
  const [end] = await db.query<{ position: string; chain: string; below: string }>(
    sql`SELECT position, encode(chain, 'hex') AS chain, below::text AS below FROM audit_seals ORDER BY position DESC LIMIT 1`,
  );
  const total = Number(end?.position ?? 0);
  const broken: Broken[] = [];
  const report = (fault: Fault, position: number | null, entry_id: string | null) =>
    broken.push({ fault, position, entry_id });
  const known = new Map(heads.map((head) => [head.position, head]));
  const erasures = new Map<string, { position: number; entry_id: string }[]>();
  let erased = 0;
  let position = 0;
  let chain = '00'.repeat(32);
  let before = '';
  for (;;) {
    const rows = await db.query<SealedRow>(sealedAfter(trail, position, total));
    for (const row of rows) {
      const at = Number(row.position);
      if (at !== position + 1) report('seal_missing', position + 1, null);
      const fits = at === position + 1; // after a gap the chain goes on from what is stored
      if (row.entry === null) report('missing', at, row.entry_id);
      else {
        if (fits && sha256(Buffer.from(chain, 'hex'), row.entry) !== row.chain)
          report(row.place! < before ? 'moved' : 'chain', at, row.entry_id);
        if (row.erased) {
          erased += 1;
          const subject = erasures.get(row.subject ?? '') ?? [];
          subject.push({ position: at, entry_id: row.entry_id });
          erasures.set(row.subject ?? '', subject);
        } else if (sha256(Buffer.from(row.salt ?? '', 'hex'), row.content) !== row.digest)
          report('content', at, row.entry_id);
        if (row.operation === 'erase') erasures.delete(row.subject ?? '');
        before = row.place!;
      }
      const head = known.get(at);
      if (head && head.chain !== row.chain) report('rewritten', at, row.entry_id);
      position = at;
      chain = row.chain;
    }
    progress({ checked: position, total });
    if (rows.length < part) break;
  }
  for (const head of heads) if (head.position > total) report('cut_off', total + 1, null);
  const waiting = await withoutSeal(db, { total, below: end?.below }, report, erasures);
  for (const left of erasures.values()) for (const entry of left) report('erased', entry.position, entry.entry_id);
  broken.sort((a, b) => (a.position ?? Number.MAX_SAFE_INTEGER) - (b.position ?? Number.MAX_SAFE_INTEGER));
  return {
    ok: broken.length === 0,
    checked: total,
    erased,
    waiting,
    heads: heads.length,
    head: end ? { position: total, chain: end.chain, at: new Date().toISOString() } : null,
    first: broken[0] ?? null,
    broken: broken.length,
  };
}

/**
 * Looks for entries after the chain that was checked: young ones wait for their seal, or got it while this was running;
 * others were slipped in. Returns how many wait.
 */
async function withoutSeal(
  db: Database,
  { total, below }: { total: number; below: string | undefined },
  report: (fault: Fault, position: null, entry_id: string) => void,
  erasures: Map<string, unknown>,
): Promise<number> {
  let waiting = 0;
  let last = { id: '00000000-0000-0000-0000-000000000000', created_at: '-infinity' };
  for (;;) {
    const rows = await db.query<{
      id: string;
      created_at: string;
      sealed: boolean;
      late: boolean;
      erases: string | null;
    }>(
      sql`SELECT e.id, e.created_at::text AS created_at, coalesce(s.position <= ${total}, false) AS sealed, s.position IS NULL AND e.xid < ${below ?? '0'}::xid8 AS late, CASE WHEN e.operation = 'erase' THEN e.resource || ' ' || e.record_id END AS erases FROM (SELECT * FROM audit_entries WHERE (id, created_at) > (${last.id}::uuid, ${last.created_at}::timestamptz) ORDER BY id, created_at LIMIT ${part * 5}) e LEFT JOIN audit_seals s ON s.entry_id = e.id AND s.entry_at = e.created_at ORDER BY e.id, e.created_at`,
    );
    for (const { id, created_at, sealed, late, erases } of rows) {
      if (sealed) continue;
      if (
        late &&
        (
          await db.query(
            sql`SELECT 1 FROM audit_seals WHERE entry_id = ${id} AND entry_at = ${created_at}::timestamptz`,
          )
        ).length === 0
      )
        report('inserted', null, id);
      else waiting += 1;
      if (erases) erasures.delete(erases);
    }
    if (rows.length < part * 5) return waiting;
    last = rows.at(-1)!;
  }
}
