import { isDeepStrictEqual } from 'node:util';
import { kindOf, type Operation, type Property, PublicError, type Resource } from '@kontor/shared';
import type { Queryable, Transaction } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { recordColumns } from '../query/select.ts';
import { raw, type Sql, sql } from '../query/sql.ts';
import { type AuditEntry, type AuditOperation, writeAudit } from '../services/audit.ts';
import { hasAfter, runAfter } from './after.ts';
import type { Context, Row, Values } from './context.ts';
import { requireInScope, requireWritable } from './create.ts';
import { linesFor, requireId, withLines } from './get.ts';
import { asReadable, linesAfter, linesBefore, pick, readRollups, syncLines, wholeRemoved } from './lines.ts';
import { changedSince, type Since, theirsBy, whoMerged } from './meanwhile.ts';
import { checkReferences } from './references.ts';
import { updateRows, writePairs } from './statements.ts';
import { requireProof } from './step_up.ts';
import { namesTurn, takeTurn } from './turn.ts';
import { isEmpty, refuse, type Valid, validate } from './validate.ts';

/** Reads a record for a change, locked if so wished. 404 when it can not be seen, 403 when it may not be changed. */
async function readForChange(
  context: Context,
  db: Queryable,
  resource: Resource,
  id: string,
  operation: Operation,
  { lock, trashed = false }: { readonly lock: boolean; readonly trashed?: boolean },
): Promise<Row> {
  const { access } = context;
  const table = raw(`${quote(resource.name)} t`);
  const alive = raw(resource.trash ? ` AND t.deleted_at IS ${trashed ? 'NOT ' : ''}NULL` : '');
  // rows that never change need no lock, and the right to change them is what it would take
  const locking = raw(lock && !resource.append_only ? ' FOR NO KEY UPDATE OF t' : '');
  const wanted = requireId(id);
  const [rows, addLines] = await Promise.all([
    db.prepared<Row>(
      sql`SELECT ${recordColumns(access, resource)} FROM ${table} WHERE t.id = ${wanted}${alive} AND ${access.rows(resource, operation, 't')}${locking}`,
    ),
    linesFor(context, db, resource, [wanted]), // asked after the lock is held, so they are those of the locked record
  ]);
  const [row] = rows;
  if (!row) {
    const [seen] = await db.query(
      sql`SELECT 1 FROM ${table} WHERE t.id = ${id}${alive} AND ${access.rows(resource, 'read', 't')}`,
    );
    throw new PublicError(seen ? 'forbidden' : 'not_found');
  }
  addLines([row]);
  return row;
}

/** Reads a record for a change and locks it until the end of the transaction; `also` names what its turn waits for besides. */
export async function lockRecord(
  context: Context,
  tx: Transaction,
  resource: Resource,
  id: string,
  operation: Operation,
  trashed = false,
  also?: Sql,
): Promise<Row> {
  await takeTurn(context, tx, resource, sql`t.id = ${requireId(id)}`, also);
  return readForChange(context, tx, resource, id, operation, { lock: true, trashed });
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
async function mergeStale(
  context: Context,
  tx: Transaction,
  resource: Resource,
  body: Values,
  current: Row,
  since: Since,
): Promise<Values> {
  const { base } = since;
  const own = { ...body };
  const conflicts: { base: Values; yours: Values; theirs: Values } = { base: {}, yours: {}, theirs: {} };
  // what follows from other fields, or is written by the house alone, is as it was
  for (const [name, { column, field }] of context.access.properties(resource))
    if (column?.generated || (field.kind === 'lines' && field.readOnly)) delete own[name];
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
  if (Object.keys(conflicts.yours).length) {
    const theirs_by = await theirsBy(context, tx, resource, since, Object.keys(conflicts.yours));
    throw new PublicError('conflict', undefined, { ...conflicts, theirs_by, version: current.version });
  }
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
  /** As what it is written: the row must lie in its scope afterwards, or in that of changes. */
  as: Operation = 'update',
): Promise<Row[]> {
  const { id } = current;
  const lines = await wholeRemoved(context, tx, resource, valid.lines);
  const updated = updateRows(context, tx, resource, [id], valid.columns, [
    changeEntry(context, resource, current, valid, operation),
  ]);
  writePairs(tx, resource, [id], valid.pairs, false);
  const entries: AuditEntry[] = [];
  syncLines(context, tx, resource, id, lines, entries);
  writeAudit(context, tx, entries);
  tx.afterCommit(() => context.engine.totals.changed(resource.name));
  await requireInScope(context, tx, resource, [id], as, 'update');
  return updated;
}

const changeEntry = (
  context: Context,
  resource: Resource,
  current: Row,
  valid: Valid,
  operation: AuditOperation,
): AuditEntry => ({
  resource,
  id: current.id,
  version: current.version + 1,
  operation,
  before: {
    ...pick(current, valid.columns),
    ...pick(current, valid.pairs),
    ...linesBefore(context, resource, valid, current),
  },
  after: { ...valid.columns, ...valid.pairs, ...linesAfter(context, resource, valid) },
});

/** Changes a record. The body carries the version the client has seen; disjoint changes of others are kept. */
export async function update(context: Context, resource: Resource, id: string, body: unknown): Promise<Row> {
  requireWritable(resource);
  context.access.require(resource, 'update');
  const version = (body as Values | null)?.version;
  if (version === undefined || version === null) throw new PublicError('version_required');
  if (!isVersion(version)) throw new PublicError('invalid', { version: 'kontor:integer' });
  const quick = await updateUnlocked(context, resource, id, body, version);
  if (quick) return quick;
  const done = await context.engine.db.transaction(async (tx) => {
    const also = namesTurn(context, resource, resource, [body as Values]);
    const current = await lockRecord(context, tx, resource, id, 'update', false, also);
    if (version > current.version) throw new PublicError('invalid', { version: 'kontor:invalid' });
    const since = version < current.version ? await changedSince(tx, resource, current.id, version) : undefined;
    const own = since ? await mergeStale(context, tx, resource, body as Values, current, since) : body;
    return { since, ...(await change(context, tx, resource, current, own)) };
  });
  const record = await done.record;
  if (!done.since) return record;
  return Object.assign(record, { merged: true, merged_with: await whoMerged(context, resource, done.since) });
}

/**
 * Writes a change of plain values without a lock: one statement, that leaves the record alone if somebody came in between.
 * Undefined when it did, or when the change needs more than one statement: then it is done again under a lock.
 */
async function updateUnlocked(
  context: Context,
  resource: Resource,
  id: string,
  body: unknown,
  version: number,
): Promise<Row | undefined> {
  const { access, engine } = context;
  if (engine.behaviours[resource.name] || hasAfter(engine, resource) || !access.unlimited(resource, 'update'))
    return undefined;
  const seen = await engine.db.together((on) => readForChange(context, on, resource, id, 'update', { lock: false }));
  if (seen.version !== version) return undefined;
  const valid = validate(context, resource, body, seen);
  refuse(valid.errors);
  if (isEmpty(valid)) return seen;
  await requireProof(context, engine.db, resource, 'update', valid);
  if (Object.keys(valid.pairs).length || Object.keys(valid.lines).length) return undefined;
  const entry = changeEntry(context, resource, seen, valid, 'update');
  const { rows } = await engine.db.transaction(async (tx) => {
    await checkReferences(context, tx, resource, valid, seen);
    return { rows: updateRows(context, tx, resource, [seen.id], valid.columns, [entry], version) };
  });
  const [row] = await rows;
  if (!row) return undefined;
  engine.totals.changed(resource.name);
  return { ...seen, ...row };
}

/** Checks and writes changes to a locked record; the answer is wrapped so that the commit need not wait for it. */
export async function change(
  context: Context,
  tx: Transaction,
  resource: Resource,
  current: Row,
  body: unknown,
  /** The step or action that changes it; its right is what counts. */
  as: Operation = 'update',
): Promise<{ record: Promise<Row> }> {
  const valid = validate(context, resource, body, current, { operation: as });
  refuse(valid.errors);
  if (isEmpty(valid)) return { record: Promise.resolve(current) };
  await requireProof(context, tx, resource, 'update', valid);
  await checkReferences(context, tx, resource, valid, current);
  const behaviour = context.engine.behaviours[resource.name];
  const { columns: values, lines } = valid;
  await behaviour?.before?.({ context, tx, resource, operation: 'update', before: current, values, lines });
  const updated = writeChanges(context, tx, resource, current, valid, 'update', as);
  const record = (async () => {
    const [row] = await updated;
    return { ...current, ...row!, ...valid.pairs };
  })();
  if (
    Object.keys(valid.lines).length ||
    hasAfter(context.engine, resource) ||
    !context.access.unlimited(resource, as)
  ) {
    const row = await record;
    if (Object.keys(valid.lines).length) {
      await withLines(context, tx, resource, [row]);
      await readRollups(context, tx, resource, row);
    }
    await runAfter({ context, tx, resource, operation: 'update', before: current, values, record: row });
  }
  record.catch(() => {});
  return { record };
}
