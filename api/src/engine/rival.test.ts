import { specimenModel } from '@kontor/shared/testing/specimens';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestKontor } from '../testing/harness.ts';
import { Records } from '../testing/records.ts';
import { startSpecimens } from '../testing/specimens.ts';

let kontor: TestKontor;
let records: Records;
beforeAll(async () => {
  kontor = await startSpecimens();
  records = new Records(kontor);
});
afterAll(() => kontor.stop());

const bookings = specimenModel.get('specimen_bookings');

test('who has the place is told with an open end, and never what lies in the trash', async () => {
  const target = await records.create(specimenModel.get('specimen_targets'));
  const body = async (more: object) => ({
    ...(await records.body(bookings, { values: { target_id: target.id } })),
    ...{ starts_at: null, ends_at: null, ...more },
  });
  const since = { name: 'Aufbau', starts_at: '2031-05-05T08:00:00.000Z' };
  const first = (await kontor.admin('POST', '/specimen_bookings', await body(since))).body;
  await kontor.admin('DELETE', `/specimen_bookings/${first.id}`);
  const second = (await kontor.admin('POST', '/specimen_bookings', await body({ ...since, name: 'Messe' }))).body;
  const late = await kontor.admin('POST', '/specimen_bookings', await body({ starts_at: '2031-06-01T08:00:00.000Z' }));
  expect([late.status, late.body.errors, late.body.taken_by.id]).toEqual([
    422,
    { starts_at: 'Zu dieser Stunde schon belegt. „Messe“, ab 05.05.2031 10:00' },
    second.id,
  ]);
  const until = { name: 'Abbau', target_id: (await records.create(specimenModel.get('specimen_targets'))).id };
  await kontor.admin('POST', '/specimen_bookings', await body({ ...until, ends_at: '2031-05-05T08:00:00.000Z' }));
  const early = await body({ target_id: until.target_id, ends_at: '2031-04-01T08:00:00.000Z' });
  expect((await kontor.admin('POST', '/specimen_bookings', early)).body.errors).toEqual({
    starts_at: 'Zu dieser Stunde schon belegt. „Abbau“, bis 05.05.2031 10:00',
  });
});
