import { PublicError, propertiesOf, type Resource } from '@kontor/shared';
import { raw, sql } from '../query/sql.ts';
import type { Context, Row, Values } from './context.ts';
import { titles } from './embed.ts';
import { get } from './get.ts';
import { asReadable } from './lines.ts';
import { addId, type Ids, type Named, named, pointedTo } from './trail_titles.ts';

/** What happened to the fields of a record. */
export interface Changes {
  readonly changes: { field: string; before: unknown; after: unknown }[];
  /** The names of the records that the changes point to. */
  readonly named: Named[];
}

export interface HistoryEntry extends Changes {
  readonly id: string;
  readonly at: string;
  /** Null when Kontor itself did it. */
  readonly by: { id: string; title: string | null } | null;
  readonly operation: string;
  /** By which way; null for what is older than this column. */
  readonly origin: string | null;
  /** The name of the API key that was used. */
  readonly key: string | null;
  readonly version: number;
}

/** Where a page of the history begins and how long it is. */
export interface HistoryPage {
  /** `<version>.<id>` of the last entry of the page before. */
  readonly before?: unknown;
  readonly limit?: unknown;
}

/** The columns of which an entry is made. */
const told = 'id, created_at, created_by, operation, origin, actor_key, record_version, before, after';

const most = 200;
const usual = 100;

function cursor(before: unknown) {
  if (before === undefined || before === '') return raw('true');
  const [, version, id] = /^(\d{1,9})\.([0-9a-f-]{36})$/.exec(String(before)) ?? [];
  if (!version || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id!)) throw new PublicError('malformed_query');
  return sql`(record_version, id) < (${Number(version)}::int, ${id}::uuid)`;
}

/** How long a page of entries is. */
export function length(limit: unknown): number {
  if (limit === undefined || limit === '') return usual;
  const wanted = Number(limit);
  if (!Number.isInteger(wanted) || wanted < 1) throw new PublicError('malformed_query');
  return Math.min(wanted, most);
}

/**
 * What happened to a record, newest first, one page at a time: when a page is full, the next one begins before its last
 * entry. Fields the user may not read are absent.
 */
export async function history(
  context: Context,
  resource: Resource,
  id: string,
  page: HistoryPage = {},
): Promise<HistoryEntry[]> {
  const older = cursor(page.before);
  const limit = length(page.limit);
  const record = await get(context, resource, id);
  const rows = await context.engine.db.query<Row>(
    sql`SELECT ${raw(told)} FROM audit_entries WHERE resource = ${resource.name} AND record_id = ${record.id} AND record_version IS NOT NULL AND ${older} ORDER BY record_version DESC, id DESC LIMIT ${limit}`,
  );
  return asEntries(context, resource, rows);
}

/** Entries of the trail by their ids, of a record that the user has been found to see. */
export async function historyOf(context: Context, resource: Resource, ids: readonly string[]): Promise<HistoryEntry[]> {
  if (ids.length === 0) return [];
  const rows = await context.engine.db.query<Row>(
    sql`SELECT ${raw(told)} FROM audit_entries WHERE id = ANY(${ids}::uuid[])`,
  );
  return asEntries(context, resource, rows);
}

async function asEntries(context: Context, resource: Resource, rows: readonly Row[]): Promise<HistoryEntry[]> {
  const actors = propertiesOf(resource).get('created_by')!.field.to as string;
  const [users, changes] = await Promise.all([
    titles(context, context.engine.model.get(actors), [...new Set(rows.map((row) => row.created_by).filter(Boolean))]),
    changesOf(context, rows, () => resource),
  ]);
  return rows.map((row, index) => ({
    id: row.id,
    at: row.created_at,
    by: row.created_by ? { id: row.created_by, title: users.get(row.created_by) ?? null } : null,
    operation: row.operation,
    origin: row.origin,
    key: row.actor_key?.replace(/^\S+ /, '') ?? null, // its id stands before the name
    version: row.record_version,
    ...changes[index]!,
  }));
}

/** What entries of the trail change, with the names of what the changes point to. Fields the user may not read are absent. */
export async function changesOf(
  context: Context,
  rows: readonly Row[],
  resourceOf: (row: Row) => Resource,
): Promise<Changes[]> {
  const changes = rows.map((row) => changesIn(context, resourceOf(row), row));
  const own = changes.map(({ before, after }, index) => {
    const ids: Ids = new Map();
    for (const values of [before, after]) pointedTo(context, resourceOf(rows[index]!), values, ids);
    return ids;
  });
  const wanted: Ids = new Map();
  for (const ids of own) for (const [target, some] of ids) for (const id of some) addId(wanted, target, id);
  const names = await named(context, wanted);
  return changes.map(({ fields, before, after }, index) => ({
    changes: fields.map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null })),
    named: [...own[index]!.values()].flatMap((ids) => [...ids].map((target) => names.get(target)!)).filter(Boolean),
  }));
}

/** The readable values of an entry, before and after. */
function changesIn(
  context: Context,
  resource: Resource,
  row: Row,
): { fields: string[]; before: Values; after: Values } {
  const readable = context.access.properties(resource);
  const stored = { before: (row.before ?? {}) as Values, after: (row.after ?? {}) as Values };
  const fields = [...propertiesOf(resource).keys()].filter(
    (name) => readable.has(name) && (name in stored.before || name in stored.after),
  );
  const side = (values: Values) =>
    Object.fromEntries(fields.map((name) => [name, asReadable(context, resource, name, values[name])]));
  return { fields, before: side(stored.before), after: side(stored.after) };
}
