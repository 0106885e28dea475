import { message, PublicError, uuid } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { ActionBehaviour } from '../../engine/behaviour.ts';
import type { Row } from '../../engine/context.ts';
import { requireInScope } from '../../engine/create.ts';
import { insertMany, updateRows } from '../../engine/statements.ts';
import { recordColumns } from '../../query/select.ts';
import { raw, sql } from '../../query/sql.ts';
import { type AuditEntry, writeAudit } from '../audit.ts';

interface Entry {
  readonly enrolment_id: string;
  readonly status: string;
  readonly reason: string | null;
}

/** As many people sit in no session. */
const most = 2000;
const longestReason = 300;

const wrong = (text: string): never => {
  throw new PublicError('invalid', { entries: text });
};

/** What was sent, as entries that are worth a look at the database. Refused with a message at the entries otherwise. */
function readEntries(given: unknown, options: object): Entry[] {
  if (!Array.isArray(given) || given.length > most) return wrong(message('list'));
  const entries = (given as unknown[]).map((one): Entry => {
    const { enrolment_id: id, status, reason = null } = (one ?? {}) as Record<string, unknown>;
    if (typeof id !== 'string' || !uuid.test(id)) return wrong(message('reference'));
    if (typeof status !== 'string' || !Object.hasOwn(options, status)) return wrong(message('choice'));
    if (reason !== null && (typeof reason !== 'string' || /[^\P{C}\n\r\t]/u.test(reason)))
      return wrong(message('text'));
    if (reason && reason.length > longestReason) return wrong(message('too_long', { max: longestReason }));
    return { enrolment_id: id.toLowerCase(), status, reason: reason || null };
  });
  if (new Set(entries.map((entry) => entry.enrolment_id)).size < entries.length) return wrong(message('unique'));
  return entries;
}

/**
 * Records who was there in a session, all in one request: what is new is inserted, what differs is changed, the rest stays.
 * Only who is enrolled in its training can be there. Several who do it at once wait at the row of the session.
 */
export const recordAttendance: ActionBehaviour = async ({ context, tx, record: session, input }) => {
  const { access, engine } = context;
  const resource = engine.model.get('attendance_records');
  access.require(resource, 'create');
  access.require(resource, 'update');
  const entries = readEntries(input.entries, resource.fields.status!.options);
  if (entries.length === 0) return undefined;
  const ids = entries.map((entry) => entry.enrolment_id);
  const enrolments = engine.model.get('enrolments');
  // held as whoever cancels them holds them, and as the units they have attended will be counted
  const [enrolled, known] = await Promise.all([
    tx.query<{ id: string; status: string; training_id: string }>(
      sql`SELECT t.id, t.status, t.training_id FROM enrolments t WHERE t.id = ANY(${ids}::uuid[]) AND ${access.rows(enrolments, 'read', 't')} ORDER BY t.id FOR NO KEY UPDATE OF t`,
    ),
    tx.query<Row>(
      sql`SELECT ${recordColumns(access, resource)} FROM attendance_records t WHERE t.session_id = ${session.id} AND t.enrolment_id = ANY(${ids}::uuid[]) ORDER BY t.id FOR NO KEY UPDATE OF t`,
    ),
  ]);
  const found = new Map(enrolled.map((row) => [row.id, row]));
  const before = new Map(known.map((row) => [row.enrolment_id as string, row]));
  for (const { enrolment_id: id } of entries) {
    const one = found.get(id);
    if (!one) wrong(message('reference'));
    else if (one.training_id !== session.training_id) wrong(message('not_of_training'));
    else if (one.status !== 'enrolled') wrong(message('not_enrolled'));
  }
  const made: AuditEntry[] = [];
  const rows = entries
    .filter(({ enrolment_id: id }) => !before.has(id))
    .map((entry) => {
      const row = { id: uuidv7(), session_id: session.id as string, ...entry };
      const { id, ...after } = row;
      made.push({ resource, id, version: 1, operation: 'create', before: null, after });
      return row;
    });
  const inserted = insertMany(context, tx, resource, rows);
  writeAudit(context, tx, made);
  const changed = entries.filter((entry) => {
    const old = before.get(entry.enrolment_id);
    return old && (old.status !== entry.status || (old.reason ?? null) !== entry.reason);
  });
  // one statement for all that become the same
  const groups = new Map<string, Entry[]>();
  for (const entry of changed) {
    const key = JSON.stringify([entry.status, entry.reason]);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  for (const group of groups.values()) {
    const { status, reason } = group[0]!;
    const olds = group.map(({ enrolment_id: id }) => before.get(id)!);
    const trail = olds.map(
      (old): AuditEntry => ({
        resource,
        id: old.id,
        version: old.version + 1,
        operation: 'update',
        before: { status: old.status, reason: old.reason ?? null },
        after: { status, reason },
      }),
    );
    updateRows(
      context,
      tx,
      resource,
      olds.map(({ id }) => id),
      { status, reason },
      trail,
    ).catch(() => {});
  }
  await inserted;
  const written = changed.map(({ enrolment_id: id }) => before.get(id)!.id);
  await requireInScope(
    context,
    tx,
    resource,
    rows.map(({ id }) => id),
    'create',
  );
  await requireInScope(context, tx, resource, written, 'update');
  tx.afterCommit(() => engine.totals.changed('attendance_records'));
  const [count] = await tx.query<{ recorded_count: number; version: number }>(
    sql`SELECT recorded_count, version FROM ${raw('training_sessions')} WHERE id = ${session.id}`,
  );
  Object.assign(session, count);
  return undefined;
};
