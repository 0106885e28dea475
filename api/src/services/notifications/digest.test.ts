import { fromZone, inZone } from '@kontor/shared';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { sendDigests } from './digest.ts';

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
const today = inZone(new Date(), 'Europe/Berlin').date;
const day = (ahead: number) =>
  new Date(Date.parse(`${today}T00:00:00Z`) + ahead * 86_400_000).toISOString().slice(0, 10);
/** An instant by the clock of the company, so many days from today. */
const at = (time: string, ahead = 0) => fromZone(day(ahead), time, 'Europe/Berlin');
const send = (now: Date) => sendDigests(kontor.running.engine, now);
const outbox = async () =>
  (await kontor.owner.query('SELECT subject, text FROM email_messages ORDER BY id')).rows as any[];
/** Ole gets a digest at that hour; none was sent yet. */
const wish = (hour: number) =>
  kontor.owner.query('INSERT INTO notification_choices (id, user_id, digest_hour) VALUES (gen_random_uuid(), $1, $2)', [
    ole.id,
    hour,
  ]);
const task = (name: string, more: object = {}) =>
  post('/tasks', { name, due_on: today, assignee_id: ole.id, brand_id: brand, ...more }, ole);

beforeAll(async () => {
  kontor = await startTestKontor();
  const company = (await post('/companies', { name: 'Firma' })).id;
  brand = (await post('/brands', { name: 'Nord', company_id: company })).id;
  mia = await kontor.as(['backoffice'], { brand_ids: [brand] });
  ole = await kontor.as(['employee'], { brand_ids: [brand] });
});
beforeEach(() =>
  kontor.owner.query(
    'DELETE FROM reminders; DELETE FROM notifications; DELETE FROM tasks; DELETE FROM notification_choices; DELETE FROM email_messages',
  ),
);
afterAll(() => kontor.stop());

test('it tells what is open, once a day from its hour on, however many processes look', async () => {
  await wish(7);
  await task('heute');
  await task('überfällig', { due_on: day(-3) });
  await task('morgen', { due_on: day(1) });
  const done = await task('erledigt');
  await ole('POST', `/tasks/${done.id}/actions/complete`, {});
  await task('nicht meine', { assignee_id: mia.id });
  const some = await task('mit Erinnerung', { due_on: null });
  await post(
    '/reminders',
    { subject_resource: 'tasks', subject_id: some.id, remind_at: at('18:00').toISOString() },
    ole,
  );
  expect(await send(at('06:59'))).toBe(0);
  const counts = await Promise.all(Array.from({ length: 8 }, () => send(at('07:00'))));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect([await send(at('07:10')), await send(at('23:50'))]).toEqual([0, 0]);
  const [mail, ...more] = await outbox();
  expect(more).toEqual([]);
  expect(mail.subject).toMatch(/^Ihr Tag in Kontor: 2 fällig am /);
  expect(mail.text).toMatch(/– überfällig \(seit .*\)\n– heute \(heute\)/);
  expect(mail.text).toMatch(/Eine Erinnerung für heute/);
  expect(mail.text).not.toMatch(/morgen|erledigt|nicht meine/);
  expect(await send(at('07:00', 1))).toBe(1);
});

test('what was missed is made up for once on the same day, not for days gone by', async () => {
  await wish(7);
  await task('offen');
  expect(await send(at('22:00'))).toBe(1);
  // three days of silence
  expect(await send(at('06:00', 4))).toBe(0);
  expect(await send(at('09:30', 4))).toBe(1);
  expect(await send(at('09:40', 4))).toBe(0);
});

test('where nothing is open none comes, that day', async () => {
  await wish(7);
  await task('erst morgen', { due_on: day(1) });
  expect([await send(at('07:00')), await outbox()]).toEqual([0, []]);
  await task('noch heute');
  expect(await send(at('08:00'))).toBe(0);
});

test('it tells nothing that one may not read any more, and nobody who may not come in', async () => {
  await wish(7);
  await task('geheim');
  await kontor.owner.query('DELETE FROM users_brand_ids WHERE record_id = $1', [ole.id]);
  expect([await send(at('07:00')), await outbox()]).toEqual([0, []]);
  await kontor.owner.query('INSERT INTO users_brand_ids (record_id, target_id) VALUES ($1, $2)', [ole.id, brand]);
  await kontor.owner.query('UPDATE users SET active = false WHERE id = $1', [ole.id]);
  expect([await send(at('07:00', 1)), await outbox()]).toEqual([0, []]);
  await kontor.owner.query('UPDATE users SET active = true WHERE id = $1', [ole.id]);
});

test('an hour that is over when it is chosen means from tomorrow on', async () => {
  await task('offen');
  await ole('PUT', '/notifications/choices', { digest_hour: 0 });
  expect(await send(new Date())).toBe(0);
  expect(await send(at('00:10', 1))).toBe(1);
  await ole('PUT', '/notifications/choices', { digest_hour: null });
  expect(await send(at('12:00', 2))).toBe(0);
});

test('in English for who reads English', async () => {
  await wish(7);
  await kontor.owner.query("UPDATE users SET language = 'en' WHERE id = $1", [ole.id]);
  await task('tent');
  await send(at('07:00'));
  const [mail] = await outbox();
  expect(mail.subject).toMatch(/^Your day in Kontor: 1 due on /);
  expect(mail.text).toContain('– tent (today)');
  await kontor.owner.query("UPDATE users SET language = 'de' WHERE id = $1", [ole.id]);
});
