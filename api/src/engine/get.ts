import { PublicError, type Resource, uuid } from '@kontor/shared';
import type { Queryable } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { recordColumns } from '../query/select.ts';
import { join, raw, sql } from '../query/sql.ts';
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

/** The owned lines of records, in the order in which they were entered, added to the records. One statement per lines field. */
export async function withLines(context: Context, db: Queryable, resource: Resource, rows: Row[]): Promise<void> {
  await Promise.all(
    linesOf(resource)
      .filter(([name]) => context.access.properties(resource).has(name))
      .map(async ([name]) => {
        const { child, id, kind } = lineLink(context, resource, name);
        const ofKind = kind ? sql`${raw(`t.${quote(kind)}`)} = ${resource.name}` : raw('true');
        const found = await db.query<Row>(
          sql`SELECT ${recordColumns(context.access, child)} FROM ${raw(`${quote(child.name)} t`)} WHERE ${raw(`t.${quote(id)}`)} = ANY(${rows.map((row) => row.id)}::uuid[]) AND ${ofKind}${raw(child.trash ? ' AND t.deleted_at IS NULL' : '')} ORDER BY t.created_at, t.id`,
        );
        for (const row of rows) row[name] = found.filter((line) => line[id] === row.id);
      }),
  );
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
  const rows = await engine.db.query<Row>(
    join(
      [
        sql`SELECT ${recordColumns(access, resource)} FROM ${raw(`${quote(resource.name)} t`)} WHERE t.id = ${requireId(id)} AND `,
        access.rows(resource, 'read', 't'),
      ],
      '',
    ),
  );
  if (rows.length === 0) throw new PublicError('not_found');
  if (linesOf(resource).length) await withLines(context, engine.db, resource, rows);
  if (wanted?.embed !== undefined) await embed(context, resource, rows, wanted.embed);
  return rows[0]!;
}
