import { specimenModel } from '@kontor/shared/testing/specimens';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '../engine/context.ts';
import type { Caller, TestKontor } from '../testing/harness.ts';
import { Records } from '../testing/records.ts';
import { startSpecimens } from '../testing/specimens.ts';

let kontor: TestKontor;
let records: Records;
let brands: string[];
beforeAll(async () => {
  kontor = await startSpecimens();
  records = new Records(kontor);
  const make = async () => (await records.create(specimenModel.get('brands'))).id as string;
  brands = [await make(), await make()];
});
afterAll(() => kontor.stop());

/** Somebody of the first brand with a role of these permissions. */
async function who(permissions: readonly (readonly [pattern: string, scope?: string, guards?: string])[]) {
  const name = `Rolle ${crypto.randomUUID()}`;
  const { rows } = await kontor.owner.query(
    'INSERT INTO roles (id, name, key) VALUES (gen_random_uuid(), $1, $1) RETURNING id',
    [name],
  );
  for (const [pattern, scope, guards] of permissions)
    await kontor.owner.query(
      "INSERT INTO role_permissions (id, role_id, pattern, effect, scope, guards) VALUES (gen_random_uuid(), $1, $2, 'allow', $3, $4)",
      [rows[0].id, pattern, scope ?? null, guards ?? null],
    );
  return kontor.as([name], { brand_ids: [brands[0]!] });
}

const specimen = (values: object): Promise<Row> =>
  records.create(specimenModel.get('specimens'), { values: { date_value: '2031-05-05', ...values } });
const take = (by: Caller, { id }: Row, step: string, input: object = {}) =>
  by('POST', `/specimens/${id}/actions/${step}`, input);

describe('a step', () => {
  test('is taken where its own right reaches, and where changes reach alone it is not', async () => {
    const user = await who([
      ['specimens.read'],
      ['specimens.update', 'brand'],
      ['specimens.transition.dismiss', 'own'],
      ['specimens.action.stamp', 'own'],
    ]);
    const own = { owner_id: user.id, brand_id: brands[1] };
    const others = { owner_id: kontor.admin.id, brand_id: brands[0] };
    for (const [values, status] of [
      [own, 200],
      [others, 403],
      [{ ...others, brand_id: brands[1] }, 403],
    ] as const) {
      const row = await specimen(values);
      expect((await take(user, row, 'stamp', { mark: 'gesehen' })).status).toBe(status);
      expect((await take(user, row, 'dismiss')).status).toBe(status);
    }
  });

  test('needs no right to change the record, and may not be granted by one', async () => {
    const taker = await who([
      ['specimens.read'],
      ['specimens.transition.dismiss', 'brand'],
      ['specimens.action.stamp', 'brand'],
    ]);
    const changer = await who([['specimens.read'], ['specimens.update']]);
    const [here, there] = [await specimen({ brand_id: brands[0] }), await specimen({ brand_id: brands[1] })];
    expect((await take(changer, here, 'dismiss')).status).toBe(403);
    expect((await take(taker, there, 'dismiss')).status).toBe(403);
    expect((await take(taker, here, 'stamp', { mark: 'gesehen' })).status).toBe(200);
    expect((await take(taker, here, 'dismiss')).status).toBe(200);
  });

  test('takes the lines of a record only if it says so', async () => {
    const row = await specimen({ lines_value: [{ name: 'a', price: '1' }] });
    for (const lines_value of [[], [{ ...row.lines_value[0], price: '2' }], [{ name: 'b', price: '9' }]]) {
      const answer = await take(kontor.admin, row, 'finish', { lines_value });
      expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, ['lines_value']]);
    }
    const carried = await take(kontor.admin, row, 'finish', { lines_value: row.lines_value, text_value: 'neu' });
    expect([carried.status, carried.body.text_value]).toEqual([200, 'neu']);
    expect((await kontor.admin('GET', `/specimens/${row.id}`)).body.lines_value).toEqual(row.lines_value);
  });
});
