import { quote } from '../db/quote.ts';
import type { Context } from '../engine/context.ts';
import { titles } from '../engine/embed.ts';
import { raw, sql } from '../query/sql.ts';

/** What became of the numbers of a series without gaps in one year (all years together where it does not begin anew). */
export interface NumberAccount {
  readonly year: number | null;
  readonly from: number;
  /** The last number that the series has passed. */
  readonly to: number;
  readonly given: number;
  /** Numbers on no record, with the reason. */
  readonly skipped: readonly {
    number: string;
    from: number;
    to: number;
    reason: string | null;
    at: string;
    by: string | null;
  }[];
  /** Numbers of which nobody knows: the database refuses them, so this names what was done past it. */
  readonly missing: readonly { from: number; to: number }[];
  /** Numbers whose record is no more. */
  readonly gone: readonly { number: string; resource: string; record_id: string }[];
}

/** Numbers named one by one, at most; there is a count of all. */
const most = 1000;

/** The account of a series, year by year, the newest first. */
export async function accountsOf(context: Context, sequence: string): Promise<NumberAccount[]> {
  const { db, model } = context.engine;
  const years = await db.query<{ year: number | null; from: number; to: number; given: number }>(
    sql`SELECT a.year, min(a.value) AS "from", max(CASE WHEN a.year IS NOT DISTINCT FROM (CASE WHEN s.yearly THEN s.year END) THEN greatest(a.last_value, s.next_value - 1) ELSE a.last_value END) AS "to", count(*) FILTER (WHERE a.record_id IS NOT NULL)::int AS given FROM number_allocations a JOIN number_sequences s ON s.id = a.sequence_id WHERE a.sequence_id = ${sequence} GROUP BY a.year ORDER BY a.year DESC NULLS LAST`,
  );
  const [skipped, missing, holders] = await Promise.all([
    db.query<{ year: number | null } & NumberAccount['skipped'][number]>(
      sql`SELECT a.year, a.number, a.value AS "from", a.last_value AS "to", a.reason, a.created_at AS at, a.created_by AS by FROM number_allocations a WHERE a.sequence_id = ${sequence} AND a.record_id IS NULL ORDER BY a.year, a.value LIMIT ${most}`,
    ),
    // between the end of a row and the beginning of the next one, or the end of the series
    db.query<{ year: number | null; from: number; to: number }>(
      sql`SELECT year, last_value + 1 AS "from", next - 1 AS "to" FROM (SELECT a.year, a.last_value, coalesce(lead(a.value) OVER (PARTITION BY a.year ORDER BY a.value), CASE WHEN a.year IS NOT DISTINCT FROM (CASE WHEN s.yearly THEN s.year END) THEN s.next_value END) AS next FROM number_allocations a JOIN number_sequences s ON s.id = a.sequence_id WHERE a.sequence_id = ${sequence}) parts WHERE next > last_value + 1 ORDER BY year, last_value LIMIT ${most}`,
    ),
    db.query<{ resource: string }>(
      sql`SELECT DISTINCT resource FROM number_allocations WHERE sequence_id = ${sequence} AND resource IS NOT NULL`,
    ),
  ]);
  const gone = (
    await Promise.all(
      holders
        .filter(({ resource }) => model.resources.has(resource))
        .map(({ resource }) =>
          db.query<{ year: number | null; number: string; resource: string; record_id: string }>(
            sql`SELECT a.year, a.number, a.resource, a.record_id FROM number_allocations a LEFT JOIN ${raw(quote(resource))} r ON r.id = a.record_id::uuid WHERE a.sequence_id = ${sequence} AND a.resource = ${resource} AND r.id IS NULL ORDER BY a.value LIMIT ${most}`,
          ),
        ),
    )
  ).flat();
  const of = <T extends { year: number | null }>(rows: readonly T[], year: number | null) =>
    rows.filter((row) => row.year === year).map(({ year: _year, ...rest }) => rest);
  const authors = [...new Set(skipped.flatMap(({ by }) => (by ? [by] : [])))];
  const names = await titles(context, model.get('users'), authors);
  const told = skipped.map((row) => ({ ...row, by: names.get(row.by ?? '') ?? null }));
  return years.map((account) => ({
    ...account,
    skipped: of(told, account.year),
    missing: of(missing, account.year),
    gone: of(gone, account.year),
  }));
}
