import { propertiesOf, type Resource } from '@kontor/shared';
import { sql } from '../query/sql.ts';
import type { Context, Values } from './context.ts';
import { titles } from './embed.ts';
import { get } from './get.ts';
import { asReadable } from './lines.ts';

export interface HistoryEntry {
  readonly id: string;
  readonly at: string;
  readonly by: { id: string; title: string | null } | null;
  readonly operation: string;
  readonly version: number;
  readonly changes: { field: string; before: unknown; after: unknown }[];
}

/** What happened to a record, newest first. Fields the user may not read are absent. */
export async function history(context: Context, resource: Resource, id: string): Promise<HistoryEntry[]> {
  const record = await get(context, resource, id);
  const rows = await context.engine.db.query(
    sql`SELECT id, created_at, created_by, operation, record_version, before, after FROM audit_entries WHERE resource = ${resource.name} AND record_id = ${record.id} AND record_version IS NOT NULL ORDER BY record_version DESC, created_at DESC LIMIT 500`,
  );
  const actors = propertiesOf(resource).get('created_by')!.field.to as string;
  const users = await titles(context, context.engine.model.get(actors), [
    ...new Set(rows.map((row) => row.created_by as string).filter(Boolean)),
  ]);
  const readable = context.access.properties(resource);
  return rows.map((row) => {
    const before = (row.before ?? {}) as Values;
    const after = (row.after ?? {}) as Values;
    const names = [...propertiesOf(resource).keys()].filter(
      (name) => readable.has(name) && (name in before || name in after),
    );
    return {
      id: row.id,
      at: row.created_at,
      by: row.created_by ? { id: row.created_by, title: users.get(row.created_by) ?? null } : null,
      operation: row.operation,
      version: row.record_version,
      changes: names.map((name) => ({
        field: name,
        before: asReadable(context, resource, name, before[name]),
        after: asReadable(context, resource, name, after[name]),
      })),
    };
  });
}
