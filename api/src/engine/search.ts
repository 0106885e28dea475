import { isNavigated, type Resource } from '@kontor/shared';
import { quote } from '../db/quote.ts';
import { searchCondition, searchScore } from '../query/search.ts';
import { allOf, join, raw, sql } from '../query/sql.ts';
import { ofBrand } from './asked.ts';
import type { Context, Values } from './context.ts';
import { titleFrom, titles } from './embed.ts';
import { searchedThrough } from './searched.ts';
import { addId, type Ids } from './trail_titles.ts';

export interface Hit {
  readonly resource: string;
  readonly id: string;
  readonly title: string;
  /** Two further facts to tell likes apart, from the searched fields. */
  readonly detail: string;
}

const most = 30;
const searched = (resource: Resource) => Object.entries(resource.fields).filter(([, field]) => field.search);

/** One search over everything that has a list of its own for the user: one statement, each resource by its own index and scope. */
export async function search(context: Context, q: string): Promise<Hit[]> {
  const { access, engine } = context;
  if (q.trim().length < 2) return [];
  const resources = [...engine.model.resources.values()].filter(
    (r) =>
      searched(r).length &&
      !r.server_only &&
      !r.owned &&
      access.condition(r, 'read') !== null &&
      isNavigated(access.grants, r),
  );
  if (resources.length === 0) return [];
  const parts = resources.map((resource) => {
    const names = [...new Set([...resource.title, ...searched(resource).map(([name]) => name)])].filter(
      (name) => access.properties(resource).get(name)?.column,
    );
    const through = searchedThrough(access, resource);
    const facts = raw(`jsonb_build_object(${names.map((name) => `'${name}', t.${quote(name)}`).join(', ')})`);
    const live = raw(resource.trash ? 't.deleted_at IS NULL AND ' : '');
    return sql`(SELECT ${raw(`'${resource.name}'`)} AS resource, t.id, ${facts} AS facts, ${searchScore(q, 't', through)} AS score FROM ${raw(`${quote(resource.name)} t`)} WHERE ${live}${allOf([searchCondition(q, 't', resource.name, through), access.rows(resource, 'read', 't'), ...ofBrand(context, resource, 't')])} ORDER BY score DESC, t.id LIMIT 8)`;
  });
  const rows = await engine.db.query<{ resource: string; id: string; facts: Values }>(
    sql`SELECT * FROM (${join(parts, ' UNION ALL ')}) hits ORDER BY score DESC, resource, id LIMIT ${most}`,
  );
  const told = await referred(context, rows);
  return rows.map((row) => {
    const resource = engine.model.get(row.resource);
    const title = titleFrom(resource, row.facts, context.locale);
    const detail = Object.entries(row.facts as Record<string, unknown>)
      .filter(([name, value]) => !resource.title.includes(name) && typeof value === 'string' && value !== '')
      .map(([name, value]) => (resource.fields[name]?.kind === 'reference' ? told.get(String(value)) : String(value)))
      .filter((text) => text !== undefined)
      .slice(0, 2)
      .join(' · ')
      .slice(0, 120);
    return { resource: row.resource, id: row.id, title, detail };
  });
}

/** The titles of what hits refer to, as far as the user may see it. */
async function referred(
  context: Context,
  rows: readonly { resource: string; facts: Values }[],
): Promise<Map<string, string>> {
  const { model } = context.engine;
  const ids: Ids = new Map();
  for (const { resource, facts } of rows)
    for (const [name, { to }] of searched(model.get(resource)))
      if (typeof to === 'string' && facts[name]) addId(ids, to, facts[name]);
  const known = await Promise.all([...ids].map(([target, some]) => titles(context, model.get(target), [...some])));
  return new Map(known.flatMap((each) => [...each]));
}
