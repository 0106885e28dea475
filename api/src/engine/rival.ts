import { formatDate, inZone, PublicError, type Resource } from '@kontor/shared';
import type { Queryable } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { constraintName } from '../db/schema.ts';
import { publicError } from '../db/violations.ts';
import { conditionSql } from '../query/conditions.ts';
import { someColumns } from '../query/select.ts';
import { allOf, raw, sql } from '../query/sql.ts';
import type { Context, Row } from './context.ts';
import { titleFrom } from './embed.ts';

interface Excluded {
  readonly code?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly detail?: string;
  readonly belongs?: string;
}

type Exclusion = NonNullable<Resource['exclusions']>[string];

/**
 * What PostgreSQL says of the row that is there already: the values that are equal, and its range as text. Its sentence is in
 * any language; the brackets are always the same, and the existing key stands last.
 */
export function existingKey(detail: string, equal: number): { equal: string[]; range: string } | undefined {
  const key = detail.slice(detail.lastIndexOf(')=(') + 3).replace(/\)\.?$/, '');
  const match = /^(.*), ([[(][^[(]*[\])])$/s.exec(key);
  if (!match) return undefined;
  const values = match[1]!.split(', ');
  return values.length === equal ? { equal: values, range: match[2]! } : undefined;
}

/** The row that has the place, as far as the user may see it. */
async function find(context: Context, on: Queryable, resource: Resource, exclusion: Exclusion, detail: string) {
  const { access, engine } = context;
  const key = existingKey(detail, exclusion.equal.length);
  if (!key || access.condition(resource, 'read') === null) return undefined;
  const isDate = resource.fields[exclusion.range[0]]!.kind === 'date';
  const [from, to] = exclusion.range.map((name) => raw(`t.${quote(name)}`));
  const range = sql`${raw(isDate ? 'daterange' : 'tstzrange')}(${from}, ${to}) = ${key.range}::${raw(isDate ? 'daterange' : 'tstzrange')}`;
  const { where } = exclusion;
  const [row] = await on.query<Row>(
    sql`SELECT t.* FROM ${raw(`${quote(resource.name)} t`)} WHERE ${allOf([
      ...exclusion.equal.map((name, i) => sql`${raw(`t.${quote(name)}::text`)} = ${key.equal[i]}`),
      range,
      ...(resource.trash ? [raw('t.deleted_at IS NULL')] : []),
      ...(where ? [conditionSql({ model: engine.model, user: access.actor }, resource, where, 't')] : []),
      access.rows(resource, 'read', 't'),
    ])} LIMIT 1`,
  );
  return row;
}

/** How people call it: by its title, where that says more than what both have in common; else by what it belongs to. */
async function nameOf(context: Context, on: Queryable, resource: Resource, exclusion: Exclusion, row: Row) {
  const { access, engine, locale } = context;
  const common = new Set<string>([...exclusion.equal, ...exclusion.range]);
  const title = resource.title.filter((name) => !common.has(name) && access.properties(resource).has(name));
  if (title.length) return titleFrom({ ...resource, title }, row, locale);
  const [name, field] =
    Object.entries(resource.fields).find(
      ([other, { kind, required }]) => kind === 'reference' && required && !common.has(other),
    ) ?? [];
  if (!name || !field || !access.properties(resource).has(name)) return '';
  const target = engine.model.get(field.to as string);
  if (access.condition(target, 'read') === null) return '';
  const [found] = await on.query<Row>(
    sql`SELECT ${someColumns(access, target, target.title)} FROM ${raw(`${quote(target.name)} t`)} WHERE t.id = ${row[name]} AND ${access.rows(target, 'read', 't')}`,
  );
  return found ? titleFrom(target, found, locale) : '';
}

/** From when to when, on the company's clock; one end may be open. Nothing where the user may not read it. */
function spanOf({ access, engine, locale }: Context, resource: Resource, { range }: Exclusion, row: Row): string {
  if (!range.every((name) => access.properties(resource).has(name))) return '';
  const isDate = resource.fields[range[0]]!.kind === 'date';
  const [from, to] = range.map((name) => {
    const value = row[name] as string | null;
    if (value === null || isDate) return value === null ? undefined : { day: formatDate(value, locale), time: '' };
    const { date, time } = inZone(new Date(value), engine.timeZone);
    return { day: formatDate(date, locale), time };
  });
  const told = ({ day, time }: { day: string; time: string }) => `${day} ${time}`.trim();
  if (!from || !to) {
    const [since, until] = locale === 'en' ? ['from', 'until'] : ['ab', 'bis'];
    return from ? `${since} ${told(from)}` : to ? `${until} ${told(to)}` : '';
  }
  if (isDate) return `${from.day} – ${to.day}`;
  return `${told(from)}–${from.day === to.day ? to.time : told(to)}`;
}

/** An error of the database, with the input at which it belongs where that is not what the declaration says. */
export function belongsAt(error: unknown, field: string): unknown {
  return typeof error === 'object' && error !== null ? Object.assign(error, { belongs: field }) : error;
}

/**
 * A refusal because two want the same place tells who has it, if the user may see that one; every other error is as it was.
 * @param on a connection that can be asked: not one whose transaction has failed
 */
export async function named(
  context: Context,
  written: Resource,
  error: unknown,
  on: Queryable = context.engine.db,
): Promise<unknown> {
  const { code, table = '', constraint, detail = '', belongs } = (error ?? {}) as Excluded;
  const resource = context.engine.model.resources.get(table);
  if (code !== '23P01' || !resource) return error;
  const exclusion = Object.entries(resource.exclusions ?? {}).find(
    ([name]) => constraintName(table, name, 'excl') === constraint,
  )?.[1];
  const known = publicError(error, context.engine.model, written, context.locale, false);
  if (!exclusion || !(known instanceof PublicError) || !known.fields) return error;
  const [place, sentence] = Object.entries(known.fields)[0]!;
  const at = belongs ?? place;
  const row = await find(context, on, resource, exclusion, detail);
  if (!row) return new PublicError('invalid', { [at]: sentence });
  const name = await nameOf(context, on, resource, exclusion, row);
  const quoted = context.locale === 'en' ? `“${name}”` : `„${name}“`;
  const who = [name && quoted, spanOf(context, resource, exclusion, row)].filter(Boolean).join(', ');
  return new PublicError('invalid', { [at]: `${sentence} ${who}` }, { taken_by: { resource: table, id: row.id } });
}
