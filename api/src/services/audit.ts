import { kindOf, propertiesOf, type Resource } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../db/pool.ts';
import type { Context, Values } from '../engine/context.ts';
import { join, raw, type Sql, sql } from '../query/sql.ts';

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

/**
 * The statement that writes the trail: one, however many records changed. It runs by itself or along with a change, then
 * under the condition that there was one.
 */
export function auditStatement(context: Context, entries: readonly AuditEntry[], when?: Sql): Sql {
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
  const types = ['uuid', 'text', 'text', 'int', 'text', 'jsonb', 'jsonb'];
  const cells =
    rows.length === 1
      ? join(
          types.map((type, i) => sql`${rows[0]![i]}::${raw(type)}`),
          ', ',
        )
      : sql`* FROM unnest(${join(
          types.map((type, i) => sql`${rows.map((row) => row[i])}::${raw(type)}[]`),
          ', ',
        )})`;
  const where = when ? sql` WHERE ${when}` : raw('');
  return sql`INSERT INTO audit_entries (created_by, request_id, id, resource, record_id, record_version, operation, before, after) SELECT ${context.access.actor.id}::uuid, ${context.requestId}::text, ${cells}${where}`;
}

/** Writes the trail in the transaction of the change. */
export function writeAudit(context: Context, tx: Transaction, entries: readonly AuditEntry[]): Promise<unknown> {
  return entries.length ? tx.prepared(auditStatement(context, entries)) : Promise.resolve();
}
