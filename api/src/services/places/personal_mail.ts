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

export interface PersonalMailTo {
  /** What the template is used for. */
  readonly template: 'seat_offer' | 'feedback' | 'trainer_request';
  /** The record that fills it. */
  readonly about: { readonly resource: string; readonly id: string };
  readonly to: { readonly email: string | null; readonly name: string | null };
  readonly training: Pick<PlacesOf, 'brand_id' | 'language'>;
  readonly link: NewLink;
}

export interface PersonalMail extends Pick<PersonalMailTo, 'training' | 'link'> {
  readonly template: 'seat_offer' | 'feedback';
  readonly enrolment: { readonly id: string; readonly contact_id: string };
}

/** The same to a participant, about their enrolment. */
export async function sendPersonal(context: Context, tx: Transaction, mail: PersonalMail): Promise<boolean> {
  const { enrolment, ...rest } = mail;
  const [contact] = await tx.query<{ email: string | null; full_name: string | null }>(
    sql`SELECT email, full_name FROM contacts WHERE id = ${enrolment.contact_id} AND deleted_at IS NULL`,
  );
  if (!contact) return false;
  const to = { email: contact.email, name: contact.full_name };
  return sendPersonalTo(context, tx, { ...rest, about: { resource: 'enrolments', id: enrolment.id }, to });
}

/**
 * Puts a mail into the outbox with a link of its recipient's own, in the transaction of what it tells. Answers whether there is
 * an address and a template that can be filled; nothing stays otherwise.
 */
export async function sendPersonalTo(context: Context, tx: Transaction, mail: PersonalMailTo): Promise<boolean> {
  const { about, to, training, link } = mail;
  const resource = context.engine.model.get(about.resource);
  const template = await templateUsedFor(tx, 'email_templates', resource.name, mail.template, training);
  if (!to.email || !template) return false;
  const inside: Context = { ...context, engine: engineWithin(context.engine, tx) };
  const letter = { template_id: template, brand_id: training.brand_id };
  try {
    await tx.savepoint(async () => {
      const token = await makeLink(context, tx, link);
      const filled = await fillFor(inside, resource, about.id, letter, personalLink);
      const recipients = [{ role: 'to', email: to.email, name: to.name }];
      const personal = {
        address: linkAddress(context.engine, link.purpose, token),
        ...(link.expiresAt ? { expiresAt: link.expiresAt } : {}),
      };
      await writeMail(inside, resource, about.id, { ...letter, ...filled, recipients }, personal);
    });
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    return false;
  }
  return true;
}
