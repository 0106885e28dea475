import type { Resource } from '@kontor/shared';
import type { Transaction } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { pairTable } from '../query/conditions.ts';
import { allColumns } from '../query/select.ts';
import { raw, type Sql, sql } from '../query/sql.ts';
import { type AuditEntry, writeAudit } from '../services/audit.ts';
import type { Context, Row, Values } from './context.ts';
import { lineLink } from './get.ts';
import { lockWhere } from './house.ts';
import { updateRows } from './statements.ts';

const filled = (row: Row): Values =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && !Array.isArray(value)));

const purged = (resource: Resource, row: Row): AuditEntry => ({
  resource,
  id: row.id,
  version: row.version + 1,
  operation: 'purge',
  before: filled(row),
  after: null,
});

/** Rows as they are stored, also what their user may not read: the trail keeps what was. */
const stored = (context: Context, tx: Transaction, resource: Resource, where: Sql): Promise<Row[]> =>
  tx.query<Row>(
    sql`SELECT ${allColumns(context.access, resource)} FROM ${raw(`${quote(resource.name)} t`)} WHERE ${where} ORDER BY t.id`,
  );

/**
 * Deletes locked records and their lines for good. What points to them goes along or lets go, as its declaration says; each
 * record that this touches has its own entry in the trail, which keeps what was.
 */
export async function purgeRows(
  context: Context,
  tx: Transaction,
  resource: Resource,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  for (const place of context.engine.model.incoming(resource.name)) {
    if (place.resource.internal || place.resource.server_only) continue; // the server's own: tokens and passwords
    const isLine = context.engine.model
      .owners(place.resource.name)
      .some((owner) => owner.resource.name === resource.name && owner.resource.fields[owner.field]!.by === place.field);
    if (isLine) continue;
    const { onDelete } = place.resource.fields[place.field]!;
    if (place.kind === 'references') await leaveLists(context, tx, place.resource, place.field, ids);
    else if (onDelete === 'set_null') await letGo(context, tx, place.resource, place.field, ids);
    else if (onDelete === 'cascade') {
      const where = place.kind === 'subject' ? about(place.field, resource, ids) : pointsTo(place.field, ids);
      const along = await lockWhere(context, tx, place.resource, where);
      await purgeRows(context, tx, place.resource, along);
    }
  }
  const gone = await stored(context, tx, resource, sql`t.id = ANY(${ids}::uuid[])`);
  const entries = gone.map((row) => purged(resource, row));
  for (const [name, field] of Object.entries(resource.fields)) {
    if (field.kind !== 'lines') continue;
    const { child, id, kind } = lineLink(context, resource, name);
    const ofKind = kind ? sql`${raw(`t.${quote(kind)}`)} = ${resource.name}` : raw('true');
    const lines = await stored(context, tx, child, sql`${raw(`t.${quote(id)}`)} = ANY(${ids}::uuid[]) AND ${ofKind}`);
    if (lines.length) tx.query(deletion(child, lines));
    entries.push(...lines.map((line) => purged(child, line)));
    tx.afterCommit(() => context.engine.totals.changed(child.name));
  }
  tx.query(deletion(resource, rows));
  await writeAudit(context, tx, entries);
  tx.afterCommit(() => context.engine.totals.changed(resource.name));
}

const deletion = (resource: Resource, rows: readonly Row[]): Sql =>
  sql`DELETE FROM ${raw(quote(resource.name))} WHERE id = ANY(${rows.map((row) => row.id)}::uuid[])`;

const pointsTo = (column: string, ids: readonly string[]): Sql =>
  sql`${raw(`t.${quote(column)}`)} = ANY(${ids}::uuid[]) AND NOT t.id = ANY(${ids}::uuid[])`;

const about = (field: string, resource: Resource, ids: readonly string[]): Sql =>
  sql`${raw(`t.${quote(`${field}_resource`)}`)} = ${resource.name} AND ${pointsTo(`${field}_id`, ids)}`;

/** References that become empty. */
async function letGo(
  context: Context,
  tx: Transaction,
  resource: Resource,
  column: string,
  ids: readonly string[],
): Promise<void> {
  const rows = await lockWhere(context, tx, resource, pointsTo(column, ids));
  await changed(context, tx, resource, rows, { [column]: null }, (row) => ({
    before: { [column]: row[column] },
    after: { [column]: null },
  }));
}

/** Lists of references that become shorter. */
async function leaveLists(
  context: Context,
  tx: Transaction,
  resource: Resource,
  field: string,
  ids: readonly string[],
): Promise<void> {
  const table = raw(quote(pairTable(resource, field)));
  const rows = await lockWhere(
    context,
    tx,
    resource,
    sql`t.id IN (SELECT record_id FROM ${table} WHERE target_id = ANY(${ids}::uuid[])) AND NOT t.id = ANY(${ids}::uuid[])`,
  );
  if (rows.length === 0) return;
  tx.query(sql`DELETE FROM ${table} WHERE target_id = ANY(${ids}::uuid[])`);
  await changed(context, tx, resource, rows, {}, (row) => {
    const list = (row[field] ?? []) as string[];
    return { before: { [field]: list }, after: { [field]: list.filter((id) => !ids.includes(id)) } };
  });
}

async function changed(
  context: Context,
  tx: Transaction,
  resource: Resource,
  rows: readonly Row[],
  values: Values,
  difference: (row: Row) => Pick<AuditEntry, 'before' | 'after'>,
): Promise<void> {
  if (rows.length === 0) return;
  await updateRows(
    context,
    tx,
    resource,
    rows.map((row) => row.id),
    values,
    rows.map((row) => ({ resource, id: row.id, version: row.version + 1, operation: 'update', ...difference(row) })),
  );
  tx.afterCommit(() => context.engine.totals.changed(resource.name));
}
