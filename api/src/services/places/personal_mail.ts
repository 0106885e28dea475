import { PublicError } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import type { Context } from '../../engine/context.ts';
import { engineWithin } from '../../engine/within.ts';
import { sql } from '../../query/sql.ts';
import { fillFor } from '../mail/compose.ts';
import { personalLink } from '../mail/personal_link.ts';
import { writeMail } from '../mail/write_mail.ts';
import { linkAddress, makeLink, type NewLink } from '../public_links.ts';
import type { PlacesOf } from './training.ts';

export interface PersonalMail {
  /** The id of an e-mail template, if there is one. */
  readonly template: string | undefined;
  readonly enrolment: string;
  readonly to: { readonly email: string | null; readonly name: string | null } | undefined;
  readonly brand: string;
  readonly link: NewLink;
}

/** The template for something: that of the brand before those for all, that in the language before others. */
export async function templateUsedFor(
  tx: Pick<Transaction, 'query'>,
  table: 'email_templates' | 'document_templates',
  resource: string,
  use: string,
  { brand_id: brand, language }: Pick<PlacesOf, 'brand_id' | 'language'>,
): Promise<string | undefined> {
  const which = sql`resource = ${resource} AND used_for = ${use} AND active AND (brand_id IS NULL OR brand_id = ${brand}) ORDER BY language = ${language} DESC, brand_id NULLS LAST, created_at, id LIMIT 1`;
  const [template] = await tx.query<{ id: string }>(
    table === 'email_templates'
      ? sql`SELECT id FROM email_templates WHERE ${which}`
      : sql`SELECT id FROM document_templates WHERE ${which}`,
  );
  return template?.id;
}

/**
 * Puts a mail to a participant into the outbox, with a link of their own, in the transaction of what it tells. Answers whether
 * there is an address and a template that can be filled; nothing stays otherwise.
 */
export async function sendPersonal(context: Context, tx: Transaction, mail: PersonalMail): Promise<boolean> {
  const { template, enrolment, to, brand, link } = mail;
  if (!to?.email || !template) return false;
  const enrolments = context.engine.model.get('enrolments');
  const inside: Context = { ...context, engine: engineWithin(context.engine, tx) };
  const letter = { template_id: template, brand_id: brand };
  const recipients = [{ role: 'to', ...to }];
  try {
    await tx.savepoint(async () => {
      const token = await makeLink(context, tx, link);
      const filled = await fillFor(inside, enrolments, enrolment, letter, personalLink);
      const personal = {
        address: linkAddress(context.engine, link.purpose, token),
        ...(link.expiresAt ? { expiresAt: link.expiresAt } : {}),
      };
      await writeMail(inside, enrolments, enrolment, { ...letter, ...filled, recipients }, personal);
    });
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    return false;
  }
  return true;
}
