import { runMigrations } from 'graphile-worker';
import type pg from 'pg';

/** Lets the application's identity work with the queue. Its tables are closed to all but their owner by row level security. */
const queueGrants = `
GRANT USAGE ON SCHEMA graphile_worker TO kontor_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO kontor_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO kontor_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO kontor_app;
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relrowsecurity
    AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'kontor_app') LOOP
    EXECUTE format('CREATE POLICY kontor_app ON graphile_worker.%I TO kontor_app USING (true) WITH CHECK (true)', t.relname);
  END LOOP;
END $$;
`;

/** Brings the schema of the queue to what the library needs, as the owner, and opens it to the application. */
export async function installQueue(ownerUrl: string, owner: pg.Client): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, maxPoolSize: 1 });
  const { rows } = await owner.query("SELECT 1 FROM pg_roles WHERE rolname = 'kontor_app'");
  if (rows.length) await owner.query(queueGrants);
}
