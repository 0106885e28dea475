import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { TrainingRecords } from '../testing/trainings.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

test('a number given at creation is of the brand that the record follows from another, by hand and by import', async () => {
  const make = new TrainingRecords(kontor);
  const enrolmentAt = async (brand: string) => {
    const { id } = await make.post('trainings', { name: 'Kurs', brand_id: brand });
    return (await make.create('enrolments', { training_id: id })).id as string;
  };
  const [own, other] = [(await make.create('brands')).id, (await make.create('brands')).id];
  await make.post('number_sequences', { key: 'certificate', name: 'Eigene', pattern: 'EB-{0}', brand_id: own });
  await make.post('number_sequences', { key: 'certificate', name: 'Alle', pattern: 'TB-{0}' });
  expect((await make.post('certificates', { enrolment_id: await enrolmentAt(own) })).number).toBe('EB-1');
  const rows = [await enrolmentAt(other), await enrolmentAt(own), await enrolmentAt(other)];
  const imported = await kontor.admin(
    'POST',
    `/certificates/import?${new URLSearchParams({ mapping: '{"Anmeldung":"enrolment_id"}', mode: 'all' })}`,
    new TextEncoder().encode(['Anmeldung', ...rows].join('\n')),
    { 'Content-Type': 'application/octet-stream' },
  );
  expect([imported.status, imported.body.errors]).toEqual([200, []]);
  const given = new Map((await make.list('certificates', {})).map((one) => [one.enrolment_id, one.number]));
  expect(rows.map((id) => given.get(id))).toEqual(['TB-1', 'EB-2', 'TB-2']);
});
