import { kindOf, type Model } from '@kontor/shared';
import type { Database } from '../db/pool.ts';
import { quote } from '../db/quote.ts';
import { raw, sql } from '../query/sql.ts';
import type { Keys } from './secrets.ts';

/** Values in one transaction. */
const part = 200;

export interface Rotation {
  /** Values that were encrypted anew. */
  readonly rotated: number;
  /** Values that no known key can read, as `resource.field id`. They are left as they are. */
  readonly lost: readonly string[];
}

/** Columns that hold encrypted values, of every declared table: those of fields whose kind is encrypted. */
export const secretColumns = (model: Model): { readonly table: string; readonly column: string }[] =>
  [...model.resources.values()].flatMap((resource) =>
    Object.entries(resource.fields)
      .filter(([, field]) => kindOf(field).encrypted)
      .map(([column]) => ({ table: resource.name, column })),
  );

/**
 * Encrypts everything with the current key that another one has encrypted, part by part: what was done stays done when it is
 * broken off. The values stay what they were, so records get no new version.
 */
export async function rotateSecrets(db: Database, model: Model, keys: Keys): Promise<Rotation> {
  const prefix = keys.currentPrefix();
  const lost: string[] = [];
  let rotated = 0;
  for (const { table, column } of secretColumns(model)) {
    const [t, c] = [raw(quote(table)), raw(quote(column))];
    for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
      const rows = await db.transaction(async (tx) => {
        const found = await tx.query<{ id: string; text: string }>(
          sql`SELECT id, ${c} AS text FROM ${t} WHERE ${c} IS NOT NULL AND NOT starts_with(${c}, ${prefix}) AND id > ${last} ORDER BY id LIMIT ${part} FOR NO KEY UPDATE`,
        );
        const readable = found.flatMap(({ id, text }) => {
          try {
            return [{ id, text: keys.encrypt(keys.decrypt(text)) }];
          } catch {
            lost.push(`${table}.${column} ${id}`);
            return [];
          }
        });
        if (readable.length)
          await tx.query(
            sql`UPDATE ${t} AS t SET ${c} = x.text FROM unnest(${readable.map(({ id }) => id)}::uuid[], ${readable.map(({ text }) => text)}::text[]) AS x(id, text) WHERE t.id = x.id`,
          );
        rotated += readable.length;
        return found;
      });
      if (rows.length < part) break;
      last = rows.at(-1)!.id;
    }
  }
  return { rotated, lost };
}

/** How many values another key than the current one has encrypted. */
export async function ofOtherKeys(db: Database, model: Model, keys: Keys): Promise<number> {
  let count = 0;
  for (const { table, column } of secretColumns(model)) {
    const [row] = await db.query<{ n: number }>(
      sql`SELECT count(*)::int AS n FROM ${raw(quote(table))} WHERE NOT starts_with(${raw(quote(column))}, ${keys.currentPrefix()})`,
    );
    count += row!.n;
  }
  return count;
}
