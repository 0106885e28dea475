import { Readable } from 'node:stream';
import {
  inZone,
  kindOf,
  type Locale,
  labelText,
  message,
  PublicError,
  type Resource,
  reference,
  richText,
  text,
  uuid,
} from '@kontor/shared';
import { quote } from '../../db/quote.ts';
import type { Context, Row, Values } from '../../engine/context.ts';
import { create } from '../../engine/create.ts';
import { createFile, requireUpload } from '../../engine/files.ts';
import { get } from '../../engine/get.ts';
import { checkReferences } from '../../engine/references.ts';
import { cleanRichText } from '../../engine/storage.ts';
import { refuse, validate } from '../../engine/validate.ts';
import { raw, sql } from '../../query/sql.ts';
import { cleanName, type FileStorage, storeContent } from '../files.ts';
import { blocksFrom } from '../pdf/blocks.ts';
import { certificatePdf } from '../pdf/certificate.ts';
import { letterPdf } from '../pdf/letter.ts';
import { askedTemplate, isLanguage, templateChoices } from '../templates/choices.ts';
import { fillToWrite, finishText } from '../templates/liquid.ts';
import { templateValues } from '../templates/values.ts';
import { letterheadOf } from './letterhead.ts';
import { recipientLines } from './recipient.ts';
import { words } from './words.ts';

const templatesOf = (context: Context) => context.engine.model.get('document_templates');

/** What is asked for, checked like any form. */
const form: Resource = {
  name: 'document_templates.write',
  label: { de: ['Schreiben', 'Schreiben'] },
  title: [],
  fields: {
    brand_id: reference('Marke', { to: 'brands', required: true }),
    template_id: reference({ de: 'Vorlage', en: 'Template' }, { to: 'document_templates' }),
    recipient: text({ de: 'Empfänger', en: 'Recipient' }, { multiline: true, max: 600 }),
    subject: text({ de: 'Betreff', en: 'Subject' }, { required: true, max: 200 }),
    html: richText('Text', { required: true }),
  },
  append_only: true,
};

/** Everything a dialog needs that writes a letter about a record: as far as the user sees it. */
export async function letterOptions(context: Context, resource: Resource, id: string) {
  const row = await get(context, resource, id);
  context.access.require(context.engine.model.get('documents'), 'create');
  const choices = await templateChoices(context, resource, row, templatesOf(context));
  const recipient = await recipientLines(context, resource, row, { home: 'DE', locale: choices.language });
  return { recipient: recipient.join('\n'), ...choices };
}

const brandId = ({ brand_id: brand }: Values) =>
  typeof brand === 'string' && uuid.test(brand) ? brand.toLowerCase() : null;

/** Subject and text of a template, filled with a record as far as the user may read it, to be written on. */
export async function fillLetter(context: Context, resource: Resource, id: string, body: Values) {
  const record = await get(context, resource, id);
  const brand = brandId(body);
  const template = await askedTemplate(context, resource, body, brand, templatesOf(context));
  const values = await templateValues(context, resource, record, { brand, locale: template.language });
  const { subject, html, errors } = fillToWrite(template, values);
  const [first] = Object.values(errors);
  if (first) throw new PublicError('invalid', template.draft ? errors : { template_id: first });
  return { subject: subject.replace(/\s+/g, ' ').trim().slice(0, 200), html: cleanRichText(html) };
}

/** What a letter has besides what people write. */
export interface LetterExtras {
  /** An address as a code on a certificate. */
  readonly code?: { readonly address: string; readonly words: string };
}

interface Made {
  readonly pdf: Buffer;
  readonly name: string;
  readonly category: string;
}

/** The block beside the address: the day, what the record says of itself, and who writes. */
async function infoOf(context: Context, resource: Resource, row: Row, locale: Locale, phone: string | null) {
  const { engine, access } = context;
  const t = words[locale];
  const { date } = inZone(new Date(), engine.timeZone);
  const readable = access.properties(resource);
  const facts = (resource.postal?.facts ?? []).flatMap((name): [string, string][] => {
    const field = resource.fields[name]!;
    const value = row[name];
    if (!readable.has(name) || value === null || value === undefined) return [];
    return [[labelText(field.label, name, locale), kindOf(field).format(value, field, locale)]];
  });
  const users = engine.model.get('users');
  const [user] = await engine.db.query<{ name: string; email: string }>(
    sql`SELECT name, email FROM ${raw(quote(users.name))} WHERE id = ${access.actor.id}`,
  );
  const day = kindOf({ kind: 'date', label: '' }).format(date, { kind: 'date', label: '' }, locale);
  return [
    [t.date, day],
    ...facts,
    ...(user ? [[t.written_by, user.name] as [string, string]] : []),
    ...(phone ? [[t.phone, phone] as [string, string]] : []),
    ...(user ? [[t.email, user.email] as [string, string]] : []),
  ] as [string, string][];
}

/** Makes the PDF of a letter or certificate. A template that is still being written is filled here, others were before. */
async function make(
  context: Context,
  storage: Pick<FileStorage, 'store'>,
  resource: Resource,
  id: string,
  body: Values,
  { code }: LetterExtras = {},
): Promise<Made> {
  const row = await get(context, resource, id);
  context.access.require(context.engine.model.get('documents'), 'create');
  const written = typeof body.body === 'string' && body.html === undefined;
  const { body: _draft, language: asked, layout: layoutAsked, ...rest } = body;
  const filled = written ? await fillLetter(context, resource, id, { ...body, template_id: undefined }) : undefined;
  const valid = validate(context, form, { ...rest, ...filled });
  if (written && valid.errors.html) Object.assign(valid.errors, { body: valid.errors.html, html: undefined });
  refuse(Object.fromEntries(Object.entries(valid.errors).filter(([, told]) => told !== undefined)));
  await context.engine.db.transaction((tx) => checkReferences(context, tx, form, valid));
  const { brand_id: brand, template_id, recipient, subject, html } = valid.columns as Record<string, any>;
  const template = template_id
    ? (await askedTemplate(context, resource, { template_id }, brand, templatesOf(context))).stored
    : undefined;
  const wish = template?.language ?? asked ?? row.language;
  const locale: Locale = isLanguage(wish) ? wish : context.locale;
  const sender = await letterheadOf(context.engine.db, storage.store, brand, locale);
  if (!sender) throw new PublicError('invalid', { brand_id: message('reference') });
  const { letterhead, phone } = sender;
  const values = await templateValues(context, resource, row, { brand, locale });
  const finished = finishText(html, values);
  if ('error' in finished) throw new PublicError('invalid', { [written ? 'body' : 'html']: finished.error });
  const blocks = blocksFrom(finished.text);
  const certificate = (template?.layout ?? layoutAsked) === 'certificate';
  const lines = (recipient ?? '')
    .split('\n')
    .map((line: string) => line.trim())
    .filter(Boolean);
  const pdf = certificate
    ? await certificatePdf({ locale, letterhead, title: subject, body: blocks, ...(code ? { code } : {}) })
    : await letterPdf({
        locale,
        letterhead,
        recipient: lines,
        info: await infoOf(context, resource, row, locale, phone),
        subject,
        body: blocks,
      });
  return { pdf, name: subject, category: (template?.category as string) ?? 'letter' };
}

/** The PDF of a template about a record, filled as its reader may read it. */
export async function letterFrom(
  context: Context,
  storage: FileStorage,
  resource: Resource,
  id: string,
  { template_id, brand_id, ...extras }: LetterExtras & { readonly template_id: string; readonly brand_id: string },
): Promise<Made> {
  const filled = await fillLetter(context, resource, id, { template_id, brand_id });
  return make(context, storage, resource, id, { template_id, brand_id, ...filled }, extras);
}

/** The PDF as it would be; nothing is kept. */
export const previewLetter = async (
  context: Context,
  storage: FileStorage,
  resource: Resource,
  id: string,
  body: Values,
): Promise<Buffer> => (await make(context, storage, resource, id, body)).pdf;

/** Makes the PDF and files it with the record: the document, as somebody would have uploaded it. */
export async function fileLetter(
  context: Context,
  storage: FileStorage,
  resource: Resource,
  id: string,
  body: Values,
): Promise<Row> {
  requireUpload(context);
  const { pdf, name, category } = await make(context, storage, resource, id, body);
  const content = await storeContent(storage, Readable.from([pdf]));
  const file = await createFile(context, cleanName(encodeURIComponent(`${name.slice(0, 200)}.pdf`)), content);
  return create(context, context.engine.model.get('documents'), {
    subject_resource: resource.name,
    subject_id: id,
    name,
    file_id: file.id,
    category,
  });
}
