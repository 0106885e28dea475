import { PublicError, type Resource } from '@kontor/shared';
import { quote } from '../db/quote.ts';
import { allOf, join, raw, type Sql, sql } from '../query/sql.ts';
import type { Context, Row } from './context.ts';
import { get } from './get.ts';
import { type HistoryEntry, historyOf, length } from './history.ts';
import { list } from './list.ts';

/** What changed on the record itself; all else in a stream is called by its resource. */
const changes = 'changes';

/** One thing that happened around a record: a change of it, or something that hangs on it. */
export type StreamEntry =
  | { readonly of: typeof changes; readonly cursor: string; readonly entry: HistoryEntry }
  | { readonly of: string; readonly cursor: string; readonly at: string; readonly record: Row };

export interface Stream {
  /** What can be in it, as far as the user may see it: `changes`, and names of resources. */
  readonly kinds: readonly string[];
  readonly entries: readonly StreamEntry[];
}

export interface StreamPage {
  /** Which of the kinds; all unless given. */
  readonly of?: unknown;
  /** The cursor of the last entry of the page before. */
  readonly before?: unknown;
  readonly limit?: unknown;
}

/** Microseconds since 1970 of an instant of a row: what the cursor counts in. */
const moment = (instant: string): string => `(extract(epoch FROM ${instant}) * 1000000)::bigint`;

function older(before: unknown, at: string, id: string): Sql {
  if (before === undefined || before === '') return raw('true');
  const [, micros, last] = /^(-?\d{1,18})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(String(before)) ?? [];
  if (!micros) throw new PublicError('malformed_query');
  return sql`(${raw(at)}, ${raw(id)}) < (${micros}::bigint, ${last}::uuid)`;
}

/** Those that hang on records of the resource by a subject and have a stream. */
function streaming(context: Context, resource: Resource): { readonly of: Resource; readonly field: string }[] {
  const { access, engine } = context;
  return engine.model
    .incoming(resource.name)
    .filter(
      ({ kind, resource: of }) =>
        kind === 'subject' && of.stream && !of.server_only && access.condition(of, 'read') !== null,
    )
    .map(({ resource: of, field }) => ({ of, field }));
}

function wantedKinds(kinds: readonly string[], of: unknown): ReadonlySet<string> {
  if (of === undefined) return new Set(kinds);
  if (!Array.isArray(of) || of.some((kind) => !kinds.includes(kind))) throw new PublicError('malformed_query');
  return new Set(of as string[]);
}

/**
 * What happened around a record, newest first: its own changes and what hangs on it, each by the scope of its resource. One
 * statement finds a page, and one for each kind reads what is on it.
 */
export async function stream(context: Context, resource: Resource, id: string, page: StreamPage): Promise<Stream> {
  const { access, engine } = context;
  const limit = length(page.limit);
  const record = await get(context, resource, id);
  const hanging = streaming(context, resource);
  const kinds = [...(resource.append_only ? [] : [changes]), ...new Set(hanging.map(({ of }) => of.name))];
  const wanted = wantedKinds(kinds, page.of);
  const part = (kind: string, at: string, from: Sql, where: readonly Sql[]) =>
    sql`(SELECT ${kind}::text AS of, t.id, ${raw(at)} AS at FROM ${from} WHERE ${allOf([...where, older(page.before, at, 't.id')])} ORDER BY 3 DESC, 2 DESC LIMIT ${limit})`;
  const parts = hanging
    .filter(({ of }) => wanted.has(of.name))
    .map(({ of, field }) => {
      const readable = access.properties(of).has(of.stream!.at);
      const instant = readable ? `coalesce(t.${quote(of.stream!.at)}, t.created_at)` : 't.created_at';
      return part(of.name, moment(instant), raw(`${quote(of.name)} t`), [
        sql`t.${raw(quote(`${field}_resource`))} = ${resource.name} AND t.${raw(quote(`${field}_id`))} = ${record.id}::uuid`,
        ...(of.trash ? [raw('t.deleted_at IS NULL')] : []),
        access.rows(of, 'read', 't'),
      ]);
    });
  if (wanted.has(changes))
    parts.push(
      part(changes, moment('t.created_at'), raw('audit_entries t'), [
        sql`t.resource = ${resource.name} AND t.record_id = ${record.id} AND t.record_version IS NOT NULL`,
      ]),
    );
  if (parts.length === 0) return { kinds, entries: [] };
  const found = await engine.db.query<{ of: string; id: string; at: string }>(
    sql`SELECT * FROM (${join(parts, ' UNION ALL ')}) found ORDER BY at DESC, id DESC LIMIT ${limit}`,
  );
  const idsOf = (kind: string) => found.filter(({ of }) => of === kind).map((row) => row.id);
  const read = await Promise.all(
    [...new Set(found.map(({ of }) => of))].map(async (kind): Promise<Map<string, Row | HistoryEntry>> => {
      const rows =
        kind === changes
          ? await historyOf(context, resource, idsOf(changes))
          : (await list(context, engine.model.get(kind), { filter: { id: idsOf(kind) }, embed: ['created_by'] })).rows;
      return new Map<string, Row | HistoryEntry>(rows.map((row) => [row.id, row]));
    }),
  );
  const byId = new Map(read.flatMap((rows) => [...rows]));
  return {
    kinds,
    entries: found.flatMap(({ of, id: own, at }): StreamEntry[] => {
      const row = byId.get(own);
      if (!row) return []; // it went in the meantime
      const cursor = `${at}.${own}`;
      return of === changes
        ? [{ of: changes, cursor, entry: row as HistoryEntry }]
        : [{ of, cursor, at: new Date(Number(at) / 1000).toISOString(), record: row as Row }];
    }),
  };
}
