import { inZone, PublicError } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import type { Context, Row } from '../../engine/context.ts';
import { createIn } from '../../engine/create.ts';
import { sql } from '../../query/sql.ts';
import { house } from '../house.ts';
import { revokeLinks } from '../public_links.ts';
import { templateUsedFor } from '../templates/used_for.ts';
import { sendPersonal } from './personal_mail.ts';
import type { PlacesOf } from './training.ts';

/** Hours for which an offered place is kept. */
const offerHours = 48;

/** Until when an offer holds: for two days, but not beyond the start of the training. ISO instant. */
export function offerUntil({ first_session_at: start }: PlacesOf, now = new Date()): string {
  const until = new Date(now.getTime() + offerHours * 3_600_000).toISOString();
  return start !== null && start < until ? start : until;
}

/**
 * Tells who is offered a place, by mail with a link to accept or decline it. Where that can not be done (no address, no
 * template), whoever looks after the training gets a task to call.
 */
export async function tellOffer(context: Context, tx: Transaction, training: PlacesOf, record: Row): Promise<void> {
  const by = house(context, 'waiting_list');
  await revokeLinks(tx, 'seat_offer', record.id);
  const [template, [to]] = await Promise.all([
    templateUsedFor(tx, 'email_templates', 'enrolments', 'seat_offer', training),
    tx.query<{ email: string | null; name: string | null }>(
      sql`SELECT email, full_name AS name FROM contacts WHERE id = ${record.contact_id} AND deleted_at IS NULL`,
    ),
  ]);
  const sent = await sendPersonal(by, tx, {
    template,
    about: { resource: 'enrolments', id: record.id },
    to,
    brand: training.brand_id,
    link: { purpose: 'seat_offer', subject: { resource: 'enrolments', id: record.id }, expiresAt: record.offer_until },
  });
  if (sent) return;
  const { date } = inZone(new Date(), by.engine.timeZone);
  const words = training.language === 'en' ? 'Offer the free place by phone' : 'Freien Platz telefonisch anbieten';
  try {
    await tx.savepoint(() =>
      createIn(by, tx, by.engine.model.get('tasks'), {
        name: `${words}: ${record.participant ?? ''}`.slice(0, 200),
        assignee_id: training.owner_id,
        due_on: date,
        brand_id: training.brand_id,
        subject_resource: 'trainings',
        subject_id: training.id,
      }),
    );
  } catch (error) {
    if (!(error instanceof PublicError)) throw error; // whoever looked after it has left: the list tells
  }
}
