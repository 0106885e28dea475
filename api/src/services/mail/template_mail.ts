import type { Resource } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import type { Context, Row } from '../../engine/context.ts';
import { get } from '../../engine/get.ts';
import { engineWithin } from '../../engine/within.ts';
import { brandFor } from '../automation/brand.ts';
import { house } from '../house.ts';
import { linkAddress, makeLink } from '../public_links.ts';
import { templateUsedFor } from '../templates/used_for.ts';
import { fillFor } from './compose.ts';
import { personalLink } from './personal_link.ts';
import { writeMail } from './write_mail.ts';

export interface TemplateMail {
  readonly template_id: string;
  readonly recipients: readonly { readonly email: string; readonly name: string | null }[];
  /** The date of a record goes along, or is called off; the mail is about that record then. */
  readonly appointment?: {
    readonly resource: Resource;
    readonly id: string;
    readonly invitation: 'request' | 'cancel';
  };
}

/**
 * Puts a mail about a record into the outbox as a template has it, within a transaction. Of a template that says what it is used
 * for, the one in the language and of the brand of the record is taken; the behaviour of the resource adds what belongs to that
 * use (`Behaviour.personal`). Answers the template that was taken; a `PublicError` where it can not be filled or written.
 */
export async function mailFromTemplate(
  context: Context,
  tx: Transaction,
  resource: Resource,
  record: Row,
  { template_id, recipients, appointment }: TemplateMail,
): Promise<Row> {
  const inside: Context = { ...context, engine: engineWithin(context.engine, tx) };
  const templates = context.engine.model.get('email_templates');
  const chosen = await get(inside, templates, template_id);
  const brand_id = (chosen.brand_id as string | null) ?? brandFor(context, resource, record);
  const use = chosen.used_for as string | null;
  const language = String(record.language ?? chosen.language);
  const nearest = use && (await templateUsedFor(tx, 'email_templates', resource.name, use, { brand_id, language }));
  const template = nearest && nearest !== chosen.id ? await get(inside, templates, nearest) : chosen;
  const part = use ? context.engine.behaviours[resource.name]?.personal?.[use] : undefined;
  const { link, files } = part ? await part({ context: inside, tx, record }) : {};
  const letter = { template_id: template.id, brand_id };
  const filled = await fillFor(inside, resource, record.id, letter, link && personalLink);
  const personal = link && {
    // whoever writes may have no right to the links themselves
    address: linkAddress(context.engine, link.purpose, await makeLink(house(inside, 'personal_link'), tx, link)),
    ...(link.expiresAt ? { expiresAt: link.expiresAt } : {}),
  };
  const to = recipients.map((one) => ({ role: 'to', ...one }));
  const written = { ...letter, ...filled, recipients: to, ...(files?.length ? { attachments: files } : {}) };
  if (appointment) {
    const { resource: of, id, invitation } = appointment;
    // a template of another resource than that which the mail is about is not its template
    const { template_id: used, ...rest } = written;
    const body = { ...rest, ...(of === resource ? { template_id: used } : {}), invitation };
    await writeMail(inside, of, id, body, personal);
  } else await writeMail(inside, resource, record.id, written, personal);
  return template;
}
