import { fieldNamed, kindOf, type Model, operatorId, PublicError, propertiesOf, type Resource } from '@kontor/shared';
import { quote } from '../db/quote.ts';
import { raw, sql } from '../query/sql.ts';
import type { Context, Row } from './context.ts';

/** The title of a record: its title fields as people read them. */
export function titleFrom(resource: Resource, row: Record<string, any>, locale: 'de' | 'en'): string {
  return resource.title
    .map((name) => {
      const field = fieldNamed(resource, name);
      const value = row[name];
      return field && value !== null && value !== undefined ? kindOf(field).format(value, field, locale) : '';
    })
    .filter(Boolean)
    .join(' ')
    .split('\n')[0]!
    .slice(0, 160);
}

/** The titles of records, by id; only those that the user may see. One statement, whatever the number. */
export async function titles(context: Context, target: Resource, ids: readonly string[]): Promise<Map<string, string>> {
  const { access, engine } = context;
  if (
    ids.length === 0 ||
    target.server_only ||
    (access.condition(target, 'read') === null && !target.seen_by_referrers)
  )
    return new Map();
  const readable = target.title.filter((name) => access.properties(target).has(name));
  const columns = raw(['id', ...readable].map((name) => `t.${quote(name)}`).join(', '));
  const rows = await engine.db.prepared(
    sql`SELECT ${columns} FROM ${raw(quote(target.name))} t WHERE t.id = ANY(${ids}::uuid[]) AND ${access.rows(target, 'read', 't')}`,
  );
  return new Map(rows.map((row) => [row.id as string, titleFrom(target, row, context.locale)]));
}

/** What is shown of a record behind a reference: nothing of one that the user may not see, and of nobody that it was Kontor. */
const titleOf = (known: ReadonlyMap<string, string> | undefined, id: string): string | null =>
  id === operatorId ? 'Kontor' : (known?.get(id) ?? null);

interface Wanted {
  readonly name: string;
  readonly idsOf: (row: Row) => { resource: string; ids: string[] };
  readonly many: boolean;
}

function wantedField(model: Model, resource: Resource, name: string): Wanted | undefined {
  const property = propertiesOf(resource).get(name);
  if (resource.fields[name]?.kind === 'subject')
    return {
      name,
      many: false,
      idsOf: (row) => ({ resource: row[`${name}_resource`] ?? '', ids: row[`${name}_id`] ? [row[`${name}_id`]] : [] }),
    };
  if (!property) return undefined;
  const to = property.field.to ?? kindOf(property.field).columns(property.field, name)[0]?.references?.resource;
  if (typeof to !== 'string' || !model.resources.has(to)) return undefined;
  const many = property.field.kind === 'references';
  return {
    name,
    many,
    idsOf: (row) => ({ resource: to, ids: many ? (row[name] ?? []) : row[name] ? [row[name]] : [] }),
  };
}

/** Adds `_embedded` titles for the named references. One statement per target resource, never one per row. */
export async function embed(context: Context, resource: Resource, rows: Row[], names: unknown): Promise<void> {
  if (names === undefined) return;
  if (!Array.isArray(names) || names.length > 40) throw new PublicError('malformed_query');
  if (rows.length === 0) return;
  const readable = context.access.properties(resource);
  const wanted = names
    .filter((name): name is string => typeof name === 'string' && (readable.has(name) || readable.has(`${name}_id`)))
    .map((name) => wantedField(context.engine.model, resource, name))
    .filter((w) => w !== undefined);
  const needed = new Map<string, Set<string>>();
  for (const row of rows)
    for (const field of wanted) {
      const { resource: target, ids } = field.idsOf(row);
      for (const id of ids) needed.set(target, (needed.get(target) ?? new Set()).add(id));
    }
  const known = new Map(
    await Promise.all(
      [...needed].map(
        async ([target, ids]) => [target, await titles(context, context.engine.model.get(target), [...ids])] as const,
      ),
    ),
  );
  for (const row of rows) {
    row._embedded = Object.fromEntries(
      wanted.map((field) => {
        const { resource: target, ids } = field.idsOf(row);
        const found = ids.map((id) => ({
          ...(field.name in row ? {} : { resource: target }),
          id,
          title: titleOf(known.get(target), id),
        }));
        return [field.name, field.many ? found : (found[0] ?? null)];
      }),
    );
  }
}
