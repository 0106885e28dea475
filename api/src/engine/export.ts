import {
  type AnyField,
  type FieldErrors,
  fieldLabel,
  fieldNamed,
  kindOf,
  message,
  PublicError,
  propertyNames,
  type Resource,
  resourceLabel,
} from '@kontor/shared';
import { withCursor } from '../db/cursor.ts';
import { quote } from '../db/quote.ts';
import { parseFilter } from '../query/filters.ts';
import { someColumns } from '../query/select.ts';
import { allOf, raw, type Sql, sql } from '../query/sql.ts';
import { auditEvent, authorOf } from '../services/audit.ts';
import type { Context, Row } from './context.ts';
import { exportTitles, type TitleOf } from './export/titles.ts';
import { orderBy, visibleRows } from './list.ts';

export interface ExportQuery {
  readonly columns?: unknown;
  readonly filter?: unknown;
  readonly sort?: unknown;
}

/** One column of an exported file. */
export interface ExportColumn {
  readonly name: string;
  readonly label: string;
  readonly field: AnyField;
}

/** Where an export goes: a file of some format that is written row by row. */
export interface ExportTarget {
  /** Told before how many rows it will be, as far as that is known. */
  begin(columns: readonly ExportColumn[], count: number): Promise<void>;
  /** Writes rows and waits until the receiver has room again. */
  write(rows: readonly Row[], titleOf: TitleOf): Promise<void>;
  end(): Promise<void>;
}

/** A checked export that has not begun yet: errors are answered before the first byte is sent. */
export interface Export {
  readonly columns: readonly ExportColumn[];
  /** What is in it, as people call it. */
  readonly title: string;
  run(target: ExportTarget): Promise<void>;
}

/** Rows at a time: few enough to be forgotten soon, so that the process does not grow with them. */
const part = 250;

function exportColumns(context: Context, resource: Resource, wanted: unknown): ExportColumn[] {
  const names = wanted ?? resource.list?.columns ?? resource.title;
  if (!Array.isArray(names) || names.length === 0 || names.length > 200) throw new PublicError('malformed_query');
  const readable = context.access.properties(resource);
  const errors: FieldErrors = {};
  const columns = [...new Set(names)].flatMap((name): ExportColumn[] => {
    const field = typeof name === 'string' ? fieldNamed(resource, name) : undefined;
    const known =
      field && kindOf(field).operators.length > 0 && propertyNames(resource, name).every((n) => readable.has(n));
    if (!known) errors[String(name)] = message('unknown_field');
    return known ? [{ name, label: fieldLabel(field, name, context.locale), field }] : [];
  });
  if (Object.keys(errors).length) throw new PublicError('malformed_query', errors);
  return columns;
}

/** Prepares an export: what a list shows under the same filter and order, of the rows that may be exported. */
export function prepareExport(context: Context, resource: Resource, query: ExportQuery): Export {
  const { access, engine } = context;
  access.require(resource, 'read');
  access.require(resource, 'export');
  const columns = exportColumns(context, resource, query.columns);
  const filter = parseFilter(access, resource, query.filter);
  const where: Sql = allOf([
    visibleRows(context, resource, filter, 'export'),
    ...(access.unlimited(resource, 'read') ? [] : [access.rows(resource, 'read', 't')]),
  ]);
  const names = columns.flatMap(({ name }) => propertyNames(resource, name));
  const from = sql`FROM ${raw(`${quote(resource.name)} t`)} WHERE ${where}`;
  const statement = sql`SELECT ${someColumns(access, resource, names)} ${from} ORDER BY ${orderBy(context, resource, query.sort, filter.q)}`;
  return {
    columns,
    title: resourceLabel(resource, context.locale),
    run: async (target) => {
      // told before the first row leaves: who takes data along can not break off in time to leave no trace
      const [counted] = await engine.db.query<{ count: number }>(sql`SELECT count(*)::int AS count ${from}`);
      await auditEvent(engine.db, authorOf(context), {
        operation: 'export',
        resource: resource.name,
        details: { columns: columns.map(({ name }) => name), filter: query.filter ?? {}, count: counted!.count },
      });
      await withCursor(engine.db, statement, async (cursor) => {
        const titles = exportTitles(context, resource, columns, cursor);
        let rows = await cursor.fetch<Row>(part);
        await target.begin(columns, counted!.count);
        for (; rows.length; rows = await cursor.fetch<Row>(part)) await target.write(rows, await titles(rows));
      });
      await target.end();
    },
  };
}
