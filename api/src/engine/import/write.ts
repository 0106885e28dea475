import { errors as catalogue, PublicError, type Resource } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../db/pool.ts';
import { quote } from '../../db/quote.ts';
import { publicError } from '../../db/violations.ts';
import { allOf, raw, sql } from '../../query/sql.ts';
import { type AuditEntry, writeAudit } from '../../services/audit.ts';
import { issuerOf } from '../../services/numbers.ts';
import type { Context, Row, Values } from '../context.ts';
import { lineLink } from '../get.ts';
import { linesAfter } from '../lines.ts';
import { takeFirstNumbers } from '../numbering.ts';
import { named } from '../rival.ts';
import { insertMany, insertPairs } from '../statements.ts';
import { writeChanges } from '../update.ts';
import { isEmpty } from '../validate.ts';
import type { Prepared } from './prepare.ts';
import type { Report } from './report.ts';

/** What is written, and how: a dry run draws no numbers. */
export interface Writing {
  readonly context: Context;
  readonly tx: Transaction;
  readonly resource: Resource;
  readonly report: Report;
  readonly dryRun: boolean;
}

/** Rows that lie outside of what the user may write. */
class OutOfScope extends Error {
  readonly ids: ReadonlySet<string>;
  constructor(ids: ReadonlySet<string>) {
    super('rows out of scope');
    this.ids = ids;
  }
}

interface Written extends Prepared {
  readonly id: string;
}

/**
 * Writes prepared rows. What the database refuses is found by halving, so that the others are kept and never half a row.
 */
export async function writeRows(writing: Writing, rows: readonly Prepared[]): Promise<void> {
  const { context, resource, report } = writing;
  const changing = rows.filter(({ current, valid }) => !current || !isEmpty(valid));
  report.unchanged += rows.length - changing.length;
  await drawNumbers(writing, changing);
  const refuse = (row: Prepared, error: PublicError) =>
    report.refuse(row.row, error.fields ?? { root: catalogue[error.code][context.locale] });

  const attempt = async (part: readonly Written[]): Promise<void> => {
    if (part.length === 0) return;
    try {
      await writing.tx.savepoint(() => writePart(writing, part));
      report.created += part.filter(({ current }) => !current).length;
      report.updated += part.filter(({ current }) => current).length;
    } catch (error) {
      if (error instanceof OutOfScope) {
        for (const row of part) if (error.ids.has(row.id)) refuse(row, new PublicError('forbidden'));
        await attempt(part.filter((row) => !error.ids.has(row.id)));
        return;
      }
      const known = publicError(
        part.length === 1 ? await named(context, resource, error, writing.tx) : error,
        context.engine.model,
        resource,
        context.locale,
        false,
      );
      if (!(known instanceof PublicError) || known.status >= 500 || known.code === 'busy') throw error;
      if (part.length === 1) refuse(part[0]!, known);
      else {
        const half = Math.ceil(part.length / 2);
        await attempt(part.slice(0, half));
        await attempt(part.slice(half));
      }
    }
  };
  await attempt(changing.map((row) => ({ ...row, id: row.current?.id ?? uuidv7() })));
}

/** Numbers for new records, many with one statement. */
async function drawNumbers({ context, resource, dryRun }: Writing, rows: readonly Prepared[]): Promise<void> {
  for (const [name, field] of Object.entries(resource.fields)) {
    if (field.kind !== 'sequence' || field.on) continue;
    await Promise.all(
      rows.map(async ({ current, valid }) => {
        if (current || valid.columns[name] !== undefined) return;
        valid.columns[name] = dryRun
          ? uuidv7()
          : await context.engine.numbers.draw(field.series as string, issuerOf(resource, valid.columns));
      }),
    );
  }
}

/** What an attempt fills in (numbers, what hooks add) goes with it: the next one begins with what was imported. */
const untouched = (row: Written): Written => ({ ...row, valid: { ...row.valid, columns: { ...row.valid.columns } } });

async function writePart(writing: Writing, imported: readonly Written[]): Promise<void> {
  const { context, tx, resource } = writing;
  const rows = imported.map(untouched);
  const behaviour = context.engine.behaviours[resource.name];
  const hook = ({ current, valid }: Written) => ({
    context,
    tx,
    resource,
    operation: current ? ('update' as const) : ('create' as const),
    before: current ?? null,
    values: valid.columns,
    lines: valid.lines,
  });
  if (behaviour?.before) for (const row of rows) await behaviour.before(hook(row));
  const fresh = rows.filter((row) => !row.current);
  await takeFirstNumbers(
    context,
    tx,
    resource,
    fresh.map(({ id, valid }) => ({ id, values: valid.columns })),
  );
  const created = insertRows(writing, fresh);
  const changed = rows.flatMap(({ current, valid }) =>
    current ? [writeChanges(context, tx, resource, current, valid, 'update')] : [],
  );
  const records = new Map((await Promise.all([created, ...changed])).flat().map((record) => [record.id, record]));
  await requireScope(writing, rows);
  tx.afterCommit(() => context.engine.totals.changed(resource.name));
  if (behaviour?.after)
    for (const row of rows) {
      const record = { ...row.current, ...records.get(row.id)!, ...row.valid.pairs };
      await behaviour.after({ ...hook(row), record });
    }
}

/** Inserts new records with lists and lines: a handful of statements for all of them. */
async function insertRows({ context, tx, resource }: Writing, rows: readonly Written[]): Promise<Row[]> {
  const inserted = insertMany(
    context,
    tx,
    resource,
    rows.map(({ id, valid }) => ({ ...valid.columns, id })),
  );
  const sent: Promise<unknown>[] = [];
  const lists = new Set(rows.flatMap(({ valid }) => Object.keys(valid.pairs)));
  for (const name of lists)
    sent.push(
      insertPairs(
        tx,
        resource,
        name,
        rows.map(({ id, valid }) => ({ id, targets: valid.pairs[name] ?? [] })),
      ),
    );
  const audit: AuditEntry[] = rows.map(({ id, valid }) => ({
    resource,
    id,
    version: 1,
    operation: 'create',
    before: null,
    after: { ...valid.columns, ...valid.pairs, ...linesAfter(context, resource, valid) },
  }));
  const linesFields = new Set(rows.flatMap(({ valid }) => Object.keys(valid.lines)));
  for (const name of linesFields) {
    const { child, id: link, kind } = lineLink(context, resource, name);
    const lines = rows.flatMap(({ id, valid }) =>
      (valid.lines[name]?.rows ?? []).map((line): Values & { id: string } => ({
        ...line.valid.columns,
        [link]: id,
        ...(kind ? { [kind]: resource.name } : {}),
        id: uuidv7(),
      })),
    );
    sent.push(insertMany(context, tx, child, lines));
    for (const line of lines)
      audit.push({ resource: child, id: line.id, version: 1, operation: 'create', before: null, after: line });
    tx.afterCommit(() => context.engine.totals.changed(child.name));
  }
  sent.push(writeAudit(context, tx, audit));
  await Promise.all([inserted, ...sent]);
  return inserted;
}

/** Nobody may import what they could not have entered: every written row must lie in the scopes. */
async function requireScope({ context, tx, resource }: Writing, rows: readonly Written[]): Promise<void> {
  const { access } = context;
  const operations = (['import', 'create'] as const).filter((operation) => !access.unlimited(resource, operation));
  for (const operation of operations) {
    const concerned = rows.filter((row) => operation === 'import' || !row.current).map((row) => row.id);
    if (concerned.length === 0) continue;
    const inside = await tx.query(
      sql`SELECT t.id FROM ${raw(`${quote(resource.name)} t`)} WHERE ${allOf([sql`t.id = ANY(${concerned}::uuid[])`, access.rows(resource, operation, 't')])}`,
    );
    const known = new Set(inside.map((row) => row.id));
    const outside = concerned.filter((id) => !known.has(id));
    if (outside.length) throw new OutOfScope(new Set(outside));
  }
}
