import { kindOf, propertiesOf, type Resource } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Queryable, Transaction } from '../db/pool.ts';
import type { Context, Source, Values } from '../engine/context.ts';
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

/** Who and what stands behind an entry, whatever it tells. */
export interface Author {
  /** The user; null when nobody is signed in. */
  readonly actor: string | null;
  readonly requestId?: string | null;
  readonly source?: Source;
  /** Id and name of the API key. */
  readonly key?: string;
  /** Id of the user who sees the application as the actor. */
  readonly impersonator?: string;
}

/** One row of the trail, without its author. */
export interface Told {
  readonly resource: string | null;
  readonly id: string | null;
  readonly version: number | null;
  readonly operation: string;
  readonly before: string | null;
  readonly after: string | null;
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

const columns = ['id', 'resource', 'record_id', 'record_version', 'operation', 'before', 'after'];
const types = ['uuid', 'text', 'text', 'int', 'text', 'jsonb', 'jsonb'];

/** What is known of the author; the rest is left out, so that most statements are the same few. */
function authorColumns({ actor, requestId, source, key, impersonator }: Author): [string, Sql][] {
  return [
    ['created_by', sql`${actor}::uuid`],
    ['request_id', sql`${requestId ?? null}::text`],
    ['origin', sql`${source?.origin ?? 'command'}::text`],
    ['address', sql`${source?.address ?? null}::text`],
    ...(source?.job ? [['actor_job', sql`${source.job}::text`] as [string, Sql]] : []),
    ...(key ? [['actor_key', sql`${key}::text`] as [string, Sql]] : []),
    ...(impersonator ? [['impersonator', sql`${impersonator}::text`] as [string, Sql]] : []),
  ];
}

function trailStatement(author: Author, told: readonly Told[], when?: Sql): Sql {
  const rows = told.map((t) => [uuidv7(), t.resource, t.id, t.version, t.operation, t.before, t.after]);
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
  const known = authorColumns(author);
  const names = [...known.map(([name]) => name), ...columns].join(', ');
  const values = join(
    known.map(([, value]) => value),
    ', ',
  );
  return sql`INSERT INTO audit_entries (${raw(names)}) SELECT ${values}, ${cells}${where}`;
}

/** Who stands behind what happens in a context. */
export const authorOf = ({ access: { actor }, requestId, source }: Context): Author => ({
  actor: actor.id,
  requestId,
  ...(source ? { source } : {}),
  ...(actor.api_key ? { key: `${actor.api_key.id} ${actor.api_key.name}`.slice(0, 120) } : {}),
  ...(actor.impersonator ? { impersonator: actor.impersonator } : {}),
});

/**
 * The statement that writes the trail: one, however many records changed. It runs by itself or along with a change, then
 * under the condition that there was one.
 */
export const auditStatement = (context: Context, entries: readonly AuditEntry[], when?: Sql): Sql =>
  trailStatement(
    authorOf(context),
    entries.map(({ resource, id, version, operation, before, after }) => ({
      resource: resource.name,
      id,
      version,
      operation,
      before: withoutSecrets(resource, before),
      after: withoutSecrets(resource, after),
    })),
    when,
  );

/** Writes the trail in the transaction of the change. */
export function writeAudit(context: Context, tx: Transaction, entries: readonly AuditEntry[]): Promise<unknown> {
  return entries.length ? tx.prepared(auditStatement(context, entries)) : Promise.resolve();
}

/** What happens without a change of a record. */
export interface AuditEvent {
  readonly operation:
    | 'sign_in'
    | 'sign_in_failed'
    | 'sign_out'
    | 'security'
    | 'permission'
    | 'read'
    | 'export'
    | 'import'
    | 'denied';
  /** The resource and record that it is about, if any. */
  readonly resource?: string;
  readonly id?: string;
  /** What else there is to say; a `security` event says which in `event`. Never a secret. */
  readonly details?: Values;
}

/** What clients send may be anything; the trail keeps what PostgreSQL can store of it, and not without end. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, 2000).replaceAll('\0', '').toWellFormed();
  if (Array.isArray(value)) return value.slice(0, 1000).map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [storable(name), storable(member)]));
}

/** Enters an event, in a transaction or by itself. */
export async function auditEvent(db: Queryable, author: Author, event: AuditEvent): Promise<void> {
  const { resource = null, id = null, operation, details } = event;
  const after = details ? JSON.stringify(storable(details)) : null;
  await db.prepared(trailStatement(author, [{ resource, id, version: null, operation, before: null, after }]));
}
