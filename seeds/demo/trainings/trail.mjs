import { entered } from '../trail.mjs';

const quoted = (value) => `'${JSON.stringify(value).replaceAll("'", "''")}'`;

/** What is computed, or follows other records, is no part of an entry. */
const derived = {
  trainings:
    'first_session_at last_session_at sessions_count seats_taken waiting_count enrolment_revenue cancellation_revenue revenue trainer_cost margin open_blocking open_items missing_participants',
  training_sessions: 'brand_id confirmed_trainers recorded_count',
  trainer_assignments: 'training_id brand_id starts_at ends_at cost',
  enrolments: 'participant brand_id attended_units language first_session_at delivered_on feedback_asked',
  certificates: 'training_id brand_id contact_id language',
  resource_bookings: '',
};
/** Where records begin that have moved on to another state. */
const begun = { trainer_assignments: 'option', enrolments: 'enrolled', certificates: 'valid' };

/** The trail of the trainings: what was entered, and each step of a training with its day. */
export async function trail(seeder, made) {
  for (const [table, omitted] of Object.entries(derived)) {
    const first = table === 'trainings' ? 'lead' : begun[table];
    const extra = first ? ` || CASE WHEN t.version > 1 THEN '{"status": "${first}"}'::jsonb ELSE '{}' END` : '';
    await seeder.execute(entered(table, omitted.split(' ').filter(Boolean), extra));
  }
  for (const [table, first] of Object.entries(begun))
    await seeder.execute(`INSERT INTO audit_entries (id, created_at, created_by, resource, record_id, record_version, operation, before, after)
      SELECT gen_random_uuid(), updated_at, coalesce(updated_by, created_by), '${table}', id, 2, 'transition', '{"status": "${first}"}', jsonb_build_object('status', status)
      FROM ${table} WHERE version = 2`);
  const steps = made.flatMap(({ row, steps }) =>
    Object.entries(steps)
      .map(([state, at]) => ({ state, at }))
      .flatMap(({ state, at }, i, all) =>
        i === 0
          ? []
          : [
              {
                at,
                by: row.owner_id,
                id: row.id,
                version: i + 1,
                before: { status: all[i - 1].state },
                after: { status: state },
              },
            ],
      ),
  );
  await seeder.execute(`INSERT INTO audit_entries (id, created_at, created_by, resource, record_id, record_version, operation, before, after)
    SELECT gen_random_uuid(), x.at, x.by, 'trainings', x.id, x.version, 'transition', x.before, x.after
    FROM jsonb_to_recordset(${quoted(steps)}) AS x(at timestamptz, by uuid, id uuid, version int, before jsonb, after jsonb)`);
}
