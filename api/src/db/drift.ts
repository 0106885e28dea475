import type { Model } from '@kontor/shared';
import pg from 'pg';
import { createStatements } from './ddl.ts';
import { type Change, diff } from './diff.ts';
import { introspect } from './introspect.ts';
import { migrate, withScratchDatabase } from './migrate.ts';
import { declaredSchema, type Schema } from './schema.ts';

async function schemaOf(url: string, statements: readonly string[]): Promise<Schema> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
    return await introspect(client);
  } finally {
    await client.end();
  }
}

/** The schema that the declarations demand, in PostgreSQL's own words. */
export const demandedSchema = (ownerUrl: string, model: Model): Promise<Schema> =>
  withScratchDatabase(ownerUrl, (url) => schemaOf(url, createStatements(declaredSchema(model))));

/** The schema that the migrations produce, after extra statements (renames). */
export const migratedSchema = (
  ownerUrl: string,
  folder?: string,
  statements: readonly string[] = [],
): Promise<Schema> =>
  withScratchDatabase(ownerUrl, async (url) => {
    await migrate(url, folder ? { folder } : {});
    return schemaOf(url, statements);
  });

/** What the migrations lack to reach the declarations. Empty when there is no drift. */
export async function drift(
  ownerUrl: string,
  model: Model,
  folder?: string,
  statements: readonly string[] = [],
): Promise<Change[]> {
  return diff(await migratedSchema(ownerUrl, folder, statements), await demandedSchema(ownerUrl, model));
}
