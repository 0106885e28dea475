import { kindOf, propertiesOf, type Resource } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../db/pool.ts';
import type { Context, Values } from '../engine/context.ts';
import { type Sql, sql } from '../query/sql.ts';

export type AuditOperation = 'create' | 'update' | 'delete' | 'restore' | 'purge' | 'transition';

/** One change of one record. `before` and `after` hold what changed, nothing else. */
export interface AuditEntry {
  readonly resource: Resource;
  readonly id: string;
  readonly version: number;
  readonly operation: AuditOperation;
  readonly before: Values | null;
  readonly after: Values | null;
}

/** Secrets never reach the trail: it says that one was set, not which. */
function withoutSecrets(resource: Resource, values: Values | null): string | null {
  if (values === null) return null;
  const properties = propertiesOf(resource);
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const field = properties.get(name)?.field;
        return [name, field && kindOf(field).writeOnly && value !== null ? true : value];
      }),
    ),
  );
}

/** The statement that writes the trail: one, however many records changed. It runs along with a change or by itself. */
export function auditStatement(context: Context, entries: readonly AuditEntry[]): Sql {
  const actor = context.access.actor.id;
  if (entries.length === 1) {
    const [e] = entries as [AuditEntry];
    return sql`INSERT INTO audit_entries (id, created_by, request_id, resource, record_id, record_version, operation, before, after) VALUES (${uuidv7()}, ${actor}, ${context.requestId}, ${e.resource.name}, ${e.id}, ${e.version}, ${e.operation}, ${withoutSecrets(e.resource, e.before)}, ${withoutSecrets(e.resource, e.after)})`;
  }
  const rows = entries.map(
    (e) =>
      [
        uuidv7(),
        e.resource.name,
        e.id,
        e.version,
        e.operation,
        withoutSecrets(e.resource, e.before),
        withoutSecrets(e.resource, e.after),
      ] as const,
  );
  const column = (index: number) => rows.map((row) => row[index]);
  return sql`INSERT INTO audit_entries (created_by, request_id, id, resource, record_id, record_version, operation, before, after) SELECT ${actor}::uuid, ${context.requestId}, * FROM unnest(${column(0)}::uuid[], ${column(1)}::text[], ${column(2)}::text[], ${column(3)}::int[], ${column(4)}::text[], ${column(5)}::jsonb[], ${column(6)}::jsonb[])`;
}

/** Writes the trail in the transaction of the change. */
export function writeAudit(context: Context, tx: Transaction, entries: readonly AuditEntry[]): Promise<unknown> {
  return entries.length ? tx.prepared(auditStatement(context, entries)) : Promise.resolve();
}
