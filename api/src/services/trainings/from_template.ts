import type { Queryable } from '../../db/pool.ts';
import type { Context, Row, Values } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';

const copied = ['name', 'description', 'material', 'min_participants', 'max_participants', 'vat_case'] as const;

const said = (body: Values, name: string) => body[name] !== undefined && (name !== 'name' || body[name] !== null);

/** What new trainings do not say themselves is as in their entry of the catalogue. */
export async function likeTemplate(
  _context: Context,
  on: Queryable,
  bodies: readonly Values[],
): Promise<readonly Values[]> {
  const wanted = bodies.map(({ template_id }) => (typeof template_id === 'string' ? template_id.toLowerCase() : ''));
  const ids = [...new Set(wanted.filter((id) => /^[0-9a-f-]{36}$/.test(id)))];
  if (ids.length === 0) return bodies;
  const found = await on.query<Row>(
    sql`SELECT id::text, name, description, material, min_participants, max_participants, vat_case FROM training_templates WHERE id::text = ANY(${ids}) AND deleted_at IS NULL`,
  );
  const templates = new Map(found.map((row) => [row.id, row]));
  return bodies.map((body, i) => {
    const template = templates.get(wanted[i]!);
    if (!template) return body;
    const more = Object.fromEntries(copied.filter((name) => !said(body, name)).map((name) => [name, template[name]]));
    const all: Values = { ...body, ...more };
    // what was said counts: a maximum of the template below it is none
    const [least, most] = [all.min_participants, all.max_participants] as (number | null | undefined)[];
    if (typeof least === 'number' && typeof most === 'number' && most < least)
      for (const name of ['min_participants', 'max_participants']) if (name in more) delete all[name];
    return all;
  });
}

/** The price of a template for a training: the most precise one for its brand and format; null where there is none. */
export async function priceOf(on: Queryable, { template_id, brand_id, format, kind }: Values): Promise<string | null> {
  const per = kind === 'open' ? 'participant' : 'training';
  const [found] = await on.query<{ price: string }>(
    sql`SELECT price FROM training_prices WHERE template_id = ${template_id} AND per = ${per} AND (brand_id IS NULL OR brand_id = ${brand_id}) AND (format IS NULL OR format = ${format}) ORDER BY brand_id IS NULL, format IS NULL, created_at, id LIMIT 1`,
  );
  return found?.price ?? null;
}
