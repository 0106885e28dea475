import { fold, PublicError, type Resource, uuid } from '@kontor/shared';
import { quote } from '../db/quote.ts';
import { recordColumns } from '../query/select.ts';
import { anyOf, raw, sql } from '../query/sql.ts';
import type { Context, Row } from './context.ts';
import { titleFrom } from './embed.ts';

export interface Duplicate {
  readonly id: string;
  readonly title: string;
  /** 1 is the same; above 0.5 is worth a look. */
  readonly score: number;
}

/** Records that resemble one that is being typed: an equal e-mail or number, or a similar name. */
export async function duplicates(context: Context, resource: Resource, body: unknown): Promise<Duplicate[]> {
  const { access, engine } = context;
  access.require(resource, 'read');
  const fields = (resource.duplicates ?? []).filter((name) => access.properties(resource).has(name));
  if (typeof body !== 'object' || body === null) throw new PublicError('malformed_query');
  const typed = Object.entries(body).filter(
    (entry): entry is [string, string] =>
      fields.includes(entry[0]) &&
      typeof entry[1] === 'string' &&
      entry[1].trim().length >= 3 &&
      !entry[1].includes('\0'),
  );
  if (typed.length === 0) return [];
  const own = (body as { id?: unknown }).id;
  const similar = (name: string, value: string) =>
    resource.fields[name]!.search === 'A'
      ? sql`(${fold(value.slice(0, 200).toWellFormed())} <% t.search_text AND similarity(kontor_fold(${raw(`t.${quote(name)}`)}), ${fold(value.slice(0, 200).toWellFormed())}) > 0.5)`
      : sql`${raw(`t.${quote(name)}`)} = ${value.toWellFormed()}`;
  const score = sql`greatest(${raw('0')}, ${raw(typed.map((_, i) => `s${i}`).join(', '))})`;
  const scores = typed.map(
    ([name, value], i) =>
      sql`, similarity(kontor_fold(coalesce(${raw(`t.${quote(name)}`)}, '')), ${fold(value.slice(0, 200).toWellFormed())}) AS ${raw(`s${i}`)}`,
  );
  const rows = await engine.db.query<Row & { score: number }>(
    sql`SELECT *, ${score} AS score FROM (SELECT ${recordColumns(access, resource)}${scores.reduce((a, b) => sql`${a}${b}`, raw(''))} FROM ${raw(`${quote(resource.name)} t`)} WHERE ${raw(resource.trash ? 't.deleted_at IS NULL AND ' : '')}${access.rows(resource, 'read', 't')} AND ${anyOf(typed.map(([name, value]) => similar(name, value)))} AND t.id IS DISTINCT FROM ${typeof own === 'string' && uuid.test(own) ? own : null}::uuid LIMIT 50) found ORDER BY score DESC LIMIT 5`,
  );
  return rows.map((row) => ({
    id: row.id,
    title: titleFrom(resource, row, context.locale),
    score: Math.round(Number(row.score) * 100) / 100,
  }));
}
