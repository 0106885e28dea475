import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { escalateReminders } from '../reminders/escalate.ts';
import { fireReminders } from '../reminders/fire.ts';
import { dueNotifications } from './due.ts';
import { mailNews } from './mail.ts';

let kontor: TestKontor;
type Someone = Awaited<ReturnType<TestKontor['as']>>;
let mia: Someone;
let ole: Someone;
let brand: string;

const post = async (path: string, body: object, as: (...args: any[]) => any = kontor.admin) => {
  const answer = await as('POST', path, body);
  if (answer.status >= 300) throw new Error(`${path} ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const choose = (choices: object, as: Someone = ole) => as('PUT', '/notifications/choices', choices);
const assign = (name: string) => post('/tasks', { name, assignee_id: ole.id, brand_id: brand }, mia);
const bell = async () => {
  const filter = encodeURIComponent(JSON.stringify({ user_id: ole.id, shown: true }));
  return (await ole('GET', `/notifications?filter=${filter}`)).body as any[];
};
/** What lies in the outbox for Ole. */
const outbox = async () =>
  (
    await kontor.owner.query(
      'SELECT m.subject, m.text, m.state FROM email_messages m JOIN users u ON u.email = m."to" WHERE u.id = $1 ORDER BY m.id',
      [ole.id],
    )
  ).rows;
const subjects = async () => (await outbox()).map((row) => row.subject);
const mail = () => mailNews(kontor.running.engine);

beforeAll(async () => {
  kontor = await startTestKontor();
  const company = (await post('/companies', { name: 'Firma' })).id;
  brand = (await post('/brands', { name: 'Nord', company_id: company })).id;
  mia = await kontor.as(['backoffice'], { brand_ids: [brand] });
  ole = await kontor.as(['employee'], { brand_ids: [brand] });
  await kontor.owner.query("UPDATE users SET name = 'Mia Maier' WHERE id = $1", [mia.id]);
});
beforeEach(() =>
  kontor.owner.query(
    'DELETE FROM reminders; DELETE FROM notifications; DELETE FROM notes; DELETE FROM tasks; DELETE FROM notification_choices; DELETE FROM email_messages',
  ),
);
afterAll(() => kontor.stop());

describe('what one has chosen', () => {
  test('is kept for oneself; what is no choice is refused at its name', async () => {
    const unchosen = {
      assigned: 'app',
      due: 'app',
      overdue: 'app',
      mention: 'app',
      reminder: 'app',
      rule: 'app',
      answer: 'app',
      bounce: 'app',
      attendance: 'app',
      digest_hour: null,
    };
    expect((await ole('GET', '/notifications/choices')).body).toEqual(unchosen);
    expect((await choose({ assigned: 'both' })).body).toEqual({ ...unchosen, assigned: 'both' });
    expect((await choose({ digest_hour: 7 })).body).toEqual({ ...unchosen, assigned: 'both', digest_hour: 7 });
    expect((await choose({ digest_hour: null })).body).toEqual({ ...unchosen, assigned: 'both' });
    expect((await mia('GET', '/notifications/choices')).body).toEqual(unchosen);
    const wrong = await choose({ due: 'pigeon', digest_hour: 24, mention: null, user_id: mia.id });
    expect([wrong.status, Object.keys(wrong.body.errors).sort()]).toEqual([
      422,
      ['digest_hour', 'due', 'mention', 'user_id'],
    ]);
  });

  test.each([
    [undefined, 1, 0],
    ['app', 1, 0],
    ['mail', 0, 1],
    ['both', 1, 1],
    ['none', 0, 0],
  ])('%s: so much in the bell, so much by mail', async (way, inApp, byMail) => {
    if (way) await choose({ assigned: way });
    await assign('Zelt bestellen');
    await mail();
    expect([(await bell()).length, (await outbox()).length]).toEqual([inApp, byMail]);
  });

  test('holds for each kind by itself', async () => {
    await choose({ reminder: 'mail', mention: 'mail', overdue: 'mail' });
    const task = await assign('Angebot');
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await mia('PUT', `/tasks/${task.id}`, { version: 1, due_on: yesterday });
    await kontor.owner.query('DELETE FROM notifications');
    await dueNotifications(kontor.running.engine);
    await mail();
    await kontor.owner.query("UPDATE users SET name = 'Ole Olsen' WHERE id = $1", [ole.id]);
    const customer = (await post('/customers', { name: 'Müller', brand_ids: [brand] })).id;
    await post('/notes', { subject_resource: 'customers', subject_id: customer, body: '@Ole Olsen Rückruf' }, mia);
    await mail();
    await post(
      '/reminders',
      { subject_resource: 'tasks', subject_id: task.id, remind_at: '2026-01-01T08:00:00Z', note: 'nur für mich' },
      ole,
    );
    await fireReminders(kontor.running.engine);
    await mail();
    const sent = await outbox();
    expect(sent.map((row) => row.subject)).toEqual([
      expect.stringMatching(/^War fällig am .*: Angebot$/),
      'Mia Maier hat Sie erwähnt: @Ole Olsen Rückruf',
      'Erinnerung: Angebot',
    ]);
    // administrators read the outbox, and nobody reads what somebody reminds themselves of
    expect(JSON.stringify(sent)).not.toContain('nur für mich');
    expect(await bell()).toEqual([]);
  });
});

test('several are told in one mail, each once, however many processes write', async () => {
  await choose({ assigned: 'both' });
  for (const name of ['a', 'b', 'c']) await assign(name);
  await Promise.all(Array.from({ length: 8 }, mail));
  expect(await mail()).toBe(0);
  const sent = await outbox();
  const told = sent.flatMap((row) => row.text.match(/: [abc] \(Aufgabe\)/g) ?? []).sort();
  expect(told).toEqual([': a (Aufgabe)', ': b (Aufgabe)', ': c (Aufgabe)']);
});

test('what another process is just writing is left to it', async () => {
  await choose({ assigned: 'mail' });
  await assign('a');
  await kontor.owner.query('BEGIN');
  await kontor.owner.query('UPDATE notifications SET to_mail = false');
  const meanwhile = mail();
  const waited = await Promise.race([meanwhile, new Promise((done) => setTimeout(() => done('waits'), 30_000))]);
  await kontor.owner.query('COMMIT');
  expect([waited, await meanwhile, await outbox()]).toEqual([0, 0, []]);
});

test('nothing is told by mail of what one may not read any more', async () => {
  await choose({ assigned: 'mail' });
  await assign('geheim');
  const binned = await assign('im Papierkorb');
  await mia('DELETE', `/tasks/${binned.id}`);
  await kontor.owner.query('DELETE FROM users_brand_ids WHERE record_id = $1', [ole.id]);
  expect(await mail()).toBe(0);
  await kontor.owner.query('INSERT INTO users_brand_ids (record_id, target_id) VALUES ($1, $2)', [ole.id, brand]);
  expect(await mail()).toBe(0);
  await assign('offen');
  await mail();
  expect(await subjects()).toEqual(['Von Mia Maier an Sie: offen']);
});

test('whoever may not come in gets no mail', async () => {
  await choose({ assigned: 'mail' });
  await assign('a');
  await kontor.owner.query('UPDATE users SET active = false WHERE id = $1', [ole.id]);
  expect(await mail()).toBe(0);
  await kontor.owner.query('UPDATE users SET active = true WHERE id = $1', [ole.id]);
  expect([await mail(), await outbox()]).toEqual([0, []]);
});

test('a reminder is passed on also when its user hears of it by mail, or not at all', async () => {
  await choose({ reminder: 'none' });
  const task = await assign('a');
  const subject = { subject_resource: 'tasks', subject_id: task.id, remind_at: '2026-01-01T08:00:00Z' };
  await post('/reminders', { ...subject, escalate_to_id: mia.id, escalate_after_days: 1 }, ole);
  await fireReminders(kontor.running.engine);
  expect(await escalateReminders(kontor.running.engine, new Date(Date.now() + 2 * 86_400_000))).toBe(1);
});

test('the choices of others are at no address', async () => {
  expect((await kontor.admin('GET', '/notification_choices')).status).toBe(404);
});
