import { inZone, PublicError, type Resource } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Database, Queryable, Transaction } from '../db/pool.ts';
import { type Sql, sql } from '../query/sql.ts';

/** `K-{00000}` with 42 in 2026 becomes `K-00042`; `{yyyy}` and `{yy}` are the year. */
export function formatNumber(pattern: string, value: number, year: number): string {
  return pattern
    .replaceAll('{yyyy}', String(year))
    .replaceAll('{yy}', String(year).slice(-2))
    .replace(/\{(0+)\}/, (_, zeros: string) => String(value).padStart(zeros.length, '0'));
}

/** In whose name a number is given. A brand or company may have a series of its own. */
export interface Issuer {
  readonly brand: string | null;
  readonly company: string | null;
}

/** Fields that say in whose name a record is numbered. */
export const issuingFields = ['brand_id', 'company_id'] as const;

/** The issuer that a record names, if it does. */
export function issuerOf(resource: Resource, values: Readonly<Record<string, unknown>>): Issuer {
  const named = (field: (typeof issuingFields)[number]) =>
    resource.fields[field]?.kind === 'reference' ? (values[field] as string) : null;
  return { brand: named('brand_id') ?? null, company: named('company_id') ?? null };
}

/** Numbers that a step gives, and the records that get them. */
export interface Taking {
  readonly series: string;
  readonly issuer: Issuer;
  readonly resource: string;
  readonly ids: readonly string[];
  readonly actor: string | null;
}

/** Gives numbers of series. */
export interface Numbers {
  /**
   * Draws a number outside of any transaction. Requests of the same moment share one statement, so that writers do not queue up
   * behind a lock; a number drawn for a record that then fails is lost.
   */
  draw(series: string, issuer: Issuer): Promise<string>;
  /**
   * Takes the next numbers of a series without gaps, one for each record in their order, and enters whose they are. The series
   * is locked until the transaction ends, so this comes last; a transaction that fails gives the numbers back.
   */
  take(tx: Transaction, taking: Taking): Promise<string[]>;
}

interface Advanced {
  readonly id: string;
  readonly pattern: string;
  readonly next_value: number;
  readonly yearly: boolean;
}

/** The series of the issuer: of the brand, else of its company, else of all. */
const seriesOf = (series: string, { brand, company }: Issuer): Sql =>
  sql`(SELECT s.id FROM number_sequences s LEFT JOIN brands b ON b.id = ${brand}::uuid WHERE s.key = ${series} AND (s.brand_id IS NULL OR s.brand_id = b.id) AND (s.company_id IS NULL OR s.company_id = coalesce(${company}::uuid, b.company_id)) ORDER BY s.brand_id IS NULL, s.company_id IS NULL LIMIT 1)`;

/** What the next value becomes; a new year begins a yearly series anew, but keeps where a new series was told to begin. */
const advanced = (year: number, count: number): Sql =>
  sql`CASE WHEN yearly AND year <> ${year}::int THEN 1 ELSE next_value END + ${count}::int`;

/** Makes the series of all that nobody has set up yet; its pattern differs from that of a brand's or company's own. */
const makeSeries = (db: Queryable, series: string) =>
  db.query(
    sql`INSERT INTO number_sequences (id, key, name, pattern, next_value) SELECT gen_random_uuid(), ${series}, ${series}, CASE WHEN EXISTS (SELECT 1 FROM number_sequences WHERE key = ${series} AND pattern = '{00000}') THEN left(gen_random_uuid()::text, 4) || '-{00000}' ELSE '{00000}' END, 1 ON CONFLICT DO NOTHING`,
  );

/** Gives numbers of the series in the database; years begin in the time zone. */
export function numberService(db: Database, timeZone: string): Numbers {
  const waiting = new Map<string, { issuer: Issuer; takers: ((number: Promise<string>) => void)[] }>();
  const thisYear = () => Number(inZone(new Date(), timeZone).date.slice(0, 4));

  async function draw(series: string, issuer: Issuer, count: number): Promise<(nth: number) => string> {
    const year = thisYear();
    // not flushed to disk by itself: the log is written in order, so a record that bears the number takes it along
    const [row] = await db.prepared<Advanced>(
      sql`UPDATE number_sequences SET next_value = ${advanced(year, count)}, year = ${year}, updated_at = now() WHERE id = ${seriesOf(series, issuer)} RETURNING pattern, next_value, set_config('synchronous_commit', 'off', true)`,
    );
    if (row) return (nth) => formatNumber(row.pattern, row.next_value - count + nth, year);
    await makeSeries(db, series);
    return draw(series, issuer, count);
  }

  async function take(tx: Transaction, taking: Taking): Promise<string[]> {
    const { series, issuer, resource, ids, actor } = taking;
    const year = thisYear();
    const [row] = await tx.prepared<Advanced>(
      sql`UPDATE number_sequences SET next_value = ${advanced(year, ids.length)}, year = ${year}, gapless = true, updated_at = now() WHERE id = ${seriesOf(series, issuer)} RETURNING id, pattern, next_value, yearly`,
    );
    if (!row) {
      await makeSeries(db, series);
      return take(tx, taking);
    }
    const { pattern, next_value } = row;
    const taken = ids.map((record, at) => {
      const value = next_value - ids.length + at;
      return { id: uuidv7(), record, value, number: formatNumber(pattern, value, year) };
    });
    await tx.prepared(
      sql`INSERT INTO number_allocations (id, created_by, sequence_id, year, value, last_value, number, resource, record_id) SELECT x.id, ${actor}::uuid, ${row.id}::uuid, ${row.yearly ? year : null}::int, x.value, x.value, x.number, ${resource}, x.record FROM jsonb_to_recordset(${JSON.stringify(taken)}::jsonb) AS x(id uuid, value int, number text, record text)`,
    );
    return taken.map(({ number }) => number);
  }

  function flush(key: string, series: string): void {
    const { issuer, takers } = waiting.get(key)!;
    waiting.delete(key);
    const drawn = draw(series, issuer, takers.length);
    takers.forEach((taker, nth) => {
      taker(drawn.then((number) => number(nth)));
    });
  }

  return {
    take,
    draw: (series, issuer) =>
      new Promise((done) => {
        const key = `${series} ${issuer.brand} ${issuer.company}`;
        const known = waiting.get(key);
        if (known) known.takers.push(done);
        else {
          waiting.set(key, { issuer, takers: [done] });
          setImmediate(() => flush(key, series));
        }
      }),
  };
}

/** Enters that a range of numbers is on no record, because somebody moved the series on. */
export async function skipNumbers(
  tx: Queryable,
  skipped: { sequence: Record<string, any>; to: number; reason: string; actor: string | null },
): Promise<void> {
  const { sequence, to, reason, actor } = skipped;
  if (to <= sequence.next_value) throw new PublicError('invalid', { next_value: 'kontor:only_up' });
  const shown = (value: number) => formatNumber(sequence.pattern, value, sequence.year ?? 0);
  const [first, last] = [shown(sequence.next_value), shown(to - 1)];
  await tx.query(
    sql`INSERT INTO number_allocations (id, created_by, sequence_id, year, value, last_value, number, reason) VALUES (${uuidv7()}, ${actor}::uuid, ${sequence.id}::uuid, ${sequence.yearly ? sequence.year : null}::int, ${sequence.next_value}::int, ${to - 1}::int, ${first === last ? first : `${first} – ${last}`}, ${reason})`,
  );
}
