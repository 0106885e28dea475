import { type Locale, message, PublicError, type Resource, uuid } from '@kontor/shared';
import type { Context, Row, Values } from '../../engine/context.ts';
import { titleFrom } from '../../engine/embed.ts';
import { get } from '../../engine/get.ts';
import { list } from '../../engine/list.ts';
import { cleanRichText } from '../../engine/storage.ts';
import { sql } from '../../query/sql.ts';
import type { ContentStore } from '../content/store.ts';
import { appointmentOf } from './appointment.ts';
import { filesOf } from './attachments.ts';
import { brandOf, logoOf, page } from './layout.ts';
import { checkLetter, readLetter, requireTemplateFor } from './letter.ts';
import { fillTemplate } from './liquid.ts';
import { proposedRecipients } from './recipients.ts';
import { textOf } from './text.ts';
import { templateValues } from './values.ts';
import { secondsToWithdraw, withSignature } from './write_mail.ts';

const isLanguage = (value: unknown): value is Locale => value === 'de' || value === 'en';

/** The brands of a record, by the fields that refer to brands. */
const brandsOf = (resource: Resource, row: Row): string[] =>
  Object.entries(resource.fields).flatMap(([name, field]) => (field.to === 'brands' ? [row[name] ?? []].flat() : []));

/** Everything a dialog needs that writes a mail about a record: as far as the user sees it. */
export async function mailOptions({ brand: working, ...context }: Context, resource: Resource, id: string) {
  const { access, engine, locale } = context;
  const row = await get(context, resource, id);
  const brands = engine.model.get('brands');
  const templates = engine.model.get('email_templates');
  access.require(engine.model.get('email_messages'), 'create');
  const visible = async (target: Resource, filter: Values) =>
    access.condition(target, 'read') === null
      ? []
      : (await list(context, target, { filter, range: [0, 199], sort: ['name', 'ASC'] })).rows;
  const [recipients, brandRows, templateRows, files, appointment] = await Promise.all([
    proposedRecipients(context, resource, row),
    visible(brands, {}),
    visible(templates, { resource: resource.name, active: true }),
    filesOf(context, resource, id),
    appointmentOf(context, resource, row),
  ]);
  const brandsOfRecord = brandsOf(resource, row).filter((brand) => brandRows.some((one) => one.id === brand));
  // that of the record goes before that in which one works; one of several is the one in work
  const ofWork = brandRows.find((one) => one.id === working)?.id;
  const own = ofWork && brandsOfRecord.includes(ofWork) ? ofWork : (brandsOfRecord[0] ?? ofWork);
  return {
    recipients,
    brands: brandRows.map((brand) => ({ id: brand.id, title: titleFrom(brands, brand, locale) })),
    templates: templateRows.map((one) => ({
      id: one.id,
      name: one.name as string,
      language: one.language as Locale,
      brand_id: one.brand_id as string | null,
    })),
    brand_id: own ?? (brandRows.length === 1 ? brandRows[0]!.id : null),
    language: isLanguage(row.language) ? row.language : locale,
    files,
    appointment,
    seconds_to_withdraw: secondsToWithdraw,
  };
}

/** A template as it is asked for: one that is saved, or one that somebody is writing. */
async function templateFor(context: Context, resource: Resource, body: Values, brand: string | null) {
  if (body.template_id === undefined || body.template_id === null) {
    const [subject, html] = [body.subject, body.body].map((text) => (typeof text === 'string' ? text : ''));
    const language = isLanguage(body.language) ? body.language : context.locale;
    return { subject: subject!.slice(0, 500), body: cleanRichText(html!.slice(0, 200_000)), language, draft: true };
  }
  const templates = context.engine.model.get('email_templates');
  const found = await get(context, templates, String(body.template_id)).catch((error) => {
    throw error instanceof PublicError && error.code === 'not_found'
      ? new PublicError('invalid', { template_id: message('reference') })
      : error;
  });
  requireTemplateFor(found, resource, brand);
  return { subject: String(found.subject), body: String(found.body), language: found.language as Locale, draft: false };
}

/** Fills a template with a record, as far as the user may read it. */
export async function fillFor(context: Context, resource: Resource, id: string, body: Values) {
  const record = await get(context, resource, id);
  const brand = typeof body.brand_id === 'string' && uuid.test(body.brand_id) ? body.brand_id.toLowerCase() : null;
  const template = await templateFor(context, resource, body, brand);
  const values = await templateValues(context, resource, record, { brand, locale: template.language });
  const { subject, html, errors } = fillTemplate(template, values);
  const [first] = Object.values(errors);
  if (first) throw new PublicError('invalid', template.draft ? errors : { template_id: first });
  return { subject: subject.replace(/\s+/g, ' ').trim().slice(0, 200), html: cleanRichText(html) };
}

/** The mail as its recipients will see it, and who will send it; nothing is kept. */
export async function previewMail(
  context: Context,
  resource: Resource,
  id: string,
  body: unknown,
  store: ContentStore,
) {
  const { engine } = context;
  context.access.require(engine.model.get('email_messages'), 'create');
  await get(context, resource, id);
  const read = await readLetter(context, body, true);
  await engine.db.transaction((tx) => checkLetter(context, tx, read));
  const { letter } = read;
  const brand = letter.brand_id ? await brandOf(engine.db, letter.brand_id) : undefined;
  const logo = brand && (await logoOf(store, brand));
  const [account] = await engine.db.query<{ from_name: string | null; from_address: string; own: boolean }>(
    sql`SELECT from_name, from_address, brand_id IS NOT NULL AS own FROM email_accounts WHERE active AND (brand_id IS NULL OR brand_id = ${letter.brand_id}) ORDER BY brand_id NULLS LAST, created_at, id LIMIT 1`,
  );
  const html = withSignature(letter.html, brand?.signature);
  const source = logo && `data:${logo.contentType};base64,${logo.content.toString('base64')}`;
  const name = account?.own ? (account.from_name ?? brand?.sender_name) : (brand?.sender_name ?? account?.from_name);
  return {
    from: account ? { name: name ?? null, email: account.from_address } : null,
    subject: letter.subject,
    html: page(html, brand, source),
    text: textOf(html),
    attachments: letter.attachments,
  };
}
