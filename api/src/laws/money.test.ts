import { Exact } from '@kontor/shared';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestKontor } from '../testing/harness.ts';
import { startSpecimens } from '../testing/specimens.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startSpecimens();
});
afterAll(() => kontor.stop());

/** Amounts that a floating point number can not hold. */
const amount = (digits: number, scale: number) =>
  fc.tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** BigInt(digits) - 1n })).map(([negative, n]) => {
    const text = n.toString().padStart(scale + 1, '0');
    const whole = text.slice(0, text.length - scale);
    return `${negative && n !== 0n ? '-' : ''}${whole}${scale ? `.${text.slice(-scale)}` : ''}`;
  });
const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));

test('law 8: amounts survive the way there and back, digit by digit', async () => {
  await fc.assert(
    fc.asyncProperty(amount(17, 2), amount(20, 2), amount(25, 0), async (money_value, decimal_value, whole) => {
      const sent = { money_value, decimal_value, whole };
      const created = await kontor.admin('POST', '/specimens', sent);
      expect(created.body).toMatchObject(sent);
      const { id } = created.body;
      expect((await kontor.admin('GET', `/specimens/${id}`)).body).toMatchObject(sent);
      const found = await kontor.admin('GET', `/specimens?filter=${json({ ...sent, id: [id] })}`);
      expect(found.body).toHaveLength(1);
      const above = await kontor.admin(
        'GET',
        `/specimens?filter=${json({ id: [id], decimal_value_gt: decimal_value })}`,
      );
      expect(above.body).toHaveLength(0);
    }),
    { numRuns: 40, examples: [['12345678901234.89', '123456789012345678.89', '1234567890123456789012345']] },
  );
});

test('law 8: sums are exact, however long', async () => {
  const marker = 'exakte-summe';
  const amounts = fc.sample(amount(20, 2), { numRuns: 30, seed: 8 });
  for (const decimal_value of ['123456789012345678.89', '0.01', ...amounts])
    expect((await kontor.admin('POST', '/specimens', { text_value: marker, decimal_value })).status).toBe(201);
  const total = ['123456789012345678.89', '0.01', ...amounts].reduce((sum, value) => sum.plus(value), new Exact(0));
  const answer = await kontor.admin(
    'GET',
    `/specimens/aggregate?filter=${json({ text_value: marker })}&measures=["sum:decimal_value","max:decimal_value","count"]`,
  );
  expect(answer.body).toEqual([
    {
      sum_decimal_value: total.toFixed(2),
      max_decimal_value: [...amounts, '123456789012345678.89'].reduce((a, b) => (new Exact(a).gt(b) ? a : b)),
      count: 32,
    },
  ]);
});

test('law 8: computed figures are summed as any other; texts and averages are not', async () => {
  const marker = 'berechnete-summe';
  for (const [unit_price, fine] of [
    ['10.5', '0.25'],
    ['1', '0.5'],
  ])
    expect((await kontor.admin('POST', '/specimens', { text_value: marker, unit_price, fine })).status).toBe(201);
  const path = `/specimens/aggregate?filter=${json({ text_value: marker })}`;
  const summed = await kontor.admin('GET', `${path}&measures=["sum:difference"]`);
  expect([summed.status, Number(summed.body[0].sum_difference)]).toEqual([200, 10.75]);
  for (const name of ['expression_value', 'average'])
    expect([name, (await kontor.admin('GET', `${path}&measures=["sum:${name}"]`)).status]).toEqual([name, 400]);
});

test('law 8: a number in JSON is taken only if it is exact, and nothing is rounded silently', async () => {
  const post = async (body: string) => (await kontor.admin('POST', '/specimens', body)).body;
  expect((await post('{"money_value": 12.3}')).money_value).toBe('12.30');
  expect((await post('{"decimal_value": 12345678901234567.89}')).errors).toHaveProperty('decimal_value');
  expect((await post('{"money_value": 0.1234}')).errors).toHaveProperty('money_value');
  expect((await post('{"money_value": "1.005"}')).errors).toHaveProperty('money_value');
  expect((await post('{"money_value": "-0.00"}')).money_value).toBe('0.00');
});

test('law 8: a line total is rounded half away from zero', async () => {
  const lines_value = [
    ['0.5', '0.01', '0.01'],
    ['-0.5', '0.01', '-0.01'],
    ['1.005', '1.00', '1.01'],
    ['3', '33.33', '99.99'],
  ].map(([quantity, price, total]) => ({ line: { name: total, quantity, price }, total }));
  const record = (await kontor.admin('POST', '/specimens', { lines_value: lines_value.map((l) => l.line) })).body;
  expect(record.lines_value.map((line: any) => line.total)).toEqual(lines_value.map((l) => l.total));
  expect(record.rollup_value).toBe('101.00');
});
