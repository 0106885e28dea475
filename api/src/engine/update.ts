import { isDeepStrictEqual } from 'node:util';
import { kindOf, type Property, PublicError, type Resource } from '@kontor/shared';
import type { Transaction } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { recordColumns } from '../query/select.ts';
import { raw, sql } from '../query/sql.ts';
import { type AuditEntry, type AuditOperation, writeAudit } from '../services/audit.ts';
import type { Context, Row, Values } from './context.ts';
import { requireInScope, requireWritable } from './create.ts';
import { linesFor, requireId, withLines } from './get.ts';
import { asReadable, linesAfter, linesBefore, pick, readRollups, syncLines } from './lines.ts';
import { checkReferences } from './references.ts';
import { updateRows, writePairs } from './statements.ts';
import { isEmpty, refuse, type Valid, validate } from './validate.ts';

/** Reads a record for a change and locks it. 404 when it can not be seen, 403 when it may not be changed. */
export async function lockRecord(
  context: Context,
  tx: Transaction,
  resource: Resource,
  id: string,
  operation: Parameters<Context['access']['rows']>[1],
  trashed = false,
): Promise<Row> {
  const { access } = context;
  const table = raw(`${quote(resource.name)} t`);
  const alive = raw(resource.trash ? ` AND t.deleted_at IS ${trashed ? 'NOT ' : ''}NULL` : '');
  const wanted = requireId(id);
  const [rows, addLines] = await Promise.all([
    tx.prepared<Row>(
      sql`SELECT ${recordColumns(access, resource)} FROM ${table} WHERE t.id = ${wanted}${alive} AND ${access.rows(resource, operation, 't')} FOR NO KEY UPDATE OF t`,
    ),
    linesFor(context, tx, resource, [wanted]), // asked after the lock is held, so they are those of the locked record
  ]);
  const [row] = rows;
  if (!row) {
    const [seen] = await tx.query(
      sql`SELECT 1 FROM ${table} WHERE t.id = ${id}${alive} AND ${access.rows(resource, 'read', 't')}`,
    );
    throw new PublicError(seen ? 'forbidden' : 'not_found');
  }
  addLines([row]);
  return row;
}

interface Since {
  /** Values before the first change since the version the client has seen, per changed field. */
  readonly base: Values;
}

/** What changed since a version. Every version has its entry in the trail, so nothing is guessed. */
async function changedSince(tx: Transaction, resource: Resource, id: string, version: number): Promise<Since> {
  const rows = await tx.query<{ before: Values | null }>(
    sql`SELECT before FROM audit_entries WHERE resource = ${resource.name} AND record_id = ${id} AND record_version > ${version} ORDER BY record_version`,
  );
  const base: Values = {};
  for (const { before } of rows)
    for (const [name, value] of Object.entries(before ?? {})) if (!(name in base)) base[name] = value;
  return { base };
}

const isVersion = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1;

/** A value as a client could have seen it, to compare with what it sends: of lines what was entered, without stamps. */
const comparable = (value: unknown, property: Property): unknown =>
  Array.isArray(value) && property.field.kind === 'lines'
    ? value.map((line: unknown) =>
        Object.fromEntries(
          Object.entries(line ?? {}).filter(
            ([name, v]) => v !== null && v !== undefined && !/^(version|created_|updated_|_embedded)/.test(name),
          ),
        ),
      )
    : (value ?? null);

/**
 * Takes from a stale body what the client did not change itself, and finds the fields that both sides changed.
 * A value equal to the base was only carried along.
 */
function mergeStale(context: Context, resource: Resource, body: Values, current: Row, { base }: Since): Values {
  const own = { ...body };
  const conflicts: { base: Values; yours: Values; theirs: Values } = { base: {}, yours: {}, theirs: {} };
  for (const [name, property] of context.access.properties(resource)) if (property.column?.generated) delete own[name]; // follows from the other fields, as they were
  for (const name of Object.keys(base)) {
    const property = context.access.properties(resource).get(name);
    if (!(name in own) || !property) continue;
    const was = asReadable(context, resource, name, base[name]);
    if (kindOf(property.field).computed && property.field.kind !== 'status') continue;
    const yours = comparable(own[name], property);
    if (isDeepStrictEqual(yours, comparable(was, property))) delete own[name];
    else if (!isDeepStrictEqual(yours, comparable(current[name], property))) {
      conflicts.base[name] = was;
      conflicts.yours[name] = own[name] ?? null;
      conflicts.theirs[name] = current[name] ?? null;
    }
  }
  if (Object.keys(conflicts.yours).length)
    throw new PublicError('conflict', undefined, { ...conflicts, version: current.version });
  return own;
}

/** Writes checked changes of a locked record and its trail. Statements are sent without waiting in between. */
export async function writeChanges(
  context: Context,
  tx: Transaction,
  resource: Resource,
  current: Row,
  valid: Valid,
  operation: AuditOperation,
): Promise<Row[]> {
  const { id } = current;
  const updated = updateRows(context, tx, resource, [id], valid.columns, [
    {
      resource,
      id,
      version: current.version + 1,
      operation,
      before: {
        ...pick(current, valid.columns),
        ...pick(current, valid.pairs),
        ...linesBefore(context, resource, valid, current),
      },
      after: { ...valid.columns, ...valid.pairs, ...linesAfter(context, resource, valid) },
    },
  ]);
  writePairs(tx, resource, id, valid.pairs, false);
  const entries: AuditEntry[] = [];
  syncLines(context, tx, resource, id, valid.lines, entries);
  writeAudit(context, tx, entries);
  tx.afterCommit(() => context.engine.totals.changed(resource.name));
  if (!context.access.unlimited(resource, 'update')) await requireInScope(context, tx, resource, id, 'update');
  return updated;
}

/** Changes a record. The body carries the version the client has seen; disjoint changes of others are kept. */
export async function update(context: Context, resource: Resource, id: string, body: unknown): Promise<Row> {
  requireWritable(resource);
  context.access.require(resource, 'update');
  const version = (body as Values | null)?.version;
  if (version === undefined || version === null) throw new PublicError('version_required');
  if (!isVersion(version)) throw new PublicError('invalid', { version: 'kontor:integer' });
  const done = await context.engine.db.transaction(async (tx) => {
    const current = await lockRecord(context, tx, resource, id, 'update');
    if (version > current.version) throw new PublicError('invalid', { version: 'kontor:invalid' });
    const stale = version < current.version;
    const own = stale
      ? mergeStale(context, resource, body as Values, current, await changedSince(tx, resource, current.id, version))
      : body;
    return { merged: stale, ...(await change(context, tx, resource, current, own)) };
  });
  const record = await done.record;
  return done.merged ? Object.assign(record, { merged: true }) : record;
}

/** Checks and writes changes to a locked record; the answer is wrapped so that the commit need not wait for it. */
export async function change(
  context: Context,
  tx: Transaction,
  resource: Resource,
  current: Row,
  body: unknown,
): Promise<{ record: Promise<Row> }> {
  const valid = validate(context, resource, body, current);
  refuse(valid.errors);
  if (isEmpty(valid)) return { record: Promise.resolve(current) };
  await checkReferences(context, tx, resource, valid, current);
  const behaviour = context.engine.behaviours[resource.name];
  await behaviour?.before?.({ context, tx, resource, operation: 'update', before: current, values: valid.columns });
  const updated = writeChanges(context, tx, resource, current, valid, 'update');
  const record = (async () => {
    const [row] = await updated;
    Object.assign(row!, valid.pairs);
    for (const name of Object.keys(resource.fields))
      if (resource.fields[name]!.kind === 'lines' && !(name in valid.lines) && name in current)
        row![name] = current[name];
    return row!;
  })();
  if (Object.keys(valid.lines).length || behaviour?.after || !context.access.unlimited(resource, 'update')) {
    const row = await record;
    if (Object.keys(valid.lines).length) {
      await withLines(context, tx, resource, [row]);
      await readRollups(context, tx, resource, row);
    }
    await behaviour?.after?.({
      context,
      tx,
      resource,
      operation: 'update',
      before: current,
      values: valid.columns,
      record: row,
    });
  }
  record.catch(() => {});
  return { record };
}
