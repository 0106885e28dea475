import { PublicError, type Resource, uuid } from '@kontor/shared';
import type { Queryable } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { recordColumns } from '../query/select.ts';
import { raw, sql } from '../query/sql.ts';
import type { Context, Row } from './context.ts';
import { embed } from './embed.ts';

const linesOf = (resource: Resource) => Object.entries(resource.fields).filter(([, field]) => field.kind === 'lines');

/** How a lines field finds its rows. */
export function lineLink(
  context: Context,
  resource: Resource,
  fieldName: string,
): { child: Resource; id: string; kind: string | undefined } {
  const field = resource.fields[fieldName]!;
  const child = context.engine.model.get(field.of as string);
  const subject = child.fields[field.by as string]?.kind === 'subject';
  return {
    child,
    id: subject ? `${field.by}_id` : (field.by as string),
    kind: subject ? `${field.by}_resource` : undefined,
  };
}

/**
 * Asks for the owned lines of records, in the order in which they were entered; the answer adds them to the records.
 * Asked by id, so that the question can be sent along with the one for the records. One statement per lines field.
 */
export async function linesFor(
  context: Context,
  db: Queryable,
  resource: Resource,
  ids: readonly string[],
): Promise<(rows: Row[]) => void> {
  const readable = context.access.properties(resource);
  const answers = await Promise.all(
    linesOf(resource)
      .filter(([name]) => readable.has(name))
      .map(async ([name]) => {
        const { child, id, kind } = lineLink(context, resource, name);
        const ofKind = kind ? sql`${raw(`t.${quote(kind)}`)} = ${resource.name}` : raw('true');
        const which = ids.length === 1 ? sql`= ${ids[0]}` : sql`= ANY(${ids}::uuid[])`;
        const found = await db.prepared<Row>(
          sql`SELECT ${recordColumns(context.access, child)} FROM ${raw(`${quote(child.name)} t`)} WHERE ${raw(`t.${quote(id)}`)} ${which} AND ${ofKind}${raw(child.trash ? ' AND t.deleted_at IS NULL' : '')} ORDER BY t.created_at, t.id`,
        );
        return { name, id, found };
      }),
  );
  return (rows) => {
    for (const { name, id, found } of answers)
      for (const row of rows) row[name] = found.filter((line) => line[id] === row.id);
  };
}

/** Adds their lines to records. */
export async function withLines(context: Context, db: Queryable, resource: Resource, rows: Row[]): Promise<void> {
  const add = await linesFor(
    context,
    db,
    resource,
    rows.map((row) => row.id),
  );
  add(rows);
}

/** Refuses what is no id before PostgreSQL does. */
export function requireId(id: string): string {
  const text = id.toLowerCase();
  if (!uuid.test(text)) throw new PublicError('not_found');
  return text;
}

/** One record with its lines. What the user may not see does not exist (404). */
export async function get(
  context: Context,
  resource: Resource,
  id: string,
  wanted?: { embed?: unknown },
): Promise<Row> {
  const { access, engine } = context;
  access.require(resource, 'read');
  const wantedId = requireId(id);
  const rows = await engine.db.together(async (on) => {
    const [found, addLines] = await Promise.all([
      on.prepared<Row>(
        sql`SELECT ${recordColumns(access, resource)} FROM ${raw(`${quote(resource.name)} t`)} WHERE t.id = ${wantedId} AND ${access.rows(resource, 'read', 't')}`,
      ),
      linesFor(context, on, resource, [wantedId]),
    ]);
    addLines(found);
    return found;
  });
  if (rows.length === 0) throw new PublicError('not_found');
  if (wanted?.embed !== undefined) await embed(context, resource, rows, wanted.embed);
  return rows[0]!;
}
