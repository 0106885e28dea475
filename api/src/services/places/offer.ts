import type { Transaction } from '../../db/pool.ts';
import type { Context, Row } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import { house } from '../house.ts';
import { revokeLinks } from '../public_links.ts';
import { templateUsedFor } from '../templates/used_for.ts';
import { sendPersonal } from './personal_mail.ts';
import { addTask } from './task.ts';
import type { PlacesOf } from './training.ts';

/** Hours for which an offered place is kept. */
const offerHours = 48;

/** Why a place is free again that its holder has declined by the link. */
export const declined = { de: 'Vom Teilnehmer abgelehnt', en: 'Declined by the participant' } as const;

/** Whether somebody has declined their place themselves. */
export const hasDeclined = ({ status, reason }: { readonly status: string; readonly reason: string | null }): boolean =>
  status === 'cancelled' && (Object.values(declined) as unknown[]).includes(reason);

/** Until when an offer holds: for two days, but not beyond the start of the training. ISO instant. */
export function offerUntil({ first_session_at: start }: PlacesOf, now = new Date()): string {
  const until = new Date(now.getTime() + offerHours * 3_600_000).toISOString();
  return start !== null && start < until ? start : until;
}

/**
 * Tells those who are offered a place, each by mail with a link to accept or decline it. Where that can not be done (no address,
 * no template), whoever looks after the training gets a task to call.
 */
export async function tellOffers(
  context: Context,
  tx: Transaction,
  training: PlacesOf,
  records: readonly Row[],
): Promise<void> {
  if (records.length === 0) return;
  const by = house(context, 'waiting_list');
  const [template, contacts] = await Promise.all([
    templateUsedFor(tx, 'email_templates', 'enrolments', 'seat_offer', training),
    tx.query<{ id: string; email: string | null; name: string | null }>(
      sql`SELECT id, email, full_name AS name FROM contacts WHERE id = ANY(${records.map((one) => one.contact_id)}::uuid[]) AND deleted_at IS NULL`,
    ),
    revokeLinks(
      tx,
      'seat_offer',
      records.map(({ id }) => id),
    ),
  ]);
  const people = new Map(contacts.map(({ id, ...to }) => [id, to]));
  const words = training.language === 'en' ? 'Offer the free place by phone' : 'Freien Platz telefonisch anbieten';
  for (const { id, contact_id, offer_until, participant } of records) {
    const about = { resource: 'enrolments', id };
    const link = { purpose: 'seat_offer', subject: about, expiresAt: offer_until } as const;
    const mail = { template, about, to: people.get(contact_id), brand: training.brand_id, link };
    if (!(await sendPersonal(by, tx, mail))) await addTask(by, tx, training, `${words}: ${participant ?? ''}`);
  }
}
