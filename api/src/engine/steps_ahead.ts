import { PublicError, type Resource } from '@kontor/shared';
import { quote } from '../db/quote.ts';
import { join, raw, sql } from '../query/sql.ts';
import type { Context } from './context.ts';
import { requireId } from './get.ts';
import { type Missing, missingFor } from './guards.ts';

/** A step that leads on from where a record stands. */
export interface StepAhead {
  readonly name: string;
  readonly to: string;
  /** May who asks take it on this record? What is missing is told to them alone. */
  readonly permitted: boolean;
  readonly missing: readonly Pick<Missing, 'text' | 'link'>[];
}

/** The steps of the workflow that lead on from a record that the user may read, and what is missing for each. */
export async function stepsAhead(
  context: Context,
  resource: Resource,
  id: string,
): Promise<{ readonly transitions: readonly StepAhead[] }> {
  const { access, engine } = context;
  access.require(resource, 'read');
  const wanted = requireId(id);
  const all = Object.entries(resource.workflow?.transitions ?? {});
  const state = resource.workflow ? raw(`t.${quote(resource.workflow.field)}`) : sql`NULL`;
  const permitted = all.map(([name]) => access.rows(resource, `transition.${name}`, 't'));
  return engine.db.together(async (on) => {
    const [row] = await on.query<{ state: string | null; gone: boolean; permitted: boolean[] }>(
      sql`SELECT ${state} AS state, ${raw(resource.trash ? 't.deleted_at IS NOT NULL' : 'false')} AS gone, ARRAY[${join(permitted, ', ')}]::boolean[] AS permitted FROM ${raw(`${quote(resource.name)} t`)} WHERE t.id = ${wanted} AND ${access.rows(resource, 'read', 't')}`,
    );
    if (!row) throw new PublicError('not_found');
    const ahead = all.flatMap(([name, { from, to }], i) =>
      from.includes(row.state ?? '') && !row.gone ? [{ name, to, permitted: row.permitted[i]! }] : [],
    );
    const transitions = await Promise.all(
      ahead.map(async (step) => {
        const missing = step.permitted ? await missingFor(context, on, resource, step.name, { id: wanted }) : [];
        return { ...step, missing: missing.map(({ text, link }) => ({ text, ...(link ? { link } : {}) })) };
      }),
    );
    return { transitions };
  });
}
