import { isDeepStrictEqual } from 'node:util';
import { type Operation, PublicError, propertiesOf, type Resource } from '@kontor/shared';
import type { Transaction } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { parseFilter } from '../query/filters.ts';
import { recordColumns } from '../query/select.ts';
import { allOf, raw, sql } from '../query/sql.ts';
import { hasAfter, runAfter } from './after.ts';
import { askedRows } from './asked.ts';
import { type Context, type Row, type Values, withOrigin } from './context.ts';
import { requireInScope, requireWritable } from './create.ts';
import { pick } from './lines.ts';
import { purgeRows } from './purge.ts';
import { checkReferences } from './references.ts';
import { restoreRows, trashRows } from './remove.ts';
import { updateRows, writePairs } from './statements.ts';
import { requireProof } from './step_up.ts';
import { namesTurn, takeTurn } from './turn.ts';
import { refuse, type Valid, validate } from './validate.ts';

export interface BulkResult {
  readonly count: number;
  readonly ids: string[];
}

const different = Symbol('different');

/** At most this many records change in one transaction. */
const most = 10_000;

/** Locks the records of a filter, in the order of their ids (two bulk writers never wait for each other in a circle). */
async function lockRows(
  context: Context,
  tx: Transaction,
  resource: Resource,
  filter: unknown,
  operation: Operation,
  trashed: boolean,
  values: Values = {},
): Promise<Row[]> {
  if (filter === undefined || filter === null) throw new PublicError('malformed_query');
  const { access } = context;
  const parsed = parseFilter(access, resource, filter);
  const where = allOf([
    ...(resource.trash ? [raw(trashed || parsed.trash ? 't.deleted_at IS NOT NULL' : 't.deleted_at IS NULL')] : []),
    access.rows(resource, 'read', 't'),
    access.rows(resource, operation, 't'),
    ...askedRows(context, resource, parsed, 't'),
  ]);
  await takeTurn(context, tx, resource, where, namesTurn(context, resource, resource, [values]));
  const rows = await tx.query<Row>(
    sql`SELECT ${recordColumns(access, resource)} FROM ${raw(`${quote(resource.name)} t`)} WHERE ${where} ORDER BY t.id LIMIT ${most + 1} FOR NO KEY UPDATE OF t`,
  );
  if (rows.length > most) throw new PublicError('too_large');
  return rows;
}

/** Sets the same values on all records of a filter. All or nothing. */
export async function updateMany(
  asked: Context,
  resource: Resource,
  filter: unknown,
  body: unknown,
): Promise<BulkResult> {
  const context = withOrigin(asked, 'bulk');
  requireWritable(resource);
  context.access.require(resource, 'update');
  const { version: _version, ...values } = (body ?? {}) as Record<string, unknown>;
  if (Object.keys(values).some((name) => resource.fields[name]?.kind === 'lines'))
    throw new PublicError('invalid', { root: 'kontor:invalid' });
  return context.engine.db.transaction(async (tx) => {
    const rows = await lockRows(context, tx, resource, filter, 'update', false, values);
    // checked once, against a record in which every field differs, so that nothing slips through as "unchanged"
    const blank = Object.fromEntries(
      [...propertiesOf(resource).keys()].map((name) => [name, different]),
    ) as unknown as Row;
    const valid = validate(context, resource, values, blank);
    refuse(valid.errors);
    await requireProof(context, tx, resource, 'update', valid);
    if (rows[0]) await checkReferences(context, tx, resource, valid);
    const changed = rows.filter((row) =>
      [...Object.entries(valid.columns), ...Object.entries(valid.pairs)].some(
        ([name, value]) => !isDeepStrictEqual(value, row[name] ?? null),
      ),
    );
    if (changed.length) await writeSame(context, tx, resource, changed, valid);
    return { count: changed.length, ids: changed.map((row) => row.id) };
  });
}

/** Writes the same changes to many locked records: one statement for all that get the same values. */
async function writeSame(
  context: Context,
  tx: Transaction,
  resource: Resource,
  rows: readonly Row[],
  valid: Valid,
): Promise<void> {
  const behaviour = context.engine.behaviours[resource.name];
  const groups = new Map<string, { readonly values: Values; readonly rows: Row[] }>();
  for (const row of rows) {
    const values = { ...valid.columns }; // a hook may add to them, for its record alone
    await behaviour?.before?.({ context, tx, resource, operation: 'update', before: row, values });
    const key = JSON.stringify(values);
    const group = groups.get(key) ?? { values, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  const written = new Map<string, Row>();
  for (const group of groups.values()) {
    const trail = group.rows.map((row) => ({
      resource,
      id: row.id,
      version: row.version + 1,
      operation: 'update' as const,
      before: { ...pick(row, group.values), ...pick(row, valid.pairs) },
      after: { ...group.values, ...valid.pairs },
    }));
    const answer = await updateRows(
      context,
      tx,
      resource,
      group.rows.map((row) => row.id),
      group.values,
      trail,
    );
    for (const row of answer) written.set(row.id, row);
  }
  const ids = rows.map((row) => row.id);
  writePairs(tx, resource, ids, valid.pairs, false);
  await requireInScope(context, tx, resource, ids, 'update');
  if (hasAfter(context.engine, resource))
    for (const before of rows)
      await runAfter({
        context,
        tx,
        resource,
        operation: 'update',
        before,
        values: valid.columns,
        record: { ...before, ...written.get(before.id), ...valid.pairs },
      });
  tx.afterCommit(() => context.engine.totals.changed(resource.name));
}

/** Deletes all records of a filter, into the trash where there is one; with `purge` for good (only from the trash). */
export async function removeMany(
  asked: Context,
  resource: Resource,
  filter: unknown,
  purge = false,
): Promise<BulkResult> {
  const context = withOrigin(asked, 'bulk');
  requireWritable(resource);
  if (resource.permanent) throw new PublicError('method_not_allowed');
  context.access.require(resource, 'delete');
  await requireProof(context, context.engine.db, resource, 'delete');
  return context.engine.db.transaction(async (tx) => {
    const fromTrash = purge && resource.trash === true;
    const rows = await lockRows(context, tx, resource, filter, 'delete', fromTrash);
    const hook = context.engine.behaviours[resource.name]?.before;
    if (hook)
      for (const row of rows) await hook({ context, tx, resource, operation: 'delete', before: row, values: {} });
    if (rows.length && resource.trash && !purge) await trashRows(context, tx, resource, rows);
    else await purgeRows(context, tx, resource, rows);
    if (rows.length) await context.engine.behaviours[resource.name]?.removed?.({ context, tx, records: rows });
    return { count: rows.length, ids: rows.map((row) => row.id) };
  });
}

/** Takes all records of a filter out of the trash. */
export async function restoreMany(asked: Context, resource: Resource, filter: unknown): Promise<BulkResult> {
  const context = withOrigin(asked, 'bulk');
  requireWritable(resource);
  if (!resource.trash) throw new PublicError('method_not_allowed');
  context.access.require(resource, 'restore');
  await requireProof(context, context.engine.db, resource, 'restore');
  return context.engine.db.transaction(async (tx) => {
    const rows = await lockRows(context, tx, resource, filter, 'restore', true);
    if (rows.length) await restoreRows(context, tx, resource, rows);
    return { count: rows.length, ids: rows.map((row) => row.id) };
  });
}
