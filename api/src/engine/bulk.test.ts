import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));
const make = async (name: string, values: object = {}) =>
  (await kontor.admin('POST', '/customers', { name, ...values })).body;
const states = async (ids: readonly string[]) =>
  (
    await kontor.owner.query<{ trashed: boolean }>(
      'SELECT deleted_at IS NOT NULL AS trashed FROM customers WHERE id = ANY($1::uuid[]) ORDER BY id',
      [ids],
    )
  ).rows.map((row) => row.trashed);

test('many are purged at once, from the trash only, with their lines and a trail, all or none', async () => {
  const line = { type: 'main', street: 'Weg 1', postcode: '10115', city: 'Berlin', country: 'DE' };
  const made = [await make('Eins', { addresses: [line] }), await make('Zwei'), await make('Drei')];
  const ids = made.map((record) => record.id).sort();
  const path = `/customers?filter=${json({ id: ids })}`;
  expect((await kontor.admin('DELETE', `${path}&purge=true`)).body).toEqual({ count: 0, ids: [] });
  expect(await states(ids)).toEqual([false, false, false]);
  // somebody's note on one of them keeps all of them
  const about = { subject_resource: 'customers', subject_id: ids[1], body: 'Notiz' };
  expect((await kontor.admin('POST', '/notes', about)).status).toBe(201);
  expect((await kontor.admin('DELETE', path)).body.count).toBe(3);
  const used = await kontor.admin('DELETE', `${path}&purge=true`);
  expect([used.status, used.body.code]).toEqual([409, 'in_use']);
  expect(await states(ids)).toEqual([true, true, true]);
  await kontor.owner.query('DELETE FROM notes WHERE subject_id = $1', [ids[1]]);
  const purged = await kontor.admin('DELETE', `${path}&purge=true`);
  expect([purged.status, purged.body.ids]).toEqual([200, ids]);
  expect(await states(ids)).toEqual([]);
  const { rows } = await kontor.owner.query(
    "SELECT resource, count(*)::int AS n FROM audit_entries WHERE operation = 'purge' AND record_id = ANY($1) GROUP BY 1 ORDER BY 1",
    [[...ids, made[0].addresses[0].id]],
  );
  expect(rows).toEqual([
    { resource: 'addresses', n: 1 },
    { resource: 'customers', n: 3 },
  ]);
});

test('a list of references is set for many in one go', async () => {
  const tags = await Promise.all(
    ['Neu', 'Alt'].map(async (name) => (await kontor.admin('POST', '/tags', { name })).body.id as string),
  );
  const ids = [await make('Vier', { tag_ids: [tags[0]] }), await make('Fünf'), await make('Sechs')].map((r) => r.id);
  const answer = await kontor.admin('PUT', `/customers?filter=${json({ id: ids })}`, { tag_ids: [tags[1]] });
  expect([answer.status, answer.body.count]).toEqual([200, 3]);
  for (const id of ids) {
    const { body } = await kontor.admin('GET', `/customers/${id}`);
    expect([body.tag_ids, body.version]).toEqual([[tags[1]], 2]);
  }
});

test('what leaves the scope of a user leaves all as it was', async () => {
  const company = (await kontor.admin('POST', '/companies', { name: 'Firma' })).body.id;
  const [own, foreign] = await Promise.all(
    ['Eigene', 'Fremde'].map(
      async (name) => (await kontor.admin('POST', '/brands', { name, company_id: company })).body.id as string,
    ),
  );
  const clerk = await kontor.as(['backoffice'], { brand_ids: [own!] });
  const ids = [await make('Sieben', { brand_ids: [own] }), await make('Acht', { brand_ids: [own] })].map((r) => r.id);
  const path = `/customers?filter=${json({ id: ids })}`;
  expect((await clerk('PUT', path, { payment_days: 21 })).body.count).toBe(2);
  const away = await clerk('PUT', path, { brand_ids: [foreign] });
  expect([403, 422]).toContain(away.status);
  for (const id of ids) {
    const { body } = await kontor.admin('GET', `/customers/${id}`);
    expect([body.brand_ids, body.payment_days]).toEqual([[own], 21]);
  }
});
