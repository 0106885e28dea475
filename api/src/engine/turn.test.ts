import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { TrainingRecords } from '../testing/trainings.ts';
import type { Row } from './context.ts';

/** Who changes what belongs to a training waits for it before it holds its own row: nobody is met who came the other way. */

let kontor: TestKontor;
let make: TrainingRecords;
let other: pg.Client;
let session: Row;
let elsewhere: Row;
let assignment: Row;
let item: Row;
let trainer: Row;

beforeAll(async () => {
  kontor = await startTestKontor();
  make = new TrainingRecords(kontor);
  other = new pg.Client({ connectionString: kontor.ownerUrl });
  await other.connect();
  const brand = (await make.create('brands')).id;
  const training = await make.post('trainings', { name: 'Eins', brand_id: brand });
  session = await make.session(training.id, '2031-09-01');
  elsewhere = await make.session((await make.post('trainings', { name: 'Zwei', brand_id: brand })).id, '2031-09-02');
  trainer = await make.post('trainers', { name: 'Petra' });
  assignment = await make.post('trainer_assignments', { session_id: session.id, trainer_id: trainer.id });
  const list = await make.post('checklists', {
    name: 'Liste',
    subject_resource: 'trainings',
    subject_id: training.id,
  });
  item = await make.post('checklist_items', { name: 'Raum', checklist_id: list.id });
});
afterAll(async () => {
  await other.end();
  await kontor.stop();
});

/** Does a change wait for the training without holding the row? Then whoever has the training can have the row as well. */
async function waits(training: string, [table, id]: [string, string], change: () => Promise<{ status: number }>) {
  await other.query('BEGIN');
  await other.query('SELECT 1 FROM trainings WHERE id = $1 FOR NO KEY UPDATE', [training]);
  const answer = change();
  await expect
    .poll(
      async () =>
        (
          await kontor.owner.query(
            "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
          )
        ).rows[0].n,
      { timeout: 30_000, interval: 20 },
    )
    .toBe(1);
  const held = other.query(`SELECT 1 FROM ${table} WHERE id = $1 FOR NO KEY UPDATE NOWAIT`, [id]);
  await expect(held).resolves.toMatchObject({ rowCount: 1 });
  await other.query('COMMIT');
  const { status } = await answer;
  expect([200, 201]).toContain(status);
}
const change =
  (resource: string, { id }: Row, values: object) =>
  async () => {
    const { version } = await make.read(resource, id);
    return kontor.admin('PATCH', `/${resource}/${id}`, { version, ...values });
  };
const filter = ({ id }: Row) => encodeURIComponent(JSON.stringify({ id }));

test('an assignment: changed, many at once, by a step, made anew, moved into the training, deleted', async () => {
  const row: [string, string] = ['trainer_assignments', assignment.id];
  const { training_id: one } = session;
  await waits(one, row, change('trainer_assignments', assignment, { part: 'assistant' }));
  await waits(one, row, () =>
    kontor.admin('PUT', `/trainer_assignments?filter=${filter(assignment)}`, { reason: 'Viele' }),
  );
  await waits(one, row, () => make.act('trainer_assignments', assignment.id, 'confirm'));
  const second = await make.post('trainers', { name: 'Jan' });
  const wish = { session_id: session.id, trainer_id: second.id };
  await waits(one, ['training_sessions', session.id], () => kontor.admin('POST', '/trainer_assignments', wish));
  const third = await make.post('trainer_assignments', { session_id: elsewhere.id, trainer_id: trainer.id });
  await make.go('trainer_assignments', assignment.id, 'release');
  const [{ id }] = (await make.list('trainer_assignments', { trainer_id: second.id })) as [Row];
  await waits(one, ['trainer_assignments', id], () => kontor.admin('DELETE', `/trainer_assignments/${id}`));
  await kontor.admin('DELETE', `/trainer_assignments/${assignment.id}`);
  await waits(one, ['trainer_assignments', third.id], change('trainer_assignments', third, { session_id: session.id }));
});

test('a session, and an item of its checklist', async () => {
  const { training_id: training } = session;
  await waits(training, ['training_sessions', session.id], change('training_sessions', session, { units: 3 }));
  await waits(training, ['checklist_items', item.id], change('checklist_items', item, { done: true }));
});
