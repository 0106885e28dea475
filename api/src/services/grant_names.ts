import { type Grant, type Locale, labelText, type Names, resourceLabel } from '@kontor/shared';
import type { Engine } from '../engine/context.ts';
import { sql } from '../query/sql.ts';

export interface GrantNames {
  /** The name of a role by its key, or of a brand by its id. */
  readonly of: (key: string) => string;
  /** What resources, steps and actions are called. */
  readonly words: (locale: Locale) => Names;
}

/** What is spoken of in grants, by name. */
export async function grantNames({ db, model }: Engine, grants: readonly Grant[]): Promise<GrantNames> {
  const keys = [...new Set(grants.flatMap(({ role }) => role ?? []))];
  const brands = [...new Set(grants.flatMap((grant) => grant.brands ?? []))];
  const rows = await db.query<{ key: string; name: string }>(
    sql`SELECT key, name FROM roles WHERE key = ANY(${keys}::text[]) UNION ALL SELECT id::text, name FROM brands WHERE id = ANY(${brands}::uuid[])`,
  );
  const named = new Map(rows.map(({ key, name }) => [key, name]));
  return {
    of: (key) => named.get(key) ?? key,
    words: (locale) => ({
      area: (name) => {
        const resource = model.resources.get(name);
        return resource && resourceLabel(resource, locale);
      },
      step: (name, operation) => {
        const [kind, step = ''] = operation.split('.');
        const resource = model.resources.get(name);
        const declared = (kind === 'transition' ? resource?.workflow?.transitions : resource?.actions)?.[step];
        return declared && labelText(declared.label, step, locale);
      },
    }),
  };
}
