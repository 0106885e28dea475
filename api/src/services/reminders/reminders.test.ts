import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { escalateReminders } from './escalate.ts';
import { fireReminders } from './fire.ts';

let kontor: TestKontor;
let brand: string;
type Someone = Awaited<ReturnType<TestKontor['as']>>;
let mia: Someone;
let ole: Someone;
let task: string;

const minute = 60_000;
const day = 1440 * minute;
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();
const later = (milliseconds: number) => new Date(Date.now() + milliseconds);

const post = async (path: string, body: object, as: (...args: any[]) => any = kontor.admin) => {
  const answer = await as('POST', path, body);
  if (answer.status >= 300) throw new Error(`${path} ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const remind = (someone: Someone, more: object = {}) =>
  post('/reminders', { subject_resource: 'tasks', subject_id: task, remind_at: ago(minute), ...more }, someone);
const act = (someone: Someone, id: string, name: string, body: object = {}) =>
  post(`/reminders/${id}/actions/${name}`, body, someone);
const get = async (someone: Someone, id: string) => (await someone('GET', `/reminders/${id}`)).body;
const bell = async (someone: Someone) => {
  const filter = encodeURIComponent(JSON.stringify({ user_id: someone.id, kind: 'reminder' }));
  return (await someone('GET', `/notifications?filter=${filter}&embed=["subject","created_by","reminder_id"]`)).body;
};
const unread = async (someone: Someone) => (await bell(someone)).filter((one: any) => one.read_at === null).length;
const fire = (now?: Date) => fireReminders(kontor.running.engine, now);
/** Eight processes at once. */
const everybody = async (work: () => Promise<number>) =>
  (await Promise.all(Array.from({ length: 8 }, work))).reduce((sum, count) => sum + count, 0);
const stored = async (id: string) => (await kontor.owner.query('SELECT * FROM reminders WHERE id = $1', [id])).rows[0];

beforeAll(async () => {
  kontor = await startTestKontor();
  const company = (await post('/companies', { name: 'Firma' })).id;
  brand = (await post('/brands', { name: 'Nord', company_id: company })).id;
  mia = await kontor.as(['backoffice'], { brand_ids: [brand] });
  ole = await kontor.as(['employee'], { brand_ids: [brand] });
});
beforeEach(async () => {
  await kontor.owner.query('DELETE FROM reminders; DELETE FROM notifications; DELETE FROM tasks');
  task = (await post('/tasks', { name: 'Angebot', brand_id: brand, assignee_id: mia.id }, mia)).id;
});
afterAll(() => kontor.stop());

/** Ole sees no record of the brand any more. */
const blind = () => kontor.owner.query('DELETE FROM users_brand_ids WHERE record_id = $1', [ole.id]);
const seeing = () =>
  kontor.owner.query('INSERT INTO users_brand_ids (record_id, target_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    ole.id,
    brand,
  ]);

describe('when it is time', () => {
  test('it is told once, however many processes look', async () => {
    const { id } = await remind(ole, { note: 'nachfassen' });
    await remind(ole, { remind_at: later(day).toISOString() });
    expect(await everybody(fire)).toBe(1);
    expect(await everybody(fire)).toBe(0);
    const told = await bell(ole);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ reminder_id: id, read_at: null, subject_id: task });
    expect(told[0]._embedded).toMatchObject({ subject: { title: 'Angebot' } });
    expect(told[0]._embedded.reminder_id.title).toContain('nachfassen');
  });

  test('what another process is just telling is left to it', async () => {
    const { id } = await remind(ole);
    await kontor.owner.query('BEGIN');
    await kontor.owner.query('UPDATE reminders SET fired_at = now() WHERE id = $1', [id]);
    const meanwhile = fire();
    const waited = await Promise.race([meanwhile, new Promise((done) => setTimeout(() => done('waits'), 30_000))]);
    await kontor.owner.query('COMMIT');
    expect([waited, await meanwhile, await bell(ole)]).toEqual([0, 0, []]);
  });

  test('two of one record are two', async () => {
    await remind(ole);
    await remind(ole);
    expect(await fire()).toBe(2);
    expect(await unread(ole)).toBe(2);
  });

  test('what is done or deleted is not told', async () => {
    const { id } = await remind(ole);
    await act(ole, id, 'done');
    const other = await remind(ole);
    await ole('DELETE', `/reminders/${other.id}`);
    expect(await fire()).toBe(0);
  });

  test('what comes back is told each time, and what was missed for once', async () => {
    const { id } = await remind(ole, { remind_at: ago(5 * day + minute), repetition: 'daily' });
    expect(await everybody(fire)).toBe(1);
    const next = Date.parse((await get(ole, id)).remind_at);
    expect(next).toBeGreaterThan(Date.now());
    expect(next).toBeLessThan(Date.now() + 1.1 * day);
    await act(ole, id, 'done');
    expect(await unread(ole)).toBe(0);
    expect((await get(ole, id)).state).toBe('open');
    expect(await fire(new Date(next - minute))).toBe(0);
    expect(await fire(new Date(next + minute))).toBe(1);
    expect([(await bell(ole)).length, await unread(ole)]).toEqual([1, 1]);
  });

  test('put off, it is quiet until then, and told once more', async () => {
    const { id } = await remind(ole);
    await fire();
    await act(ole, id, 'snooze', { until: later(60 * minute).toISOString() });
    expect(await unread(ole)).toBe(0);
    expect(await fire(later(59 * minute))).toBe(0);
    expect(await everybody(() => fire(later(61 * minute)))).toBe(1);
    expect(await unread(ole)).toBe(1);
    expect((await get(ole, id)).snoozed_until).toBeNull();
    expect((await ole('POST', `/reminders/${id}/actions/snooze`, { until: ago(minute) })).body.errors).toHaveProperty(
      'until',
    );
  });

  test('a new time makes it open again', async () => {
    const { id } = await remind(ole);
    await fire();
    await act(ole, id, 'done');
    const { version } = await get(ole, id);
    await ole('PUT', `/reminders/${id}`, { version, remind_at: later(minute).toISOString() });
    expect((await get(ole, id)).state).toBe('open');
    expect(await fire(later(2 * minute))).toBe(1);
  });
});

describe('the right to read the record', () => {
  test('without it nothing is told, and with it again it is', async () => {
    await remind(ole);
    await blind();
    expect(await fire()).toBe(0);
    expect((await kontor.owner.query('SELECT 1 FROM notifications WHERE kind = $1', ['reminder'])).rows).toEqual([]);
    await seeing();
    expect(await fire()).toBe(1);
  });

  test('nobody is reminded of what lies in the trash', async () => {
    await remind(ole);
    await mia('DELETE', `/tasks/${task}`);
    expect(await fire()).toBe(0);
    await mia('POST', `/tasks/${task}/restore`, {});
    expect(await fire()).toBe(1);
  });

  test('whoever may not come in is not told', async () => {
    await remind(ole);
    await kontor.owner.query('UPDATE users SET active = false WHERE id = $1', [ole.id]);
    expect(await fire()).toBe(0);
    await kontor.owner.query('UPDATE users SET active = true WHERE id = $1', [ole.id]);
  });

  test('of what one may not read one can not be reminded', async () => {
    const other = (
      await post('/brands', { name: 'Süd', company_id: (await kontor.admin('GET', '/companies')).body[0].id })
    ).id;
    const hidden = (await post('/tasks', { name: 'geheim', brand_id: other })).id;
    const answer = await ole('POST', '/reminders', {
      subject_resource: 'tasks',
      subject_id: hidden,
      remind_at: ago(minute),
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((await kontor.owner.query('SELECT 1 FROM reminders')).rows).toEqual([]);
  });

  test('it goes with its record', async () => {
    await remind(ole);
    await fire();
    await kontor.owner.query('DELETE FROM tasks');
    expect((await kontor.owner.query('SELECT 1 FROM reminders')).rows).toEqual([]);
  });
});

test('it belongs to its user alone, also in the eyes of administrators', async () => {
  const { id, user_id: user } = await remind(ole);
  expect(user).toBe(ole.id);
  for (const someone of [mia, kontor.admin]) {
    expect((await someone('GET', '/reminders')).body).toEqual([]);
    expect((await someone('GET', `/reminders/${id}`)).status).toBe(404);
    expect((await someone('POST', `/reminders/${id}/actions/done`, {})).status).toBe(404);
    expect((await someone('DELETE', `/reminders/${id}`)).status).toBe(404);
  }
  const forMia = await ole('POST', '/reminders', {
    subject_resource: 'tasks',
    subject_id: task,
    remind_at: ago(minute),
    user_id: mia.id,
  });
  expect(forMia.body.errors).toHaveProperty('user_id');
  // nothing hangs on it: it can not be shared
  const share = { subject_resource: 'reminders', subject_id: id, user_id: mia.id };
  expect((await kontor.admin('POST', '/record_grants', share)).status).toBe(422);
});

test('a role that somebody has made needs no denial for it, and a share opens nothing', async () => {
  const { id: role } = await post('/roles', { name: 'Alles', permissions: [{ pattern: '*', guards: '*' }] });
  const boss = await kontor.as([role], { brand_ids: [brand] });
  const { id } = await remind(ole, { note: 'geheim' });
  const own = await remind(boss);
  await kontor.owner
    .query(
      `INSERT INTO record_grants (id, subject_resource, subject_id, user_id, level) VALUES (gen_random_uuid(), 'reminders', $1, $2, 'edit')`,
      [id, boss.id],
    )
    .catch(() => {}); // the database may refuse that already
  expect((await boss('GET', '/reminders')).body.map((one: any) => one.id)).toEqual([own.id]);
  expect((await boss('GET', `/reminders/${id}`)).status).toBe(404);
  expect((await boss('GET', `/reminders/${id}/history`)).status).toBe(404);
  const asked = `/access/explain?user=${boss.id}&resource=reminders&operation=read&id=${own.id}`;
  const told = (await boss('GET', asked)).body;
  expect([told.allowed, told.lines[0].scope]).toEqual([true, 'own']);
});

describe('what nobody looks at', () => {
  const escalate = (now: Date) => escalateReminders(kontor.running.engine, now);

  test('goes to somebody else, once', async () => {
    const { id } = await remind(ole, { note: 'dringend', escalate_to_id: mia.id, escalate_after_days: 2 });
    await fire();
    expect(await escalate(later(2 * day - minute))).toBe(0);
    expect(await everybody(() => escalate(later(2 * day + minute)))).toBe(1);
    expect(await everybody(() => escalate(later(3 * day)))).toBe(0);
    const [one] = await bell(mia);
    expect(one._embedded.created_by.id).toBe(ole.id);
    const mine = await get(mia, one.reminder_id);
    expect(mine).toMatchObject({ note: 'dringend', user_id: mia.id, passed_on_by_id: ole.id, state: 'open' });
    expect((await get(ole, id)).escalated_at).not.toBeNull();
    expect(await fire(later(3 * day))).toBe(0);
    await act(mia, mine.id, 'done');
    expect((await get(ole, id)).state).toBe('open');
  });

  test('stays where it is when it was seen, done or put off', async () => {
    const more = { escalate_to_id: mia.id, escalate_after_days: 2 };
    const [read, done, off] = [await remind(ole, more), await remind(ole, more), await remind(ole, more)];
    await fire();
    const told = await bell(ole);
    const { id } = told.find((one: any) => one.reminder_id === read.id);
    await post(`/notifications/${id}/actions/read`, {}, ole);
    await act(ole, done.id, 'done');
    await act(ole, off.id, 'snooze', { until: later(30 * day).toISOString() });
    expect(await escalate(later(5 * day))).toBe(0);
  });

  test('does not go to somebody who may not read the record', async () => {
    const { id } = await remind(mia, { escalate_to_id: ole.id, escalate_after_days: 1 });
    await fire();
    await blind();
    expect(await escalate(later(2 * day))).toBe(0);
    expect((await stored(id)).escalated_at).toBeNull();
    expect((await kontor.owner.query('SELECT 1 FROM reminders WHERE user_id = $1', [ole.id])).rows).toEqual([]);
    await seeing();
    expect(await escalate(later(2 * day))).toBe(1);
  });
});
