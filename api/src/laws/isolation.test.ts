import { decide, grantsOf, kindOf, type Operation, opens, propertiesOf, type Resource } from '@kontor/shared';
import { specimenModel as model } from '@kontor/shared/testing/specimens';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '../engine/context.ts';
import type { Caller, TestKontor } from '../testing/harness.ts';
import { isBranded, isSettable, isWritable, Records, rowState, served, trail } from '../testing/records.ts';
import { startSpecimens } from '../testing/specimens.ts';

const resources = served(model);
const grants = grantsOf(['backoffice']);
/** What a back office of one brand sees in part. */
const isolated = resources.filter((r) => isBranded(model, r) && decide(grants, r, 'read') !== 'none');
const word = 'Zwiebelfisch';

let kontor: TestKontor;
let records: Records;
let brandA: string;
let brandB: string;
let inA: Caller & { id: string };
let inB: Caller & { id: string };
const hidden = new Map<string, Row>();
/** What can be asked, as the API describes it. */
let described: { readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> };

beforeAll(async () => {
  kontor = await startSpecimens();
  records = new Records(kontor);
  const brand = async (name: string) =>
    (await records.create(model.get('brands'), { values: { name, sender_name: word } })).id;
  brandA = await brand(`Marke A`);
  brandB = await brand(`${word} B`);
  inA = await kontor.as(['backoffice'], { brand_ids: [brandA] });
  inB = await kontor.as(['backoffice'], { brand_ids: [brandB] });
  described = (await kontor.admin('GET', '/api/openapi.json')).body;
  for (const resource of isolated) hidden.set(resource.name, await hiddenRecord(resource));
});
afterAll(() => kontor.stop());

/** A record of a brand; what belongs to whoever has made it alone is made by them. */
async function recordOf(resource: Resource, brand: string, who: Caller): Promise<Row> {
  const personal = Object.values(resource.fields).some((f) => f.to === 'users' && f.required && f.readOnly);
  if (!personal || !isWritable(resource)) return records.create(resource, { brand });
  return (await who('POST', `/${resource.name}`, await records.body(resource, { brand, full: true }))).body;
}

/** A record of brand B with a word to search for. */
async function hiddenRecord(resource: Resource): Promise<Row> {
  if (resource.name === 'brands') return (await kontor.admin('GET', `/brands/${brandB}`)).body;
  // what follows its referrers is seen alone by who has made it
  if (resource.seen_by_referrers) return records.row(resource, { created_by: inB.id });
  // what the server writes for somebody is seen by them alone
  const whose = Object.entries(resource.fields).find(([, f]) => resource.internal && f.to === 'users' && f.required);
  if (whose) return records.create(resource, { brand: brandB, values: { [whose[0]]: inB.id } });
  if (Object.values(resource.fields).some((f) => f.to === 'users' && f.required && f.readOnly))
    return recordOf(resource, brandB, inB);
  const searched = Object.entries(resource.fields).find(([, f]) => f.search && f.kind === 'text' && isSettable(f));
  return records.create(resource, { brand: brandB, values: searched ? { [searched[0]]: `${word} x` } : {} });
}

const ids = (answer: { body: any }): string[] => (Array.isArray(answer.body) ? answer.body : []).map((row) => row.id);
const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));

test('the generator makes records that brand B sees', async () => {
  expect(isolated.map((r) => r.name)).toEqual(
    expect.arrayContaining(['customers', 'contacts', 'addresses', 'tasks', 'notes', 'brands', 'specimen_lines']),
  );
  for (const [name, row] of hidden) {
    const answer = await inB('GET', `/${name}/${row.id}`);
    expect([name, answer.status]).toEqual([name, 200]);
  }
});

describe.each(isolated.map((r) => r.name))('law 1: %s of another brand do not exist', (name) => {
  const resource = model.get(name);
  const row = () => hidden.get(name)!;

  test('for reading: list, many, filter, sort, search, figures, one, history, duplicates', async () => {
    const { id } = row();
    const page = await inA('GET', `/${name}?range=[0,999]`);
    expect(page.status).toBe(200);
    expect(ids(page)).not.toContain(id);
    expect(page.headers.get('content-range')).toMatch(new RegExp(`/${page.body.length}$`));
    expect(ids(await inA('GET', `/${name}?filter=${json({ id: [id] })}`))).toEqual([]);
    for (const property of propertiesOf(resource).values()) {
      const kind = kindOf(property.field);
      if (kind.sortable) {
        const sorted = await inA('GET', `/${name}?sort=${json([property.name, 'DESC'])}&range=[0,999]`);
        expect([property.name, ids(sorted).includes(id)]).toEqual([property.name, false]);
      }
      const value = row()[property.name];
      if (property.system || !kind.operators.includes('eq') || value === null || value === undefined) continue;
      const found = await inA('GET', `/${name}?filter=${json({ [property.name]: value })}&range=[0,999]`);
      expect([property.name, ids(found).includes(id)]).toEqual([property.name, false]);
    }
    const count = await inA('GET', `/${name}/aggregate?filter=${json({ id })}&measures=["count"]`);
    expect(count.body).toEqual([{ count: 0 }]);
    const grouped = await inA('GET', `/${name}/aggregate?group=["id"]`);
    expect(ids(grouped)).not.toContain(id);
    expect((await inA('GET', `/${name}/${id}`)).status).toBe(404);
    expect((await inA('GET', `/${name}/${id}/history`)).status).toBe(404);
    expect(ids(await inA('POST', `/${name}/duplicates`, { ...row(), id: undefined }))).not.toContain(id);
    if (Object.values(resource.fields).some((field) => field.search))
      expect(ids(await inA('GET', `/${name}?filter=${json({ q: word })}`))).not.toContain(id);
    const hits = await inA('GET', `/search?q=${word}`);
    expect(ids(hits)).not.toContain(id);
  });

  test('along every path that begins at a record, whatever it is for', async () => {
    const { id } = row();
    const paths = Object.entries(described.paths).filter(([path]) => path.startsWith(`/${name}/{id}`));
    expect(paths.map(([path]) => path)).toEqual(expect.arrayContaining([`/${name}/{id}`, `/${name}/{id}/history`]));
    for (const [path, methods] of paths) {
      const at = path.replace('{id}', id).replace('{version}', '1');
      for (const method of Object.keys(methods)) {
        const answer = await inA(method.toUpperCase(), at, ['get', 'delete'].includes(method) ? undefined : {});
        const told = [method, path, answer.status];
        // what is missing in a request may be told before the record is looked for, but nothing of the record
        if (method === 'get') expect(told).toEqual([method, path, 404]);
        else expect(told).toEqual([method, path, expect.toSatisfy((status: number) => status >= 400 && status < 500)]);
        expect(JSON.stringify(answer.body ?? '')).not.toContain(word);
      }
    }
  });

  test('for writing: change, delete, restore, transitions, actions, bulk', async () => {
    const { id } = row();
    const before = await rowState(kontor, resource, id);
    const entries = await trail(kontor, 'record_id = $1 AND record_version IS NOT NULL', [id]);
    const body = { ...row(), version: 1 };
    // what an action demands to be told is there for who asks: only the record itself is not
    const inputs: Record<string, Record<string, unknown>> = {};
    for (const [action, { input = {} }] of Object.entries(resource.actions ?? {})) {
      inputs[action] = {};
      for (const [n, f] of Object.entries(input))
        inputs[action][n] =
          f.kind !== 'reference' || !f.required
            ? records.sample(f, 0)
            : f.to === 'brands'
              ? brandA
              : (await recordOf(model.get(f.to), brandA, inA)).id;
    }
    const verbs: [string, string, unknown?][] = [
      ['PUT', `/${name}/${id}`, body],
      ['PATCH', `/${name}/${id}`, body],
      ['DELETE', `/${name}/${id}`],
      ['DELETE', `/${name}/${id}?purge=true`],
      ['POST', `/${name}/${id}/restore`],
      ...[...Object.keys(resource.workflow?.transitions ?? {}), ...Object.keys(resource.actions ?? {})].map(
        (action): [string, string, unknown] => ['POST', `/${name}/${id}/actions/${action}`, inputs[action] ?? {}],
      ),
    ];
    for (const [method, path, sent] of verbs) {
      const answer = await inA(method, path, sent);
      expect([method, path, [403, 404, 405].includes(answer.status) || answer.status]).toEqual([method, path, true]);
    }
    const required = Object.entries(resource.fields).find(([, f]) => isSettable(f) && f.kind === 'text');
    const change = required ? { [required[0]]: 'geändert' } : {};
    for (const filter of [{ id: [id] }, { id }, {}]) {
      if (Object.keys(filter).length) {
        for (const [method, path, sent] of [
          ['PUT', `/${name}?filter=${json(filter)}`, change],
          ['DELETE', `/${name}?filter=${json(filter)}`],
          ['POST', `/${name}/restore?filter=${json(filter)}`],
        ] as [string, string, unknown?][]) {
          const answer = await inA(method, path, sent);
          if (answer.status === 200) expect(answer.body).toEqual({ count: 0, ids: [] });
          else expect([method, [403, 405].includes(answer.status)]).toEqual([method, true]);
        }
      } else if (required) {
        const answer = await inA('PUT', `/${name}?filter=${json(filter)}`, change);
        expect(answer.body.ids ?? []).not.toContain(id);
      }
    }
    expect(await rowState(kontor, resource, id)).toEqual(before);
    expect(await trail(kontor, 'record_id = $1 AND record_version IS NOT NULL', [id])).toEqual(entries);
  });
});

/** Every field that points to something isolated. */
const pointers = resources.filter(isWritable).flatMap((resource) =>
  Object.entries(resource.fields).flatMap(([field, declared]) => {
    if (!isSettable(declared)) return [];
    const targets =
      declared.kind === 'subject'
        ? model.subjects(declared.of)
        : ['reference', 'references'].includes(declared.kind)
          ? [declared.to as string]
          : [];
    return targets.filter((t) => model.resources.has(t)).map((target) => ({ resource, field, declared, target }));
  }),
);

/** Files of a body that the user has uploaded themselves: of those alone they see their own. */
async function ownFiles(resource: Resource): Promise<Row> {
  const names = Object.keys(resource.fields).filter((name) => resource.fields[name]!.kind === 'file');
  const ids = await Promise.all(
    names.map(async (name) => [name, (await records.row(model.get('files'), { created_by: inA.id })).id] as const),
  );
  return Object.fromEntries(ids) as Row;
}

/** What is made once for all who ask for it by the same name. */
function once<T>(make: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (name) => {
    if (!made.has(name)) made.set(name, make(name));
    return made.get(name)!;
  };
}

describe('law 1: references', () => {
  const value = (p: (typeof pointers)[number], id: string) =>
    p.declared.kind === 'subject'
      ? { [`${p.field}_resource`]: p.target, [`${p.field}_id`]: id }
      : { [p.field]: p.declared.kind === 'references' ? [id] : id };
  const at = (p: (typeof pointers)[number]) => (p.declared.kind === 'subject' ? `${p.field}_id` : p.field);

  test('a payload can not point to what the user does not see', async () => {
    const tried: string[] = [];
    // whatever is tried is refused, so one record and one body of each resource do for all its references
    const ownOf = once((name) => recordOf(model.get(name), brandA, inA));
    const bodyOf = once(async (name) => ({
      ...(await records.body(model.get(name), { brand: brandA })),
      ...(await ownFiles(model.get(name))),
    }));
    for (const pointer of pointers.filter((p) => hidden.has(p.target))) {
      const { resource, target } = pointer;
      if (decide(grants, resource, 'create') === 'none') continue;
      tried.push(`${resource.name}.${pointer.field}`);
      const body = { ...(await bodyOf(resource.name)), ...value(pointer, hidden.get(target)!.id) };
      const answer = await inA('POST', `/${resource.name}`, body);
      const place = `${resource.name}.${pointer.field} to ${target}`;
      expect([place, answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([place, 422, [at(pointer)]]);
      const own = await ownOf(resource.name);
      const filter = json({ id: [own.id] });
      const changes = value(pointer, hidden.get(target)!.id);
      for (const refused of [
        await inA('PUT', `/${resource.name}/${own.id}`, { version: own.version, ...changes }),
        await inA('PUT', `/${resource.name}?filter=${filter}`, changes),
      ])
        expect([pointer.field, refused.status, Object.keys(refused.body.errors ?? {})]).toEqual([
          pointer.field,
          422,
          [at(pointer)],
        ]);
    }
    expect(tried).toEqual(
      expect.arrayContaining(['customers.brand_ids', 'tasks.brand_id', 'tasks.subject', 'contacts.customer_id']),
    );
  });

  test('nor to what is in the trash', async () => {
    const thrown = once(async (name) => {
      const target = await records.create(model.get(name));
      const deleted = await kontor.admin('DELETE', `/${name}/${target.id}`);
      expect([name, deleted.status]).toEqual([name, 200]);
      return target;
    });
    const bodyOf = once((name) => records.body(model.get(name)));
    for (const pointer of pointers.filter((p) => model.get(p.target).trash && isWritable(model.get(p.target)))) {
      const target = await thrown(pointer.target);
      const body = { ...(await bodyOf(pointer.resource.name)), ...value(pointer, target.id) };
      const answer = await kontor.admin('POST', `/${pointer.resource.name}`, body);
      expect([pointer.resource.name, answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([
        pointer.resource.name,
        422,
        [at(pointer)],
      ]);
    }
  });

  test('a reference to a hidden record is its id without title, and no question looks behind it', async () => {
    const seen: string[] = [];
    for (const pointer of pointers.filter((p) => hidden.has(p.target))) {
      const { resource, field, target } = pointer;
      if (decide(grants, resource, 'read') === 'none') continue;
      const other = hidden.get(target)!;
      const both = pointer.declared.kind === 'references' && target === 'brands' ? { [field]: [brandA, brandB] } : {};
      const own = await records.create(resource, {
        brand: brandA,
        values: { ...value(pointer, other.id), ...both },
      });
      const answer = await inA('GET', `/${resource.name}/${own.id}?embed=${json([field])}`);
      if (answer.status === 404) continue; // the reference is what makes the record invisible
      seen.push(`${resource.name}.${field}`);
      const embedded = [answer.body._embedded[field]].flat().find((e: any) => e.id === other.id);
      expect([field, embedded?.title]).toEqual([field, null]);
      if (pointer.declared.kind !== 'reference') continue;
      const title = model.get(target).title[0]!;
      const behind = await inA('GET', `/${resource.name}?filter=${json({ id: [own.id], [`${field}.id`]: other.id })}`);
      expect([field, ids(behind)]).toEqual([field, []]);
      const like = await inA(
        'GET',
        `/${resource.name}?filter=${json({ id: [own.id], [`${field}.${title}_ilike`]: '%' })}`,
      );
      expect([field, like.status === 400 || ids(like).length === 0]).toEqual([field, true]);
      const sorted = await inA('GET', `/${resource.name}?sort=${json([field, 'ASC'])}&range=[0,9]`);
      expect(sorted.status).toBe(200);
    }
    expect(seen).toEqual(expect.arrayContaining(['customers.brand_ids', 'specimen_replies.note_id']));
  });

  test('nobody moves a record of theirs to where they could not have put it', async () => {
    const mine = await records.create(model.get('customers'), { brand: brandA });
    const answer = await inA('PUT', `/customers/${mine.id}`, { version: 1, brand_ids: [] });
    expect(answer.status).toBe(403);
    expect((await kontor.admin('GET', `/customers/${mine.id}`)).body.brand_ids).toEqual([brandA]);
  });
});

describe('law 1: guarded fields', () => {
  const guarded = resources.flatMap((resource) =>
    Object.entries(resource.fields).flatMap(([name, field]) =>
      field.guard && !opens(grants, field.guard, resource) ? [{ resource, name, field }] : [],
    ),
  );

  test('are not read, filtered, sorted, measured, written or told by history without the guard', async () => {
    expect(guarded.length).toBeGreaterThan(0);
    for (const { resource, name, field } of guarded.filter((g) => isWritable(g.resource))) {
      const values = isSettable(field) ? { [name]: records.sample(field, 0) } : {};
      const record = await records.create(resource, { brand: brandA, full: true, values });
      expect(record[name] ?? null).not.toBeNull();
      const asked = (query: string) => inA('GET', `/${resource.name}${query}`);
      expect((await asked(`/${record.id}`)).body).not.toHaveProperty(name);
      expect((await asked('?range=[0,9]')).body[0]).not.toHaveProperty(name);
      expect((await asked(`?filter=${json({ [name]: record[name] })}`)).status).toBe(400);
      expect((await asked(`?sort=${json([name, 'ASC'])}`)).status).toBe(400);
      expect((await asked(`/aggregate?group=${json([name])}`)).status).toBe(400);
      expect((await asked(`/aggregate?measures=${json([`min:${name}`])}`)).status).toBe(400);
      const written = await inA('PUT', `/${resource.name}/${record.id}`, { version: 1, [name]: record[name] });
      expect([written.status, Object.keys(written.body.errors)]).toEqual([422, [name]]);
      expect(JSON.stringify((await asked(`/${record.id}/history`)).body)).not.toContain(`"${name}"`);
    }
  });

  test('of lines neither', async () => {
    for (const { resource, name, field } of guarded.filter((g) => g.resource.owned)) {
      const owner = model.owners(resource.name)[0]!;
      const parent = await records.create(owner.resource, {
        brand: brandA,
        values: {
          [owner.field]: [
            { ...(await records.line(owner.resource.fields[owner.field]!)), [name]: records.sample(field, 0) },
          ],
        },
      });
      expect(parent[owner.field][0][name]).toBeDefined();
      const path = `/${owner.resource.name}/${parent.id}`;
      const seen = (await inA('GET', path)).body[owner.field];
      expect(seen).toHaveLength(1);
      expect(seen[0]).not.toHaveProperty(name);
      const history = (await inA('GET', `${path}/history`)).body;
      expect(JSON.stringify(history)).not.toContain(`"${name}"`);
      // saving the form without the field must not lose it
      const [line] = seen;
      const [other, open] = Object.entries(resource.fields).find(
        ([, f]) => ['text', 'integer'].includes(f.kind) && isSettable(f) && !f.guard,
      )!;
      const change = { [other]: open.kind === 'text' ? 'geändert' : (line[other] ?? open.min ?? 0) + 1 };
      const saved = await inA('PUT', path, { version: 1, [owner.field]: [{ ...line, ...change }] });
      expect(saved.status).toBe(200);
      expect((await kontor.admin('GET', path)).body[owner.field][0][name]).toBe(parent[owner.field][0][name]);
    }
  });
});

describe('law 1: missing permission', () => {
  const roles: string[][] = [[], ['employee'], ['auditor'], ['backoffice']];

  test.each(roles.map((r) => [r.join() || 'nobody', r] as const))(
    '%s is refused every verb that no role grants',
    async (_, own) => {
      const user = await kontor.as(own, { brand_ids: [brandA] });
      const mine = grantsOf(own);
      for (const resource of resources) {
        const path = `/${resource.name}`;
        const id = hidden.get(resource.name)?.id ?? crypto.randomUUID();
        const filter = `filter=${json({ id: [id] })}`;
        const verbs: [Operation, string, string, unknown?][] = [
          ['read', 'GET', path],
          ['read', 'GET', `${path}/${id}`],
          ['read', 'GET', `${path}/${id}/history`],
          ['read', 'GET', `${path}/aggregate`],
          ['read', 'POST', `${path}/duplicates`, {}],
          ['create', 'POST', path, {}],
          ['update', 'PUT', `${path}/${id}`, { version: 1 }],
          ['update', 'PATCH', `${path}/${id}`, {}],
          ['update', 'PUT', `${path}?${filter}`, {}],
          ['delete', 'DELETE', `${path}/${id}`],
          ['delete', 'DELETE', `${path}?${filter}`],
          ['restore', 'POST', `${path}/${id}/restore`],
          ['restore', 'POST', `${path}/restore?${filter}`],
          ...Object.keys(resource.workflow?.transitions ?? {}).map((name): [Operation, string, string, unknown] => [
            `transition.${name}`,
            'POST',
            `${path}/${id}/actions/${name}`,
            {},
          ]),
          ...Object.keys(resource.actions ?? {}).map((name): [Operation, string, string, unknown] => [
            `action.${name}`,
            'POST',
            `${path}/${id}/actions/${name}`,
            {},
          ]),
        ];
        for (const [operation, method, address, body] of verbs) {
          if (decide(mine, resource, operation) !== 'none') continue;
          const answer = await user(method, address, body);
          const writes =
            operation === 'create' || operation === 'update' || operation === 'delete' || operation === 'restore';
          const nowhere =
            writes &&
            (!isWritable(resource) ||
              (operation === 'restore' && !resource.trash) ||
              (operation === 'delete' && resource.permanent));
          const right = answer.status === 403 || (nowhere && answer.status === 405);
          expect([method, address, right || answer.status]).toEqual([method, address, true]);
        }
      }
      if (own.length === 0) expect((await user('GET', `/search?q=${word}`)).body).toEqual([]);
    },
  );

  test('without a token nothing is answered but 401', async () => {
    for (const resource of resources)
      for (const [method, path] of [
        ['GET', ''],
        ['POST', ''],
        ['GET', `/${crypto.randomUUID()}`],
        ['DELETE', `/${crypto.randomUUID()}`],
      ])
        expect((await kontor.anonymous(method!, `/${resource.name}${path}`)).status).toBe(401);
  });
});
