import { kindOf, type Resource } from '@kontor/shared';
import type { Queryable } from '../../db/pool.ts';
import type { Context, Row } from '../context.ts';
import { titles } from '../embed.ts';
import type { ExportColumn } from '../export.ts';

/** The text of a column that refers to other records; undefined for every other column. */
export type TitleOf = (column: ExportColumn, row: Row) => string | undefined;

/** Where a column of a row points to; undefined for a column that does not refer to records. */
function pointer(
  resource: Resource,
  column: ExportColumn,
): ((row: Row) => [target: string, ids: string[]]) | undefined {
  const { name, field } = column;
  if (resource.fields[name]?.kind === 'subject')
    return (row) => [row[`${name}_resource`] ?? '', row[`${name}_id`] ? [row[`${name}_id`]] : []];
  const to = field.to || kindOf(field).columns(field, name)[0]?.references?.resource;
  if (!to) return undefined;
  return (row) => [to, Array.isArray(row[name]) ? row[name] : row[name] ? [row[name]] : []];
}

/** How many titles are remembered from part to part. */
const mostKept = 20_000;

/**
 * Titles of the records that an export's rows refer to: one statement per target and part, and none for what was met
 * before. A record that one may not see has none.
 */
export function exportTitles(
  context: Context,
  resource: Resource,
  columns: readonly ExportColumn[],
  db: Queryable,
): (rows: readonly Row[]) => Promise<TitleOf> {
  const { engine } = context;
  const inside: Context = {
    ...context,
    engine: { ...engine, db: { ...engine.db, query: db.query, prepared: db.prepared } },
  };
  const pointers = new Map(
    columns.flatMap((column) => {
      const found = pointer(resource, column);
      return found ? [[column.name, found] as const] : [];
    }),
  );
  const known = new Map<string, Map<string, string>>();
  return async (rows) => {
    const needed = new Map<string, Set<string>>();
    for (const find of pointers.values())
      for (const row of rows) {
        const [target, ids] = find(row);
        if (ids.length && !needed.has(target)) needed.set(target, new Set());
        for (const id of ids) needed.get(target)!.add(id);
      }
    for (const [target, ids] of needed) {
      const before = known.get(target);
      const kept = before && before.size <= mostKept ? before : new Map<string, string>();
      known.set(target, kept);
      const fresh = [...ids].filter((id) => !kept.has(id));
      const found = await titles(inside, engine.model.get(target), fresh);
      for (const id of fresh) kept.set(id, found.get(id) ?? '');
    }
    return (column, row) => {
      const find = pointers.get(column.name);
      if (!find) return undefined;
      const [target, ids] = find(row);
      return ids
        .map((id) => known.get(target)?.get(id) ?? '')
        .filter(Boolean)
        .join(', ');
    };
  };
}
