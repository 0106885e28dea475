import { type FieldErrors, message, PublicError, propertiesOf, type Resource } from '@kontor/shared';
import type { Transaction } from '../db/pool.ts';
import { auditEvent, authorOf } from '../services/audit.ts';
import { type Context, withOrigin } from './context.ts';
import { requireWritable } from './create.ts';
import { findLinks, linkReviews, readRow } from './import/bodies.ts';
import { shown } from './import/cells.ts';
import { takeTurns } from './import/existing.ts';
import { type ImportField, importFields, labelOf } from './import/fields.ts';
import { readTarget } from './import/links.ts';
import { proposeMapping } from './import/mapping.ts';
import { type Prepared, prepareRows } from './import/prepare.ts';
import { type ImportResult, type MappedColumn, Report } from './import/report.ts';
import { readTable, type Table } from './import/table.ts';
import { writeRows } from './import/write.ts';
import { namesDanger, requireProof, requireProven } from './step_up.ts';
import { orTakenBack, TakenBack } from './taken_back.ts';

export type { ImportResult } from './import/report.ts';

export interface ImportPreview {
  readonly columns: readonly { readonly name: string; readonly field: string | null; readonly samples: string[] }[];
  /** What the columns may be assigned to: the resource's own fields, and those of its lines as "lines.field". */
  readonly fields: readonly { readonly field: string; readonly label: string }[];
  readonly rows: number;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
}

export interface ImportOptions {
  /**
   * Column of the file to field (`addresses.city` for a line), or to `{field, links}` with what texts of the column mean; the
   * proposed one unless given.
   */
  readonly mapping?: unknown;
  readonly key?: unknown;
  readonly mode?: unknown;
  readonly dryRun: boolean;
}

const part = 500;

function requireImport(context: Context, resource: Resource): void {
  requireWritable(resource);
  const { access } = context;
  access.require(resource, 'import');
  if (access.condition(resource, 'create') === null) access.require(resource, 'update');
}

/** What is in a file, and which column seems to mean which field. */
export async function previewImport(context: Context, resource: Resource, content: Buffer): Promise<ImportPreview> {
  requireImport(context, resource);
  const table = await readTable(content);
  const fields = importFields(context, resource);
  const mapping = proposeMapping(table.columns, fields.values());
  return {
    columns: table.columns.map((name, i) => ({ name, field: mapping[name] ?? null, samples: samples(table, i) })),
    fields: [...fields.values()].map((field) => ({ field: field.path, label: labelOf(field, context) })),
    rows: table.rows.length,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheet: table.sheet,
  };
}

/** The first three values of a column. */
function samples(table: Table, index: number): string[] {
  const found: string[] = [];
  for (const { cells } of table.rows) {
    const text = shown(cells[index] ?? null);
    if (text !== null) found.push(text);
    if (found.length === 3) break;
  }
  return found;
}

function mappedColumns(table: Table, fields: ReadonlyMap<string, ImportField>, wanted: unknown): MappedColumn[] {
  const mapping = wanted ?? proposeMapping(table.columns, fields.values());
  if (typeof mapping !== 'object' || Array.isArray(mapping)) throw new PublicError('malformed_query');
  const errors: FieldErrors = {};
  const taken = new Set<string>();
  const mapped: MappedColumn[] = [];
  for (const [column, entry] of Object.entries(mapping as object)) {
    const { path, decisions } = readTarget(entry);
    if (path === '') continue;
    const index = table.columns.indexOf(column);
    const field = fields.get(path);
    if (index < 0) errors[column] = message('unknown_column');
    else if (!field) errors[column] = message('unknown_field');
    else if (taken.has(path)) errors[column] = message('mapped_twice');
    else mapped.push({ column, index, field, decisions });
    taken.add(path);
  }
  if (mapped.length === 0 && Object.keys(errors).length === 0) errors.root = message('required');
  if (Object.keys(errors).length) throw new PublicError('invalid', { mapping: errors });
  return mapped.sort((a, b) => a.index - b.index);
}

/** The fields by which rows mean records that are there already; none means that every row is new. */
function keyFields(resource: Resource, mapped: readonly MappedColumn[], wanted: unknown): readonly string[] {
  const isMapped = (name: string) => mapped.some(({ field }) => field.path === name);
  if (wanted === undefined) return resource.import_key?.every(isMapped) ? resource.import_key : [];
  if (!Array.isArray(wanted) || !wanted.every((name) => typeof name === 'string'))
    throw new PublicError('malformed_query');
  const missing = wanted.filter((name) => !isMapped(name) || !propertiesOf(resource).get(name)?.column);
  if (missing.length)
    throw new PublicError('invalid', {
      key: Object.fromEntries(missing.map((name) => [name, message('key_not_mapped')])),
    });
  return wanted;
}

/** What an import tells while it runs, and asks at its end. */
export interface ImportHooks {
  /** So many of all rows were checked, or written. What it throws ends the import, of which nothing stays then. */
  readonly step?: (what: 'checked' | 'written', rows: number) => void;
  /** Before the commit of what will stay: what it writes with `tx` stays or goes with it. */
  readonly commit?: (tx: Transaction, result: ImportResult) => Promise<unknown>;
}

/** A checked import that has not begun yet: what is wrong with the file or the order is answered before. */
export interface Import {
  /** How many rows it has. */
  readonly rows: number;
  run(hooks?: ImportHooks): Promise<ImportResult>;
}

/**
 * Imports a file in one transaction: rows are checked, found by their key, and written as if each had been entered. With
 * `mode: 'all'` nothing stays unless all rows are right, with `'valid'` the right ones do. A dry run goes the same way
 * and takes everything back.
 */
export async function prepareImport(
  asked: Context,
  resource: Resource,
  content: Buffer,
  { mapping, key: wantedKey, mode = 'all', dryRun }: ImportOptions,
): Promise<Import> {
  const context = withOrigin(asked, 'import');
  requireImport(context, resource);
  if (mode !== 'all' && mode !== 'valid') throw new PublicError('malformed_query');
  const fields = importFields(context, resource);
  const table = await readTable(content);
  const mapped = mappedColumns(table, fields, mapping);
  const key = keyFields(resource, mapped, wantedKey);
  const lines = mapped.some(({ field }) => field.lines);
  // by what is mapped, not by what differs: a refusal in the middle would be told as a mistake of one row
  await requireProof(context, context.engine.db, resource, 'import');
  if (mapped.some(({ field }) => namesDanger(context, resource, field.path.split('.')[0]!)))
    await requireProven(context, context.engine.db);
  const run = ({ step = () => {}, commit }: ImportHooks = {}) =>
    orTakenBack(context.engine.db, async (tx) => {
      const report = new Report(table.rows.length, mapped, fields, context.locale);
      const preparation = { context, tx, resource, key, lines, report, seen: new Map<string, number>() };
      const links = await findLinks(context, tx, mapped, table.rows);
      report.links = linkReviews(context, mapped, links, table.rows);
      const read = table.rows.map((row) => ({ row, body: readRow(context, mapped, links, row) }));
      const bodies = read.map(({ body }) => body.values);
      await takeTurns(context, tx, resource, key, bodies);
      const prepared: Prepared[] = [];
      for (let i = 0; i < table.rows.length; i += part) {
        step('checked', i);
        prepared.push(...(await prepareRows(preparation, read.slice(i, i + part))));
      }
      if (dryRun || mode === 'valid' || report.failed === 0)
        while (prepared.length) {
          step('written', table.rows.length - prepared.length);
          await writeRows({ context, tx, resource, report, dryRun }, prepared.splice(0, part));
        }
      const committed = !dryRun && (mode === 'valid' || report.failed === 0);
      const result = report.result(dryRun, committed);
      if (!committed) throw new TakenBack(result);
      const { errors: _errors, links: _links, ...counts } = result;
      const columns = Object.fromEntries(mapped.map(({ column, field }) => [column, field.path]));
      await auditEvent(tx, authorOf(context), {
        operation: 'import',
        resource: resource.name,
        details: { ...counts, columns, mode },
      });
      await commit?.(tx, result);
      return result;
    });
  return { rows: table.rows.length, run };
}
