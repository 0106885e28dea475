import type { Queryable } from '../../db/pool.ts';
import type { Context, Row } from '../../engine/context.ts';
import { type Sql, sql } from '../../query/sql.ts';
import { seen } from './seen.ts';

/** Somebody who is written to, and the record whose words the mail has. */
export interface Addressee {
  readonly resource: 'trainings' | 'enrolments' | 'certificates';
  readonly id: string;
  readonly email: string | null;
  readonly name: string | null;
}

const contacts = (context: Context, on: Queryable, which: Sql): Promise<Addressee[]> =>
  on.query<Addressee>(
    sql`SELECT 'enrolments' AS resource, e.id, c.email, c.full_name AS name FROM enrolments e LEFT JOIN contacts c ON c.id = e.contact_id AND c.deleted_at IS NULL AND ${seen(context, 'contacts', 'email', 'c')} WHERE ${which} AND ${seen(context, 'enrolments', 'contact_id', 'e')} ORDER BY e.participant, e.id`,
  );

/** The participants whom something concerns: who takes part, who did not say yet what they think, who had a place or wanted one. */
export function participantsOf(
  context: Context,
  on: Queryable,
  training: string,
  purpose: string,
): Promise<Addressee[]> {
  if (purpose === 'certificate')
    return on.query<Addressee>(
      sql`SELECT 'certificates' AS resource, t.id, c.email, t.holder AS name FROM certificates t LEFT JOIN contacts c ON c.id = t.contact_id AND c.deleted_at IS NULL AND ${seen(context, 'contacts', 'email', 'c')} WHERE t.training_id = ${training} AND t.status = 'valid' AND t.document_id IS NOT NULL AND ${seen(context, 'certificates', 'contact_id', 't')} ORDER BY t.number`,
    );
  const states = purpose === 'cancellation' ? ['enrolled', 'offered', 'waiting'] : ['enrolled'];
  const open = purpose === 'feedback' ? sql`e.feedback_asked = 0` : sql`true`;
  return contacts(context, on, sql`e.training_id = ${training} AND e.status = ANY(${states}::text[]) AND ${open}`);
}

/** Who has ordered the training: its contact, else the customer itself. */
export const customerOf = (
  context: Context,
  on: Queryable,
  { id, contact_id, customer_id }: Row,
): Promise<Addressee[]> =>
  on.query<Addressee>(
    sql`SELECT 'trainings' AS resource, ${id}::uuid AS id, coalesce(k.email, c.email) AS email, coalesce(k.full_name, c.name) AS name FROM (SELECT 1) one LEFT JOIN contacts k ON k.id = ${contact_id ?? null}::uuid AND k.deleted_at IS NULL AND ${seen(context, 'contacts', 'email', 'k')} LEFT JOIN customers c ON c.id = ${customer_id ?? null}::uuid AND c.deleted_at IS NULL AND ${seen(context, 'customers', 'email', 'c')} WHERE ${Boolean(contact_id ?? customer_id)}`,
  );

/**
 * Who leads the training. Where it was called off: who had said yes or was asked, and was released by that step: the trail has
 * both from one transaction. Mere options have never heard of it.
 */
export function trainersOf(context: Context, on: Queryable, { id }: Row, purpose: string): Promise<Addressee[]> {
  const released = sql`(a.status = 'released' AND EXISTS (SELECT 1 FROM audit_entries c JOIN audit_entries h ON h.xid = c.xid WHERE c.resource = 'trainings' AND c.record_id = ${id} AND c.after->>'status' = 'cancelled' AND h.resource = 'trainer_assignments' AND h.record_id = a.id::text AND h.after->>'status' = 'released' AND h.before->>'status' IN ('asked', 'confirmed')))`;
  const which = purpose === 'cancellation' ? released : sql`a.status = 'confirmed'`;
  return on.query<Addressee>(
    sql`SELECT 'trainings' AS resource, ${id}::uuid AS id, r.email, r.name FROM trainers r WHERE r.deleted_at IS NULL AND ${seen(context, 'trainers', 'email', 'r')} AND EXISTS (SELECT 1 FROM trainer_assignments a WHERE a.trainer_id = r.id AND a.training_id = ${id} AND ${which}) ORDER BY r.name, r.id`,
  );
}
