import { inZone } from '@kontor/shared';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';

let kontor: TestKontor;
let north: string;
let south: string;
let mia: Awaited<ReturnType<TestKontor['as']>>;

const post = async (path: string, body: object, as: (...args: any[]) => any = mia) => {
  const answer = await as('POST', path, body);
  if (answer.status >= 300) throw new Error(`${path} ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const inDays = (days: number) => inZone(new Date(Date.now() + days * 86_400_000), 'Europe/Berlin').date;
const base = { name: 'Regel', resource: 'tasks', trigger: 'date', date_field: 'due_on' };
const notify = { kind: 'notification', recipient: 'assignee_id', text: 'Bitte kümmern' };
const refused = async (more: object, as = mia) => {
  const answer = await as('POST', '/automation_rules', { ...base, ...more });
  expect([answer.status, answer.body.code]).toEqual([422, 'invalid']);
  return answer.body.errors;
};

beforeAll(async () => {
  kontor = await startTestKontor();
  const company = (await post('/companies', { name: 'Firma' }, kontor.admin)).id;
  north = (await post('/brands', { name: 'Nord', company_id: company }, kontor.admin)).id;
  south = (await post('/brands', { name: 'Süd', company_id: company }, kontor.admin)).id;
  mia = await kontor.as(['backoffice'], { brand_ids: [north] });
});
beforeEach(() => kontor.owner.query('DELETE FROM automation_rules; DELETE FROM tasks; DELETE FROM email_templates'));
afterAll(() => kontor.stop());

test('what is wrong is told at its field', async () => {
  expect(await refused({ resource: 'tusks' })).toEqual({
    resource: 'Dafür gibt es keine Regeln, oder Sie dürfen es nicht sehen.',
  });
  // not of the house itself, nor of what one may not see
  for (const resource of ['audit_entries', 'jobs', 'addresses', 'email_accounts'])
    expect(Object.keys(await refused({ resource }))).toEqual(['resource']);
  expect((await refused({ date_field: 'name' })).date_field).toMatch(
    /^Das ist hier kein Datum. .*Fällig am, Angelegt am/,
  );
  expect((await refused({ trigger: 'transition', to_state: 'erledigt' })).to_state).toMatch(/Offen, In Arbeit, Wartet/);
  expect(await refused({ resource: 'customers', date_field: 'created_at', trigger: 'transition' })).toEqual({
    trigger: 'Hier gibt es keinen Status mit Schritten.',
  });
  expect(await refused({ filter: { colour: 'red', due_on_gte: 'morgen' } })).toEqual({
    filter: 'Diese Bedingungen gehen hier nicht: colour.',
  });
  expect(await refused({ filter: { due_on_gte: 'morgen' } })).toMatchObject({
    filter: expect.stringContaining('due_on_gte'),
  });
});

test('what is wrong with an action is told in its line', async () => {
  const template = (resource: string) =>
    post('/email_templates', { name: resource, resource, subject: 'x', body: '<p>x</p>' }, kontor.admin);
  const [fits, other] = [await template('tasks'), await template('customers')];
  const [mail, step] = [
    { kind: 'mail', recipient: 'created_by' },
    { kind: 'transition', recipient: 'assignee_id' },
  ];
  const errors = await refused({
    actions: [
      notify,
      { kind: 'notification', text: 'x' },
      { kind: 'task', recipient: 'due_on' },
      { ...mail, template_id: other.id },
      { ...mail, template_id: fits.id },
      mail,
      { ...step, transition: 'explode' },
    ],
  });
  expect(errors.actions).toEqual([
    null,
    {
      recipient: expect.stringMatching(
        /^Bitte wählen Sie, wer gemeint ist\. .*Zuständig.*wer die Regel gespeichert hat/,
      ),
    },
    { recipient: expect.any(String), text: 'Bitte ausfüllen.' },
    { template_id: 'Diese Vorlage ist für etwas anderes gedacht.' },
    null,
    { template_id: 'Bitte ausfüllen.' },
    { transition: expect.stringContaining('Beginnen, Zurückstellen, Erledigen') },
  ]);
  const saved = await post('/automation_rules', { ...base, active: true, actions: [notify] });
  // one line of those that are there
  const line = { id: saved.actions[0].id, recipient: 'nobody' };
  const late = await mia('PUT', `/automation_rules/${saved.id}`, { version: 1, actions: [line] });
  expect([late.status, Object.keys(late.body.errors.actions[0])]).toEqual([422, ['recipient']]);
  // what many get at once is checked for each
  const bulk = await mia('PUT', `/automation_rules?filter={"id":["${saved.id}"]}`, { resource: 'customers' });
  expect([bulk.status, Object.keys(bulk.body.errors)]).toEqual([422, ['date_field', 'actions']]);
});

test('who may only read makes no rules, and nobody sends mail who may not', async () => {
  const ole = await kontor.as(['employee'], { brand_ids: [north] });
  expect((await ole('POST', '/automation_rules', base)).status).toBe(403);
  const { id } = await post(
    '/roles',
    { name: 'Ohne Post', permissions: [{ pattern: 'automation_rules' }, { pattern: 'tasks' }] },
    kontor.admin,
  );
  const without = await kontor.as([id]);
  const errors = await refused({ actions: [{ kind: 'mail', recipient: 'created_by' }] }, without);
  expect(errors.actions).toEqual([{ kind: 'Das dürfen Sie selbst nicht, also auch Ihre Regel nicht.' }]);
});

test('a rule counts from when it was switched on, or became another one', async () => {
  const { id } = await post('/automation_rules', { ...base, actions: [notify] });
  const change = async (values: object) => {
    const { version } = (await mia('GET', `/automation_rules/${id}`)).body;
    return (await mia('PUT', `/automation_rules/${id}`, { version, ...values })).body.armed_at;
  };
  expect((await mia('GET', `/automation_rules/${id}`)).body.armed_at).toBeNull();
  const first = await change({ active: true });
  expect(Date.parse(first)).toBeGreaterThan(Date.now() - 10_000);
  expect(await change({ name: 'Umbenannt', at_time: '09:00' })).toBe(first);
  const second = await change({ direction: 'before', amount: 2 });
  expect(second > first).toBe(true);
  expect(await change({ active: false })).toBeNull();
});

test('the preview tells which records, when and what, as far as who asks may see them, and writes nothing', async () => {
  const task = (name: string, due_on: string, brand_id: string, more = {}) =>
    post('/tasks', { name, due_on, brand_id, assignee_id: mia.id, ...more }, kontor.admin);
  await task('in fünf Tagen', inDays(5), north);
  await task('in zwei Tagen', inDays(2), north);
  await task('erledigt', inDays(6), north, { priority: 'low' });
  await task('Süd', inDays(7), south);
  await task('war gestern', inDays(-1), north);
  await task('in einem Jahr', inDays(365), north);
  const rule = { ...base, direction: 'before', amount: 1, at_time: '08:00', filter: { priority: 'normal' } };
  const { id } = await post('/automation_rules', { ...rule, actions: [notify] }, kontor.admin);
  const preview = async (as = mia, body: object = {}) => {
    const answer = await as('POST', `/automation_rules/${id}/actions/preview`, body);
    return answer.status === 200 ? answer.body.preview : answer;
  };
  const seen = await preview();
  expect([seen.days, seen.count, seen.not_met]).toEqual([30, 2, 1]);
  expect(seen.rows.map((row: any) => [row.title, inZone(new Date(row.due_at), 'Europe/Berlin')])).toEqual([
    ['in zwei Tagen', { date: inDays(1), time: '08:00' }],
    ['in fünf Tagen', { date: inDays(4), time: '08:00' }],
  ]);
  expect(seen.rows[0].actions).toEqual([{ kind: 'notification', what: 'Bitte kümmern', to: ['Test backoffice'] }]);
  expect((await preview(kontor.admin)).rows.map((row: any) => row.title)).toContain('Süd');
  // as it is being typed
  const typed = await preview(mia, { rule: { direction: 'on', filter: { priority: 'low' } } });
  expect(typed.rows.map((row: any) => row.title)).toEqual(['erledigt']);
  const wrong = await preview(mia, { rule: { date_field: 'name' } });
  expect([wrong.status, Object.keys(wrong.body.errors)]).toEqual([422, ['date_field']]);
  const [ended] = (await mia('GET', '/tasks?filter={"name":"in einem Jahr"}')).body;
  await mia('POST', `/tasks/${ended.id}/actions/cancel`, {});
  const steps = await preview(mia, { rule: { trigger: 'transition', to_state: 'done' } });
  // from "cancelled" no step leads there
  expect([steps.days, steps.count, steps.rows[0].due_at]).toEqual([null, 3, null]);
  for (const table of ['automation_runs', 'email_messages'])
    expect((await kontor.owner.query(`SELECT 1 FROM ${table}`)).rows).toEqual([]);
  expect((await kontor.owner.query("SELECT 1 FROM notifications WHERE kind = 'rule'")).rows).toEqual([]);
  const version = (await kontor.owner.query('SELECT version, owner_id FROM automation_rules')).rows;
  expect(version).toEqual([{ version: 1, owner_id: kontor.admin.id }]);
  const auditor = await kontor.as(['auditor']);
  expect((await preview(auditor)).status).toBe(403);
});

test('a rule that was never saved is previewed as it would be saved, and nothing is written', async () => {
  const task = (name: string, due_on: string, brand_id: string) =>
    post('/tasks', { name, due_on, brand_id, assignee_id: mia.id }, kontor.admin);
  await task('in zwei Tagen', inDays(2), north);
  await task('Süd', inDays(2), south);
  const ask = (rule: unknown, as = mia) => as('POST', '/automation_rules/preview', { rule });
  const draft = { ...base, direction: 'before', amount: 1, at_time: '08:00', active: true, actions: [notify] };
  const { status, body } = await ask(draft);
  expect([status, body.preview.count, body.preview.rows.map((row: any) => row.title)]).toEqual([
    200,
    1,
    ['in zwei Tagen'],
  ]);
  expect(body.preview.rows[0].actions).toEqual([
    { kind: 'notification', what: 'Bitte kümmern', to: ['Test backoffice'] },
  ]);
  // the same as of the rule, once that is saved
  const { id } = await post('/automation_rules', { ...draft, active: false });
  expect((await mia('POST', `/automation_rules/${id}/actions/preview`, {})).body.preview).toEqual(body.preview);
  await kontor.owner.query('DELETE FROM automation_rules');
  const wrong = await ask({ ...draft, date_field: 'name', actions: [{ ...notify, recipient: null }] });
  expect([wrong.status, Object.keys(wrong.body.errors)]).toEqual([422, ['date_field', 'actions']]);
  expect(Object.keys((await ask({ ...draft, name: '' })).body.errors)).toEqual(['name']);
  for (const bad of [undefined, null, 'x', [], 5]) expect((await ask(bad)).status).toBe(422);
  expect((await ask(draft, await kontor.as(['employee'], { brand_ids: [north] }))).status).toBe(403);
  for (const table of ['automation_rules', 'automation_actions', 'automation_runs'])
    expect((await kontor.owner.query(`SELECT 1 FROM ${table}`)).rows).toEqual([]);
});
