import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, startTestKontor, type TestKontor } from '../testing/harness.ts';
import { TrainingRecords } from '../testing/trainings.ts';

let kontor: TestKontor;
let make: TrainingRecords;
let brand: string;

beforeAll(async () => {
  kontor = await startTestKontor();
  make = new TrainingRecords(kontor);
  brand = (await make.create('brands')).id;
});
afterAll(() => kontor.stop());

const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));
const days = (measure: string, caller: Caller = kontor.admin) =>
  caller('GET', `/training_sessions/aggregate?group=${json(['training_id'])}&measures=${json([measure])}`);

test('days are counted once each, by the clock of the company, of the rows that one may see', async () => {
  const { id } = await make.post('trainings', { name: 'Kurs', brand_id: brand });
  for (const [from, to] of [
    ['2031-06-10T07:00:00Z', '2031-06-10T10:00:00Z'],
    ['2031-06-10T11:00:00Z', '2031-06-10T15:00:00Z'],
    // half past midnight in Berlin
    ['2031-06-10T22:30:00Z', '2031-06-10T23:00:00Z'],
  ])
    await make.session(id, '2031-06-10', { starts_at: from, ends_at: to });
  expect((await days('days:starts_at')).body).toEqual([{ training_id: id, days_starts_at: 2 }]);
  const stranger = await kontor.as(['backoffice'], { brand_ids: [(await make.create('brands')).id] });
  expect((await days('days:starts_at', stranger)).body).toEqual([]);
});

test('what has no days, or is not known, is no question', async () => {
  for (const measure of ['days:name', 'days:nothing', 'days:', 'days:training_id'])
    expect([measure, (await days(measure)).status]).toEqual([measure, 400]);
});
