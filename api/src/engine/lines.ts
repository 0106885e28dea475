import { kindOf, propertiesOf, type Resource, rollupOf } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { allColumns, someColumns } from '../query/select.ts';
import { raw, sql } from '../query/sql.ts';
import type { AuditEntry } from '../services/audit.ts';
import type { Context, Row, Values } from './context.ts';
import { lineLink } from './get.ts';
import { insertMany, updateRows } from './statements.ts';
import type { Valid } from './validate.ts';

const link = (
  context: Context,
  parent: Resource,
  name: string,
  parentId: string,
): { child: Resource; values: Values } => {
  const { child, id, kind } = lineLink(context, parent, name);
  return { child, values: { [id]: parentId, ...(kind ? { [kind]: parent.name } : {}) } };
};

/** A line as the parent's history keeps it: its id and what was entered. */
export function entered(child: Resource, line: Values): Values {
  const properties = propertiesOf(child);
  return Object.fromEntries(
    Object.entries(line).filter(([name]) => {
      const property = properties.get(name);
      return (
        name === 'id' ||
        (property && !property.system && property.field.kind !== 'subject' && !kindOf(property.field).computed)
      );
    }),
  );
}

/** The lines of a record as its history keeps them, before a change. */
export const linesBefore = (context: Context, resource: Resource, valid: Valid, current: Row): Values =>
  Object.fromEntries(
    Object.keys(valid.lines).map((name) => [
      name,
      ((current[name] ?? []) as Row[]).map((line) => entered(lineLink(context, resource, name).child, line)),
    ]),
  );

/** The lines of a record as its history keeps them, after a change. */
export const linesAfter = (context: Context, resource: Resource, valid: Valid): Values =>
  Object.fromEntries(
    Object.entries(valid.lines).map(([name, { rows }]) => [
      name,
      rows.map((row) => entered(lineLink(context, resource, name).child, { ...row.current, ...row.valid.columns })),
    ]),
  );

/** Inserts the lines of a new record. Statements are sent at once; the answer are the lines by field. */
export function insertLines(
  context: Context,
  tx: Transaction,
  parent: Resource,
  parentId: string,
  lines: Valid['lines'],
  audit: AuditEntry[],
): Promise<Record<string, Row[]>> {
  const sent = Object.entries(lines).map(([name, { rows }]) => {
    const { child, values } = link(context, parent, name, parentId);
    const fresh = rows.map((row) => ({ id: uuidv7(), ...row.valid.columns, ...values }));
    for (const line of fresh)
      audit.push({ resource: child, id: line.id, version: 1, operation: 'create', before: null, after: line });
    tx.afterCommit(() => context.engine.totals.changed(child.name));
    return [name, insertMany(context, tx, child, fresh)] as const;
  });
  return collect(sent);
}

async function collect(sent: readonly (readonly [string, Promise<Row[]>])[]): Promise<Record<string, Row[]>> {
  return Object.fromEntries(
    await Promise.all(
      sent.map(async ([name, rows]) => [name, (await rows).toSorted((a, b) => (a.id < b.id ? -1 : 1))] as const),
    ),
  );
}

/** The lines with those that go as they are stored, also what their user may not read: the trail keeps what was. */
export async function wholeRemoved(
  context: Context,
  tx: Transaction,
  parent: Resource,
  lines: Valid['lines'],
): Promise<Valid['lines']> {
  const whole = await Promise.all(
    Object.entries(lines).map(async ([name, { rows, removed }]) => {
      const { child } = lineLink(context, parent, name);
      const guarded = context.access.properties(child).size < propertiesOf(child).size;
      if (!guarded || removed.length === 0) return [name, { rows, removed }] as const;
      const ids = removed.map((row) => row.id);
      const stored = await tx.query<Row>(
        sql`SELECT ${allColumns(context.access, child)} FROM ${raw(`${quote(child.name)} t`)} WHERE t.id = ANY(${ids}::uuid[])`,
      );
      return [name, { rows, removed: stored }] as const;
    }),
  );
  return Object.fromEntries(whole);
}

/** Makes the stored lines what was sent: inserts, changes and deletes, without waiting in between. */
export function syncLines(
  context: Context,
  tx: Transaction,
  parent: Resource,
  parentId: string,
  lines: Valid['lines'],
  audit: AuditEntry[],
): Promise<unknown>[] {
  const sent: Promise<unknown>[] = [];
  for (const [name, { rows, removed }] of Object.entries(lines)) {
    const { child, values } = link(context, parent, name, parentId);
    tx.afterCommit(() => context.engine.totals.changed(child.name));
    const fresh = rows.filter((row) => !row.current).map((row) => ({ id: uuidv7(), ...row.valid.columns, ...values }));
    sent.push(insertMany(context, tx, child, fresh));
    for (const line of fresh)
      audit.push({ resource: child, id: line.id, version: 1, operation: 'create', before: null, after: line });
    for (const { current, valid } of rows) {
      if (!current || Object.keys(valid.columns).length === 0) continue;
      sent.push(
        updateRows(context, tx, child, [current.id], valid.columns, [
          {
            resource: child,
            id: current.id,
            version: current.version + 1,
            operation: 'update',
            before: pick(current, valid.columns),
            after: valid.columns,
          },
        ]),
      );
    }
    if (removed.length) {
      sent.push(
        tx.query(sql`DELETE FROM ${raw(quote(child.name))} WHERE id = ANY(${removed.map((row) => row.id)}::uuid[])`),
      );
      for (const row of removed)
        audit.push({
          resource: child,
          id: row.id,
          version: row.version + 1,
          operation: 'purge',
          before: entered(child, row),
          after: null,
        });
    }
  }
  return sent;
}

/** The stored values of the columns that change. */
export const pick = (row: Values, columns: Values): Values =>
  Object.fromEntries(Object.keys(columns).map((name) => [name, row[name] ?? null]));

/** A value from the trail as the user may read it: of lines only the fields that are open to them. */
export function asReadable(context: Context, resource: Resource, name: string, value: unknown): unknown {
  if (resource.fields[name]?.kind !== 'lines' || !Array.isArray(value)) return value ?? null;
  const readable = context.access.properties(lineLink(context, resource, name).child);
  return (value as Values[]).map((line) =>
    Object.fromEntries(Object.entries(line).filter(([key]) => readable.has(key))),
  );
}

/** Rollups, what is computed of them, and references through lines follow the lines: once these are written, they are read again. */
export async function readRollups(context: Context, tx: Transaction, resource: Resource, record: Row): Promise<void> {
  const names = [...context.access.properties(resource).values()]
    .filter(
      ({ field, column }) =>
        rollupOf(field) || column?.generated !== undefined || (field.kind === 'references' && field.through),
    )
    .map((property) => property.name);
  if (names.length === 0) return;
  const [figures] = await tx.query(
    sql`SELECT ${someColumns(context.access, resource, names)} FROM ${raw(quote(resource.name))} t WHERE t.id = ${record.id}`,
  );
  Object.assign(record, figures);
}
