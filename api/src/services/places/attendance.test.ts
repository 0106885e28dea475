import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../testing/harness.ts';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { whileHeld } from '../../testing/held.ts';
import { placesWorld } from '../../testing/places.ts';

let kontor: TestKontor;
let world: Awaited<ReturnType<typeof placesWorld>>;
let training: string;
let session: string;
let people: { id: string }[];
let trainer: Caller & { id: string };

/** A trainer with an account, confirmed for a session. */
async function confirmed(of: string, user: string) {
  const { id } = await world.make('/trainers', { name: `T ${user}`, brand_ids: [world.brand], user_id: user });
  const assignment = await world.make('/trainer_assignments', { session_id: of, trainer_id: id });
  const done = await kontor.admin('POST', `/trainer_assignments/${assignment.id}/actions/confirm`, {});
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
}

beforeAll(async () => {
  kontor = await startTestKontor();
  world = await placesWorld(kontor);
  training = (await world.training()).id;
  session = (await world.session(training, -1)).id;
  people = await Promise.all([1, 2, 3].map(() => world.enrol(training)));
  trainer = await kontor.as(['trainer']);
  await confirmed(session, trainer.id);
});
afterAll(() => kontor.stop());

const record = (entries: unknown, by: Caller = kontor.admin, of = session) =>
  by('POST', `/training_sessions/${of}/actions/record_attendance`, { entries });
const stored = async (of = session) =>
  (
    await kontor.owner.query(
      'SELECT enrolment_id AS id, status, reason, version FROM attendance_records WHERE session_id = $1',
      [of],
    )
  ).rows;
const all = (status: string) => people.map(({ id }) => ({ enrolment_id: id, status }));

describe('attendance', () => {
  test('of a whole session is recorded in one request, by the trainer of the session', async () => {
    const { status, body } = await record(all('present'), trainer);
    expect([status, body.recorded_count]).toEqual([200, 3]);
    const units = async (id: string) => (await world.enrolment(id)).attended_units;
    expect(await units(people[0]!.id)).toBe('8.00');
    await record([{ enrolment_id: people[0]!.id, status: 'absent', reason: 'Krank' }], trainer);
    const ofEach = async () => {
      const rows = await stored();
      return people.map(({ id }) => rows.find((row) => row.id === id));
    };
    expect(await ofEach()).toMatchObject([
      { status: 'absent', reason: 'Krank', version: 2 },
      { status: 'present', version: 1 },
      { status: 'present', version: 1 },
    ]);
    expect(await units(people[0]!.id)).toBe('0.00');
    await record([{ enrolment_id: people[0]!.id, status: 'absent', reason: 'Krank' }], trainer);
    expect((await ofEach())[0].version).toBe(2); // nothing changed
    expect(await stored()).toHaveLength(3);
    const { rows } = await kontor.owner.query(
      `SELECT operation, created_by FROM audit_entries WHERE resource = 'attendance_records' ORDER BY id`,
    );
    expect(rows.map(({ operation }) => operation)).toEqual(['create', 'create', 'create', 'update']);
    expect(rows.every(({ created_by: by }) => by === trainer.id)).toBe(true);
  });

  test('taps that cross each other leave one record for each', async () => {
    const other = (await world.session(training, -2)).id;
    const marks = ['present', 'late', 'excused', 'absent', 'present', 'late'];
    const answers = await Promise.all(marks.map((mark) => record(all(mark), kontor.admin, other)));
    expect(answers.map(({ status }) => status)).toEqual(marks.map(() => 200));
    const rows = await stored(other);
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map(({ status }) => status)).size).toBe(1);
  });

  test('waits for a cancellation that is on its way, and is refused then', async () => {
    const { id } = await world.enrol(training);
    const answer = await whileHeld(kontor, [`UPDATE enrolments SET status = 'cancelled' WHERE id = $1`, [id]], () =>
      record([{ enrolment_id: id, status: 'present' }]),
    );
    expect([answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([422, ['entries']]);
  });

  test('is refused, with words, for whoever is not enrolled here, and for nonsense', async () => {
    const elsewhere = await world.enrol((await world.training()).id);
    const gone = await world.enrol(training);
    await world.step(gone.id, 'cancel');
    const errors = async (entries: unknown) => {
      const { status, body } = await record(entries);
      return [status, body.errors?.entries];
    };
    const entry = (enrolment_id: unknown, more: object = {}) => [{ enrolment_id, status: 'present', ...more }];
    expect(await errors(entry(elsewhere.id))).toEqual([422, 'Das gehört zu einem anderen Training.']);
    expect(await errors(entry(gone.id))).toEqual([422, 'Nur wer angemeldet ist, kann anwesend sein.']);
    const nonsense = [
      'x',
      [null],
      [{}],
      entry('x'),
      entry(people[0]!.id, { status: '__proto__' }),
      entry(people[0]!.id, { reason: 7 }),
      entry(people[0]!.id, { reason: 'x'.repeat(301) }),
      [...entry(people[0]!.id), ...entry(people[0]!.id)],
    ];
    for (const entries of nonsense) expect(await errors(entries)).toEqual([422, expect.any(String)]);
    expect((await record([])).status).toBe(200);
  });

  test('is of who is enrolled in the training of the session, by whatever way it is written', async () => {
    const [here, there] = [await world.training(), await world.training()];
    const day = (await world.session(here.id, -1)).id;
    const [one, other, gone] = [await world.enrol(here.id), await world.enrol(there.id), await world.enrol(here.id)];
    await world.step(gone.id, 'cancel');
    const errors = async (answer: ReturnType<Caller>) => {
      const { status, body } = await answer;
      return [status, body.errors];
    };
    const post = (enrolment_id: string) =>
      kontor.admin('POST', '/attendance_records', { session_id: day, enrolment_id });
    const elsewhere = 'Das gehört zu einem anderen Training.';
    expect(await errors(post(other.id))).toEqual([422, { enrolment_id: elsewhere }]);
    expect(await errors(post(gone.id))).toEqual([422, { enrolment_id: 'Nur wer angemeldet ist, kann anwesend sein.' }]);
    const { id, version } = (await post(one.id)).body;
    const moved = kontor.admin('PUT', `/attendance_records/${id}`, { version, enrolment_id: other.id });
    expect(await errors(moved)).toEqual([422, { enrolment_id: elsewhere }]);
    // and neither the enrolment nor the session goes to another training without it
    for (const path of [`/enrolments/${one.id}`, `/training_sessions/${day}`]) {
      const { version: now } = (await kontor.admin('GET', path)).body;
      expect(await errors(kontor.admin('PUT', path, { version: now, training_id: there.id }))).toEqual([
        422,
        { training_id: expect.stringContaining('etwas anderem') },
      ]);
    }
    await expect(
      kontor.owner.query('UPDATE attendance_records SET enrolment_id = $2 WHERE id = $1', [id, other.id]),
    ).rejects.toMatchObject({ code: '23503', constraint: 'attendance_records_enrolment_id_same' });
  });

  test('and a change of training cross each other: one of them is refused', async () => {
    const [here, there] = [await world.training(), await world.training()];
    const day = (await world.session(here.id, -1)).id;
    for (let round = 0; round < 6; round++) {
      const { id, version } = await world.enrol(here.id);
      const answers = await Promise.all([
        kontor.admin('POST', '/attendance_records', { session_id: day, enrolment_id: id }),
        kontor.admin('PUT', `/enrolments/${id}`, { version, training_id: there.id }),
      ]);
      expect(answers.map(({ status }) => (status < 300 ? 'done' : status)).sort()).toEqual([422, 'done']);
    }
  });

  test('of sessions that are not theirs trainers neither see nor record; no more does a clerk of another brand', async () => {
    const foreign = await world.training();
    const theirs = (await world.session(foreign.id, -1)).id;
    const who = await world.enrol(foreign.id);
    expect((await record([{ enrolment_id: who.id, status: 'present' }], trainer, theirs)).status).toBe(404);
    expect((await trainer('GET', `/enrolments?filter=${JSON.stringify({ training_id: foreign.id })}`)).body).toEqual(
      [],
    );
    // asked, but not confirmed: they see the session, and record nothing
    const asked = await kontor.as(['trainer']);
    const { id } = await world.make('/trainers', { name: 'Gefragt', brand_ids: [world.brand], user_id: asked.id });
    const assignment = await world.make('/trainer_assignments', { session_id: theirs, trainer_id: id });
    await kontor.admin('POST', `/trainer_assignments/${assignment.id}/actions/ask`, {});
    expect((await asked('GET', `/training_sessions/${theirs}`)).status).toBe(200);
    expect((await record([{ enrolment_id: who.id, status: 'present' }], asked, theirs)).status).toBe(422);
    const company = (await kontor.admin('GET', '/companies')).body[0];
    const brand = await world.make('/brands', { name: 'Andere', company_id: company.id, colour: '#654321' });
    const clerk = await kontor.as(['backoffice'], { brand_ids: [brand.id] });
    expect((await record(all('present'), clerk)).status).toBe(404);
    expect((await clerk('POST', `/enrolments/${people[0]!.id}/actions/cancel`, {})).status).toBe(404);
    expect(
      (await clerk('POST', `/enrolments/${people[0]!.id}/actions/transfer`, { training_id: training })).status,
    ).toBe(404);
    expect(await stored(theirs)).toEqual([]);
  });
});
