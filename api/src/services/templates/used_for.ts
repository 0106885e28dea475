import type { Transaction } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';

/** The template for something: that of the brand before those for all, that in the language before others. */
export async function templateUsedFor(
  tx: Pick<Transaction, 'query'>,
  table: 'email_templates' | 'document_templates',
  resource: string,
  use: string,
  { brand_id: brand, language }: { readonly brand_id: string | null; readonly language: string },
): Promise<string | undefined> {
  const which = sql`resource = ${resource} AND used_for = ${use} AND active AND (brand_id IS NULL OR brand_id = ${brand}) ORDER BY language = ${language} DESC, brand_id NULLS LAST, created_at, id LIMIT 1`;
  const [template] = await tx.query<{ id: string }>(
    table === 'email_templates'
      ? sql`SELECT id FROM email_templates WHERE ${which}`
      : sql`SELECT id FROM document_templates WHERE ${which}`,
  );
  return template?.id;
}
