import { isKept, kindOf, propertiesOf } from '@kontor/shared';
import { specimenModel as model } from '@kontor/shared/testing/specimens';
import simpleRestProvider from 'ra-data-simple-rest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '../engine/context.ts';
import type { TestKontor } from '../testing/harness.ts';
import { isSettable, isWritable, Records, served } from '../testing/records.ts';
import { startSpecimens } from '../testing/specimens.ts';

let kontor: TestKontor;
let records: Records;
beforeAll(async () => {
  kontor = await startSpecimens();
  records = new Records(kontor);
});
afterAll(() => kontor.stop());

const writable = served(model).filter(isWritable);

describe.each(writable.map((r) => r.name))('law 6: %s', (name) => {
  const resource = model.get(name);

  test('absent keys stay, equal ones are accepted, locked and unknown ones are refused at their key', async () => {
    const record = await records.create(resource, { full: true });
    const path = `/${name}/${record.id}`;
    const read = (await kontor.admin('GET', path)).body as Row;
    for (const method of ['PUT', 'PATCH']) {
      const empty = await kontor.admin(method, path, { version: 1 });
      expect([method, empty.status, empty.body]).toEqual([method, 200, read]);
      const same = await kontor.admin(method, path, { ...read, _embedded: { x: 1 } });
      expect([method, same.status, same.body]).toEqual([method, 200, read]);
      const stamps = await kontor.admin(method, path, {
        version: 1,
        id: crypto.randomUUID(),
        created_at: 'gestern',
        created_by: null,
        updated_by: 7,
      });
      expect([method, stamps.status, stamps.body]).toEqual([method, 200, read]);
    }
    for (const [key, field] of Object.entries(resource.fields)) {
      if (isSettable(field) || isKept(field)) continue;
      const { code } = field.kind === 'status' ? { code: /Status/ } : { code: /./ };
      const locked = await kontor.admin('PUT', path, { version: 1, [key]: 'etwas anderes' });
      expect([key, locked.status, Object.keys(locked.body.errors)]).toEqual([key, 422, [key]]);
      expect(locked.body.errors[key]).toMatch(code);
    }
    for (const key of ['no_such_field', 'search_text', 'constructor', 'password_hash', '0', '']) {
      const unknown = await kontor.admin('PUT', path, { version: 1, [key]: 1 });
      expect([key, unknown.status, Object.keys(unknown.body.errors ?? {})]).toEqual([key, 422, [key]]);
      expect((await kontor.admin('POST', `/${name}`, { [key]: 1 })).body.errors).toHaveProperty([key]);
    }
    const proto = await kontor.admin('PUT', path, '{"version":1,"__proto__":{"name":"x"}}');
    expect([proto.status, Object.keys(proto.body.errors ?? {})]).toEqual([422, ['__proto__']]);
    expect((await kontor.admin('GET', path)).body).toEqual(read);
  });

  test('unknown filters and sorts are 400, errors are problem+json in the language of the client', async () => {
    const ask = (query: string, language?: string) =>
      kontor.admin('GET', `/${name}?${query}`, undefined, language ? { 'Accept-Language': language } : {});
    for (const query of [
      'filter={"no_such":1}',
      'filter={"__proto__":1}',
      'filter={"name_between":1}',
      'sort=["no_such","ASC"]',
      'sort=["id","asc; --"]',
      'filter=[1]',
      'filter={',
      'range=[5,1]',
      'range=[-1,5]',
      'range=["a",1]',
      'embed=5',
      'filter={"created_by.name.x":1}',
    ])
      expect([query, (await ask(query)).status]).toEqual([query, 400]);
    const [de, en] = [
      await ask('sort=["no_such","ASC"]', 'de-AT,de;q=0.9'),
      await ask('sort=["no_such","ASC"]', 'en-GB'),
    ];
    expect([de.headers.get('content-type'), de.body]).toEqual([
      expect.stringMatching(/^application\/problem\+json/),
      expect.objectContaining({ code: 'unknown_sort', status: 400, title: 'Danach kann nicht sortiert werden.' }),
    ]);
    expect(en.body.title).toBe('There is no such sort order.');
  });

  test('pages do not overlap, whatever the order', async () => {
    for (let i = 0; i < 5; i++) await records.create(resource);
    const sortable = [...propertiesOf(resource).values()].find(
      (p) => kindOf(p.field).sortable && p.field.kind === 'boolean',
    );
    for (const sort of [resource.list?.sort?.[0] ?? 'id', sortable?.name ?? 'version']) {
      const query = (range: string) => `/${name}?sort=["${sort}","ASC"]&range=${range}`;
      const whole = await kontor.admin('GET', query('[0,999]'));
      const parts = [
        ...(await kontor.admin('GET', query('[0,2]'))).body,
        ...(await kontor.admin('GET', query('[3,999]'))).body,
      ];
      expect(parts.map((row: Row) => row.id)).toEqual(whole.body.map((row: Row) => row.id));
      const total = whole.body.length;
      expect(whole.headers.get('content-range')).toBe(`${name} 0-${total - 1}/${total}`);
    }
  });
});

test('law 6: the unchanged ra-data-simple-rest drives the server through all nine methods', async () => {
  const httpClient = async (url: string, options: any = {}) => {
    const response = await fetch(url, {
      method: options.method ?? 'GET',
      body: options.body,
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${kontor.admin.token}` },
    });
    const body = await response.text();
    if (!response.ok) throw Object.assign(new Error(body), { status: response.status, body: JSON.parse(body) });
    return { status: response.status, headers: response.headers, body, json: JSON.parse(body) };
  };
  const provider = simpleRestProvider(`${kontor.url}/api/v1`, httpClient);
  const marker = 'simple-rest';
  const made: Row[] = [];
  for (const i of [1, 2, 3, 4])
    made.push((await provider.create('customers', { data: { name: `${marker} ${i}`, vat_id: marker } })).data as never);
  const page = await provider.getList('customers', {
    pagination: { page: 2, perPage: 3 },
    sort: { field: 'name', order: 'ASC' },
    filter: { vat_id: marker },
  });
  expect([page.total, page.data.map((row) => row.name)]).toEqual([4, [`${marker} 4`]]);
  const empty = await provider.getList('customers', {
    pagination: { page: 1, perPage: 3 },
    sort: { field: 'name', order: 'ASC' },
    filter: { vat_id: 'gibt es nicht' },
  });
  expect(empty).toMatchObject({ total: 0, data: [] });
  const one = (await provider.getOne('customers', { id: made[0]!.id })).data;
  expect(one).toMatchObject({ id: made[0]!.id, addresses: [] });
  const many = await provider.getMany('customers', { ids: [made[0]!.id, made[1]!.id] });
  expect(many.data).toHaveLength(2);
  const contact = (await provider.create('contacts', { data: { last_name: marker, customer_id: made[0]!.id } })).data;
  const referencing = await provider.getManyReference('contacts', {
    target: 'customer_id',
    id: made[0]!.id,
    pagination: { page: 1, perPage: 10 },
    sort: { field: 'last_name', order: 'DESC' },
    filter: {},
  });
  expect([referencing.total, referencing.data[0]!.id]).toEqual([1, contact.id]);
  const updated = await provider.update('customers', {
    id: one.id,
    data: { ...one, name: 'anders' },
    previousData: one,
  });
  expect(updated.data).toMatchObject({ name: 'anders', version: 2 });
  const ids = made.map((row) => row.id);
  const bulk = await provider.updateMany('contacts', { ids: [contact.id], data: { version: 1, position: 'Leitung' } });
  expect(bulk.data).toEqual([contact.id]);
  const removed = await provider.delete('customers', { id: ids[3]!, previousData: made[3]! });
  expect(removed.data.id).toBe(ids[3]);
  const deleted = await provider.deleteMany('customers', { ids: ids.slice(1, 3) });
  expect(deleted.data).toEqual(ids.slice(1, 3));
  await expect(provider.getOne('customers', { id: crypto.randomUUID() })).rejects.toMatchObject({ status: 404 });
  await expect(
    provider.update('customers', { id: one.id, data: { name: 'x' }, previousData: one }),
  ).rejects.toMatchObject({ status: 428 });
});

test('law 6: getMany is not paged, within what an address can hold', async () => {
  const ids = Array.from({ length: 300 }, () => crypto.randomUUID());
  const filter = encodeURIComponent(JSON.stringify({ id: ids }));
  const answer = await kontor.admin('GET', `/customers?filter=${filter}`);
  expect([answer.status, answer.body]).toEqual([200, []]);
});
