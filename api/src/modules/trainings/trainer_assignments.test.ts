import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row } from '../../engine/context.ts';
import { existingKey } from '../../engine/rival.ts';
import { type Caller, startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { TrainingRecords } from '../../testing/trainings.ts';

let kontor: TestKontor;
let make: TrainingRecords;
let brand: string;

beforeAll(async () => {
  kontor = await startTestKontor();
  make = new TrainingRecords(kontor);
  brand = (await make.create('brands')).id;
});
afterAll(() => kontor.stop());

const training = () => make.post('trainings', { name: 'Führung', brand_id: brand });
const assign = (session: Row, trainer: Row, more = {}) =>
  make.post('trainer_assignments', { session_id: session.id, trainer_id: trainer.id, ...more });

test('fifty confirm one trainer for overlapping sessions at once: one wins, the others are told by whom', async () => {
  const trainer = await make.post('trainers', { name: 'Petra Sommer' });
  const made = await Promise.all(
    Array.from({ length: 50 }, async (_, i) => {
      const { id } = await training();
      const session = await make.session(id, '2031-09-01', {
        name: `Termin ${i}`,
        starts_at: `2031-09-01T09:${String(i).padStart(2, '0')}:00.000Z`,
      });
      return assign(session, trainer);
    }),
  );
  const answers = await Promise.all(made.map(({ id }) => make.act('trainer_assignments', id, 'confirm')));
  const won = answers.findIndex(({ status }) => status === 200);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(49).fill(422)]);
  const session = await make.read('training_sessions', made[won]!.session_id);
  for (const { body } of answers.filter(({ status }) => status === 422))
    expect(Object.values(body.errors).join()).toContain(`„${session.name}“, 01.09.2031`);
  const confirmed = await make.list('trainer_assignments', { trainer_id: trainer.id, status: 'confirmed' });
  expect(confirmed.map(({ id }) => id)).toEqual([made[won]!.id]);
}, 60_000);

test('the loser is not told of a session that they may not see', async () => {
  const trainer = await make.post('trainers', { name: 'Jan Winter', brand_ids: [brand] });
  const hidden = await make.session((await training()).id, '2031-09-02');
  await make.go('trainer_assignments', (await assign(hidden, trainer)).id, 'confirm');
  const other = (await make.create('brands')).id;
  const theirs = await make.post('trainings', { name: 'Anderes', brand_id: other });
  const mine = await assign(await make.session(theirs.id, '2031-09-02'), trainer);
  const clerk = await kontor.as(['backoffice'], { brand_ids: [other] });
  const answer = await make.act('trainer_assignments', mine.id, 'confirm', {}, clerk);
  expect([answer.status, answer.body.errors]).toEqual([
    422,
    { starts_at: 'Der Trainer ist in dieser Zeit schon für einen anderen Termin bestätigt.' },
  ]);
  expect(answer.body.taken_by).toBeUndefined();
  const seen = await make.act('trainer_assignments', mine.id, 'confirm');
  expect(seen.body.errors.starts_at).toContain('„Tag 2031-09-02“');
});

test('a session that is moved into another one of its trainer stays where it is, and says why', async () => {
  const trainer = await make.post('trainers', { name: 'Ute Herbst' });
  const { id } = await training();
  const [one, two] = [await make.session(id, '2031-09-03', { name: 'Früh' }), await make.session(id, '2031-09-04')];
  for (const session of [one, two])
    await make.go('trainer_assignments', (await assign(session, trainer)).id, 'confirm');
  expect((await make.read('trainings', id)).trainer_ids).toEqual([trainer.id]);
  const { version } = await make.read('training_sessions', two.id);
  const wish = { version, starts_at: '2031-09-03T16:00:00.000Z', ends_at: '2031-09-03T20:00:00.000Z' };
  const moved = await kontor.admin('PATCH', `/training_sessions/${two.id}`, wish);
  expect([moved.status, moved.body.errors.starts_at]).toEqual([422, expect.stringContaining('„Früh“')]);
  // free again the minute the other one ends
  const later = await kontor.admin('PATCH', `/training_sessions/${two.id}`, { ...wish, starts_at: one.ends_at });
  expect(later.status).toBe(200);
});

test('when somebody was asked and has answered is written down', async () => {
  const trainer = await make.post('trainers', { name: 'A' });
  const assignment = await assign(await make.session((await training()).id, '2031-09-05'), trainer);
  const stamps = async () => {
    const { asked_at, answered_at } = await make.read('trainer_assignments', assignment.id);
    return [Boolean(asked_at), Boolean(answered_at)];
  };
  const walk: [string, boolean[]][] = [
    ['ask', [true, false]],
    ['decline', [true, true]],
    ['reconsider', [false, false]],
    ['confirm', [false, false]],
    ['release', [false, false]],
    ['reconsider', [false, false]],
    ['ask', [true, false]],
    ['release', [true, false]],
    ['reconsider', [false, false]],
    ['ask', [true, false]],
    ['accept', [true, true]],
    ['release', [true, true]],
  ];
  for (const [step, expected] of walk) {
    await make.go('trainer_assignments', assignment.id, step);
    expect([step, await stamps()]).toEqual([step, expected]);
  }
});

test('fee and journey follow from the trainer, the session and its place, unless somebody says otherwise', async () => {
  const germany = await make.post('regions', { code: 'DE', name: 'Deutschland', type: 'country' });
  const state = await make.post('regions', { code: 'DE-SH', name: 'S-H', type: 'state', parent_id: germany.id });
  const area = await make.post('regions', { code: 'DE-24', name: '24 Kiel', parent_id: state.id });
  const house = await make.post('locations', { name: 'Haus', region_id: area.id });
  const room = await make.post('locations', { name: 'Saal', type: 'room', parent_id: house.id });
  const trainer = await make.post('trainers', {
    name: 'B',
    brand_ids: [brand],
    day_rate: '1000.01',
    regions: [
      { region_id: germany.id, travel_cost: '300.00' },
      { region_id: state.id, travel_cost: '80.00' },
    ],
  });
  const { id } = await training();
  const session = await make.session(id, '2031-09-08', { units: 3, location_id: room.id });
  const clerk = await kontor.as(['backoffice'], { brand_ids: [brand] });
  const blind = await clerk('POST', '/trainer_assignments', { session_id: session.id, trainer_id: trainer.id });
  expect([blind.status, blind.body.fee]).toEqual([201, undefined]);
  const made = await make.read('trainer_assignments', blind.body.id);
  expect([made.fee, made.travel_cost, made.cost]).toEqual(['375.00', '80.00', '455.00']);
  const second = await make.session(id, '2031-09-09', { units: 8 });
  const own = await assign(second, trainer, { fee: '1.00' });
  expect([own.fee, own.travel_cost]).toEqual(['1.00', null]);
  await make.change('trainings', id, { location_id: house.id });
  const third = await assign(await make.session(id, '2031-09-10', { units: 12 }), trainer);
  expect([third.fee, third.travel_cost]).toEqual(['1500.02', '80.00']);
  const unpaid = await assign(second, await make.post('trainers', { name: 'C' }));
  expect([unpaid.fee, unpaid.travel_cost]).toEqual([null, null]);
});

test('journeys and rents are not told to who may not see them; regions can be kept all the same', async () => {
  const region = await make.post('regions', { code: 'DE-HH', name: 'Hamburg', type: 'state' });
  const trainer = await make.post('trainers', {
    name: 'D',
    brand_ids: [brand],
    regions: [{ region_id: region.id, travel_cost: '4711.00' }],
  });
  const place = await make.post('locations', { name: 'Saal', day_rate: '815.00' });
  const clerk = await kontor.as(['backoffice'], { brand_ids: [brand] });
  const seen = await clerk('GET', `/trainers/${trainer.id}`);
  expect(seen.body.regions).toMatchObject([{ region_id: region.id, priority: 1 }]);
  expect(JSON.stringify([seen.body, (await clerk('GET', `/locations/${place.id}`)).body])).not.toMatch(
    /4711[.]00|815[.]00/,
  );
  const { version, regions } = seen.body;
  const other = await make.post('regions', { code: 'DE-HB', name: 'Bremen', type: 'state' });
  const changed = await clerk('PATCH', `/trainers/${trainer.id}`, {
    version,
    regions: [...regions, { region_id: other.id, priority: 2 }],
  });
  expect(changed.status).toBe(200);
  const stored = (await make.read('trainers', trainer.id)).regions;
  expect(stored.map((one: Row) => one.travel_cost).toSorted()).toEqual(['0.00', '4711.00']);
});

test('a training is found by its customer, by those who may see the customer, and tells nobody else who it is', async () => {
  const other = await make.create('brands');
  const customer = await make.post('customers', { name: 'Werft Nordstern', brand_ids: [brand] });
  const { id } = await make.post('trainings', {
    name: 'Kurs am Kai',
    brand_id: brand,
    customer_id: customer.id,
  });
  const foreign = await make.post('customers', { name: 'Werft Südstern', brand_ids: [other.id] });
  const theirs = await make.post('trainings', { name: 'Kurs am Steg', brand_id: brand, customer_id: foreign.id });
  const clerk = await kontor.as(['backoffice'], { brand_ids: [brand] });
  const trainerUser = await kontor.as(['trainer']);
  const trainer = await make.post('trainers', { name: 'E', user_id: trainerUser.id });
  for (const [one, day] of [
    [id, '2031-10-06'],
    [theirs.id, '2031-10-07'],
  ])
    await make.go('trainer_assignments', (await assign(await make.session(one, day), trainer)).id, 'confirm');
  const found = async (who: Caller, q: string) => {
    const filter = encodeURIComponent(JSON.stringify({ q }));
    const rows: Row[] = (await who('GET', `/trainings?filter=${filter}&sort=["_score","DESC"]`)).body;
    const hits: Row[] = (await who('GET', `/search?q=${encodeURIComponent(q)}`)).body;
    return [rows.map((row) => row.name), hits.filter((hit) => hit.resource === 'trainings').map((hit) => hit.id)];
  };
  // the trainer sees both trainings, and no customer; not even letter by letter
  for (const q of ['Werft', 'nordstern', 'Nor', 'Kurs Nordstern', 'Suedstern', 'Stern'])
    expect([q, ...(await found(trainerUser, q))]).toEqual([q, [], []]);
  expect(await found(trainerUser, 'Kurs am Kai')).toEqual([['Kurs am Kai'], [id]]);
  // the clerk sees one of the customers
  for (const q of ['Werft', 'Nordstrn', 'Kurs Werft', 'Nor Kai'])
    expect([q, ...(await found(clerk, q))]).toEqual([q, ['Kurs am Kai'], [id]]);
  expect(await found(clerk, 'Südstern Steg')).toEqual([[], []]);
  expect((await found(kontor.admin, 'Werft'))[0]!.toSorted()).toEqual(['Kurs am Kai', 'Kurs am Steg']);
  const [hit] = (await clerk('GET', '/search?q=Nordstern Kurs')).body;
  expect(hit).toMatchObject({ id, detail: 'Werft Nordstern' });
  // what is counted is counted anew when the customer is called something else
  const range = (who: Caller) => who('GET', '/trainings?filter={"q":"Nordstern"}&range=[0,0]');
  expect((await range(clerk)).headers.get('content-range')).toMatch(/[/]1$/);
  await make.change('customers', customer.id, { name: 'Reederei' });
  expect((await range(clerk)).headers.get('content-range')).toMatch(/[/]0$/);
  expect(await found(clerk, 'Reederei')).toEqual([['Kurs am Kai'], [id]]);
});

test('the row that is in the way is read from what PostgreSQL says, in any language', () => {
  const range = '["2031-09-01 09:00:00+00","2031-09-01 17:00:00+00")';
  const key = '(trainer_id, tstzrange(starts_at, ends_at))';
  const detail = `Key ${key}=(a, ["2031-09-01 08:00:00+00","2031-09-01 18:00:00+00")) conflicts with existing key ${key}=(a, ${range}).`;
  expect(existingKey(detail, 1)).toEqual({ equal: ['a'], range });
  expect(existingKey(detail.replace('conflicts with existing key', 'kollidiert mit').slice(0, -1), 1)?.range).toBe(
    range,
  );
  expect(existingKey(`(a, b, r)=(1, 2, [2031-01-01,2031-02-01))`, 2)).toEqual({
    equal: ['1', '2'],
    range: '[2031-01-01,2031-02-01)',
  });
  expect(existingKey('nothing of the kind', 1)).toBeUndefined();
  expect(existingKey(detail, 2)).toBeUndefined();
});
