import { propertiesOf, type Resource } from '@kontor/shared';
import { columnType } from '../db/columns.ts';
import type { Queryable } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { pairTable } from '../query/conditions.ts';
import { raw, sql } from '../query/sql.ts';

const chunk = 5000;

/**
 * Inserts rows as they are, in large statements; for seeds only, which know what they write. Rows that are there already
 * stay as they are; a column that does not exist is a mistake.
 */
export async function insertRows(
  db: Queryable,
  resource: Resource,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const properties = propertiesOf(resource);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lists = names.filter((name) => properties.get(name)?.field.kind === 'references');
  const columns = names.filter((name) => !lists.includes(name));
  const types = columns.map((name) => {
    const column = properties.get(name)?.column;
    if (!column) throw new Error(`a seed writes ${resource.name}.${name}, which is no column`);
    return `${quote(name)} ${columnType(column)}`;
  });
  const values = columns.map((name) => {
    const fallback = properties.get(name)!.column!.default;
    return fallback === undefined ? `x.${quote(name)}` : `coalesce(x.${quote(name)}, ${fallback})`;
  });
  for (let i = 0; i < rows.length; i += chunk) {
    const part = JSON.stringify(rows.slice(i, i + chunk));
    await db.query(
      sql`INSERT INTO ${raw(quote(resource.name))} (${raw(columns.map(quote).join(', '))}) SELECT ${raw(values.join(', '))} FROM jsonb_to_recordset(${part}::jsonb) AS x(${raw(types.join(', '))}) ON CONFLICT (id) DO NOTHING`,
    );
    for (const name of lists)
      await db.query(
        sql`INSERT INTO ${raw(quote(pairTable(resource, name)))} (record_id, target_id) SELECT x.id, t::uuid FROM jsonb_to_recordset(${part}::jsonb) AS x(id uuid, ${raw(quote(name))} jsonb), jsonb_array_elements_text(coalesce(${raw(quote(name))}, '[]')) t ON CONFLICT DO NOTHING`,
      );
  }
}
