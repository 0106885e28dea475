import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { propertiesOf, type Resource } from '@kontor/shared';
import { root } from '../config.ts';
import { columnType } from '../db/columns.ts';
import { quote } from '../db/quote.ts';
import type { Engine } from '../engine/context.ts';
import { pairTable } from '../query/conditions.ts';
import { raw, sql } from '../query/sql.ts';
import { hashPassword } from '../services/passwords.ts';

/** A sign-in of the demo company, to be printed. */
export interface DemoUser {
  readonly email: string;
  readonly password: string;
  readonly role: string;
}

/** What a seed works with: rows by resource name, lists of references as arrays of ids. */
export interface Seeder {
  insert(resource: string, rows: readonly Record<string, unknown>[]): Promise<void>;
  hashPassword(password: string): Promise<string>;
  /** Runs one statement without parameters, for what is quicker in SQL. */
  execute(statement: string): Promise<void>;
}

interface SeedFile {
  seed(seeder: Seeder, options: { scale?: number }): Promise<DemoUser[] | undefined>;
}

const chunk = 5000;

/** Inserts rows as they are, in large statements; for seeds only, which know what they write. */
async function insertRows(engine: Engine, resource: Resource, rows: readonly Record<string, unknown>[]): Promise<void> {
  const properties = propertiesOf(resource);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => properties.get(name)?.column);
  const lists = [...properties.values()]
    .filter((p) => p.field.kind === 'references' && !p.field.through)
    .map((p) => p.name);
  const typed = columns.map((name) => `${quote(name)} ${columnType(properties.get(name)!.column!)}`).join(', ');
  const values = columns.map((name) => {
    const fallback = properties.get(name)!.column!.default;
    return fallback === undefined ? `x.${quote(name)}` : `coalesce(x.${quote(name)}, ${fallback})`;
  });
  for (let i = 0; i < rows.length; i += chunk) {
    const part = JSON.stringify(rows.slice(i, i + chunk));
    await engine.db.query(
      sql`INSERT INTO ${raw(quote(resource.name))} (${raw(columns.map(quote).join(', '))}) SELECT ${raw(values.join(', '))} FROM jsonb_to_recordset(${part}::jsonb) AS x(${raw(typed)}) ON CONFLICT DO NOTHING`,
    );
    for (const name of lists)
      await engine.db.query(
        sql`INSERT INTO ${raw(quote(pairTable(resource, name)))} (record_id, target_id) SELECT x.id, t::uuid FROM jsonb_to_recordset(${part}::jsonb) AS x(id uuid, ${raw(quote(name))} jsonb), jsonb_array_elements_text(coalesce(${raw(quote(name))}, '[]')) t ON CONFLICT DO NOTHING`,
      );
  }
}

/** Fills an empty database: what every installation needs, and the demo company when asked. Does nothing where users exist. */
export async function seed(engine: Engine, demo: boolean, scale?: number): Promise<{ demo?: DemoUser[] }> {
  const seeder: Seeder = {
    insert: (name, rows) => insertRows(engine, engine.model.get(name), rows),
    hashPassword,
    execute: async (statement) => {
      await engine.db.query(raw(statement));
    },
  };
  const load = async (name: string) =>
    (await import(pathToFileURL(join(root, 'seeds', name, 'index.mjs')).href)) as SeedFile;
  const [{ filled }] = (await engine.db.query(sql`SELECT EXISTS (SELECT 1 FROM users) AS filled`)) as [
    { filled: boolean },
  ];
  const options = scale === undefined ? {} : { scale };
  if (!filled) await (await load('base')).seed(seeder, options);
  if (!demo) return {};
  const users = await (await load('demo')).seed(
    filled && scale === undefined ? { ...seeder, insert: async () => {}, execute: async () => {} } : seeder,
    options,
  );
  engine.totals.clear();
  return users ? { demo: users } : {};
}
