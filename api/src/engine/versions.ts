import { kindOf, PublicError, propertiesOf, type Resource } from '@kontor/shared';
import { sql } from '../query/sql.ts';
import type { Context, Row, Values } from './context.ts';
import { embed } from './embed.ts';
import { get, lineLink } from './get.ts';
import { asReadable, entered } from './lines.ts';
import { completePast } from './past_figures.ts';
import { type Ids, named } from './trail_titles.ts';

interface Wanted {
  /** References whose titles shall come along, as with `get`. */
  readonly embed?: unknown;
}

/** Records that are never changed have no column for it: there is one version. */
const versionOf = (record: Row): number => record.version ?? 1;

const trailOf = (resource: Resource, id: string) => sql`resource = ${resource.name} AND record_id = ${id}`;

/**
 * A record as it was in an earlier version: from what it is, and what the trail says of the changes since. Scope and field
 * rights are those of now. 404 for a version that never was, 410 when the trail does not reach back to it.
 */
export async function versionAt(
  context: Context,
  resource: Resource,
  id: string,
  version: number,
  wanted: Wanted = {},
): Promise<Row> {
  return past(context, resource, await get(context, resource, id), version, wanted);
}

/** A record as it was at an instant. 404 when it was not there yet. */
export async function versionAsOf(
  context: Context,
  resource: Resource,
  id: string,
  at: unknown,
  wanted: Wanted = {},
): Promise<Row> {
  const stamp = propertiesOf(resource).get('created_at')!.field;
  const instant = kindOf(stamp).schema(stamp).safeParse(at);
  if (!instant.success) throw new PublicError('malformed_query');
  const record = await get(context, resource, id);
  // people name instants as they see them, in milliseconds
  const [next] = await context.engine.db.query<{ version: number | null }>(
    sql`SELECT min(record_version) AS version FROM audit_entries WHERE ${trailOf(resource, record.id)} AND date_trunc('milliseconds', created_at) > ${instant.data}::timestamptz`,
  );
  const version = next?.version ? next.version - 1 : versionOf(record);
  if (version < 1 || (record.created_at as string) > (instant.data as string)) throw new PublicError('not_yet');
  return past(context, resource, record, version, wanted);
}

async function past(context: Context, resource: Resource, current: Row, version: number, wanted: Wanted): Promise<Row> {
  const now = versionOf(current);
  if (!Number.isInteger(version) || version < 1 || version > now) throw new PublicError('not_found');
  const ofRecord = trailOf(resource, current.id);
  const since = sql`${ofRecord} AND record_version > ${version}::int AND record_version <= ${now}::int`;
  const [values, [told], entries] = await context.engine.db.together((on) =>
    Promise.all([
      on.query<{ key: string; value: unknown }>(
        sql`SELECT DISTINCT ON (was.key) was.key, was.value FROM audit_entries CROSS JOIN LATERAL jsonb_each(before) AS was WHERE ${since} ORDER BY was.key, record_version`,
      ),
      on.query<{ versions: number }>(
        sql`SELECT count(DISTINCT record_version)::int AS versions FROM audit_entries WHERE ${since} AND before IS NOT NULL`,
      ),
      on.query<Row>(
        sql`SELECT record_version, operation, created_at, created_by FROM audit_entries WHERE ${ofRecord} AND record_version <= ${version}::int AND (record_version = ${version}::int OR operation = 'delete') ORDER BY record_version DESC LIMIT 2`,
      ),
    ]),
  );
  if (told?.versions !== now - version) throw new PublicError('not_recorded');
  const readable = context.access.properties(resource);
  const record: Row = { ...current };
  for (const { key, value } of values)
    if (readable.has(key)) record[key] = asReadable(context, resource, key, value) as never;
  if (!resource.append_only) stamp(record, resource, version, entries);
  for (const [name, field] of Object.entries(resource.fields))
    if (field.kind === 'lines' && Array.isArray(record[name])) {
      const { child } = lineLink(context, resource, name);
      record[name] = (record[name] as Values[]).map((line) => entered(child, line));
    }
  await completePast(context, resource, record);
  if (wanted.embed !== undefined) await embedPast(context, resource, record, wanted.embed);
  return record;
}

/** The stamps that the version carried: its own entry tells them. */
function stamp(record: Row, resource: Resource, version: number, entries: readonly Row[]): void {
  record.version = version;
  const own = entries.find((entry) => entry.record_version === version);
  if (own) Object.assign(record, { updated_at: own.created_at, updated_by: own.created_by });
  if (!resource.trash) return;
  const deletion = record.deleted_at ? entries.find((entry) => entry.operation === 'delete') : undefined;
  record.deleted_by = deletion?.created_by ?? null;
}

/** Titles, also of what was deleted for good since. */
async function embedPast(context: Context, resource: Resource, record: Row, names: unknown): Promise<void> {
  await embed(context, resource, [record], names);
  const untitled: { resource?: string; id: string; title: string | null }[] = [];
  const wanted: Ids = new Map();
  for (const [name, found] of Object.entries((record._embedded ?? {}) as Values))
    for (const title of [found].flat() as (typeof untitled)[number][]) {
      if (!title || title.title !== null) continue;
      const property = propertiesOf(resource).get(name);
      const target = title.resource ?? property?.field.to ?? property?.column?.references?.resource;
      if (typeof target !== 'string') continue;
      untitled.push(title);
      wanted.set(target, (wanted.get(target) ?? new Set()).add(title.id));
    }
  const known = await named(context, wanted);
  for (const title of untitled) title.title = known.get(title.id)?.title ?? null;
}
