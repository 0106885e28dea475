import { kontor, users } from './company.mjs';
import { officeTime } from './dates.mjs';
import { jobId, jobTaskId } from './ids.mjs';

const [anna, miriam, , sabine, , katharina] = users;

/** Two lists that somebody has just asked for; with them the workers have something to do when the demo begins. */
const asked = [
  [anna, 'Kunden', { resource: 'customers', format: 'xlsx', filter: { status: 'active' }, sort: ['name', 'ASC'] }],
  [miriam, 'Trainings', { resource: 'trainings', format: 'csv', sort: ['number', 'ASC'] }],
];
const failure = 'Unerwarteter Fehler. Das Protokoll des Servers sagt mehr.';
const failed = 'Anmeldungen exportieren';

/** What was asked for is done by the workers as soon as there are some; one job has failed and is a task now, one was called off. */
export async function jobs(chance, seeder) {
  const now = new Date().toISOString();
  const failedAt = officeTime(chance, -1);
  const cancelledAt = officeTime(chance, -4);
  await seeder.insert('jobs', [
    ...asked.map(([user, title, payload], i) => ({
      id: jobId(i + 1),
      name: `${title} exportieren`,
      kind: 'export',
      state: 'queued',
      progress: 0,
      attempts: 0,
      payload,
      created_at: now,
      created_by: user.id,
      updated_at: now,
      updated_by: user.id,
    })),
    {
      id: jobId(10),
      version: 17,
      name: failed,
      kind: 'export',
      state: 'failed',
      progress: 62,
      progress_text: '2.480 von 4.000',
      attempts: 8,
      error: failure,
      payload: { resource: 'enrolments', format: 'xlsx', sort: ['created_at', 'DESC'] },
      started_at: failedAt,
      finished_at: failedAt,
      created_at: failedAt,
      created_by: katharina.id,
      updated_at: failedAt,
      updated_by: katharina.id,
    },
    {
      id: jobId(11),
      version: 3,
      name: 'Kontakte exportieren',
      kind: 'export',
      state: 'cancelled',
      progress: 18,
      progress_text: '600 von 3.312',
      attempts: 1,
      payload: { resource: 'contacts', format: 'csv', sort: ['last_name', 'ASC'] },
      started_at: cancelledAt,
      finished_at: cancelledAt,
      created_at: cancelledAt,
      created_by: sabine.id,
      updated_at: cancelledAt,
      updated_by: sabine.id,
    },
  ]);
  await seeder.insert('tasks', [
    {
      id: jobTaskId(1),
      name: `Gescheitert: ${failed}`,
      status: 'open',
      priority: 'normal',
      assignee_id: katharina.id,
      description: `<p>Die Hintergrundaufgabe „${failed}“ ist gescheitert: ${failure}</p><p>Unter „Grundlagen“, „Hintergrundaufgaben“ können Sie sie erneut versuchen.</p>`,
      created_at: failedAt,
      created_by: kontor,
      updated_at: failedAt,
    },
  ]);
  // the papers of the last trainings that got certificates, asked for by who looks after them
  await seeder.execute(`INSERT INTO jobs (id, name, kind, state, progress, attempts, payload, created_by, updated_by)
    SELECT gen_random_uuid(), left('Bescheinigungen: ' || x.name, 200), 'certificates', 'queued', 0, 0,
      jsonb_build_object('resource', 'certificates', 'training_id', x.id), '${miriam.id}', '${miriam.id}'
    FROM (SELECT t.id, t.name FROM trainings t JOIN certificates c ON c.training_id = t.id AND c.status = 'valid'
      WHERE t.brand_id IN (${miriam.brand_ids.map((id) => `'${id}'`).join(', ')})
      GROUP BY t.id ORDER BY max(c.issued_on) DESC, t.id LIMIT 2) x`);
  await seeder.queueJobs();
}
