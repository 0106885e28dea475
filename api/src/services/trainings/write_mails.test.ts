import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { seed } from '../../seed/index.ts';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { placesWorld } from '../../testing/places.ts';
import { invitationFile } from '../calendar/invitation.ts';
import { openStorage } from '../content/index.ts';

let kontor: TestKontor;
let world: Awaited<ReturnType<typeof placesWorld>>;
let clerk: TestKontor['admin'];
const rows = async (text: string, values: unknown[] = []) => (await kontor.owner.query(text, values)).rows;
const act = (id: string, name: string, input: object = {}, as = clerk) =>
  as('POST', `/trainings/${id}/actions/${name}`, input);
const write = (id: string, purpose: string, audience: string, as = clerk) =>
  act(id, 'write_mails', { purpose, audience }, as);
const sent = async () =>
  (await rows('SELECT "to", subject FROM email_messages ORDER BY 1, 2')).map((one) => `${one.to}: ${one.subject}`);

beforeAll(async () => {
  kontor = await startTestKontor();
  world = await placesWorld(kontor);
  await seed(kontor.running.engine, openStorage({ home: kontor.home, fileLimit: 1_000_000 }), false);
  clerk = await kontor.as(['backoffice'], { brand_ids: [world.brand] });
});
beforeEach(() => kontor.owner.query('DELETE FROM email_messages'));
afterAll(() => kontor.stop());

let serial = 0;
/** A training with a customer, two participants with an address and one without, a confirmed trainer and one who is an option. */
async function training(more: object = {}) {
  const n = ++serial;
  const customer = await world.make('/customers', {
    name: `Werft ${n}`,
    email: `werft${n}@example.de`,
    brand_ids: [world.brand],
  });
  const { id, name } = await world.training({ customer_id: customer.id, price: '900.00', ...more });
  const session = await world.session(id, 20);
  // the contacts lie with a customer of the brand, so that the clerk sees them
  const contact = (email: string | null) => world.contact({ email, customer_id: customer.id });
  const people = [await contact(`a${n}@example.de`), await contact(`b${n}@example.de`), await contact(null)];
  const enrolled = [];
  for (const { id: who } of people) enrolled.push(await world.enrol(id, who));
  for (const [who, state] of [
    ['t', 'confirm'],
    ['o', ''],
  ] as const) {
    const one = await world.make('/trainers', {
      name: `${who}${n}`,
      email: `${who}${n}@example.de`,
      brand_ids: [world.brand],
    });
    const made = await world.make('/trainer_assignments', { session_id: session.id, trainer_id: one.id });
    if (state) await kontor.admin('POST', `/trainer_assignments/${made.id}/actions/${state}`, {});
  }
  return { id: id as string, name: name as string, n, enrolled, customer };
}

describe('mails to the people of a training', () => {
  test('go to each alone, from the template for them; who has no address is told', async () => {
    const one = await training();
    const { status, body } = await write(one.id, 'confirmation', 'participants');
    expect([status, body.sent, body.without_address]).toEqual([200, 2, 1]);
    expect(body.told).toBe(
      '2 E-Mails geschrieben; sie gehen in 10 Sekunden hinaus. 1 ohne E-Mail-Adresse, die Sie sehen dürfen.',
    );
    expect(await sent()).toEqual(['a', 'b'].map((who) => `${who}${one.n}@example.de: Ihre Anmeldung: ${one.name}`));
    const [{ n }] = await rows('SELECT count(DISTINCT mail)::int AS n FROM email_messages');
    expect(n).toBe(2);
    await kontor.owner.query('DELETE FROM email_messages');
    expect((await write(one.id, 'reminder', 'everyone')).body.sent).toBe(4);
    expect((await sent()).map((line) => line.split('@')[0])).toEqual(
      ['a', 'b', 't', 'werft'].map((who) => `${who}${one.n}`),
    );
  });

  test('carry the date as an invitation, and call it off with the training', async () => {
    const one = await training();
    expect((await write(one.id, 'invitation', 'everyone')).body.sent).toBe(4);
    const invited = await rows('SELECT invitation, appointment, html FROM email_messages');
    expect(
      invited.every(({ invitation, appointment }) => invitation === 'request' && appointment.title.includes(one.name)),
    ).toBe(true);
    await kontor.owner.query("UPDATE email_messages SET state = 'sent'");
    expect((await act(one.id, 'cancel', { reason: 'Krank' })).status).toBe(200);
    const { body } = await write(one.id, 'cancellation', 'everyone');
    expect(body).toMatchObject({ sent: 4 }); // the option has never heard of it
    expect(body.cancellation_told_at).toBeTruthy();
    const off = await rows('SELECT "to", appointment FROM email_messages WHERE invitation = \'cancel\' ORDER BY 1');
    expect(off.map(({ to }) => to.split('@')[0])).toEqual(['a', 'b', 't', 'werft'].map((who) => `${who}${one.n}`));
    expect(new Set(off.map(({ appointment }) => appointment.uid))).toEqual(new Set([`${one.id}@kontor`]));
  });

  test('say in the calendar where it is: the room with the address of its house, else the link to the call', async () => {
    const address = { street: 'Kaistraße 4', postcode: '24159', city: 'Kiel', country: 'DE' };
    const house = await world.make('/locations', {
      name: 'Segelzentrum',
      type: 'venue',
      address,
      brand_ids: [world.brand],
    });
    const room = await world.make('/locations', {
      name: 'Leuchtturm',
      type: 'room',
      parent_id: house.id,
      brand_ids: [world.brand],
    });
    const places = async (more: object) => {
      await kontor.owner.query('DELETE FROM email_messages');
      const one = await training(more);
      await write(one.id, 'invitation', 'participants');
      return new Set((await rows('SELECT appointment FROM email_messages')).map((mail) => mail.appointment.place));
    };
    expect(await places({ location_id: room.id })).toEqual(new Set(['Leuchtturm, Kaistraße 4, 24159 Kiel']));
    const online_link = 'https://meet.example.de/segeln';
    expect(await places({ format: 'online', online_link, location_id: room.id })).toEqual(new Set([online_link]));
    const { appointment } = (await rows('SELECT appointment FROM email_messages LIMIT 1'))[0];
    const file = invitationFile(appointment, { name: 'Kontor', address: 'a@example.de' }, []);
    expect(file.replaceAll('\r\n ', '')).toContain(`LOCATION:${online_link}`);
  });

  test('call the date off for those alone who have it from a mail that reached them', async () => {
    const one = await training();
    await write(one.id, 'invitation', 'participants');
    await kontor.owner.query(
      "UPDATE email_messages SET state = CASE WHEN \"to\" LIKE 'b%' THEN 'bounced' ELSE 'sent' END",
    );
    await act(one.id, 'cancel', { reason: 'Krank' });
    expect((await write(one.id, 'cancellation', 'everyone')).body.sent).toBe(4);
    const told = await rows('SELECT "to", invitation FROM email_messages WHERE state = \'queued\' ORDER BY 1');
    expect(told.map(({ to, invitation }) => [to.split('@')[0], invitation])).toEqual([
      [`a${one.n}`, 'cancel'],
      ...['b', 't', 'werft'].map((who) => [`${who}${one.n}`, null]),
    ]);
  });

  test('tell a cancellation to trainers whom it has released, not to who was released before, whatever the reason says', async () => {
    const one = await training();
    const [{ id: assignment }] = await rows(
      "SELECT id FROM trainer_assignments WHERE training_id = $1 AND status = 'confirmed'",
      [one.id],
    );
    await kontor.admin('POST', `/trainer_assignments/${assignment}/actions/release`, { reason: 'Krank' });
    await act(one.id, 'cancel', { reason: 'Krank' });
    const { status, body } = await write(one.id, 'cancellation', 'trainers');
    expect([status, Object.keys(body.errors)]).toEqual([422, ['audience']]);
  });

  test('are at most so many at once, said where the group is chosen', async () => {
    const one = await training();
    const bulk = 999;
    await kontor.owner.query(
      `WITH people AS (INSERT INTO contacts (id, last_name, email) SELECT gen_random_uuid(), 'Viel', 'v' || n || '@example.de' FROM generate_series(1, $2::int) n RETURNING id)
       INSERT INTO enrolments (id, training_id, contact_id, status) SELECT gen_random_uuid(), $1, id, 'enrolled' FROM people`,
      [one.id, bulk],
    );
    const { status, body } = await write(one.id, 'reminder', 'participants', kontor.admin);
    expect([status, body.errors.audience]).toEqual([
      422,
      expect.stringContaining(`höchstens 1000 E-Mails; hier wären es ${bulk + 2}.`),
    ]);
    expect(await sent()).toEqual([]);
  });

  test('are refused at the field that does not fit', async () => {
    const one = await training();
    const errors = async (...given: Parameters<typeof write>) => {
      const { status, body } = await write(...given);
      return [status, Object.keys(body.errors ?? {})];
    };
    expect(await errors(one.id, 'feedback', 'trainers')).toEqual([422, ['audience']]);
    expect(await errors(one.id, 'confirmation', 'trainers')).toEqual([422, ['audience']]);
    expect(await errors(one.id, 'cancellation', 'everyone')).toEqual([422, ['purpose']]);
    expect(await errors(one.id, 'feedback', 'participants')).toEqual([422, ['purpose']]);
    expect(await errors(one.id, 'certificate', 'participants')).toEqual([422, ['audience']]);
    const { id } = await world.training();
    expect(await errors(id, 'invitation', 'participants')).toEqual([422, ['purpose']]);
    await act(one.id, 'cancel', { reason: 'x' });
    expect(await errors(one.id, 'reminder', 'everyone')).toEqual([422, ['purpose']]);
    const trainer = await kontor.as(['trainer'], { brand_ids: [world.brand] });
    expect((await write(one.id, 'reminder', 'everyone', trainer)).status).toBe(403);
    expect(await sent()).toEqual([]);
  });

  test('asking for feedback carry a link of one’s own and go to nobody twice', async () => {
    const one = await training();
    await kontor.owner.query("UPDATE trainings SET status = 'delivered' WHERE id = $1", [one.id]);
    expect((await write(one.id, 'feedback', 'participants')).body.sent).toBe(2);
    const links = await rows('SELECT link FROM email_messages');
    expect(new Set(links.map(({ link }) => kontor.running.engine.secrets.decrypt(link))).size).toBe(2);
    const again = await write(one.id, 'feedback', 'participants');
    expect([again.body.sent, again.body.without_address]).toEqual([0, 1]);
    expect((await act(one.id, 'ask_feedback')).body).toMatchObject({ sent: 0, without_address: 1 });
  });

  test('asking for feedback go to whom the writer may see, by either way, and are refused at the form', async () => {
    const one = await training();
    const refused = await act(one.id, 'ask_feedback');
    expect([refused.status, Object.keys(refused.body.errors)]).toEqual([422, ['root']]);
    await kontor.owner.query("UPDATE trainings SET status = 'delivered' WHERE id = $1", [one.id]);
    // one participant belongs to a customer of another brand
    const { company_id } = (await kontor.admin('GET', `/brands/${world.brand}`)).body;
    const brand = await world.make('/brands', { name: 'Fremd', company_id, colour: '#654321' });
    const customer = await world.make('/customers', { name: 'Fremd', brand_ids: [brand.id] });
    await kontor.owner.query('UPDATE contacts SET customer_id = $2 WHERE id = $1', [
      one.enrolled[0].contact_id,
      customer.id,
    ]);
    expect((await act(one.id, 'ask_feedback')).body).toMatchObject({ sent: 1, without_address: 2 });
    expect((await sent()).map((line) => line.split('@')[0])).toEqual([`b${one.n}`]);
  });
});

test('a follow-up takes what was ordered, and neither dates nor people', async () => {
  const one = await training({ decide_on: '2027-05-01', min_participants: 2 });
  const { status, body } = await act(one.id, 'follow_up');
  expect([status, body.made.resource]).toEqual([200, 'trainings']);
  const next = (await kontor.admin('GET', `/trainings/${body.made.id}`)).body;
  expect(next).toMatchObject({
    name: one.name,
    follows_id: one.id,
    customer_id: one.customer.id,
    price: '900.00',
    status: 'lead',
    owner_id: clerk.id,
    min_participants: 2,
    decide_on: null,
    starts_on: null,
    sessions_count: 0,
    seats_taken: 0,
  });
  expect(body.told).toContain(next.number);
});
