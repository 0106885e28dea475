import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { runRules } from './dates.ts';

let kontor: TestKontor;
const post = async (path: string, body: object) => {
  const answer = await kontor.admin('POST', path, body);
  if (answer.status >= 300) throw new Error(`${path} ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const rows = async (text: string) => (await kontor.owner.query(text)).rows;
const yearly = (more: object = {}) =>
  post('/automation_rules', {
    name: 'Geburtstag',
    active: true,
    resource: 'contacts',
    trigger: 'date',
    date_field: 'birthday',
    yearly: true,
    at_time: '08:00',
    actions: [{ kind: 'notification', recipient: 'rule_owner', text: 'Gratulieren' }],
    ...more,
  });
const born = (birthday: string) => post('/contacts', { last_name: 'Maier', birthday });
const armedSince = (day: string) => kontor.owner.query('UPDATE automation_rules SET armed_at = $1', [day]);
const runAt = (instant: string) => runRules(kontor.running.engine, new Date(instant));
const occasions = async () =>
  (await rows('SELECT occasion FROM automation_runs ORDER BY due_at')).map(({ occasion }) => occasion);

beforeAll(async () => {
  kontor = await startTestKontor();
});
beforeEach(() => kontor.owner.query('DELETE FROM automation_rules; DELETE FROM contacts'));
afterAll(() => kontor.stop());

test('every year once, at the same time of the clock, however often anybody looks', async () => {
  await yearly();
  await armedSince('2020-01-01');
  await born('1980-07-14');
  expect(await runAt('2026-07-14T05:59:00Z')).toBe(0);
  const fired = await Promise.all(Array.from({ length: 4 }, () => runAt('2026-07-14T06:00:00Z')));
  expect(fired.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await runAt('2026-07-15T06:00:00Z')).toBe(0);
  expect(await runAt('2027-07-14T06:30:00Z')).toBe(1);
  expect(await occasions()).toEqual(['birthday 2026', 'birthday 2027']);
});

test('29 February is the 28th in common years, and itself again in the next leap year', async () => {
  await yearly();
  await armedSince('2020-01-01');
  await born('1996-02-29');
  expect(await runAt('2027-02-28T06:59:00Z')).toBe(0);
  expect(await runAt('2027-02-28T07:00:00Z')).toBe(1);
  expect(await runAt('2028-02-28T12:00:00Z')).toBe(0);
  expect(await runAt('2028-02-29T07:00:00Z')).toBe(1);
  expect(
    await rows(
      "SELECT to_char(due_at AT TIME ZONE 'Europe/Berlin', 'DD.MM.YYYY HH24:MI') AS at FROM automation_runs ORDER BY due_at",
    ),
  ).toEqual([{ at: '28.02.2027 08:00' }, { at: '29.02.2028 08:00' }]);
});

test('what nobody was there for is made up for within a week, once, and not for years gone by', async () => {
  await yearly();
  await armedSince('2020-01-01');
  const { id } = await born('1990-12-30');
  await born('1990-12-20');
  // over the turn of the year
  expect(await runAt('2027-01-03T10:00:00Z')).toBe(1);
  expect(await runAt('2027-01-04T10:00:00Z')).toBe(0);
  // a date that is put right is no second birthday
  await kontor.admin('PUT', `/contacts/${id}`, { version: 1, birthday: '1990-12-31' });
  expect(await runAt('2027-01-04T10:00:00Z')).toBe(0);
  expect(await occasions()).toEqual(['birthday 2026']);
});

test('before and after the date, also over the turn of the year and for years', async () => {
  await yearly({ direction: 'before', amount: 14 });
  await armedSince('2020-01-01');
  await born('1990-01-05');
  expect(await runAt('2026-12-22T06:59:00Z')).toBe(0);
  expect(await runAt('2026-12-22T07:00:00Z')).toBe(1);
  expect(await occasions()).toEqual(['birthday 2027']);
  await kontor.owner.query('DELETE FROM automation_rules');
  await yearly({ direction: 'after', amount: 400 });
  await armedSince('2020-01-01');
  expect(await runAt('2027-02-09T06:59:00Z')).toBe(0);
  expect(await runAt('2027-02-09T07:00:00Z')).toBe(1);
  expect(await occasions()).toEqual(['birthday 2026']);
});

test('a date that is still to come counts first when it is reached, and instants come back as well', async () => {
  await yearly();
  await armedSince('2020-01-01');
  await born('2027-03-01');
  expect(await runAt('2026-03-01T12:00:00Z')).toBe(0);
  expect(await runAt('2027-03-01T12:00:00Z')).toBe(1);
  await kontor.owner.query('DELETE FROM automation_rules');
  await yearly({ date_field: 'created_at' });
  await armedSince('2020-01-01');
  await kontor.owner.query("UPDATE contacts SET created_at = '2025-08-01T10:00:00Z'");
  expect(await runAt('2026-08-01T09:59:00Z')).toBe(0);
  expect(await runAt('2026-08-01T10:00:00Z')).toBe(1);
});

test('the preview shows the next one, and a rule that becomes yearly counts from then', async () => {
  const { id, armed_at: before } = await yearly({ yearly: false });
  await born('1980-01-01');
  await kontor.owner.query("UPDATE contacts SET birthday = (now() + interval '5 days')::date - interval '40 years'");
  const preview = async () => (await post(`/automation_rules/${id}/actions/preview`, {})).preview;
  expect((await preview()).count).toBe(0);
  const changed = await kontor.admin('PUT', `/automation_rules/${id}`, { version: 1, yearly: true });
  expect(changed.body.armed_at > before).toBe(true);
  const seen = await preview();
  expect(seen.count).toBe(1);
  expect(Date.parse(seen.rows[0].due_at)).toBeGreaterThan(Date.now());
});
