import { specimenModel } from '@kontor/shared/testing/specimens';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { behaviours } from '../modules/index.ts';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { formatNumber } from './numbers.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor({
    model: specimenModel,
    behaviours: { ...behaviours, specimens: { actions: { stamp: async () => undefined } } },
  });
});
afterAll(() => kontor.stop());

const key = 'specimen_document';
const make = async (path: string, values: object) => {
  const answer = await kontor.admin('POST', path, values);
  expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
  return answer.body;
};
const series = (values: object) => make('/number_sequences', { key, name: 'Belege', ...values });
const specimen = (values: object = {}) => make('/specimens', { date_value: '2026-11-27', ...values });
const step = (id: string, name: string) => kontor.admin('POST', `/specimens/${id}/actions/${name}`, {});
const finished = async (values: object = {}) => {
  const answer = await step((await specimen(values)).id, 'finish');
  expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
  return answer.body;
};
const refusal = (text: string, values: unknown[] = []) =>
  kontor.owner.query(text, values).then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const allocations = async (sequence: string) =>
  (
    await kontor.owner.query(
      'SELECT value, last_value, number, resource, record_id, reason FROM number_allocations WHERE sequence_id = $1 ORDER BY value',
      [sequence],
    )
  ).rows;

test('a pattern is filled with year and counter', () => {
  expect(formatNumber('RE-{yyyy}-{00000}', 42, 2026)).toBe('RE-2026-00042');
  expect(formatNumber('{yy}/{0}', 42, 2026)).toBe('26/42');
  expect(formatNumber('{000}', 12_345, 2026)).toBe('12345');
});

describe('a number that a transition gives', () => {
  test('is not there before, stays when the step is gone again, and is accounted for', async () => {
    const general = await series({ pattern: 'B-{0000}' });
    const draft = await specimen();
    expect(draft.document_number).toBeNull();
    const { id, document_number } = (await step(draft.id, 'finish')).body;
    expect(document_number).toBe('B-0001');
    await step(id, 'dismiss');
    await step(id, 'reopen');
    expect((await step(id, 'finish')).body.document_number).toBe('B-0001');
    expect(await allocations(general.id)).toEqual([
      { value: 1, last_value: 1, number: 'B-0001', resource: 'specimens', record_id: id, reason: null },
    ]);
  });

  test('is given back by a step that fails', async () => {
    const draft = await specimen({ date_value: null });
    expect((await step(draft.id, 'finish')).status).toBe(422);
    expect((await finished()).document_number).toBe('B-0002');
  });

  test('is of the brand, else of its company, else of all', async () => {
    const company = await make('/companies', { name: 'Kranich GmbH' });
    const other = await make('/companies', { name: 'Reiher GmbH' });
    const brand = (name: string, company_id: string) => make('/brands', { name, company_id });
    const [own, without, foreign] = [
      await brand('Eigener', company.id),
      await brand('Ohne', company.id),
      await brand('Fremd', other.id),
    ];
    await series({ pattern: 'K-{0}', company_id: company.id });
    await series({ pattern: 'E-{0}', brand_id: own.id, next_value: 700 });
    const numbers = [];
    for (const brand_id of [own.id, own.id, without.id, foreign.id, null])
      numbers.push((await finished({ brand_id })).document_number);
    expect(numbers).toEqual(['E-700', 'E-701', 'K-1', 'B-0003', 'B-0004']);
  });

  test('counts anew in a new year, but a new series begins where it was told to', async () => {
    const company = await make('/companies', { name: 'Jahresend AG' });
    const brand_id = (await make('/brands', { name: 'Jahr', company_id: company.id })).id;
    const { id } = await series({ pattern: 'J{yyyy}-{0}', brand_id, yearly: true, next_value: 40 });
    const year = new Date().getFullYear();
    expect((await finished({ brand_id })).document_number).toBe(`J${year}-40`);
    // as if what was given had been given last year
    await kontor.owner.query('BEGIN');
    await kontor.owner.query('SET LOCAL session_replication_role = replica');
    await kontor.owner.query('UPDATE number_sequences SET year = year - 1 WHERE id = $1', [id]);
    await kontor.owner.query('UPDATE number_allocations SET year = year - 1 WHERE sequence_id = $1', [id]);
    await kontor.owner.query('COMMIT');
    expect((await finished({ brand_id })).document_number).toBe(`J${year}-1`);
  });
});

test('the series of all is made, though its usual pattern is that of a brand', async () => {
  const company = await make('/companies', { name: 'Muster KG' });
  const brand_id = (await make('/brands', { name: 'Musterhaft', company_id: company.id })).id;
  await make('/number_sequences', { key: 'only_of_a_brand', name: 'Nur der Marke', brand_id });
  const { numbers } = kontor.running.engine;
  expect(await numbers.draw('only_of_a_brand', { brand: brand_id, company: null })).toBe('00001');
  expect(await numbers.draw('only_of_a_brand', { brand: null, company: null })).toMatch(/^[0-9a-f]{4}-00001$/);
});

describe('a series without gaps', () => {
  const own = async (values: object = {}) => {
    const company = await make('/companies', { name: `Firma ${Math.random()}` });
    const brand_id = (await make('/brands', { name: `Marke ${Math.random()}`, company_id: company.id })).id as string;
    const sequence = await series({ pattern: `${Math.random()}/{yy}-{0}`, brand_id, ...values });
    return { brand_id, id: sequence.id as string };
  };

  test('is not moved by anybody without an account of its numbers', async () => {
    const { brand_id, id } = await own();
    await finished({ brand_id });
    for (const change of ['next_value = next_value + 1', 'next_value = 1', 'gapless = false', 'yearly = true'])
      expect([change, await refusal(`UPDATE number_sequences SET ${change} WHERE id = $1`, [id])]).toEqual([
        change,
        'KN006',
      ]);
    expect(await refusal('DELETE FROM number_sequences WHERE id = $1', [id])).toMatch(/^23/);
    expect(await refusal('DELETE FROM number_allocations WHERE sequence_id = $1', [id])).toBe('KN001');
    expect(await refusal('UPDATE number_sequences SET name = name WHERE id = $1', [id])).toBe('done');
  });

  test('that an administrator moves on tells which numbers were passed over', async () => {
    const { brand_id, id } = await own();
    await finished({ brand_id });
    const change = async (values: object) => {
      const { version } = (await kontor.admin('GET', `/number_sequences/${id}`)).body;
      return kontor.admin('PUT', `/number_sequences/${id}`, { version, ...values });
    };
    expect((await change({ next_value: 1 })).body.errors).toHaveProperty('next_value');
    expect((await change({ yearly: true, pattern: 'Q{yy}-{0}' })).body.errors).toHaveProperty('yearly');
    expect((await change({ next_value: 10 })).status).toBe(200);
    await finished({ brand_id });
    expect((await allocations(id)).map((row) => [row.value, row.last_value, row.reason])).toEqual([
      [1, 1, null],
      [2, 9, 'Nummernkreis weitergestellt'],
      [10, 10, null],
    ]);
    const gaps = await kontor.admin('GET', `/number_sequences/${id}/gaps`);
    expect(gaps.body).toMatchObject([{ year: null, from: 1, to: 10, given: 2, missing: [], gone: [] }]);
    expect(gaps.body[0].skipped).toMatchObject([
      { from: 2, to: 9, reason: 'Nummernkreis weitergestellt', by: 'Test administrator' },
    ]);
    const nobody = await kontor.as(['trainer']);
    expect((await nobody('GET', `/number_sequences/${id}/gaps`)).status).toBe(403);
    // to whom only the series is shared, its numbers are not
    const guest = await kontor.as([]);
    await make('/record_grants', { subject_resource: 'number_sequences', subject_id: id, user_id: guest.id });
    expect((await guest('GET', `/number_sequences/${id}`)).status).toBe(200);
    expect((await guest('GET', `/number_sequences/${id}/gaps`)).status).toBe(403);
  });

  test('names what was done past it', async () => {
    const { brand_id, id } = await own();
    const records = [];
    for (let n = 0; n < 4; n++) records.push(await finished({ brand_id }));
    await kontor.owner.query('BEGIN');
    await kontor.owner.query('SET LOCAL session_replication_role = replica');
    await kontor.owner.query('DELETE FROM number_allocations WHERE record_id = $1', [records[1].id]);
    await kontor.owner.query('DELETE FROM specimens WHERE id = $1', [records[2].id]);
    await kontor.owner.query('UPDATE number_sequences SET next_value = 9 WHERE id = $1', [id]);
    await kontor.owner.query('COMMIT');
    const [account] = (await kontor.admin('GET', `/number_sequences/${id}/gaps`)).body;
    expect(account).toMatchObject({ from: 1, to: 8, given: 3, skipped: [] });
    expect(account.missing).toEqual([
      { from: 2, to: 2 },
      { from: 5, to: 8 },
    ]);
    expect(account.gone).toEqual([
      { number: records[2].document_number, resource: 'specimens', record_id: records[2].id },
    ]);
  });

  test('gives no number twice and leaves none out, whatever fails, and whoever is cut off', async () => {
    const { brand_id, id } = await own();
    const wanted = process.env.KONTOR_LONG === '1' ? 5000 : 600;
    const { numbers } = kontor.running.engine;
    const { db } = kontor.running.engine;
    const issuer = { brand: brand_id, company: null };
    const given: string[] = [];
    let left = wanted;
    let cut = 0;
    const client = async (nth: number) => {
      while (left-- > 0) {
        const way = (left + nth) % 7;
        await db
          .transaction(async (tx) => {
            const record = crypto.randomUUID();
            const [number] = await numbers.take(tx, {
              series: key,
              issuer,
              resource: 'specimens',
              ids: [record],
              actor: null,
            });
            if (way === 0) throw new Error('rolled back');
            if (way === 1) {
              cut++;
              await tx.query({ strings: ['SELECT pg_terminate_backend(pg_backend_pid())'], values: [] } as never);
            }
            return number;
          })
          .then(
            (number) => given.push(number),
            () => {},
          );
      }
    };
    await Promise.all(Array.from({ length: 64 }, (_, nth) => client(nth)));
    expect(cut).toBeGreaterThan(wanted / 20);
    expect(given.length).toBeGreaterThan(wanted / 2);
    const rows = await allocations(id);
    expect(new Set(given).size).toBe(given.length);
    expect(rows.map((row) => row.value)).toEqual(rows.map((_, i) => i + 1));
    expect(rows.map((row) => row.number).sort()).toEqual([...given].sort());
  }, 300_000);
});
