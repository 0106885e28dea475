import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

const series = async () => {
  const filter = encodeURIComponent(JSON.stringify({ key: 'customer' }));
  return (await kontor.admin('GET', `/number_sequences?filter=${filter}`)).body[0];
};
const customer = async (values: object = {}) =>
  (await kontor.admin('POST', '/customers', { name: 'Müller GmbH', ...values })).body;

test('a series that is in use can not begin anew', async () => {
  await customer();
  const { id, version, next_value } = await series();
  const change = (values: object) => kontor.admin('PUT', `/number_sequences/${id}`, { version, ...values });
  for (const [field, value] of [
    ['next_value', next_value - 1],
    ['key', 'andere'],
    ['brand_id', (await kontor.admin('POST', '/companies', { name: 'Firma' })).body.id],
  ] as const) {
    const answer = await change({ [field]: value });
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, [field]]);
  }
  const gone = await kontor.admin('DELETE', `/number_sequences/${id}`);
  expect([gone.status, gone.body.code]).toEqual([409, 'in_use']);
  const raised = await change({ next_value: next_value + 100, name: 'Kunden' });
  expect([raised.status, raised.body.next_value]).toEqual([200, next_value + 100]);
  expect((await customer()).number).toContain(String(next_value + 100));
});

test('a pattern must count, and show the year in which it counts', async () => {
  const make = (values: object) =>
    kontor.admin('POST', '/number_sequences', { key: `k${Math.random()}`, name: 'Neu', ...values });
  for (const values of [{ pattern: 'K' }, { pattern: 'K-{}' }, { pattern: '{00000}', yearly: true }]) {
    const answer = await make(values);
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, ['pattern']]);
  }
  for (const values of [{ pattern: 'K-{0}' }, { pattern: '{yy}{000}', yearly: true }])
    expect((await make(values)).status).toBe(201);
});

test('numbers that are taken already are passed over, by many at once', async () => {
  const { next_value } = await series();
  const number = (await customer()).number as string;
  const later = (n: number) => number.replace(String(next_value), String(next_value + n));
  for (const n of [1, 2, 3, 5])
    await kontor.owner.query(
      "INSERT INTO customers (id, number, type, name, status, language) SELECT gen_random_uuid(), $1, type, 'Importiert', status, language FROM customers LIMIT 1",
      [later(n)],
    );
  const made = await Promise.all(Array.from({ length: 8 }, () => customer()));
  const numbers = made.map((record) => record.number).sort();
  expect(new Set(numbers).size).toBe(8);
  expect(numbers[0]).toBe(later(4));
  expect(numbers).not.toContain(later(5));
});
