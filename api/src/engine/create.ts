import { type Operation, PublicError, type Resource } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Queryable, Transaction } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { constraintName } from '../db/schema.ts';
import { anyOf, raw, sql } from '../query/sql.ts';
import { type AuditEntry, writeAudit } from '../services/audit.ts';
import { hasAfter, runAfter } from './after.ts';
import { completed, validateCompleted } from './complete.ts';
import type { Context, Row } from './context.ts';
import { insertLines, linesAfter, readRollups } from './lines.ts';
import { drawNumbers, takeFirstNumbers, unnumbered } from './numbering.ts';
import { checkReferences } from './references.ts';
import { insertOne, writePairs } from './statements.ts';
import { requireProof } from './step_up.ts';
import { inLine, namesTurn, takeTurn } from './turn.ts';
import { refuse, type Valid } from './validate.ts';

/** Resources that are written by verbs of their own refuse the general ones; lines are written with their parent. */
export function requireWritable(resource: Resource): void {
  if (resource.internal || resource.append_only || resource.owned) throw new PublicError('method_not_allowed');
}

/** Numbers may be taken that the series has not reached yet: imported ones, or those of an earlier pattern. */
const mostTaken = 50;

/** Creates a record with its lines. */
export async function create(context: Context, resource: Resource, body: unknown): Promise<Row> {
  requireWritable(resource);
  context.access.require(resource, 'create');
  const valid = await validNew(context, context.engine.db, resource, body);
  const taken = new Set(
    unnumbered(resource, valid.columns).map((name) => constraintName(resource.name, name, 'unique')),
  );
  for (let tries = 1; ; tries++)
    try {
      return await inLine(context, resource, valid.columns, () =>
        write(context, resource, { ...valid, columns: { ...valid.columns }, lines: { ...valid.lines } }),
      );
    } catch (error) {
      const { code, constraint } = error as { code?: string; constraint?: string };
      if (tries === mostTaken || code !== '23505' || !taken.has(constraint ?? '')) throw error;
    }
}

/** What a body means for a new record, with what the resource's behaviour fills in; refused when it will not do. */
async function validNew(context: Context, on: Queryable, resource: Resource, body: unknown): Promise<Valid> {
  const [one] = await completed(context, on, resource, [body]);
  const valid = validateCompleted(context, resource, one!);
  refuse(valid.errors);
  await requireProof(context, on, resource, 'create', valid);
  return valid;
}

async function write(context: Context, resource: Resource, valid: Valid): Promise<Row> {
  await drawNumbers(context, resource, valid.columns);
  const answer = await context.engine.db.transaction(async (tx) => {
    const id = await prepare(context, tx, resource, valid);
    const record = insertRecord(context, tx, resource, id, valid);
    // when nothing is left to decide, the commit is sent along with the statements
    if (!context.access.unlimited(resource, 'create') || hasAfter(context.engine, resource)) await record;
    record.catch(() => {});
    return { record };
  });
  return answer.record;
}

/** Creates a record within a transaction that is open already (import, other verbs). */
export async function createIn(context: Context, tx: Transaction, resource: Resource, body: unknown): Promise<Row> {
  const valid = await validNew(context, tx, resource, body);
  await drawNumbers(context, resource, valid.columns);
  const id = await prepare(context, tx, resource, valid);
  return insertRecord(context, tx, resource, id, valid);
}

/**
 * What must be known before anything is written: that references exist, what the resource's hook has to say, and the numbers
 * without gaps. Answers the id of the new record.
 */
async function prepare(context: Context, tx: Transaction, resource: Resource, valid: Valid): Promise<string> {
  await Promise.all([
    takeTurn(context, tx, resource, undefined, namesTurn(context, resource, resource, [valid.columns])),
    checkReferences(context, tx, resource, valid),
  ]);
  await context.engine.behaviours[resource.name]?.before?.({
    context,
    tx,
    resource,
    operation: 'create',
    before: null,
    values: valid.columns,
    lines: valid.lines,
  });
  const id = uuidv7();
  await takeFirstNumbers(context, tx, resource, [{ id, values: valid.columns }]);
  return id;
}

/** Sends all statements of a new record without waiting in between; they fail or succeed together. */
async function insertRecord(
  context: Context,
  tx: Transaction,
  resource: Resource,
  id: string,
  valid: Valid,
): Promise<Row> {
  const inserted = insertOne(context, tx, resource, id, valid.columns, {
    resource,
    id,
    version: 1,
    operation: 'create',
    before: null,
    after: { ...valid.columns, ...valid.pairs, ...linesAfter(context, resource, valid) },
  });
  writePairs(tx, resource, [id], valid.pairs, true);
  const entries: AuditEntry[] = [];
  const lines = insertLines(context, tx, resource, id, valid.lines, entries);
  lines.catch(() => {}); // fails with the record, which tells
  writeAudit(context, tx, entries);
  tx.afterCommit(() => context.engine.totals.changed(resource.name));
  await requireInScope(context, tx, resource, [id], 'create');
  const record = (await inserted)[0]!;
  Object.assign(record, valid.pairs, await lines);
  if (Object.keys(valid.lines).length) await readRollups(context, tx, resource, record);
  await runAfter({ context, tx, resource, operation: 'create', before: null, values: valid.columns, record });
  return record;
}

/**
 * Nobody may put a record where they could not have put it: every written row must lie in the scope of the operation, or of
 * another that would have done (what a step writes may as well be where its user may change it).
 */
export async function requireInScope(
  context: Context,
  tx: Transaction,
  resource: Resource,
  ids: readonly string[],
  ...operations: readonly Operation[]
): Promise<void> {
  const { access } = context;
  if (operations.some((operation) => access.unlimited(resource, operation))) return;
  const [found] = await tx.prepared<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM ${raw(`${quote(resource.name)} t`)} WHERE t.id = ANY(${ids}::uuid[]) AND ${anyOf(operations.map((operation) => access.rows(resource, operation, 't')))}`,
  );
  if (found?.n !== ids.length) throw new PublicError('forbidden');
}
