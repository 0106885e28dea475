import { type Locale, message, PublicError, type Resource } from '@kontor/shared';
import type { Context, Row, Values } from '../../engine/context.ts';
import { titleFrom } from '../../engine/embed.ts';
import { get } from '../../engine/get.ts';
import { list } from '../../engine/list.ts';
import { cleanRichText } from '../../engine/storage.ts';

export const isLanguage = (value: unknown): value is Locale => value === 'de' || value === 'en';

/** The brands of a record, by the fields that refer to brands. */
const brandsOf = (resource: Resource, row: Row): string[] =>
  Object.entries(resource.fields).flatMap(([name, field]) => (field.to === 'brands' ? [row[name] ?? []].flat() : []));

/**
 * What something about a record can be written with, as far as the user sees it: brands, the templates of this resource, the
 * brand and the language that lie nearest.
 */
export async function templateChoices(
  { brand: working, ...context }: Context,
  resource: Resource,
  row: Row,
  templates: Resource,
) {
  const { access, engine, locale } = context;
  const brands = engine.model.get('brands');
  const visible = async (target: Resource, filter: Values) =>
    access.condition(target, 'read') === null
      ? []
      : (await list(context, target, { filter, range: [0, 199], sort: ['name', 'ASC'] })).rows;
  const [brandRows, templateRows] = await Promise.all([
    visible(brands, {}),
    visible(templates, { resource: resource.name, active: true }),
  ]);
  const brandsOfRecord = brandsOf(resource, row).filter((brand) => brandRows.some((one) => one.id === brand));
  // that of the record goes before that in which one works; one of several is the one in work
  const ofWork = brandRows.find((one) => one.id === working)?.id;
  const own = ofWork && brandsOfRecord.includes(ofWork) ? ofWork : (brandsOfRecord[0] ?? ofWork);
  return {
    brands: brandRows.map((brand) => ({ id: brand.id, title: titleFrom(brands, brand, locale) })),
    templates: templateRows.map((one) => ({
      id: one.id,
      name: one.name as string,
      language: one.language as Locale,
      brand_id: one.brand_id as string | null,
    })),
    brand_id: (own ?? (brandRows.length === 1 ? brandRows[0]!.id : null)) as string | null,
    language: isLanguage(row.language) ? row.language : locale,
  };
}

/** A template as it was asked for. */
export interface AskedTemplate {
  readonly subject: string;
  readonly body: string;
  readonly language: Locale;
  /** Somebody is still writing it: what is wrong is told at its fields. */
  readonly draft: boolean;
  /** As it is stored; absent of one that is being written. */
  readonly stored?: Row;
}

/** Refuses a template of something else, or of another brand. */
export function requireTemplateFor(template: Values, resource: Resource, brand: string | null): void {
  if (template.resource !== resource.name || (template.brand_id && template.brand_id !== brand))
    throw new PublicError('invalid', { template_id: message('template_other') });
}

/** A template as it is asked for: one that is saved, or one that somebody is writing. */
export async function askedTemplate(
  context: Context,
  resource: Resource,
  body: Values,
  brand: string | null,
  templates: Resource,
): Promise<AskedTemplate> {
  if (body.template_id === undefined || body.template_id === null) {
    const [subject, html] = [body.subject, body.body].map((text) => (typeof text === 'string' ? text : ''));
    const language = isLanguage(body.language) ? body.language : context.locale;
    return { subject: subject!.slice(0, 500), body: cleanRichText(html!.slice(0, 200_000)), language, draft: true };
  }
  const found = await get(context, templates, String(body.template_id)).catch((error) => {
    throw error instanceof PublicError && error.code === 'not_found'
      ? new PublicError('invalid', { template_id: message('reference') })
      : error;
  });
  requireTemplateFor(found, resource, brand);
  return {
    subject: String(found.subject),
    body: String(found.body),
    language: found.language as Locale,
    draft: false,
    stored: found,
  };
}
