import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { seed } from '../../seed/index.ts';
import { openStorage } from '../../services/content/index.ts';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { placesWorld } from '../../testing/places.ts';
import { runRules } from './dates.ts';

/** The rules that Kontor ships, in an installation that was there before them. */

let kontor: TestKontor;
let world: Awaited<ReturnType<typeof placesWorld>>;
const day = 86_400_000;
const storage = () => openStorage({ home: kontor.home, fileLimit: 1_000_000 });
const rows = async (text: string, values: unknown[] = []) => (await kontor.owner.query(text, values)).rows;
const at = (days: number, hours = 0) =>
  runRules(kontor.running.engine, new Date(Date.now() + days * day + hours * 3_600_000));
const sent = async () =>
  (await rows('SELECT "to", subject, link FROM email_messages ORDER BY "to", subject')).map(
    ({ to, subject }) => `${to}: ${subject}`,
  );
const told = async () =>
  (await rows("SELECT text FROM notifications WHERE kind = 'rule' ORDER BY text")).map(({ text }) => text);
const status = (id: string, value: string, more = '') =>
  kontor.owner.query(`UPDATE trainings SET status = $2 ${more} WHERE id = $1`, [id, value]);
const date = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);

beforeAll(async () => {
  kontor = await startTestKontor();
  world = await placesWorld(kontor);
  await seed(kontor.running.engine, storage(), false);
});
beforeEach(() =>
  kontor.owner.query(
    "DELETE FROM notifications; DELETE FROM email_messages; DELETE FROM automation_runs; DELETE FROM tasks; UPDATE trainings SET status = 'lead'",
  ),
);
afterAll(() => kontor.stop());

const trainer = async (session: string, email: string, state = 'confirmed') => {
  const { id } = await world.make('/trainers', { name: email, email, brand_ids: [world.brand] });
  const made = await world.make('/trainer_assignments', { session_id: session, trainer_id: id });
  if (state === 'confirmed') await kontor.admin('POST', `/trainer_assignments/${made.id}/actions/confirm`, {});
};

/** A training in 20 days, with a customer's contact, two participants (one cancelled) and two trainers (one an option). */
async function planned(more: object = {}) {
  const ordered = await world.contact({ email: 'kunde@example.de' });
  const { id, name } = await world.training({ contact_id: ordered.id, ...more });
  const session = await world.session(id, 20);
  const [first, second] = [await world.enrol(id), await world.enrol(id)];
  await world.step(second.id, 'cancel');
  await trainer(session.id, `t${name.replace(' ', '')}@example.de`);
  await trainer(session.id, `o${name.replace(' ', '')}@example.de`, 'option');
  await status(id, 'planned');
  const [{ email }] = await rows('SELECT email FROM contacts WHERE id = $1', [first.contact_id]);
  return {
    id: id as string,
    name: name as string,
    session,
    first,
    email: email as string,
    trainer: `t${name.replace(' ', '')}@example.de`,
  };
}

describe('what is shipped', () => {
  test('comes once, as Kontor’s own, and stays as people leave it', async () => {
    const before = await rows('SELECT id, name, active, owner_id, armed_at FROM automation_rules ORDER BY id');
    expect(before.length).toBe(10);
    expect(before.every(({ active, owner_id, armed_at }) => active && owner_id === null && armed_at)).toBe(true);
    const use = 'SELECT count(*)::int AS n FROM email_templates WHERE used_for IS NOT NULL AND brand_id IS NULL';
    const [{ n }] = await rows(use);
    const [gone] = await rows(
      "SELECT id FROM email_templates WHERE used_for = 'invitation' AND resource = 'enrolments' AND language = 'en'",
    );
    expect((await kontor.admin('DELETE', `/email_templates/${gone.id}`)).status).toBe(200);
    const { version } = (await kontor.admin('GET', `/automation_rules/${before[0].id}`)).body;
    const off = await kontor.admin('PATCH', `/automation_rules/${before[0].id}`, { version, active: false });
    expect([off.status, off.body.owner_id]).toEqual([200, kontor.admin.id]);
    await seed(kontor.running.engine, storage(), false);
    expect(await rows(use)).toEqual([{ n: n - 1 }]);
    expect(await rows('SELECT active FROM automation_rules WHERE id = $1', [before[0].id])).toEqual([
      { active: false },
    ]);
    await kontor.admin('PATCH', `/automation_rules/${before[0].id}`, { version: off.body.version, active: true });
  });

  test('can be looked at before: the preview of a rule that nobody has saved', async () => {
    const one = await planned();
    const [{ id }] = await rows("SELECT id FROM automation_rules WHERE name LIKE 'Teilnehmende vor%'");
    const { status: answered, body } = await kontor.admin('POST', `/automation_rules/${id}/actions/preview`, {});
    expect([answered, body.preview.rows.map((row: any) => row.actions[0].to)]).toEqual([200, [[one.email]]]);
  });
});

test('before the first session customer, participants and trainers are reminded: each once, and nobody who is out', async () => {
  const one = await planned();
  const off = await planned();
  await kontor.admin('POST', `/trainings/${off.id}/actions/cancel`, { reason: 'Krank' });
  await at(12);
  expect(await sent()).toEqual([]);
  await at(13, 1);
  expect(await sent()).toEqual([`kunde@example.de: Bald ist es so weit: ${one.name}`]);
  await Promise.all([at(15, 1), at(15, 1)]);
  await at(16);
  expect((await sent()).sort()).toEqual(
    ['kunde@example.de', one.email, one.trainer].map((to) => `${to}: Bald ist es so weit: ${one.name}`).sort(),
  );
  const states = await rows('SELECT r.state, count(*)::int AS n FROM automation_runs r GROUP BY 1 ORDER BY 1');
  expect(states).toContainEqual({ state: 'fired', n: 3 });
  expect(states.some(({ state }) => state === 'failed')).toBe(false);
});

test('in the language of the training, and the brand’s own words first', async () => {
  const one = await planned({ language: 'en' });
  await world.make('/email_templates', {
    name: 'Coming',
    resource: 'enrolments',
    used_for: 'reminder',
    language: 'en',
    brand_id: world.brand,
    subject: 'Ahoy {{ enrolment.participant }}',
    body: '<p>Soon</p>',
  });
  await at(15, 1);
  expect(await sent()).toEqual(
    expect.arrayContaining([`kunde@example.de: Coming up: ${one.name}`, `${one.email}: Ahoy ${one.first.participant}`]),
  );
});

test('after the last session a step is proposed, and taken by nobody', async () => {
  const one = await planned({ owner_id: kontor.admin.id });
  await at(20, 11);
  expect(await told()).toEqual(['Der letzte Termin ist vorbei: Als durchgeführt melden']);
  expect((await kontor.admin('GET', `/trainings/${one.id}`)).body.status).toBe('planned');
});

test('after the delivery feedback is asked for, with a link of one’s own, once', async () => {
  const one = await planned();
  await status(one.id, 'delivered', ', delivered_on = current_date');
  await at(2);
  const mails = await rows('SELECT "to", subject, html, link FROM email_messages');
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([[one.email, `Wie war es? ${one.name}`]]);
  expect(mails[0].html).toContain('https://personal-link.invalid/');
  expect(kontor.running.engine.secrets.decrypt(mails[0].link)).toMatch(/\/p\/feedback\/[\w-]{43}$/);
  // reported once more, on another day
  await status(one.id, 'delivered', ', delivered_on = current_date + 3');
  await at(5);
  expect((await sent()).length).toBe(1);
});

test('a certificate is sent with its paper and a link, once it is there', async () => {
  const one = await planned();
  await status(one.id, 'delivered');
  const certificate = await world.make('/certificates', { enrolment_id: one.first.id });
  const bare = await planned();
  await world.make('/certificates', { enrolment_id: bare.first.id });
  const file = await kontor.owner.query(
    "INSERT INTO files (id, name, sha256, size, media_type) VALUES (gen_random_uuid(), 'b.pdf', repeat('a', 64), 3, 'application/pdf') RETURNING id",
  );
  const document = await kontor.owner.query(
    "INSERT INTO documents (id, name, category, file_id, subject_resource, subject_id) VALUES (gen_random_uuid(), 'b', 'certificate', $1, 'enrolments', $2) RETURNING id",
    [file.rows[0].id, one.first.id],
  );
  await kontor.owner.query('UPDATE certificates SET document_id = $1 WHERE id = $2', [
    document.rows[0].id,
    certificate.id,
  ]);
  await at(2);
  const mails = await rows('SELECT id, "to", link FROM email_messages WHERE about_resource = \'certificates\'');
  expect(mails.map(({ to }) => to)).toEqual([one.email]);
  expect(kontor.running.engine.secrets.decrypt(mails[0].link)).toMatch(/\/p\/certificate\/[\w-]{43}$/);
  expect(await rows('SELECT name FROM email_attachments WHERE message_id = $1', [mails[0].id])).toEqual([
    { name: 'b.pdf' },
  ]);
  await at(3);
  expect((await rows("SELECT 1 FROM email_messages WHERE about_resource = 'certificates'")).length).toBe(1);
});

test('before the decision and the end of an option whoever looks after it is told, and on the day what to do', async () => {
  const few = await world.training({ decide_on: date(10), min_participants: 2, owner_id: kontor.admin.id });
  const enough = await world.training({ decide_on: date(10), min_participants: 1, owner_id: kontor.admin.id });
  const option = await world.training({ option_until: date(8), owner_id: kontor.admin.id });
  const past = await world.training({ decide_on: date(10), min_participants: 2, owner_id: kontor.admin.id });
  for (const { id } of [few, enough]) await world.enrol(id);
  await status(few.id, 'confirmed');
  await status(enough.id, 'offered');
  await status(option.id, 'option');
  await status(past.id, 'cancelled');
  await at(8);
  expect(await told()).toEqual([
    'Die Option läuft in zwei Tagen ab',
    'In drei Tagen ist zu entscheiden, ob das Training stattfindet',
    'In drei Tagen ist zu entscheiden, ob das Training stattfindet',
  ]);
  await kontor.owner.query('DELETE FROM notifications');
  await at(11);
  expect(await told()).toEqual([
    'Heute entscheiden, die Mindestzahl ist erreicht: Bestätigen',
    'Heute entscheiden, die Mindestzahl ist nicht erreicht: Absagen',
  ]);
});

test('a rule whose words were deleted before it came does not come', async () => {
  await kontor.owner.query('DELETE FROM automation_rules');
  const [{ id }] = await rows("SELECT id FROM email_templates WHERE used_for = 'feedback' AND language = 'de'");
  expect((await kontor.admin('DELETE', `/email_templates/${id}`)).status).toBe(200);
  await seed(kontor.running.engine, storage(), false);
  const names = (await rows('SELECT name FROM automation_rules')).map(({ name }) => name);
  expect([names.length, names.includes('Um Rückmeldung bitten')]).toEqual([8, false]); // one was changed by hand before, and deleted since;
});
