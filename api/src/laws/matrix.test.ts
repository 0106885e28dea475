import { kindOf, propertiesOf, type Resource, shippedRoles } from '@kontor/shared';
import { specimenModel as model } from '@kontor/shared/testing/specimens';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quote } from '../db/quote.ts';
import type { Answer, Caller, TestKontor } from '../testing/harness.ts';
import { isBranded, isSettable, isWritable, Records, served } from '../testing/records.ts';
import { startSpecimens } from '../testing/specimens.ts';
import { Naive, type Permission, type Person, type Row, type Share } from './matrix/naive.ts';

/** The trail grows with every question, so nothing can be counted in it here; `isolation.test.ts` asks for it. */
const resources = served(model).filter(({ name }) => name !== 'audit_entries');
const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));

let kontor: TestKontor;
let records: Records;
let naive: Naive;
const world = new Map<string, Row[]>();
const people = new Map<string, { person: Person; ask: Caller }>();
let before: Map<string, string>;

/** Roles as nobody would think of them: random patterns, scopes, denials and guards, the same in every run. */
const patterns = ['*', '*.read', ...resources.flatMap(({ name }) => [name, `${name}.read`, `${name}.update`])];
const someRole = fc.array(
  fc.record({
    pattern: fc.constantFrom(...patterns),
    effect: fc.constantFrom('allow', 'allow', 'allow', 'deny'),
    scope: fc.constantFrom(null, 'all', 'brand', 'own', 'assigned', 'brand, all', 'own, brand', 'own, all'),
    guards: fc.constantFrom(null, null, 'margin', '*'),
  }),
  { minLength: 3, maxLength: 14 },
);
const strange = fc.sample(someRole, { numRuns: process.env.KONTOR_LONG === '1' ? 40 : 3, seed: 4711 });

async function makeRole(name: string, permissions: readonly object[]): Promise<string> {
  const { rows } = await kontor.owner.query(
    'INSERT INTO roles (id, name, key) VALUES (gen_random_uuid(), $1, $1) RETURNING id',
    [name],
  );
  for (const one of permissions as Permission[])
    await kontor.owner.query(
      'INSERT INTO role_permissions (id, role_id, pattern, effect, scope, guards) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)',
      [rows[0].id, one.pattern, one.effect, one.scope ?? null, one.guards ?? null],
    );
  return rows[0].id;
}

/** The rows of a resource in two brands and in none, and those that are somebody's own. */
async function fill(resource: Resource, brands: readonly string[], users: readonly string[]): Promise<void> {
  const toUsers = Object.entries(resource.fields).filter(
    ([, field]) => field.kind === 'reference' && field.to === 'users' && isSettable(field),
  );
  const valuesFor = (user: string | null) =>
    Object.fromEntries(toUsers.filter(([, field]) => user || !field.required).map(([name]) => [name, user]));
  const once = toUsers.some(([, field]) => field.unique);
  const branded = isBranded(model, resource);
  for (const [index, brand] of (branded ? brands : [undefined]).entries()) {
    const wish = brand ? { brand } : {};
    await records.create(resource, { ...wish, full: true, values: valuesFor(null) });
    if (toUsers.length && !resource.owned && !(once && index > 0))
      for (const user of users) await records.create(resource, { ...wish, values: valuesFor(user) });
  }
  if (branded) await records.create(resource);
}

/** A training of a brand, with somebody in it, that is given to a trainer: assigned, but not of their own brands. */
async function assign(user: string, brand: string): Promise<void> {
  const { rows } = await kontor.owner.query('SELECT id FROM trainers WHERE user_id = $1', [user]);
  const session = await records.create(model.get('training_sessions'), { brand });
  await records.create(model.get('enrolments'), { brand, values: { training_id: session.training_id } });
  const values = { trainer_id: rows[0].id, session_id: session.id };
  const { id } = await records.create(model.get('trainer_assignments'), { brand, values });
  await kontor.owner.query("UPDATE trainer_assignments SET status = 'confirmed' WHERE id = $1", [id]);
}

beforeAll(async () => {
  kontor = await startSpecimens();
  records = new Records(kontor);
  const brands = await Promise.all(
    ['Nord', 'Süd'].map(async (name) => (await records.create(model.get('brands'), { values: { name } })).id),
  );
  const add = async (name: string, roles: readonly string[]) => {
    people.set(name, { ask: await kontor.as(roles, { brand_ids: [brands[0]!] }), person: undefined as never });
  };
  for (const key of Object.keys(shippedRoles)) await add(key, [key]);
  for (const [index, permissions] of strange.entries())
    await add(`strange ${index}`, [await makeRole(`strange ${index}`, permissions)]);
  await add('nothing', []);
  await add('in the other brand', ['backoffice']);
  await add('no longer', ['administrator']);
  await add('two roles', ['trainer', 'sales_rep']);
  await add('shares only', ['trainer']);
  const idOf = (name: string) => (people.get(name)!.ask as Caller & { id: string }).id;
  const { owner } = kontor;
  await owner.query('UPDATE user_roles SET brand_id = $2 WHERE user_id = $1', [idOf('in the other brand'), brands[1]]);
  await owner.query('UPDATE user_roles SET valid_to = current_date - 2 WHERE user_id = $1', [idOf('no longer')]);

  const asked = ['trainer', 'employee', 'strange 0', 'strange 1', 'two roles'].map(idOf);
  for (const resource of resources)
    if (isWritable(resource) || resource.owned) await fill(resource, brands, asked);
    else await records.row(resource);
  for (const name of ['trainer', 'two roles']) await assign(idOf(name), brands[1]!);
  for (const name of ['customers', 'specimens', 'tasks'] as const) {
    const shared = (await kontor.admin('GET', `/${name}?range=[0,3]`)).body as Row[];
    for (const [index, row] of shared.entries())
      await owner.query(
        'INSERT INTO record_grants (id, subject_resource, subject_id, user_id, level) VALUES (gen_random_uuid(), $1, $2, $3, $4)',
        [name, row.id, idOf('shares only'), index % 2 ? 'edit' : 'read'],
      );
  }
  for (const resource of resources) world.set(resource.name, await everything(resource));
  naive = new Naive(model, world);
  for (const [name, one] of people) people.set(name, { ...one, person: await personOf(idOf(name)) });
  before = await stored();
  await new Promise((done) => setTimeout(done, 4200)); // what was remembered of rights that were written past the API
});
afterAll(() => kontor.stop());

async function everything(resource: Resource): Promise<Row[]> {
  const answer = await kontor.admin('GET', `/${resource.name}?range=[0,999]`);
  expect([resource.name, answer.status]).toEqual([resource.name, 200]);
  return answer.body;
}

/** The rights of a person as they are stored. */
async function personOf(id: string): Promise<Person> {
  const { rows: permissions } = await kontor.owner.query(
    'SELECT p.pattern, p.effect, p.scope, p.guards, u.brand_id::text AS brand FROM user_roles u JOIN role_permissions p ON p.role_id = u.role_id WHERE u.user_id = $1 AND (u.valid_from IS NULL OR u.valid_from <= current_date) AND (u.valid_to IS NULL OR u.valid_to >= current_date)',
    [id],
  );
  const { rows: shares } = await kontor.owner.query(
    'SELECT subject_resource AS resource, subject_id::text AS id, level FROM record_grants WHERE (user_id = $1 OR role_id IN (SELECT role_id FROM user_roles WHERE user_id = $1)) AND (valid_to IS NULL OR valid_to >= current_date)',
    [id],
  );
  const { rows: brands } = await kontor.owner.query(
    'SELECT target_id::text AS id FROM users_brand_ids WHERE record_id = $1',
    [id],
  );
  return { id, permissions, shares: shares as Share[], brands: brands.map((brand) => brand.id) };
}

/** All rows as the database has them, without what signing in and asking leave behind. */
async function stored(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { name } of resources) {
    const { rows } = await kontor.owner.query(
      `SELECT md5(string_agg((to_jsonb(t) - 'last_seen_at')::text, '|' ORDER BY id)) AS sum FROM ${quote(name)} t`,
    );
    found.set(name, rows[0].sum);
  }
  return found;
}

const names = [...Object.keys(shippedRoles), ...strange.map((_, index) => `strange ${index}`)];
const everybody = [...names, 'nothing', 'in the other brand', 'no longer', 'two roles', 'shares only'];
const rowsOf = (resource: Resource) => world.get(resource.name)!;
const allowed = (who: Person, resource: Resource, operation: string) =>
  rowsOf(resource).filter((row) => naive.may(who, resource, operation, row));
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();
/** Some rows of each kind that a person meets: they may change it, only see it, or not even that. */
const someOfEach = (who: Person, resource: Resource): Row[] => {
  const kinds = [[], [], []] as Row[][];
  for (const row of rowsOf(resource)) {
    const kind = ['update', 'read'].findIndex((operation) => naive.may(who, resource, operation, row));
    kinds.at(kind)!.push(row);
  }
  return kinds.flatMap((rows) => rows.slice(0, process.env.KONTOR_LONG === '1' ? 12 : 4));
};
const guarded = (resource: Resource) => [...propertiesOf(resource)].filter(([, { field }]) => field.guard);
/** A question that nobody is entitled to is refused; otherwise it is answered with what there is. */
const answered = (who: Person, resource: Resource, operation: string) =>
  naive.isPossible(who, resource, operation) ? 200 : 403;

test('the fixtures tell the people apart', () => {
  for (const { name } of resources) expect([name, rowsOf(model.get(name)).length > 0]).toEqual([name, true]);
  const seen = everybody.map((name) =>
    resources.map((resource) => allowed(people.get(name)!.person, resource, 'read').length).join(),
  );
  expect(new Set(seen).size).toBeGreaterThan(11);
  expect(allowed(people.get('shares only')!.person, model.get('customers'), 'read')).toHaveLength(4);
});

describe.each(everybody)('%s', (name) => {
  let who: Person;
  let ask: Caller;
  beforeAll(() => {
    ({ person: who, ask } = people.get(name)!);
  });
  /** The same question about all resources, some at a time. */
  const everywhere = async (work: (resource: Resource) => Promise<void>) => {
    const waiting = [...resources];
    const worker = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await work(next);
    };
    await Promise.all(Array.from({ length: 6 }, worker));
  };
  const got = (answer: Answer) => (answer.status === 200 ? idsOf(answer.body) : answer.status);

  test('reads these rows and no others: list, count, order, one by one, history', () =>
    everywhere(async (resource) => {
      const at = `/${resource.name}`;
      const rows = allowed(who, resource, 'read');
      const wanted = answered(who, resource, 'read') === 200 ? idsOf(rows) : 403;
      const listed = await ask('GET', `${at}?range=[0,999]`);
      expect([at, got(listed)]).toEqual([at, wanted]);
      if (wanted === 403) {
        for (const path of [`${at}/${rowsOf(resource)[0]!.id}`, `${at}/aggregate`, `${at}/export`])
          expect([path, (await ask('GET', path)).status]).toEqual([path, 403]);
        return;
      }
      expect(listed.headers.get('content-range')).toMatch(new RegExp(`/${rows.length}$`));
      const counted = await ask('GET', `${at}/aggregate?measures=["count"]`);
      expect([at, counted.body]).toEqual([at, [{ count: rows.length }]]);
      const sorted = await ask('GET', `${at}?sort=${json(['id', 'DESC'])}&range=[0,999]`);
      expect([at, got(sorted)]).toEqual([at, wanted]);
      const chosen = someOfEach(who, resource);
      for (const row of chosen) {
        const status = rows.includes(row) ? 200 : 404;
        const one = await ask('GET', `${at}/${row.id}`);
        expect([at, row.id, one.status]).toEqual([at, row.id, status]);
      }
      const hidden = chosen.find((row) => !rows.includes(row));
      for (const row of [rows[0], hidden])
        if (row)
          for (const path of [`${at}/${row.id}/history`, `${at}/${row.id}/versions/1`]) {
            const { status } = await ask('GET', path);
            // rows that the test itself wrote past the API have no history to tell
            expect([path, status === 410 ? 200 : status]).toEqual([path, rows.includes(row) ? 200 : 404]);
          }
    }));

  test('sees guarded fields on all rows or on none, and can not ask for those', () =>
    everywhere(async (resource) => {
      if (answered(who, resource, 'read') === 403 || guarded(resource).length === 0) return;
      // lines come with one record, not with many
      const listed = (await ask('GET', `/${resource.name}?range=[0,9]`)).body as Row[];
      const rows = await Promise.all(
        listed.map(async ({ id }) => (await ask('GET', `/${resource.name}/${id}`)).body as Row),
      );
      for (const [property, { field }] of guarded(resource)) {
        const open = naive.opens(who, resource, field.guard!);
        for (const row of rows) expect([property, property in row]).toEqual([property, open]);
        if (open || !kindOf(field).sortable) continue;
        const at = `/${resource.name}`;
        for (const path of [
          `${at}?sort=${json([property, 'ASC'])}`,
          `${at}?filter=${json({ [property]: 1 })}`,
          `${at}/aggregate?group=${json([property])}`,
          `${at}/aggregate?measures=${json([`min:${property}`])}`,
        ])
          expect([path, (await ask('GET', path)).status]).toEqual([path, 400]);
        const exported = await ask('GET', `${at}/export?columns=${json([property])}`);
        expect([at, property, exported.status]).toEqual([
          at,
          property,
          answered(who, resource, 'export') === 200 ? 400 : 403,
        ]);
      }
    }));

  test('guesses nothing by filters, search, references and exports', () =>
    everywhere(async (resource) => {
      if (answered(who, resource, 'read') === 403) return;
      const at = `/${resource.name}`;
      const visible = new Set(idsOf(allowed(who, resource, 'read')));
      const all = rowsOf(resource);
      const byId = await ask('GET', `${at}?filter=${json({ id: all.map(({ id }) => id) })}&range=[0,999]`);
      expect([at, got(byId)]).toEqual([at, [...visible].sort()]);
      const hidden = all.find((row) => !visible.has(row.id));
      const text = Object.entries(resource.fields).find(
        ([property, field]) => field.kind === 'text' && !field.guard && hidden?.[property]?.length < 200,
      )?.[0];
      if (hidden && text) {
        const found = await ask('GET', `${at}?filter=${json({ [text]: hidden[text] })}&range=[0,999]`);
        expect([at, got(found)]).toEqual([
          at,
          idsOf(all.filter((row) => visible.has(row.id) && row[text] === hidden[text])),
        ]);
        const hits = await ask('GET', `/search?q=${encodeURIComponent(String(hidden[text]).slice(0, 60))}`);
        for (const hit of hits.body as { resource: string; id: string }[]) {
          const known = world.get(hit.resource)?.find(({ id }) => id === hit.id);
          if (known) expect([hit, naive.may(who, model.get(hit.resource), 'read', known)]).toEqual([hit, true]);
        }
      }
      const pointers = Object.entries(resource.fields).filter(
        ([, field]) => field.kind === 'reference' && !field.guard,
      );
      const embed = json(pointers.map(([property]) => property));
      for (const row of (await ask('GET', `${at}?embed=${embed}&range=[0,999]`)).body as Row[])
        for (const [property, field] of pointers) {
          const title = row._embedded?.[property];
          const target = world.get(field.to as string)?.find(({ id }) => id === row[property]);
          if (!title || !target) continue;
          const open = naive.may(who, model.get(field.to as string), 'read', target);
          expect([property, title.id, title.title !== null]).toEqual([property, title.id, open]);
        }
      const exported = await ask('GET', `${at}/export?columns=${json(['created_at'])}`);
      if (exported.status === 200) {
        const may = all.filter((row) => visible.has(row.id) && naive.may(who, resource, 'export', row));
        expect([at, String(exported.body).trim().split(/\r?\n/).length - 1]).toEqual([at, may.length]);
      } else expect([at, exported.status, naive.isPossible(who, resource, 'export')]).toEqual([at, 403, false]);
    }));

  test('changes nothing that is not theirs, one by one and many at once', () =>
    everywhere(async (resource) => {
      if (!isWritable(resource)) return;
      const at = `/${resource.name}`;
      const mine = new Set(idsOf(allowed(who, resource, 'update')));
      const seen = new Set(idsOf(allowed(who, resource, 'read')));
      const all = someOfEach(who, resource);
      const possible = naive.isPossible(who, resource, 'update');
      for (const row of all) {
        // a version that nobody can have seen: refused for that only where the row may be changed
        const { status } = await ask('PUT', `${at}/${row.id}`, { version: 900_000 });
        expect([at, row.id, status]).toEqual([
          at,
          row.id,
          mine.has(row.id) ? 422 : !possible || seen.has(row.id) ? 403 : 404,
        ]);
      }
      for (const row of all) {
        if (naive.may(who, resource, 'delete', row)) continue;
        const verbs: [string, string][] = [
          ['DELETE', `${at}/${row.id}`],
          ['DELETE', `${at}?filter=${json({ id: [row.id] })}`],
        ];
        for (const [method, path] of verbs.slice(0, all.indexOf(row) % 4 ? 1 : 2)) {
          const answer = await ask(method, path);
          const nothing = answer.status === 200 && answer.body.count === 0;
          expect([method, path, nothing || [403, 404, 405].includes(answer.status)]).toEqual([method, path, true]);
        }
      }
    }));
});

test('whatever was tried, every row is as it was', async () => {
  expect(Object.fromEntries(await stored())).toEqual(Object.fromEntries(before));
});
