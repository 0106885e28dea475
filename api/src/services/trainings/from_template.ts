import { uuid } from '@kontor/shared';
import type { Queryable } from '../../db/pool.ts';
import type { Context, Row, Values } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';

const copied = [
  'name',
  'description',
  'material',
  'min_participants',
  'max_participants',
  'vat_case',
  'cancellation_terms_id',
] as const;

const said = (body: Values, name: string) => body[name] !== undefined && (name !== 'name' || body[name] !== null);

const idOf = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : '');

/** What new trainings do not say themselves is as in their entry of the catalogue, the price as well. */
export async function likeTemplate(
  context: Context,
  on: Queryable,
  bodies: readonly Values[],
): Promise<readonly Values[]> {
  const wanted = bodies.map(({ template_id }) => idOf(template_id));
  const ids = [...new Set(wanted.filter((id) => uuid.test(id)))];
  if (ids.length === 0) return bodies;
  const found = await on.query<Row>(
    sql`SELECT id, name, description, material, min_participants, max_participants, vat_case, cancellation_terms_id, formats FROM training_templates WHERE id = ANY(${ids}::uuid[]) AND deleted_at IS NULL`,
  );
  const prices = await on.query<Row>(
    sql`SELECT template_id, brand_id, format, per, price FROM training_prices WHERE template_id = ANY(${ids}::uuid[]) ORDER BY brand_id IS NULL, format IS NULL, created_at, id`,
  );
  const usual = await on.query<Row>(
    sql`SELECT id, brand_id FROM cancellation_terms WHERE standard ORDER BY brand_id IS NULL, created_at, id`,
  );
  const templates = new Map(found.map((row) => [row.id, row]));
  const { fields } = context.engine.model.get('trainings');
  return bodies.map((body, i) => {
    const template = templates.get(wanted[i]!);
    if (!template) return body;
    const more = Object.fromEntries(copied.filter((name) => !said(body, name)).map((name) => [name, template[name]]));
    if (!said(body, 'format')) more.format = formatOf(template, fields.format!.default);
    // by the template, else what is usual for the brand
    if ('cancellation_terms_id' in more) more.cancellation_terms_id ??= forBrand(usual, body)?.id ?? null;
    const all: Values = { ...body, ...more };
    // what was said counts: a maximum of the template below it is none
    const [least, most] = [all.min_participants, all.max_participants] as (number | null | undefined)[];
    if (typeof least === 'number' && typeof most === 'number' && most < least)
      for (const name of ['min_participants', 'max_participants']) if (name in more) delete all[name];
    const kind = body.kind ?? fields.kind!.default;
    const price = kind === 'open' ? 'participant_price' : 'price';
    if (!said(body, price))
      all[price] = priceOf(
        prices.filter((one) => one.template_id === template.id && (one.per === 'participant') === (kind === 'open')),
        { ...all, format: all.format ?? fields.format!.default },
      );
    return all;
  });
}

/** As trainings are held unless said otherwise, if this one of the catalogue is held so; else as it is. */
function formatOf({ formats }: Row, usual: unknown): unknown {
  return formats.length === 0 || formats.includes(usual) ? usual : formats[0];
}

/** Of rows that are for one brand or for all, the own ones first: the one for the brand of a record. */
const forBrand = (rows: readonly Row[], { brand_id }: Values): Row | undefined =>
  rows.find((one) => one.brand_id === null || one.brand_id === idOf(brand_id));

/** Of the prices of a template, the most precise first, the one for a brand and a format; null where there is none. */
function priceOf(prices: readonly Row[], { brand_id, format }: Values): string | null {
  const brand = idOf(brand_id);
  const found = prices.find(
    (one) => (one.brand_id === null || one.brand_id === brand) && (one.format === null || one.format === format),
  );
  return (found?.price ?? null) as string | null;
}
