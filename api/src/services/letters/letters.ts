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
} from '@kontor/shared';
import { quote } from '../../db/quote.ts';
import type { Context, Row, Values } from '../../engine/context.ts';
import { create } from '../../engine/create.ts';
import { createFile, requireUpload } from '../../engine/files.ts';
import { get } from '../../engine/get.ts';
import { checkReferences } from '../../engine/references.ts';
import { refuse, validate } from '../../engine/validate.ts';
import { raw, sql } from '../../query/sql.ts';
import { cleanName, type FileStorage, storeContent } from '../files.ts';
import { blocksFrom } from '../pdf/blocks.ts';
import { certificatePdf } from '../pdf/certificate.ts';
import { letterPdf } from '../pdf/letter.ts';
import { askedTemplate, isLanguage, templateChoices } from '../templates/choices.ts';
import { fillAsked } from '../templates/fill_asked.ts';
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

/** Fills a template of documents with a record; tables, signatures and page breaks stay tags. */
export const fillLetter = (context: Context, resource: Resource, id: string, body: Values) =>
  fillAsked(context, resource, id, body, { templates: 'document_templates', fill: fillToWrite });

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

/** What a letter is made of, checked. */
interface Written {
  readonly brand: string;
  readonly template: Row | undefined;
  readonly recipient: string | null;
  readonly subject: string;
  readonly html: string;
  /** What the template says of it; of one that is being written, what was asked for. */
  readonly language: unknown;
  readonly layout: unknown;
  /** The field at which mistakes of the text are told. */
  readonly field: 'html' | 'body';
}

/** The fields of a letter as somebody has written it. */
async function readWritten(context: Context, body: Values, field: Written['field']) {
  const valid = validate(context, form, body);
  const { html, ...errors } = valid.errors;
  refuse(html ? { ...errors, [field]: html } : errors);
  await context.engine.db.transaction((tx) => checkReferences(context, tx, form, valid));
  const { brand_id: brand, template_id, recipient, subject, html: text } = valid.columns as Record<string, any>;
  return { brand, template_id, recipient, subject, html: text, field } as const;
}

/** A letter as it was written, with the template that it began with. */
async function readLetter(context: Context, resource: Resource, body: Values): Promise<Written> {
  const { language, layout, ...fields } = body;
  const { template_id, ...written } = await readWritten(context, fields, 'html');
  const template = template_id
    ? (await askedTemplate(context, resource, { template_id }, written.brand, templatesOf(context))).stored
    : undefined;
  return { ...written, template, language: template?.language ?? language, layout: template?.layout ?? layout };
}

/** A template that somebody is still writing, as the letter that it would be. */
async function readDraft(context: Context, resource: Resource, id: string, body: Values): Promise<Written> {
  const { body: _text, template_id: _none, language, layout, ...fields } = body;
  const filled = await fillLetter(context, resource, id, { ...body, template_id: undefined });
  const { template_id: _, ...written } = await readWritten(context, { ...fields, ...filled }, 'body');
  return { ...written, template: undefined, language, layout };
}

const isDraft = ({ body, html }: Values) => typeof body === 'string' && html === undefined;

/** Makes the PDF of a letter or certificate. */
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
  const { brand, template, recipient, subject, html, language, layout, field } = isDraft(body)
    ? await readDraft(context, resource, id, body)
    : await readLetter(context, resource, body);
  const wish = language ?? row.language;
  const locale: Locale = isLanguage(wish) ? wish : context.locale;
  const sender = await letterheadOf(context.engine.db, storage.store, brand, locale);
  if (!sender) throw new PublicError('invalid', { brand_id: message('reference') });
  const { letterhead, phone } = sender;
  const values = await templateValues(context, resource, row, { brand, locale });
  const finished = finishText(html, values);
  if ('error' in finished) throw new PublicError('invalid', { [field]: finished.error });
  const blocks = blocksFrom(finished.text);
  const lines = (recipient ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const pdf =
    layout === 'certificate'
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
