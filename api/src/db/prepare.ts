import pg from 'pg';

/** Makes database, extensions and the application's identity where they are missing. Needs the owner of the server. */
export async function prepareDatabase(ownerUrl: string): Promise<void> {
  const url = new URL(ownerUrl.replace('@/', '@localhost/'));
  const database = decodeURIComponent(url.pathname.slice(1));
  const admin = new pg.Client({ connectionString: ownerUrl.replace(`/${database}?`, '/postgres?') });
  await admin.connect();
  try {
    const { rows } = await admin.query(
      "SELECT (SELECT count(*) FROM pg_database WHERE datname = $1)::int AS base, (SELECT count(*) FROM pg_roles WHERE rolname = 'kontor_app')::int AS role",
      [database],
    );
    if (!rows[0].role) await admin.query('CREATE ROLE kontor_app LOGIN');
    if (!rows[0].base) await admin.query(`CREATE DATABASE "${database}" TEMPLATE template0 ENCODING 'UTF8'`);
  } finally {
    await admin.end();
  }
}

/**
 * What the application's identity may do: work with rows, never with the schema, never change the audit trail, neither in
 * the table nor in its parts. Seals it reads only; what makes them, and what erases content, are functions of the owner.
 */
export const grants = `
GRANT USAGE ON SCHEMA public TO kontor_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO kontor_app;
GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO kontor_app;
REVOKE ALL ON audit_entries FROM kontor_app;
GRANT SELECT, INSERT ON audit_entries TO kontor_app;
DO $$
DECLARE part regclass; f regprocedure;
BEGIN
  IF to_regclass('public.audit_seals') IS NOT NULL THEN
    REVOKE ALL ON audit_seals FROM kontor_app;
    GRANT SELECT ON audit_seals TO kontor_app;
  END IF;
  FOR part IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'audit_entries'::regclass LOOP
    EXECUTE format('REVOKE ALL ON %s FROM kontor_app', part);
  END LOOP;
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO kontor_app', f);
  END LOOP;
END $$;
`;
