import type { Resource } from '@kontor/shared';
import { specimenModel as model } from '@kontor/shared/testing/specimens';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '../engine/context.ts';
import type { Caller, TestKontor } from '../testing/harness.ts';
import { isBranded, Records, rowState, served } from '../testing/records.ts';
import { startSpecimens } from '../testing/specimens.ts';

const word = 'Zwiebelfisch';
const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));
const ids = (answer: { body: any }): string[] => (Array.isArray(answer.body) ? answer.body : []).map((row) => row.id);
/** What can belong to a brand; what follows its referrers has no brand of its own. */
const branded = served(model).filter((r) => isBranded(model, r) && !r.seen_by_referrers && r.name !== 'brands');

let kontor: TestKontor;
let records: Records;
let brands: [string, string];
const rows = new Map<string, [Row, Row]>();

/** The same caller, working in a brand. */
const working =
  (caller: Caller, brand: string): Caller =>
  (method, path, body, headers) =>
    caller(method, path, body, { ...headers, 'X-Brand': brand });

beforeAll(async () => {
  kontor = await startSpecimens();
  records = new Records(kontor);
  const brand = async (name: string) => (await records.create(model.get('brands'), { values: { name } })).id as string;
  brands = [await brand('Marke A'), await brand('Marke B')];
  const record = (resource: Resource, one: string) => {
    const searched = Object.entries(resource.fields).find(([, f]) => f.search && f.kind === 'text' && !f.readOnly);
    return records.create(resource, {
      brand: one,
      values: searched && !resource.internal ? { [searched[0]]: `${word} ${one.slice(-4)}` } : {},
    });
  };
  for (const resource of branded)
    rows.set(resource.name, [await record(resource, brands[0]), await record(resource, brands[1])]);
});
afterAll(() => kontor.stop());

describe.each(branded.map((r) => r.name))('who works in a brand meets %s of that brand alone', (name) => {
  test('in lists, counts and search, and by its id whatever it is', async () => {
    const [mine, other] = rows.get(name)!;
    const inA = working(kontor.admin, brands[0]);
    const asked = `/${name}?range=[0,999]`;
    const [whole, part] = [ids(await kontor.admin('GET', asked)), ids(await inA('GET', asked))];
    expect([part.includes(mine.id), part.includes(other.id)]).toEqual([true, false]);
    expect(part.filter((id) => !whole.includes(id))).toEqual([]);
    const total = (await inA('GET', `/${name}?range=[0,0]`)).headers.get('content-range')?.split('/')[1];
    expect(Number(total)).toBe(part.length);
    const counted = await inA('GET', `/${name}/aggregate?measures=${json(['count'])}`);
    expect(counted.body).toEqual([{ count: part.length }]);
    // the answer to "these records" is these records
    expect(ids(await inA('GET', `/${name}?filter=${json({ id: [other.id] })}`))).toEqual([other.id]);
    expect((await inA('GET', `/${name}/${other.id}`)).status).toBe(200);
    const hits = ids(await inA('GET', `/search?q=${word}`));
    expect(hits).not.toContain(other.id);
  });
});

test('it opens nothing: whoever may not see a brand does not see it by working in it', async () => {
  const inB = await kontor.as(['backoffice'], { brand_ids: [brands[1]] });
  for (const { name } of branded) {
    const [foreign] = rows.get(name)!;
    expect(ids(await working(inB, brands[0])('GET', `/${name}?range=[0,999]`))).not.toContain(foreign.id);
  }
});

test('what is changed many at once is what is shown: the other brand stays as it is', async () => {
  const customers = model.get('customers');
  const [mine, other] = rows.get('customers')!;
  const before = await rowState(kontor, customers, other.id);
  const filter = json({ q: word });
  const { status, body } = await working(kontor.admin, brands[0])('PUT', `/customers?filter=${filter}`, {
    phone: '0221 4710511',
  });
  expect([status, body.ids]).toEqual([200, expect.arrayContaining([mine.id])]);
  expect(body.ids).not.toContain(other.id);
  expect(await rowState(kontor, customers, other.id)).toEqual(before);
});

test('what is no brand is refused, and one that is gone shows what belongs to none', async () => {
  const refused = await working(kontor.admin, 'x')('GET', '/customers');
  expect([refused.status, refused.body.code, Object.keys(refused.body.errors)]).toEqual([
    400,
    'malformed_query',
    ['brand'],
  ]);
  const gone = await working(kontor.admin, crypto.randomUUID())('GET', '/customers?range=[0,999]');
  expect(gone.status).toBe(200);
  expect(ids(gone)).not.toContain(rows.get('customers')![0].id);
});
