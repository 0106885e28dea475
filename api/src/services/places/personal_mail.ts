import { PublicError } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import type { Context } from '../../engine/context.ts';
import { engineWithin } from '../../engine/within.ts';
import { fillFor } from '../mail/compose.ts';
import { personalLink } from '../mail/personal_link.ts';
import { writeMail } from '../mail/write_mail.ts';
import { linkAddress, makeLink, type NewLink } from '../public_links.ts';

export interface PersonalMail {
  /** The id of an e-mail template, if there is one. */
  readonly template: string | undefined;
  /** The record that fills it. */
  readonly about: { readonly resource: string; readonly id: string };
  readonly to: { readonly email: string | null; readonly name: string | null } | undefined;
  readonly brand: string;
  readonly link: NewLink;
}

/**
 * Puts a mail into the outbox with a link of its recipient's own, in the transaction of what it tells. Answers whether there is
 * an address and a template that can be filled; nothing stays otherwise.
 */
export async function sendPersonal(context: Context, tx: Transaction, mail: PersonalMail): Promise<boolean> {
  const { template, about, to, brand, link } = mail;
  if (!to?.email || !template) return false;
  const resource = context.engine.model.get(about.resource);
  const inside: Context = { ...context, engine: engineWithin(context.engine, tx) };
  const letter = { template_id: template, brand_id: brand };
  const recipients = [{ role: 'to', ...to }];
  try {
    await tx.savepoint(async () => {
      const token = await makeLink(context, tx, link);
      const filled = await fillFor(inside, resource, about.id, letter, personalLink);
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
