import type { Schema, Table } from './schema.ts';

interface Connection {
  query(text: string): Promise<{ rows: any[] }>;
}

/** Tables that belong to the migration tool. */
const foreignTables = "('knex_migrations', 'knex_migrations_lock')";

/** The schema a database has, in PostgreSQL's own words, so that two databases on the same server can be compared by text. */
export async function introspect(db: Connection): Promise<Schema> {
  const visible = `n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname NOT IN ${foreignTables}`;
  const columns = await db.query(`
    SELECT c.relname AS "table", a.attname AS name,
      format_type(a.atttypid, a.atttypmod)
      || CASE WHEN a.attcollation <> t.typcollation AND a.attcollation <> 0 THEN ' COLLATE ' || quote_ident(l.collname) ELSE '' END
      || CASE WHEN a.attgenerated = 's' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') STORED'
              WHEN d.adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) ELSE '' END
      || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END AS clause
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_collation l ON l.oid = a.attcollation
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE ${visible} ORDER BY c.relname, a.attnum`);
  const constraints = await db.query(`
    SELECT c.relname AS "table", k.conname AS name, pg_get_constraintdef(k.oid) AS definition
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${visible} AND k.contype IN ('p', 'u', 'c', 'f', 'x') ORDER BY 1, 2`);
  const indices = await db.query(`
    SELECT c.relname AS "table", i.relname AS name, replace(pg_get_indexdef(x.indexrelid), ' ON ONLY ', ' ON ') AS definition
    FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${visible} AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x')) ORDER BY 1, 2`);
  const triggers = await db.query(`
    SELECT c.relname AS "table", g.tgname AS name, pg_get_triggerdef(g.oid) AS definition
    FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${visible} AND NOT g.tgisinternal ORDER BY 1, 2`);
  const functions = await db.query(`
    SELECT p.proname AS name, pg_get_functiondef(p.oid) AS definition
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') ORDER BY 1`);
  const partitioned = await db.query(`
    SELECT c.relname AS "table", pg_get_partkeydef(c.oid) AS definition
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${visible} AND c.relkind = 'p'`);
  const partitions = new Map<string, string>(partitioned.rows.map((row) => [row.table, row.definition]));
  const tables: Record<string, Table> = {};
  const table = (name: string) => {
    const partition = partitions.get(name);
    tables[name] ??= { columns: {}, constraints: {}, indices: {}, triggers: {}, ...(partition ? { partition } : {}) };
    return tables[name];
  };
  for (const row of columns.rows) table(row.table).columns[row.name] = row.clause;
  for (const row of constraints.rows) table(row.table).constraints[row.name] = row.definition;
  for (const row of indices.rows) table(row.table).indices[row.name] = row.definition;
  for (const row of triggers.rows) table(row.table).triggers[row.name] = row.definition;
  return { tables, functions: Object.fromEntries(functions.rows.map((row) => [row.name, row.definition])) };
}
