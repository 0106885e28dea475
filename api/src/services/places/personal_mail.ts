import { PublicError } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import type { Context } from '../../engine/context.ts';
import { engineWithin } from '../../engine/within.ts';
import { sql } from '../../query/sql.ts';
import { fillFor } from '../mail/compose.ts';
import { personalLink } from '../mail/personal_link.ts';
import { writeMail } from '../mail/write_mail.ts';
import { linkAddress, makeLink, type NewLink } from '../public_links.ts';
import { templateUsedFor } from '../templates/used_for.ts';
import type { PlacesOf } from './training.ts';

export interface PersonalMail {
  /** What the template is used for. */
  readonly template: 'seat_offer' | 'feedback';
  readonly enrolment: { readonly id: string; readonly contact_id: string };
  readonly training: Pick<PlacesOf, 'brand_id' | 'language'>;
  readonly link: NewLink;
}

/**
 * Puts a mail to a participant into the outbox, with a link of their own, in the transaction of what it tells. Answers whether
 * there is an address and a template that can be filled; nothing stays otherwise.
 */
export async function sendPersonal(context: Context, tx: Transaction, mail: PersonalMail): Promise<boolean> {
  const { enrolment, training, link } = mail;
  const { model } = context.engine;
  const enrolments = model.get('enrolments');
  const [contact] = await tx.query<{ email: string | null; full_name: string | null }>(
    sql`SELECT email, full_name FROM contacts WHERE id = ${enrolment.contact_id} AND deleted_at IS NULL`,
  );
  const template = await templateUsedFor(tx, 'email_templates', enrolments.name, mail.template, training);
  if (!contact?.email || !template) return false;
  const inside: Context = { ...context, engine: engineWithin(context.engine, tx) };
  const letter = { template_id: template, brand_id: training.brand_id };
  try {
    await tx.savepoint(async () => {
      const token = await makeLink(context, tx, link);
      const filled = await fillFor(inside, enrolments, enrolment.id, letter, personalLink);
      const recipients = [{ role: 'to', email: contact.email, name: contact.full_name }];
      const personal = {
        address: linkAddress(context.engine, link.purpose, token),
        ...(link.expiresAt ? { expiresAt: link.expiresAt } : {}),
      };
      await writeMail(inside, enrolments, enrolment.id, { ...letter, ...filled, recipients }, personal);
    });
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    return false;
  }
  return true;
}
