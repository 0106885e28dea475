import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { placesWorld } from '../../testing/places.ts';
import { tendWaitingLists } from './lists.ts';

let kontor: TestKontor;
let world: Awaited<ReturnType<typeof placesWorld>>;
const hour = 3_600_000;

beforeAll(async () => {
  kontor = await startTestKontor();
  world = await placesWorld(kontor);
  await world.make('/email_templates', {
    name: 'Platz frei',
    resource: 'enrolments',
    used_for: 'seat_offer',
    subject: 'Ein Platz ist frei: {{ training.name }}',
    body: '<p>Bis {{ enrolment.offer_until }}:</p><p>{{ link }}</p>',
  });
});
afterAll(() => kontor.stop());

type World = typeof world;
const training = (...given: Parameters<World['training']>) => world.training(...given);
const session = (...given: Parameters<World['session']>) => world.session(...given);
const contact = (...given: Parameters<World['contact']>) => world.contact(...given);
const enrol = (...given: Parameters<World['enrol']>) => world.enrol(...given);
const step = (...given: Parameters<World['step']>) => world.step(...given);
const enrolment = (id: string) => world.enrolment(id);
const states = (id: string) => world.states(id);
const tend = (now?: Date) => tendWaitingLists(kontor.running.engine, now);
const mails = async () =>
  (await kontor.owner.query(`SELECT "to", subject, html, link FROM email_messages WHERE about_resource = 'enrolments'`))
    .rows;
beforeEach(() => kontor.owner.query('DELETE FROM email_messages'));

describe('a place', () => {
  test('is there, or the waiting list is, and the answer says so', async () => {
    const { id } = await training({ max_participants: 1, participant_price: '190.00' });
    const first = await enrol(id);
    expect(first).toMatchObject({ status: 'enrolled', waiting_since: null, price: '190.00' });
    const second = await enrol(id, undefined, { price: '0.00' });
    expect(second).toMatchObject({ status: 'waiting', price: '0.00' });
    expect(second.waiting_since).toMatch(/^20/);
  });

  test('has the price of the training and the customer of the contact', async () => {
    const customer = await world.make('/customers', { name: 'Kunde' });
    const who = await contact({ customer_id: customer.id });
    const { id } = await training({ participant_price: '80.00' });
    expect(await enrol(id, who.id)).toMatchObject({ price: '80.00', customer_id: customer.id });
  });

  test('is given to nobody twice: the same contact, address, or name and birthday', async () => {
    const { id } = await training();
    const who = await contact({
      first_name: 'Änne',
      last_name: 'Groß',
      birthday: '1990-02-01',
      email: 'Ae@example.de',
    });
    await enrol(id, who.id);
    const tried = async (contact_id: string) => {
      const { status, body } = await kontor.admin('POST', '/enrolments', { training_id: id, contact_id });
      return status === 422 ? body.errors : status;
    };
    expect(await tried(who.id)).toEqual({ contact_id: 'Änne Groß ist in diesem Training schon dabei (Angemeldet).' });
    expect(await tried((await contact({ email: 'AE@example.de' })).id)).toHaveProperty('contact_id');
    const born = { first_name: 'änne', last_name: 'GROß', birthday: '1990-02-01' };
    expect(await tried((await contact(born)).id)).toHaveProperty('contact_id');
    expect(await tried((await contact({ ...born, birthday: '1990-02-02' })).id)).toBe(201);
  });

  test('costs when it is given back what the terms of the training say, unless somebody says otherwise', async () => {
    const terms = await world.make('/cancellation_terms', {
      name: 'Usual',
      steps: [
        { days: 14, share: '50.00' },
        { days: 3, share: '100.00' },
      ],
    });
    const dated = async (days: number, more: object = {}) => {
      const made = await training({ cancellation_terms_id: terms.id, participant_price: '299.99', ...more });
      await session(made.id, days);
      return made.id as string;
    };
    const fee = async (of: string, body: object = {}) => {
      const { id } = await enrol(of);
      const { status } = await step(id, 'cancel', body);
      return [status, (await enrolment(id)).cancellation_fee];
    };
    expect(await fee(await dated(20))).toEqual([200, null]);
    const near = await dated(10);
    expect(await fee(near)).toEqual([200, '150.00']);
    expect(await fee(near, { cancellation_fee: '0.00' })).toEqual([200, '0.00']);
    expect(await fee(near, { cancellation_fee: '20.00', reason: 'Kulanz' })).toEqual([200, '20.00']);
    expect((await kontor.admin('GET', `/trainings/${near}`)).body).toMatchObject({
      enrolment_revenue: '0.00',
      cancellation_revenue: '170.00',
      revenue: '170.00',
      margin: '170.00',
    });
    expect(await fee(await dated(1))).toEqual([200, '299.99']);
    expect(await fee(await dated(-5))).toEqual([200, '299.99']);
    // nothing is agreed, or nothing is paid
    expect(await fee(await dated(1, { cancellation_terms_id: null }))).toEqual([200, null]);
    expect(await fee(await dated(1, { participant_price: null }))).toEqual([200, null]);
    // nor does anybody owe anything who waits, is enrolled again, or did not cancel it themselves
    const full = await dated(1, { max_participants: 1 });
    const [seated, waits] = [await enrol(full), await enrol(full)];
    await step(waits.id, 'cancel');
    expect((await enrolment(waits.id)).cancellation_fee).toBeNull();
    await step(seated.id, 'cancel');
    await step(seated.id, 'enrol');
    expect(await enrolment(seated.id)).toMatchObject({ status: 'enrolled', cancellation_fee: null });
    await kontor.admin('POST', `/trainings/${full}/actions/cancel`, { reason: 'Zu wenige' });
    await step(seated.id, 'cancel');
    expect((await enrolment(seated.id)).cancellation_fee).toBeNull();
    // a fee is of a cancellation, whatever way it comes
    const { id, version } = await enrol(near);
    const odd = await kontor.admin('PATCH', `/enrolments/${id}`, { version, cancellation_fee: '5.00' });
    expect([odd.status, Object.keys(odd.body.errors)]).toEqual([422, ['cancellation_fee']]);
  });

  test('that was cancelled is taken up again at the same enrolment, at the end of the list where nobody is free', async () => {
    const { id } = await training({ max_participants: 1 });
    const first = await enrol(id);
    await step(first.id, 'cancel', { reason: 'Krank' });
    const again = await kontor.admin('POST', '/enrolments', { training_id: id, contact_id: first.contact_id });
    expect(again.body.errors.contact_id).toContain('melden Sie dort wieder an');
    await enrol(id);
    expect((await step(first.id, 'enrol')).body).toMatchObject({ status: 'waiting', cancelled_at: null, reason: null });
  });

  test('is not given in a training that was called off', async () => {
    const { id } = await training();
    await kontor.admin('POST', `/trainings/${id}/actions/cancel`, { reason: 'Zu wenige' });
    const { status, body } = await kontor.admin('POST', '/enrolments', {
      training_id: id,
      contact_id: (await contact()).id,
    });
    expect([status, body.errors]).toEqual([422, { training_id: 'Dieses Training ist abgesagt.' }]);
  });
});

describe('the waiting list', () => {
  test('moves up with a cancellation: the longest waiting is offered the place, by mail with a link of their own', async () => {
    const { id } = await training({ max_participants: 1 });
    const [first, second, third] = [await enrol(id), await enrol(id), await enrol(id)];
    await step(first.id, 'cancel');
    const offered = await enrolment(second.id);
    expect(offered.status).toBe('offered');
    const kept = Date.parse(offered.offer_until) - Date.now();
    expect(kept).toBeGreaterThan(47.9 * hour);
    expect(kept).toBeLessThanOrEqual(48 * hour);
    expect((await enrolment(third.id)).status).toBe('waiting');
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail.subject).toMatch(/^Ein Platz ist frei: Kurs/);
    expect(mail.link).not.toContain('/p/'); // encrypted
    expect(kontor.running.engine.secrets.decrypt(mail.link)).toMatch(/\/p\/seat_offer\/[\w-]{43}$/);
    expect(mail.html).not.toContain('/p/seat_offer');
  });

  test('moves up when there are more places, or one is deleted', async () => {
    const { id, version } = await training({ max_participants: 1 });
    const all = [await enrol(id), await enrol(id), await enrol(id), await enrol(id)];
    const now = (await kontor.admin('GET', `/trainings/${id}`)).body.version ?? version;
    await kontor.admin('PATCH', `/trainings/${id}`, { max_participants: 3, version: now });
    expect(await states(id)).toEqual({ enrolled: 1, offered: 2, waiting: 1 });
    expect((await kontor.admin('DELETE', `/enrolments/${all[0].id}`)).status).toBe(200);
    await tend();
    expect(await states(id)).toEqual({ offered: 3 });
  });

  test('goes on to the next when an offer has lapsed, and does not ask the same person again by itself', async () => {
    const { id } = await training({ max_participants: 1 });
    const [first, second, third] = [await enrol(id), await enrol(id), await enrol(id)];
    await step(first.id, 'cancel');
    const later = (hours: number) => new Date(Date.now() + hours * hour);
    await tend(later(47));
    expect((await enrolment(second.id)).status).toBe('offered');
    await tend(later(49));
    expect([(await enrolment(second.id)).status, (await enrolment(third.id)).status]).toEqual(['waiting', 'offered']);
    await tend(later(99));
    expect(await states(id)).toEqual({ cancelled: 1, waiting: 2 });
    expect((await step(second.id, 'offer')).body.status).toBe('offered'); // by hand it goes
  });

  test('offers nothing once the training has begun or was called off; an offer ends with its start', async () => {
    const { id } = await training({ max_participants: 1 });
    await session(id, 1);
    const [first, second] = [await enrol(id), await enrol(id)];
    await step(first.id, 'cancel');
    const soon = Date.parse((await enrolment(second.id)).offer_until) - Date.now();
    expect(soon).toBeLessThanOrEqual(24 * hour);
    await tend(new Date(Date.now() + 25 * hour));
    expect((await enrolment(second.id)).status).toBe('waiting');

    const begun = await training({ max_participants: 1 });
    await session(begun.id, -1);
    const [sits, waits] = [await enrol(begun.id), await enrol(begun.id)];
    await step(sits.id, 'cancel');
    expect((await enrolment(waits.id)).status).toBe('waiting');
    expect((await step(waits.id, 'offer')).body.errors.root).toContain('schon begonnen');

    const off = await training({ max_participants: 1 });
    const [sitting, offered, waiting] = [await enrol(off.id), await enrol(off.id), await enrol(off.id)];
    await step(sitting.id, 'cancel');
    await kontor.admin('POST', `/trainings/${off.id}/actions/cancel`, { reason: 'Zu wenige' });
    await tend();
    expect([(await enrolment(offered.id)).status, (await enrolment(waiting.id)).status]).toEqual([
      'waiting',
      'waiting',
    ]);
    expect((await step(offered.id, 'enrol')).body.errors.root).toBe('Dieses Training ist abgesagt.');
  });

  test('tells who looks after the training where there is no address', async () => {
    const { id } = await training({ max_participants: 1 });
    const first = await enrol(id);
    await enrol(id, (await contact({ last_name: 'Ohnemail', email: null })).id);
    await step(first.id, 'cancel');
    expect(await states(id)).toEqual({ cancelled: 1, offered: 1 });
    const { rows } = await kontor.owner.query(`SELECT name, assignee_id FROM tasks WHERE subject_id = $1`, [id]);
    expect(rows).toEqual([{ name: 'Freien Platz telefonisch anbieten: Mia Ohnemail', assignee_id: kontor.admin.id }]);
    expect(await mails()).toEqual([]);
  });

  test('refuses a place by hand where none is free', async () => {
    const { id } = await training({ max_participants: 1 });
    await enrol(id);
    const second = await enrol(id);
    for (const name of ['enrol', 'offer'])
      expect((await step(second.id, name)).body.errors).toEqual({ root: 'In diesem Training ist kein Platz frei.' });
  });
});

describe('a transfer', () => {
  test('makes an enrolment there, and what becomes free here goes on', async () => {
    const [from, to] = [await training({ max_participants: 1 }), await training({ max_participants: 1 })];
    const [first, second] = [await enrol(from.id, undefined, { price: '10.00' }), await enrol(from.id)];
    const { status, body } = await step(first.id, 'transfer', { training_id: to.id, reason: 'Urlaub' });
    expect([status, body.status, body.reason]).toEqual([200, 'transferred', 'Urlaub']);
    expect(await enrolment(body.transferred_to_id)).toMatchObject({
      training_id: to.id,
      status: 'enrolled',
      price: '10.00',
      contact_id: first.contact_id,
    });
    expect((await enrolment(second.id)).status).toBe('offered');
    expect((await step(first.id, 'transfer', { training_id: to.id })).status).toBe(409);
  });

  test('is refused at the field where no place is free, to itself, and where the person is already', async () => {
    const [from, full, other] = [await training(), await training({ max_participants: 1 }), await training()];
    await enrol(full.id);
    const first = await enrol(from.id);
    const errors = async (training_id: string) => (await step(first.id, 'transfer', { training_id })).body.errors;
    expect(await errors(full.id)).toEqual({ training_id: 'In diesem Training ist kein Platz frei.' });
    expect(await errors(from.id)).toEqual({ training_id: 'Das ist schon das jetzige Training.' });
    await enrol(other.id, first.contact_id);
    expect((await errors(other.id)).training_id).toContain('schon dabei');
    expect(await states(from.id)).toEqual({ enrolled: 1 });
  });
});

describe('many at once', () => {
  test('200 want one of 20 places: 20 have one, 180 wait, in the order in which they came', async () => {
    const { id } = await training({ max_participants: 20 });
    const people = await Promise.all(Array.from({ length: 200 }, () => contact()));
    const answers = await Promise.all(
      people.map((who) => kontor.admin('POST', '/enrolments', { training_id: id, contact_id: who.id })),
    );
    expect(answers.map(({ status }) => status).filter((status) => status !== 201)).toEqual([]);
    expect(await states(id)).toEqual({ enrolled: 20, waiting: 180 });
    const { rows } = await kontor.owner.query(
      `SELECT count(DISTINCT waiting_since)::int AS different, (SELECT max(created_at) FROM enrolments WHERE training_id = $1 AND status = 'enrolled') <= max(created_at) AS first FROM enrolments WHERE training_id = $1 AND status = 'waiting'`,
      [id],
    );
    expect(rows[0].different).toBe(180);
    const [seats] = (await kontor.owner.query('SELECT seats_taken, waiting_count FROM trainings WHERE id = $1', [id]))
      .rows;
    expect(seats).toEqual({ seats_taken: 20, waiting_count: 180 });
  }, 60_000);

  test('cancellations, enrolments and transfers cross each other and never oversell', async () => {
    const [one, two] = [await training({ max_participants: 5 }), await training({ max_participants: 30 })];
    const [seated, there] = await Promise.all([
      Promise.all(Array.from({ length: 12 }, () => enrol(one.id))),
      Promise.all(Array.from({ length: 6 }, () => enrol(two.id))),
    ]);
    const people = await Promise.all(Array.from({ length: 12 }, () => contact()));
    const answers = await Promise.all([
      ...seated.slice(0, 8).map(({ id }) => step(id, 'cancel')),
      ...people.map((who) => kontor.admin('POST', '/enrolments', { training_id: one.id, contact_id: who.id })),
      ...seated.slice(8).map(({ id }) => step(id, 'transfer', { training_id: two.id })),
      ...there.map(({ id }) => step(id, 'transfer', { training_id: one.id })),
      tend().then(() => ({ status: 200 })),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => ![200, 201, 409, 422].includes(status))).toEqual([]);
    for (const { id, most } of [
      { id: one.id, most: 5 },
      { id: two.id, most: 30 },
    ]) {
      const { enrolled = 0, offered = 0, waiting = 0 } = await states(id);
      expect(enrolled + offered).toBeLessThanOrEqual(most);
      if (waiting) expect(enrolled + offered).toBe(most); // nobody waits beside a free place
    }
  }, 60_000);
});

/** Who comes when a place is free and nobody waits but somebody who has let an offer lapse. */
const besideLapsed: [number, ['enrol' | 'raise' | 'lapse' | 'cancel', number][]] = [
  1,
  [
    ['enrol', 0],
    ['enrol', 0],
    ['raise', 0],
    ['raise', 0],
    ['enrol', 0],
    ['enrol', 0],
    ['lapse', 1],
    ['cancel', 0],
    ['enrol', 0],
  ],
];

test('whatever happens: never more than places, the order of waiting is kept, figures are right', async () => {
  const act = fc.constantFrom('enrol', 'enrol', 'enrol', 'cancel', 'accept', 'lapse', 'raise', 'again');
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.tuple(act, fc.nat(30)), { minLength: 5, maxLength: 14 }),
      async (most, acts) => {
        const { id } = await training({ max_participants: most });
        const all: string[] = [];
        for (const [what, pick] of acts) {
          const of = all[pick % Math.max(all.length, 1)];
          if (what === 'enrol') all.push((await enrol(id)).id);
          else if (what === 'raise') {
            const { version, max_participants: now } = (await kontor.admin('GET', `/trainings/${id}`)).body;
            await kontor.admin('PATCH', `/trainings/${id}`, { max_participants: now + 1, version });
          } else if (of) {
            const name = what === 'cancel' || what === 'lapse' ? what : 'enrol';
            expect([200, 409, 422]).toContain((await step(of, name)).status);
          }
          const { body } = await kontor.admin('GET', `/trainings/${id}`);
          const { enrolled = 0, offered = 0, waiting = 0 } = await states(id);
          expect(enrolled + offered).toBeLessThanOrEqual(body.max_participants);
          expect([body.seats_taken, body.waiting_count]).toEqual([enrolled + offered, waiting]);
          // who has never been asked does not wait while a place is free, nor behind somebody who came later
          const { rows } = await kontor.owner.query(
            `SELECT status, offer_until IS NOT NULL AS asked FROM enrolments WHERE training_id = $1 AND status IN ('waiting', 'offered') ORDER BY coalesce(waiting_since, created_at), id`,
            [id],
          );
          if (rows.some(({ status, asked }) => status === 'waiting' && !asked))
            expect(enrolled + offered).toBe(body.max_participants);
        }
      },
    ),
    { numRuns: process.env.KONTOR_LONG === '1' ? 60 : 12, examples: [besideLapsed] },
  );
}, 120_000);
