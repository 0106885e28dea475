import { labelText, message, PublicError, type Resource } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import type { Context } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';

/**
 * Refuses a second enrolment of somebody in a training, with a message at the contact: the same contact, or the same person
 * under another one (the same e-mail address, or name and birthday). The row of the training is held.
 */
export async function requireNotThere(
  { locale }: Context,
  tx: Transaction,
  enrolments: Resource,
  { training, contact, self }: { readonly training: string; readonly contact: string; readonly self?: string },
): Promise<void> {
  const [there] = await tx.prepared<{ participant: string | null; status: string; same: boolean }>(
    sql`SELECT e.participant, e.status, c.id = n.id AS same FROM enrolments e JOIN contacts c ON c.id = e.contact_id JOIN contacts n ON n.id = ${contact} WHERE e.training_id = ${training} AND e.id IS DISTINCT FROM ${self ?? null}::uuid AND (c.id = n.id OR (e.status NOT IN ('cancelled', 'transferred') AND (lower(c.email) = lower(n.email) OR (c.birthday = n.birthday AND lower(c.last_name) = lower(n.last_name) AND lower(coalesce(c.first_name, '')) = lower(coalesce(n.first_name, '')))))) ORDER BY c.id = n.id DESC LIMIT 1`,
  );
  if (!there) return;
  const state = labelText(enrolments.fields.status!.options[there.status], there.status, locale);
  const over = there.same && (there.status === 'cancelled' || there.status === 'transferred');
  throw new PublicError('invalid', {
    contact_id: message(over ? 'enrolled_before' : 'enrolled_already', { name: there.participant ?? '', state }),
  });
}
