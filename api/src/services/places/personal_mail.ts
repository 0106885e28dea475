import { PublicError } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import type { Context } from '../../engine/context.ts';
import { writeFilled } from '../mail/template_mail.ts';
import type { NewLink } from '../public_links.ts';

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
  const of = { resource: context.engine.model.get(about.resource), id: about.id };
  const recipients = [{ email: to.email, name: to.name }];
  try {
    await tx.savepoint(() =>
      writeFilled(context, tx, of, { template_id: template, brand_id: brand }, { recipients, link }),
    );
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    return false;
  }
  return true;
}
