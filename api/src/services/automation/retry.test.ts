import { inZone } from '@kontor/shared';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { runRules } from './dates.ts';
import { runStep } from './steps.ts';

let kontor: TestKontor;
type Someone = Awaited<ReturnType<TestKontor['as']>>;
let mia: Someone;
let ole: Someone;
let north: string;
let rule: string;

const post = async (path: string, body: object, as: (...args: any[]) => any = mia) => {
  const answer = await as('POST', path, body);
  if (answer.status >= 300) throw new Error(`${path} ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const rows = async (text: string) => (await kontor.owner.query(text)).rows;
const runs = () => rows('SELECT id, state, attempts, version, reason FROM automation_runs ORDER BY created_at, id');
const queued = () => rows("SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'automation_run'");
const trouble = () => rows("SELECT status, name FROM tasks WHERE subject_resource = 'automation_rules'");
const assign = (name: string) =>
  kontor.owner.query('UPDATE tasks SET assignee_id = $1 WHERE name = $2', [ole.id, name]);
const retry = (id: string, body: object = {}, as = mia) => as('POST', `/automation_runs/${id}/actions/retry`, body);
/** As a worker does, with everything that waits. */
const work = async () => {
  for (const { id, state } of await runs()) if (state === 'pending') await runStep(kontor.running.engine, id);
  await kontor.owner.query('DELETE FROM graphile_worker._private_jobs');
};

beforeAll(async () => {
  // the queue stands still: what waits is done when the test says so
  kontor = await startTestKontor();
  const company = (await post('/companies', { name: 'Firma' }, kontor.admin)).id;
  north = (await post('/brands', { name: 'Nord', company_id: company }, kontor.admin)).id;
  mia = await kontor.as(['backoffice'], { brand_ids: [north] });
  ole = await kontor.as(['employee'], { brand_ids: [north] });
});
beforeEach(async () => {
  await kontor.owner.query(
    'DELETE FROM notifications; DELETE FROM tasks; DELETE FROM automation_rules; DELETE FROM graphile_worker._private_jobs',
  );
  rule = (
    await post('/automation_rules', {
      name: 'Regel',
      active: true,
      resource: 'tasks',
      trigger: 'date',
      date_field: 'due_on',
      at_time: '00:00',
      actions: [{ kind: 'notification', recipient: 'assignee_id', text: 'Bitte kümmern' }],
    })
  ).id;
  await kontor.owner.query("UPDATE automation_rules SET armed_at = now() - interval '30 days'");
  const { date } = inZone(new Date(), 'Europe/Berlin');
  for (const name of ['eins', 'zwei']) await post('/tasks', { name, due_on: date, brand_id: north });
  await kontor.owner.query('UPDATE tasks SET assignee_id = NULL');
  await runRules(kontor.running.engine);
  expect((await runs()).map(({ state }) => state)).toEqual(['failed', 'failed']);
});
afterAll(() => kontor.stop());

test('what has failed is tried again, and its task is done when nothing of it is left', async () => {
  const [one, two] = await runs();
  expect(await trouble()).toEqual([{ status: 'open', name: 'Regel gescheitert: Regel' }]);
  const name = async (id: string) =>
    (await rows(`SELECT t.name FROM automation_runs r JOIN tasks t ON t.id = r.subject_id WHERE r.id = '${id}'`))[0]
      .name;
  await assign(await name(one.id));
  const answer = await retry(one.id, { version: one.version });
  expect([answer.status, answer.body.state, answer.body.attempts]).toEqual([200, 'pending', 2]);
  await work();
  expect(await runs()).toMatchObject([
    { state: 'fired', attempts: 2, reason: 'Benachrichtigt: Bitte kümmern.' },
    { state: 'failed', attempts: 1 },
  ]);
  // the other one still is trouble, and stays so when it fails once more: no second task
  expect(await trouble()).toMatchObject([{ status: 'open' }]);
  await retry(two.id);
  await work();
  expect((await runs())[1]).toMatchObject({ state: 'failed', attempts: 2 });
  expect(await trouble()).toMatchObject([{ status: 'open' }]);
  await assign(await name(two.id));
  await retry(two.id);
  await work();
  expect((await runs())[1]).toMatchObject({ state: 'fired', attempts: 3 });
  expect(await trouble()).toMatchObject([{ status: 'done' }]);
  expect((await rows("SELECT 1 FROM notifications WHERE kind = 'rule'")).length).toBe(2);
  const trail = (await mia('GET', `/automation_runs/${two.id}/history`)).body;
  expect(trail.length ?? trail.entries?.length).toBeGreaterThan(1);
});

test('two clicks, or two tabs, are one attempt', async () => {
  const [{ id, version }] = await runs();
  const answers = await Promise.all(Array.from({ length: 5 }, () => retry(id, { version })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect([(await runs())[0].attempts, (await queued()).length]).toEqual([2, 1]);
  // the second tab comes when the attempt has failed again: it has not seen that
  await work();
  expect((await runs())[0]).toMatchObject({ state: 'failed', attempts: 2 });
  const late = await retry(id, { version });
  expect([late.status, late.body.state, late.body.attempts]).toEqual([200, 'failed', 2]);
  // what was tried on trial leaves nothing
  const tried = await mia('POST', `/automation_runs/${id}/actions/retry?dry_run=true`, {});
  expect([tried.status, await queued(), (await runs())[0].attempts]).toEqual([200, [], 2]);
});

test('two attempts that end at once close the task together', async () => {
  await kontor.owner.query('UPDATE tasks SET assignee_id = $1 WHERE subject_id IS NULL', [ole.id]);
  const both = await runs();
  for (const { id } of both) await retry(id);
  await Promise.all(both.map(({ id }) => runStep(kontor.running.engine, id)));
  expect((await runs()).map(({ state }) => state)).toEqual(['fired', 'fired']);
  expect(await trouble()).toMatchObject([{ status: 'done' }]);
});

test('for who may change the rule, while it is switched on, and for what has failed', async () => {
  const [{ id }] = await runs();
  expect((await retry(id, {}, ole)).status).toBe(403);
  const { id: role } = await post(
    '/roles',
    { name: 'Läufe', permissions: [{ pattern: '*.read' }, { pattern: 'automation_runs' }] },
    kontor.admin,
  );
  const clerk = await kontor.as([role], { brand_ids: [north] });
  expect((await retry(id, {}, clerk)).status).toBe(403);
  await mia('PUT', `/automation_rules/${rule}`, { version: 1, active: false });
  const off = await retry(id);
  expect([off.status, off.body.code]).toEqual([409, 'rule_off']);
  expect((await runs())[0].attempts).toBe(1);
  await kontor.owner.query("UPDATE automation_runs SET state = 'skipped'");
  expect((await retry(id)).body.code).toBe('transition_refused');
  await kontor.owner.query("UPDATE automation_runs SET state = 'fired'");
  expect((await retry(id)).body.state).toBe('fired');
  expect(await queued()).toEqual([]);
});
