import {
  type AnyField,
  canSum,
  inZone,
  kindOf,
  type Locale,
  labelText,
  PublicError,
  type Resource,
  referredTo,
  rootOf,
  rowColumns,
  slotsUnder,
  templateName,
} from '@kontor/shared';
import type { Context, Row } from '../../engine/context.ts';
import { get } from '../../engine/get.ts';
import { sql } from '../../query/sql.ts';
import { withoutGuards } from '../house.ts';
import type { TemplateValues } from './liquid.ts';
import { type RowColumn, type Rows, tableOf } from './table_tag.ts';

type Embedded = Readonly<Record<string, { title: string | null } | readonly { title: string | null }[] | null>>;

/** A value as people read it in a letter; null where there is none, so that a template can ask. */
function printed(row: Row, name: string, field: AnyField, locale: Locale): string | null {
  const embedded = (row._embedded as Embedded | undefined)?.[name];
  if (embedded !== undefined) {
    const titles = [embedded ?? []].flat().flatMap(({ title }) => title ?? []);
    return titles.join(', ') || null;
  }
  const value = row[name];
  if (value === null || value === undefined || value === false) return null;
  // an amount whose currency stands in the record
  const currency = field.currency?.field ? { currency: row[field.currency.field] ?? 'EUR' } : {};
  return kindOf(field).format(value, { ...field, ...currency }, locale) || null;
}

const numeric = new Set(['integer', 'decimal', 'money', 'percent', 'duration']);

/** Rows as templates see them: each with its columns as text, and what a table of them needs to know. */
function rowsOf(context: Context, child: Resource, rows: readonly Row[], locale: Locale): Rows {
  const readable = context.access.properties(child);
  const columns = rowColumns(child).filter(([name]) => readable.has(name) || readable.has(`${name}_id`));
  const fieldOf = (name: string) => (child.fields[name] ? name : `${name}_id`);
  const texts = rows.map((row) =>
    Object.assign(
      Object.create(null),
      Object.fromEntries(columns.map(([name, field]) => [name, printed(row, fieldOf(name), field, locale)])),
    ),
  );
  const about = Object.fromEntries(
    columns.map(([name, field]): [string, RowColumn] => [
      name,
      {
        label: labelText(field.label, name, locale),
        right: numeric.has(field.kind),
        ...(canSum(field)
          ? {
              values: rows.map((row) => (row[fieldOf(name)] ?? null) as string | number | null),
              format: (value: string) =>
                printed({ ...rows[0], [fieldOf(name)]: value } as Row, fieldOf(name), field, locale) ?? '',
            }
          : {}),
      },
    ]),
  );
  return Object.assign(texts, { [tableOf]: about });
}

/** The values of one record as its reader may see them: of a record that is not there or not seen, all are empty. */
function valuesOf(context: Context, resource: Resource, row: Row | undefined, locale: Locale): TemplateValues {
  const readable = context.access.properties(resource);
  const { model } = context.engine;
  const values: Record<string, unknown> = Object.create(null);
  for (const [name, field] of Object.entries(resource.fields)) {
    if (!readable.has(name) && !readable.has(`${name}_id`)) continue;
    if (field.kind === 'lines')
      values[name] = rowsOf(context, model.get(field.of as string), (row?.[name] ?? []) as Row[], locale);
    else values[templateName(name)] = row ? printed(row, name, field, locale) : null;
  }
  const shown = new Set(slotsUnder('', resource, (name) => model.resources.get(name)).map(({ name }) => name));
  return Object.assign(
    Object.create(null),
    Object.fromEntries(Object.entries(values).filter(([name]) => shown.has(name))),
  );
}

const embeds = (resource: Resource): string[] =>
  Object.entries(resource.fields)
    .filter(([, { kind }]) => ['reference', 'references', 'subject'].includes(kind))
    .map(([name]) => name);

/** A record with the titles of what it refers to; undefined when there is none that the user sees. */
async function seen(context: Context, resource: Resource, id: unknown): Promise<Row | undefined> {
  if (typeof id !== 'string') return undefined;
  try {
    return await get(context, resource, id, { embed: embeds(resource) });
  } catch (error) {
    if (error instanceof PublicError && error.code === 'not_found') return undefined;
    throw error;
  }
}

/**
 * What a template about a record is filled with, as the asking user may read it: the record, those it refers to, the brand
 * that sends, the user, and the day. What they may not read is not there; nor is what is guarded, when nobody asks but the house.
 */
export async function templateValues(
  asking: Context,
  resource: Resource,
  record: Row,
  { brand, locale, link }: { readonly brand: string | null; readonly locale: Locale; readonly link?: string },
): Promise<TemplateValues> {
  const context = withoutGuards(asking);
  const { engine, access } = context;
  const inLanguage: Context = { ...context, locale };
  const mayRead = (target: Resource) => !target.server_only && access.condition(target, 'read') !== null;
  const behind = async (to: string, id: unknown) => {
    const target = engine.model.get(to);
    return mayRead(target) ? valuesOf(inLanguage, target, await seen(inLanguage, target, id), locale) : undefined;
  };
  const [row, user, brandValues, ...others] = await Promise.all([
    get(inLanguage, resource, record.id, { embed: embeds(resource) }),
    engine.db.query<{ name: string; email: string }>(sql`SELECT name, email FROM users WHERE id = ${access.actor.id}`),
    behind('brands', brand),
    ...[...referredTo(resource)].map(async ([name, { field, to }]) => [name, await behind(to, record[field])] as const),
  ]);
  const values: Record<string, unknown> = Object.create(null);
  for (const [name, found] of others) if (found) values[name] = found;
  if (brandValues) values.brand = brandValues;
  values[rootOf(resource)] = valuesOf(inLanguage, resource, row, locale);
  values.user = Object.assign(Object.create(null), user[0]);
  const { date } = inZone(new Date(), engine.timeZone);
  if (link) values.link = link;
  values.today = kindOf({ kind: 'date', label: '' }).format(date, { kind: 'date', label: '' }, locale);
  return values;
}
