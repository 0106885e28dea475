/** What every record was when it was entered; derived columns and stamps are no part of the trail. */
export const entered = (table, omit, extra = '') =>
  `INSERT INTO audit_entries (id, created_at, created_by, resource, record_id, record_version, operation, before, after)
   SELECT gen_random_uuid(), t.created_at, t.created_by, '${table}', t.id, 1, 'create', NULL,
     jsonb_strip_nulls(to_jsonb(t) - ARRAY['id', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by', 'deleted_at', 'deleted_by', 'search_text'${omit.map((name) => `, '${name}'`).join('')}])${extra}
   FROM ${table} t WHERE t.created_by IS NOT NULL`;

/** The audit trail of the demo: everything was entered by somebody, and tasks have moved on. */
export async function trail(seeder) {
  await seeder.execute(entered('customers', ['contacts_count', 'open_tasks']));
  await seeder.execute(entered('contacts', ['full_name']));
  await seeder.execute(entered('tasks', ['actual'], ` || '{"status": "open"}'`));
  await seeder.execute(entered('notes', []));
  for (const table of [
    'files',
    'documents',
    'document_versions',
    'email_messages',
    'email_accounts',
    'automation_rules',
  ])
    await seeder.execute(entered(table, []));
  await seeder.execute(`INSERT INTO audit_entries (id, created_at, created_by, resource, record_id, record_version, operation, before, after)
    SELECT gen_random_uuid(), updated_at, updated_by, 'tasks', id, 2, 'transition', '{"status": "open"}', jsonb_build_object('status', status)
    FROM tasks WHERE status <> 'open'`);
}
