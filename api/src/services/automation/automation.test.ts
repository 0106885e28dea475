import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { inZone } from '@kontor/shared';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { startWorker } from '../jobs/worker.ts';
import { runRules } from './dates.ts';
import { runStep } from './steps.ts';

let kontor: TestKontor;
let north: string;
let south: string;
type Someone = Awaited<ReturnType<TestKontor['as']>>;
let mia: Someone;
let ole: Someone;

const post = async (path: string, body: object, as: (...args: any[]) => any = mia) => {
  const answer = await as('POST', path, body);
  if (answer.status >= 300) throw new Error(`${path} ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const rows = async (text: string, values: unknown[] = []) => (await kontor.owner.query(text, values)).rows;
const inDays = (days: number) => inZone(new Date(Date.now() + days * 86_400_000), 'Europe/Berlin').date;
const notify = { kind: 'notification', recipient: 'assignee_id', text: 'Bitte kümmern' };
const rule = (more: object = {}, as = mia) =>
  post(
    '/automation_rules',
    {
      name: 'Regel',
      active: true,
      resource: 'tasks',
      trigger: 'date',
      date_field: 'due_on',
      at_time: '00:00',
      actions: [notify],
      ...more,
    },
    as,
  );
/** As if the rule had been there for so many days. */
const armed = (days = 30) =>
  kontor.owner.query(`UPDATE automation_rules SET armed_at = now() - interval '${days} days' WHERE active`);
const task = (name: string, more: object = {}) =>
  post('/tasks', { name, due_on: inDays(0), assignee_id: ole.id, brand_id: north, ...more });
/** Tasks without anybody who looks after them. */
const nobodys = async (...names: string[]) => {
  for (const name of names) await task(name);
  await kontor.owner.query('UPDATE tasks SET assignee_id = NULL WHERE name = ANY($1)', [names]);
};
const runs = () =>
  rows(
    'SELECT t.name, r.state, r.reason FROM automation_runs r JOIN tasks t ON t.id = r.subject_id ORDER BY t.name, r.created_at',
  );
const told = () =>
  rows(
    "SELECT t.name, n.text, n.user_id FROM notifications n JOIN tasks t ON t.id = n.subject_id WHERE n.kind = 'rule' ORDER BY 1",
  );
const engine = () => kontor.running.engine;

beforeAll(async () => {
  kontor = await startTestKontor();
  const company = (await post('/companies', { name: 'Firma' }, kontor.admin)).id;
  north = (await post('/brands', { name: 'Nord', company_id: company }, kontor.admin)).id;
  south = (await post('/brands', { name: 'Süd', company_id: company }, kontor.admin)).id;
  mia = await kontor.as(['backoffice'], { brand_ids: [north] });
  ole = await kontor.as(['employee'], { brand_ids: [north] });
});
beforeEach(async () => {
  await kontor.owner.query(
    'DELETE FROM notifications; DELETE FROM email_messages; DELETE FROM tasks; DELETE FROM automation_rules; DELETE FROM email_templates',
  );
});
afterAll(() => kontor.stop());

test('a date is reached: once, however many workers look, and again on another date', async () => {
  await rule();
  await armed();
  const due = await task('heute');
  await task('übermorgen', { due_on: inDays(2) });
  await task('ohne', { due_on: null });
  const fired = await Promise.all(Array.from({ length: 6 }, () => runRules(engine())));
  expect(fired.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await told()).toEqual([{ name: 'heute', text: 'Bitte kümmern', user_id: ole.id }]);
  expect(await runs()).toEqual([{ name: 'heute', state: 'fired', reason: 'Benachrichtigt: Bitte kümmern.' }]);
  expect(await runRules(engine())).toBe(0);
  await mia('PUT', `/tasks/${due.id}`, { version: 1, due_on: inDays(-1) });
  expect(await runRules(engine())).toBe(1);
  expect((await runs()).length).toBe(2);
});

test('many records, two workers: each is told once', async () => {
  await rule({ actions: [{ kind: 'task', recipient: 'assignee_id', text: 'Nachfassen', due_in: 3 }] });
  await armed();
  for (let n = 0; n < 30; n++) await task(`a${n}`);
  const fired = await Promise.all([runRules(engine()), runRules(engine())]);
  expect(fired[0]! + fired[1]!).toBe(30);
  expect(await rows("SELECT count(*)::int FROM tasks WHERE name = 'Nachfassen'")).toEqual([{ count: 30 }]);
  // those that a rule has made, it leaves alone: else it would go on for ever
  expect(await runRules(engine(), new Date(Date.now() + 4 * 86_400_000))).toBe(0);
});

test('days and hours before and after, by the clock of the company', async () => {
  const at = (text: string) => new Date(text);
  const fires = async (more: object, due: object, before: string, then: string, created?: string) => {
    await kontor.owner.query('DELETE FROM automation_rules; DELETE FROM tasks');
    await rule(more);
    await kontor.owner.query("UPDATE automation_rules SET armed_at = '2026-01-01'");
    await task('x', due);
    if (created) await kontor.owner.query('UPDATE tasks SET created_at = $1', [created]);
    return [await runRules(engine(), at(before)), await runRules(engine(), at(then))];
  };
  const three = { direction: 'before', amount: 3, at_time: '08:00' };
  // the clocks change on 29 March: eight is eight
  expect(await fires(three, { due_on: '2026-03-31' }, '2026-03-28T06:59:00Z', '2026-03-28T07:00:00Z')).toEqual([0, 1]);
  expect(await fires(three, { due_on: '2026-04-02' }, '2026-03-30T05:59:00Z', '2026-03-30T06:00:00Z')).toEqual([0, 1]);
  const after = { direction: 'after', amount: 2, unit: 'hours', at_time: '12:00' };
  expect(await fires(after, { due_on: '2026-07-01' }, '2026-07-01T11:59:00Z', '2026-07-01T12:00:00Z')).toEqual([0, 1]);
  // an amount that "exactly then" does not ask for counts nothing
  const on = { direction: 'on', amount: 9, at_time: '00:00' };
  expect(await fires(on, { due_on: '2026-07-01' }, '2026-06-30T21:59:00Z', '2026-06-30T22:00:00Z')).toEqual([0, 1]);
  const made = { date_field: 'created_at', direction: 'after', amount: 7, unit: 'days' };
  // made before the clocks change, and a week later by the clock: an hour less
  expect(await fires(made, {}, '2026-03-30T11:59:00Z', '2026-03-30T12:00:00Z', '2026-03-23T13:00:00Z')).toEqual([0, 1]);
});

test('what nobody was there for is made up for within a week, what was before the rule is not', async () => {
  await rule();
  await task('vor drei Tagen', { due_on: inDays(-3) });
  await task('vor zehn Tagen', { due_on: inDays(-10) });
  expect(await runRules(engine())).toBe(0);
  await armed();
  expect(await runRules(engine())).toBe(1);
  expect(await told()).toMatchObject([{ name: 'vor drei Tagen' }]);
});

test('conditions in the language of lists; those that do not apply stand in the log', async () => {
  await rule({ filter: { priority: ['high', 'urgent'], 'assignee_id.name_ilike': '%employee%' } });
  await armed();
  await task('dringend', { priority: 'urgent' });
  await task('normal');
  expect(await runRules(engine())).toBe(1);
  expect(await runs()).toEqual([
    { name: 'dringend', state: 'fired', reason: 'Benachrichtigt: Bitte kümmern.' },
    { name: 'normal', state: 'skipped', reason: 'Die Bedingungen trafen nicht zu.' },
  ]);
});

test('a rule acts on what its owner may read, and whoever saves it takes it over', async () => {
  const { id } = await rule();
  await armed();
  await task('Nord');
  await post('/tasks', { name: 'Süd', due_on: inDays(0), assignee_id: ole.id, brand_id: south }, kontor.admin);
  await runRules(engine());
  expect(await runs()).toMatchObject([{ name: 'Nord', state: 'fired' }]);
  // a field of the record that the owner may not set: sent or not, the owner is who saves
  expect((await mia('PUT', `/automation_rules/${id}`, { version: 1, owner_id: kontor.admin.id })).status).toBe(422);
  await kontor.admin('PUT', `/automation_rules/${id}`, { version: 1, name: 'Regel für alle' });
  expect(await rows('SELECT owner_id FROM automation_rules')).toEqual([{ owner_id: kontor.admin.id }]);
  await runRules(engine());
  expect(await runs()).toMatchObject([{ name: 'Nord' }, { name: 'Süd', state: 'fired' }]);
  // of a record that one may not see, one sees no run either
  const seen = (await mia('GET', '/automation_runs')).body as { subject_id: string }[];
  expect(seen.length).toBe(1);
});

test('a rule whose owner has left switches itself off and becomes a task', async () => {
  const eva = await kontor.as(['backoffice'], { brand_ids: [north] });
  const { id } = await rule({ name: 'Evas Regel' }, eva);
  await armed();
  await task('heute');
  await kontor.owner.query('UPDATE users SET active = false WHERE id = $1', [eva.id]);
  expect(await runRules(engine())).toBe(0);
  const { body } = await mia('GET', `/automation_rules/${id}`);
  expect([body.active, body.problem]).toEqual([false, expect.stringContaining('darf sich nicht mehr anmelden')]);
  expect(await rows('SELECT name, assignee_id FROM tasks WHERE subject_id = $1', [id])).toEqual([
    { name: 'Regel ausgeschaltet: Evas Regel', assignee_id: null },
  ]);
  await mia('PUT', `/automation_rules/${id}`, { version: body.version, active: true });
  await armed();
  expect(await runRules(engine())).toBe(1);
});

test('mail from a template, in the brand of the record; what fails becomes one task of the owner', async () => {
  const template = await post(
    '/email_templates',
    { name: 'Fällig', resource: 'tasks', subject: 'Fällig: {{ task.name }}', body: '<p>{{ user.name }}</p>' },
    kontor.admin,
  );
  const { id } = await rule({
    actions: [{ kind: 'mail', recipient: 'assignee_id', template_id: template.id }, notify],
  });
  await armed();
  await task('Zelt');
  await nobodys('niemand', 'auch niemand');
  expect(await runRules(engine())).toBe(1);
  expect(await rows('SELECT subject, "to", brand_id, created_by FROM email_messages')).toEqual([
    { subject: 'Fällig: Zelt', to: `${ole.id}@example.de`, brand_id: north, created_by: mia.id },
  ]);
  expect(await runs()).toEqual([
    { name: 'auch niemand', state: 'failed', reason: '„Zuständig“ ist leer oder nicht zu sehen.' },
    { name: 'niemand', state: 'failed', reason: '„Zuständig“ ist leer oder nicht zu sehen.' },
    { name: 'Zelt', state: 'fired', reason: 'E-Mail nach der Vorlage „Fällig“; Benachrichtigt: Bitte kümmern.' },
  ]);
  expect(await rows('SELECT name, assignee_id FROM tasks WHERE subject_id = $1', [id])).toEqual([
    { name: 'Regel gescheitert: Regel', assignee_id: mia.id },
  ]);
});

test('what fails leaves nothing of what came before it', async () => {
  await rule({
    actions: [
      { kind: 'task', recipient: 'created_by', text: 'Zuerst' },
      { kind: 'notification', recipient: 'assignee_id', text: 'dann' },
    ],
  });
  await armed();
  await nobodys('niemand');
  expect(await runRules(engine())).toBe(0);
  expect(await rows("SELECT 1 FROM tasks WHERE name = 'Zuerst'")).toEqual([]);
  expect(await runs()).toMatchObject([{ name: 'niemand', state: 'failed' }]);
});

test('a role is told, as far as its people see the record', async () => {
  const [role] = await rows("SELECT id FROM roles WHERE key = 'employee'");
  const nele = await kontor.as(['employee'], { brand_ids: [south] });
  await rule({ actions: [{ kind: 'notification', role_id: role.id, text: 'Bitte ansehen' }] }, kontor.admin);
  await armed();
  await task('Zelt');
  expect(await runRules(engine())).toBe(1);
  const own = async (who: Someone) =>
    ((await who('GET', `/notifications?filter={"user_id":"${who.id}","kind":"rule"}`)).body as { text: string }[]).map(
      ({ text }) => text,
    );
  expect([await own(ole), await own(nele)]).toEqual([['Bitte ansehen'], []]);
});

test('a rule in the trash does nothing; taken out again it makes up for that', async () => {
  const { id } = await rule();
  const step = await rule({ trigger: 'transition', to_state: 'done' });
  await armed();
  const due = await task('heute');
  const early = await task('früh', { due_on: null });
  await mia('POST', `/tasks/${early.id}/actions/complete`, {});
  const preview = await post(`/automation_rules/${id}/actions/preview`, {});
  expect(preview.preview.count).toBe(1);
  for (const one of [id, step.id]) await mia('DELETE', `/automation_rules/${one}`);
  const [{ id: run }] = await rows('SELECT id FROM automation_runs');
  await runStep(engine(), run);
  expect(await runs()).toEqual([{ name: 'früh', state: 'skipped', reason: 'Die Regel war inzwischen ausgeschaltet.' }]);
  await kontor.owner.query('DELETE FROM automation_runs');
  await mia('POST', `/tasks/${due.id}/actions/complete`, {});
  expect([await runRules(engine()), await runs()]).toEqual([0, []]);
  expect((await mia('POST', `/automation_rules/${id}/restore`, {})).status).toBe(200);
  expect(await runRules(engine())).toBe(1);
  // what is done is not foretold any more
  expect((await post(`/automation_rules/${id}/actions/preview`, {})).preview.count).toBe(0);
});

test('a step of the workflow: noted with it, done once by two workers, gone when it is taken back', async () => {
  await rule({
    trigger: 'transition',
    from_state: 'open',
    to_state: 'in_progress',
    actions: [{ kind: 'transition', recipient: 'assignee_id', transition: 'complete' }],
  });
  const [one, two] = [await task('Zelt'), await task('Boot')];
  await mia('POST', `/tasks/${one.id}/actions/start?dry_run=true`, {});
  expect(await runs()).toEqual([]);
  await mia('POST', `/tasks/${one.id}/actions/start`, {});
  await mia('POST', `/tasks/${two.id}/actions/wait`, {});
  await mia('POST', `/tasks/${two.id}/actions/start`, {}); // not from the status that was asked for
  expect(await runs()).toMatchObject([{ name: 'Zelt', state: 'pending' }]);
  const [{ id }] = await rows('SELECT id FROM automation_runs');
  await Promise.all(Array.from({ length: 4 }, () => runStep(engine(), id)));
  expect(await told()).toEqual([{ name: 'Zelt', text: 'Vorschlag: „Erledigen“', user_id: ole.id }]);
  expect(await runs()).toEqual([{ name: 'Zelt', state: 'fired', reason: 'Schritt „Erledigen“ vorgeschlagen.' }]);
  // the same way once more is another step
  await mia('POST', `/tasks/${one.id}/actions/reopen`, {});
  await mia('POST', `/tasks/${one.id}/actions/start`, {});
  expect((await runs()).length).toBe(2);
});

test('a step on what the owner may not see is left alone', async () => {
  await rule({ trigger: 'transition', to_state: 'done' });
  const hidden = await post('/tasks', { name: 'Süd', assignee_id: ole.id, brand_id: south }, kontor.admin);
  await kontor.admin('POST', `/tasks/${hidden.id}/actions/complete`, {});
  const [{ id }] = await rows('SELECT id FROM automation_runs');
  await runStep(engine(), id);
  expect(await runs()).toMatchObject([
    { state: 'skipped', reason: expect.stringContaining('darf diesen Datensatz nicht sehen') },
  ]);
  expect(await told()).toEqual([]);
});

test('the workers of the house do it, and one that is killed in the middle leaves nothing undone or done twice', async () => {
  await rule({
    trigger: 'transition',
    to_state: 'done',
    actions: [{ kind: 'task', recipient: 'created_by', text: 'Nachfassen' }],
  });
  const slow = await task('Zelt');
  // holds the worker in the middle of its work: it has the row of the log, and waits for the table
  await kontor.owner.query('BEGIN; LOCK TABLE automation_runs_task_ids IN EXCLUSIVE MODE');
  await mia('POST', `/tasks/${slow.id}/actions/complete`, {});
  const child = spawn(
    process.execPath,
    ['--conditions=development', '--import', 'tsx', join(import.meta.dirname, '../../cli/worker.ts')],
    {
      env: {
        ...process.env,
        DATABASE_URL: kontor.running.databases.url,
        KONTOR_HOME: kontor.home,
        LOG_LEVEL: 'silent',
      },
    },
  );
  const waiting = async () =>
    (await rows("SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'automation_runs_task_ids'::regclass")).length;
  await expect.poll(waiting, { timeout: 120_000, interval: 50 }).toBe(1);
  child.kill('SIGKILL');
  await kontor.owner.query('COMMIT');
  // what the dead one had written goes when the database notices
  await expect
    .poll(
      async () => (await rows("SELECT 1 FROM pg_locks WHERE relation = 'automation_runs_task_ids'::regclass")).length,
    )
    .toBe(0);
  expect(await runs()).toMatchObject([{ state: 'pending' }]);
  expect(await rows("SELECT 1 FROM tasks WHERE name = 'Nachfassen'")).toEqual([]);
  // what the dead one held in the queue would be free after four hours; it is looked for sooner
  await kontor.owner.query("UPDATE automation_runs SET created_at = now() - interval '11 minutes'");
  const work = () =>
    startWorker({
      engine: engine(),
      logger: pino({ level: 'silent' }),
      url: kontor.running.databases.url,
      folder: `${kontor.home}/results`,
    });
  const stops = await Promise.all([work(), work()]);
  await Promise.all([runRules(engine()), runRules(engine())]);
  await expect.poll(async () => (await runs())[0]?.state, { timeout: 120_000 }).toBe('fired');
  expect(await rows("SELECT count(*)::int FROM tasks WHERE name = 'Nachfassen'")).toEqual([{ count: 1 }]);
  // and one that nobody killed goes by the queue alone
  const next = await task('Boot');
  await mia('POST', `/tasks/${next.id}/actions/complete`, {});
  await expect
    .poll(async () => (await runs()).map(({ state }) => state), { timeout: 120_000 })
    .toEqual(['fired', 'fired']);
  for (const stop of stops) await stop();
}, 400_000);
