import type { Resource } from '@kontor/shared';
import type { Transaction } from '../../db/pool.ts';
import type { PersonalPart } from '../../engine/behaviour.ts';
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

/** A template, the brand it speaks for, and what its use adds (`Behaviour.personal`). */
export interface ChosenTemplate {
  readonly template: Row;
  readonly brand_id: string | null;
  readonly part?: PersonalPart | undefined;
}

/** Whom a mail goes to, and what goes along. */
export interface Sending extends Awaited<ReturnType<PersonalPart>> {
  readonly recipients: readonly { readonly email: string; readonly name: string | null }[];
  /** The date of a record goes along, or is called off; the mail is about that record then. */
  readonly appointment?:
    | { readonly resource: Resource; readonly id: string; readonly invitation: 'request' | 'cancel' }
    | undefined;
}

/**
 * Fills a template with a record and puts the mail into the outbox, in the transaction of what it tells; the link of its
 * recipient is made with it. A `PublicError` where it can not be filled or written.
 */
export async function writeFilled(
  context: Context,
  tx: Transaction,
  { resource, id }: { readonly resource: Resource; readonly id: string },
  letter: { readonly template_id: string; readonly brand_id: string | null },
  { recipients, link, files, appointment }: Sending,
): Promise<void> {
  const inside: Context = { ...context, engine: engineWithin(context.engine, tx) };
  const filled = await fillFor(inside, resource, id, letter, link && personalLink);
  const personal = link && {
    // whoever writes may have no right to the links themselves
    address: linkAddress(context.engine, link.purpose, await makeLink(house(inside, 'personal_link'), tx, link)),
    ...(link.expiresAt ? { expiresAt: link.expiresAt } : {}),
  };
  const to = recipients.map((one) => ({ role: 'to', ...one }));
  const written = { ...letter, ...filled, recipients: to, ...(files?.length ? { attachments: files } : {}) };
  if (!appointment) return void (await writeMail(inside, resource, id, written, personal));
  const { resource: of, id: about, invitation } = appointment;
  // a template of another resource than that which the mail is about is not its template
  const { template_id: used, ...rest } = written;
  const body = { ...rest, ...(of === resource ? { template_id: used } : {}), invitation };
  await writeMail(inside, of, about, body, personal);
}

/**
 * The template that a record is written to from. Of one that says what it is used for, that in the language and of the brand of
 * the record. Records of one brand and language have the same.
 */
export async function templateFor(
  context: Context,
  tx: Transaction,
  resource: Resource,
  record: Row,
  template_id: string,
): Promise<ChosenTemplate> {
  const inside: Context = { ...context, engine: engineWithin(context.engine, tx) };
  const templates = context.engine.model.get('email_templates');
  const chosen = await get(inside, templates, template_id);
  const brand_id = (chosen.brand_id as string | null) ?? brandFor(context, resource, record);
  const use = chosen.used_for as string | null;
  const language = String(record.language ?? chosen.language);
  const nearest = use && (await templateUsedFor(tx, 'email_templates', resource.name, use, { brand_id, language }));
  const template = nearest && nearest !== chosen.id ? await get(inside, templates, nearest) : chosen;
  const part = use ? context.engine.behaviours[resource.name]?.personal?.[use] : undefined;
  return { template, brand_id, part };
}

/** Puts a mail about a record into the outbox as the chosen template has it, with what belongs to its use. */
export async function writeFrom(
  context: Context,
  tx: Transaction,
  { resource, record }: { readonly resource: Resource; readonly record: Row },
  { template, brand_id, part }: ChosenTemplate,
  sending: Pick<Sending, 'recipients' | 'appointment'>,
): Promise<void> {
  const inside: Context = { ...context, engine: engineWithin(context.engine, tx) };
  const carried = part ? await part({ context: inside, tx, record }) : {};
  const letter = { template_id: template.id, brand_id };
  await writeFilled(context, tx, { resource, id: record.id }, letter, { ...sending, ...carried });
}
