import { isDeepStrictEqual } from 'node:util';
import { type AnyField, kindOf, type Resource } from '@kontor/shared';
import { specimenModel as model } from '@kontor/shared/testing/specimens';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row, Values } from '../engine/context.ts';
import type { TestKontor } from '../testing/harness.ts';
import { fieldsOf, isSettable, isWritable, Records, readBack, rowState, served, trail } from '../testing/records.ts';
import { startSpecimens } from '../testing/specimens.ts';

let kontor: TestKontor;
let records: Records;
beforeAll(async () => {
  kontor = await startSpecimens();
  records = new Records(kontor);
});
afterAll(() => kontor.stop());

const writable = served(model).filter(isWritable);
const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));

/** Fields that can be changed freely, each with two values. */
function changeable(resource: Resource): { name: string; field: AnyField; values: [unknown, unknown, unknown] }[] {
  const bound = new Set([
    ...(resource.unique ?? []).flat(),
    ...Object.values(resource.checks ?? {}).flatMap((check) => fieldsOf(check.that)),
    ...Object.values(resource.exclusions ?? {}).flatMap((e) => [...e.equal, ...e.range, ...fieldsOf(e.where ?? {})]),
  ]);
  return Object.entries(resource.fields).flatMap(([name, field]) => {
    if (!isSettable(field) || bound.has(name) || field.unique || kindOf(field).writeOnly || field.kind === 'lines')
      return [];
    const outs = kindOf(field)
      .samples(field)
      .valid.map((sample) => sample.out ?? sample.in)
      .filter((value) => JSON.stringify(value).length < 500);
    const [first, second, third = null] = [...new Map(outs.map((value) => [JSON.stringify(value), value])).values()];
    return second === undefined ? [] : [{ name, field, values: [first, second, third] }];
  });
}

const entriesOf = async (id: string) =>
  (await trail(kontor, 'record_id = $1 AND record_version IS NOT NULL', [id])).map((entry) => [
    entry.record_version,
    entry.operation,
  ]);

describe.each(writable.map((r) => r.name))('%s', (name) => {
  const resource = model.get(name);
  const path = `/${name}`;

  test('is created, read, changed and deleted with everything it holds', async () => {
    const body = await records.body(resource, { full: true });
    const created = await kontor.admin('POST', path, body);
    expect([name, created.status, created.body.errors]).toEqual([name, 201, undefined]);
    const { id } = created.body as Row;
    const read = (await kontor.admin('GET', `${path}/${id}`)).body;
    expect(created.body).toEqual(read);
    for (const [key, value] of Object.entries(body)) {
      const field = resource.fields[key];
      if (field?.kind === 'lines')
        (value as Values[]).forEach((line, i) => {
          const child = model.get(field.of).fields;
          for (const [k, v] of Object.entries(line)) expect(read[key][i][k]).toEqual(readBack(child[k]!, v));
        });
      else expect({ [key]: read[key] }).toEqual({ [key]: field ? readBack(field, value) : value });
    }
    const changes = Object.fromEntries(changeable(resource).map((c) => [c.name, c.values[1]]));
    const changed = await kontor.admin('PUT', `${path}/${id}`, { version: 1, ...changes });
    expect([changed.status, changed.body]).toEqual([200, expect.objectContaining(changes)]);
    expect((await kontor.admin('GET', `${path}/${id}`)).body).toEqual(changed.body);
    const listed = await kontor.admin('GET', `${path}?filter=${json({ id: [id] })}`);
    expect(listed.body[0]).toMatchObject(changes);
    if (resource.permanent) {
      // on no path, and not past the API either
      const row = await rowState(kontor, resource, id);
      for (const way of [`/${id}`, `/${id}?purge=true`, `?filter=${json({ id: [id] })}`])
        expect([way, (await kontor.admin('DELETE', `${path}${way}`)).status]).toEqual([way, 405]);
      await expect(kontor.owner.query(`DELETE FROM "${name}" WHERE id = $1`, [id])).rejects.toMatchObject({
        code: 'KN001',
      });
      expect(await rowState(kontor, resource, id)).toEqual(row);
      return;
    }
    const deleted = await kontor.admin('DELETE', `${path}/${id}`);
    expect([deleted.status, deleted.body.id]).toEqual([200, id]);
    expect((await kontor.admin('GET', `${path}?filter=${json({ id: [id] })}`)).body).toEqual([]);
    if (resource.trash) {
      const inTrash = await kontor.admin('GET', `${path}?filter=${json({ id: [id], _trash: true })}`);
      expect(inTrash.body).toHaveLength(1);
      expect((await kontor.admin('POST', `${path}/${id}/restore`)).body).toMatchObject({ id, deleted_at: null });
      expect((await kontor.admin('DELETE', `${path}/${id}?purge=true`)).status).toBe(404);
      await kontor.admin('DELETE', `${path}/${id}`);
      expect((await kontor.admin('DELETE', `${path}/${id}?purge=true`)).status).toBe(200);
    }
    expect((await kontor.admin('GET', `${path}/${id}`)).status).toBe(404);
    expect(await rowState(kontor, resource, id)).toBeUndefined();
  });

  test('law 2: a change needs the version, disjoint changes merge, others conflict', async () => {
    const fields = changeable(resource);
    const [f, g] = fields;
    if (!f) return;
    const record = await records.create(resource, {
      values: { [f.name]: f.values[0], ...(g ? { [g.name]: g.values[0] } : {}) },
    });
    const put = (body: object) => kontor.admin('PUT', `${path}/${record.id}`, body);
    expect((await put({ [f.name]: f.values[1] })).status).toBe(428);
    for (const version of ['1', 0, -1, 1.5, 2, 2 ** 40, {}, true])
      expect([version, (await put({ version, [f.name]: f.values[1] })).status]).toEqual([version, 422]);
    const first = await put({ ...record, [f.name]: f.values[1] });
    expect([first.status, first.body.version, first.body.merged]).toEqual([200, 2, undefined]);
    const stale = await put({ version: 1, [f.name]: f.values[2] });
    expect([stale.status, stale.body]).toEqual([
      409,
      expect.objectContaining({
        code: 'conflict',
        base: { [f.name]: record[f.name] },
        yours: { [f.name]: f.values[2] },
        theirs: { [f.name]: f.values[1] },
        version: 2,
      }),
    ]);
    const same = await put({ version: 1, [f.name]: f.values[1] });
    expect([same.status, same.body.version]).toEqual([200, 2]);
    if (g) {
      const merged = await put({ ...record, [g.name]: g.values[1] });
      expect([merged.status, merged.body.merged, merged.body.version]).toEqual([200, true, 3]);
      expect(merged.body).toMatchObject({ [f.name]: f.values[1], [g.name]: g.values[1] });
    }
  });

  test('law 3: every write leaves its entry, a refused one none', async () => {
    const fields = changeable(resource);
    const record = await records.create(resource);
    const { id } = record;
    const expected: [number, string][] = [[1, 'create']];
    const version = () => expected.at(-1)![0];
    const note = (operation: string) => expected.push([version() + 1, operation]);
    for (const { name: field, values } of fields.slice(0, 2)) {
      const before = (await kontor.admin('GET', `${path}/${id}`)).body;
      const [value] = values.filter((v) => JSON.stringify(v) !== JSON.stringify(before[field]));
      const changed = await kontor.admin('PUT', `${path}/${id}`, { version: version(), [field]: value });
      expect(changed.status).toBe(200);
      note('update');
      const [entry] = (await trail(kontor, 'record_id = $1', [id])).slice(-1);
      expect(entry).toMatchObject({
        created_by: kontor.admin.id,
        request_id: changed.headers.get('x-request-id'),
        before: { [field]: before[field] },
        after: { [field]: value },
        resource: name,
      });
      await kontor.admin('PUT', `${path}/${id}`, { version: version(), [field]: value }); // no change, no entry
      const bulk = await kontor.admin('PUT', `${path}?filter=${json({ id: [id] })}`, { [field]: before[field] });
      expect(bulk.body).toEqual({ count: 1, ids: [id] });
      note('update');
    }
    await kontor.admin('PUT', `${path}/${id}`, { version: version(), no_such_field: 1 });
    await kontor.admin('PUT', `${path}/${id}`, {});
    await kontor.admin('PUT', `${path}/${id}`, { version: version() + 7 });
    const refused = await kontor.admin('POST', path, { no_such_field: 1 });
    expect(refused.status).toBe(422);
    expect(await trail(kontor, 'request_id = $1', [refused.headers.get('x-request-id')])).toEqual([]);
    const nobody = await kontor.as([]);
    await nobody('PUT', `${path}/${id}`, { version: version() });
    await nobody('DELETE', `${path}/${id}`);
    for (const [transition, declared] of Object.entries(resource.workflow?.transitions ?? {})) {
      const { [resource.workflow!.field]: state } = (await kontor.admin('GET', `${path}/${id}`)).body;
      const input = Object.fromEntries(
        (declared.requires ?? []).map((field) => [field, records.sample(resource.fields[field]!, 0)]),
      );
      const answer = await kontor.admin('POST', `${path}/${id}/actions/${transition}`, input);
      const expected = declared.from.includes(state) ? 200 : 409;
      // trainings have guards, who find that something is missing; then the list says what
      const unready = name === 'trainings' && expected === 200 && declared.guarded && answer.body.code === 'not_ready';
      if (unready) expect(answer.body.missing.length).toBeGreaterThan(0);
      else expect([transition, answer.status]).toEqual([transition, expected]);
      if (answer.status === 200) note('transition');
    }
    if (resource.trash) {
      for (const answer of [
        await kontor.admin('DELETE', `${path}?filter=${json({ id: [id] })}`),
        await kontor.admin('POST', `${path}/restore?filter=${json({ id: [id] })}`),
      ])
        expect(answer.body).toEqual({ count: 1, ids: [id] });
      await kontor.admin('DELETE', `${path}/${id}`);
      await kontor.admin('POST', `${path}/${id}/restore`);
      await kontor.admin('DELETE', `${path}/${id}`);
      for (const operation of ['delete', 'restore', 'delete', 'restore', 'delete']) note(operation);
      await kontor.admin('DELETE', `${path}/${id}?purge=true`);
    } else await kontor.admin('DELETE', `${path}?filter=${json({ id: [id] })}`);
    if (!resource.permanent) note('purge');
    expect(await entriesOf(id)).toEqual(expected);
  });
});

describe('lines', () => {
  const owners = writable.flatMap((resource) =>
    Object.entries(resource.fields).flatMap(([name, field]) =>
      field.kind === 'lines' && isSettable(field) ? [{ resource, name, field }] : [],
    ),
  );

  test.each(owners.map((o) => [`${o.resource.name}.${o.name}`, o] as const))(
    '%s: each change of a line has its entry',
    async (_, owner) => {
      const { resource, name, field } = owner;
      const path = `/${resource.name}`;
      const [one, two, three] = [await records.line(field), await records.line(field), await records.line(field)];
      const parent = await records.create(resource, { values: { [name]: [one, two] } });
      const [first, second] = parent[name] as [Row, Row];
      // a text that says something else, or (of lines without texts) another figure or choice
      const [change] = changeable(model.get(field.of))
        .toSorted((a, b) => Number(b.field.kind === 'text') - Number(a.field.kind === 'text'))
        .flatMap(({ name: key, field: own, values }) =>
          own.kind === 'text' && !own.examples
            ? [{ [key]: 'anders' }]
            : values.filter((v) => v !== null && !isDeepStrictEqual(v, first[key])).map((v) => ({ [key]: v })),
        );
      const changed = await kontor.admin('PUT', `${path}/${parent.id}`, {
        version: 1,
        [name]: [{ ...first, ...change }, three],
      });
      expect([changed.status, changed.body.errors]).toEqual([200, undefined]);
      const third = changed.body[name].find((line: Row) => line.id !== first.id);
      expect(await entriesOf(parent.id)).toEqual([
        [1, 'create'],
        [2, 'update'],
      ]);
      expect(await entriesOf(first.id)).toEqual([
        [1, 'create'],
        [2, 'update'],
      ]);
      expect(await entriesOf(second.id)).toEqual([
        [1, 'create'],
        [2, 'purge'],
      ]);
      expect(await entriesOf(third.id)).toEqual([[1, 'create']]);
      // a line of another parent is refused, and a stale list of lines is a conflict
      const other = await records.create(resource, { values: { [name]: [await records.line(field)] } });
      const stolen = await kontor.admin('PUT', `${path}/${parent.id}`, { version: 2, [name]: other[name] });
      expect([stolen.status, stolen.body.errors[name][0]]).toEqual([
        422,
        expect.objectContaining({ id: expect.any(String) }),
      ]);
      const stale = await kontor.admin('PUT', `${path}/${parent.id}`, { version: 1, [name]: [] });
      expect([stale.status, Object.keys(stale.body.theirs)]).toEqual([409, [name]]);
      const twice = await kontor.admin('PUT', `${path}/${parent.id}`, { version: 2, [name]: [third, third] });
      expect(twice.status).toBe(422);
      expect((await kontor.admin('GET', `${path}/${parent.id}`)).body[name]).toHaveLength(2);
    },
  );
});

describe('law 3: what a deletion takes along or loosens has entries of its own', () => {
  const targetOf = (resource: Resource, field: AnyField): string =>
    model.subjects(field.of).find((name) => name !== resource.name && name !== 'users' && isWritable(model.get(name)))!;
  const places = writable.flatMap((resource) =>
    Object.entries(resource.fields).flatMap(([name, field]) => {
      const how = field.kind === 'references' && !field.through ? 'list' : field.onDelete;
      const target = field.kind === 'subject' ? targetOf(resource, field) : field.to;
      return how && how !== 'restrict' && target !== 'users'
        ? [{ resource, name, how, target: model.get(target) }]
        : [];
    }),
  );

  /** A record with what only the server writes, as a client reads it. */
  const written = async (resource: Resource, values: Values): Promise<Row> => {
    const { id } = await records.row(resource, values);
    return (await kontor.admin('GET', `/${resource.name}/${id}`)).body;
  };

  test.each(places.map((p) => [`${p.resource.name}.${p.name} (${p.how})`, p] as const))('%s', async (_, place) => {
    const { resource, name, how, target } = place;
    const [goal, other] = [await records.create(target), await records.create(target)];
    const value = how === 'list' ? [goal.id, other.id].sort() : goal.id;
    const values =
      resource.fields[name]!.kind === 'subject'
        ? { [`${name}_resource`]: target.name, [`${name}_id`]: goal.id }
        : { [name]: value };
    const record = isSettable(resource.fields[name]!)
      ? await records.create(resource, { values })
      : await written(resource, values);
    const trashed = target.trash && (await kontor.admin('DELETE', `/${target.name}/${goal.id}`));
    if (trashed) expect(trashed.status).toBe(200);
    const purge = await kontor.admin('DELETE', `/${target.name}/${goal.id}${target.trash ? '?purge=true' : ''}`);
    expect(purge.status).toBe(200);
    const after = await kontor.admin('GET', `/${resource.name}/${record.id}`);
    const [entry] = await trail(kontor, 'record_id = $1 AND record_version = 2', [record.id]);
    if (how === 'cascade') {
      expect([after.status, entry!.operation, entry!.before.id]).toEqual([404, 'purge', record.id]);
      return;
    }
    const left = how === 'list' ? [other.id] : null;
    expect([after.body[name], after.body.version]).toEqual([left, 2]);
    expect([entry!.operation, entry!.before, entry!.after]).toEqual(['update', { [name]: value }, { [name]: left }]);
    // who had opened it before loses nothing, and is not told of a conflict that is none
    const text = Object.keys(resource.fields).find((key) => {
      const field = resource.fields[key]!;
      return field.kind === 'text' && isSettable(field);
    })!;
    const late = await kontor.admin('PUT', `/${resource.name}/${record.id}`, { ...record, [text]: 'später' });
    expect([late.status, late.body[name], late.body[text]]).toEqual([200, left, 'später']);
  });
});

test('law 2: a conflict tells nothing that the user may not read', async () => {
  const brand = await records.create(model.get('brands'));
  const user = await kontor.as(['backoffice'], { brand_ids: [brand.id] });
  const line = { name: 'a', price: '1', cost: '0.77' };
  const record = await records.create(model.get('specimens'), {
    brand: brand.id,
    values: { margin: '7.77', lines_value: [line] },
  });
  const path = `/specimens/${record.id}`;
  await kontor.admin('PUT', path, {
    version: 1,
    margin: '8.88',
    text_value: 'anders',
    lines_value: [{ ...record.lines_value[0], name: 'b' }],
  });
  const answer = await user('PUT', path, { version: 1, margin: '9.99', lines_value: [], text_value: 'nochmal' });
  expect([answer.status, Object.keys(answer.body.theirs).sort()]).toEqual([409, ['lines_value', 'text_value']]);
  expect(JSON.stringify(answer.body)).not.toMatch(/"7\.77|"8\.88|cost/); // numbers travel as text, and 07.771 is a second
  // lines that were only carried along are no conflict, although a field of theirs is hidden
  const { lines_value } = (await user('GET', path)).body;
  const carried = await user('PUT', path, { version: 2, lines_value, email_value: 'x@example.de' });
  expect([carried.status, carried.body.version]).toEqual([200, 3]);
});

test('law 3: the trail keeps all of what is deleted, also what its user may not read', async () => {
  const brand = await records.create(model.get('brands'));
  const user = await kontor.as(['backoffice'], { brand_ids: [brand.id] });
  const lines_value = [
    { name: 'a', price: '1', cost: '0.77' },
    { name: 'b', price: '2', cost: '0.88' },
  ];
  const make = () =>
    records.create(model.get('specimens'), { brand: brand.id, values: { margin: '7.77', lines_value } });
  const [one, other] = [await make(), await make()];
  const gone = async (id: string) => (await trail(kontor, "record_id = $1 AND operation = 'purge'", [id]))[0]!.before;
  const [first, second] = one.lines_value as [Row, Row];
  const seen = (await user('GET', `/specimens/${one.id}`)).body;
  expect(seen.margin).toBeUndefined();
  const changed = await user('PUT', `/specimens/${one.id}`, { version: 1, lines_value: seen.lines_value.slice(0, 1) });
  expect(changed.status).toBe(200);
  expect(await gone(second.id)).toMatchObject({ cost: '0.88' });
  await user('DELETE', `/specimens/${one.id}`);
  await user('DELETE', `/specimens/${one.id}?purge=true`);
  await user('DELETE', `/specimens?filter=${encodeURIComponent(JSON.stringify({ id: [other.id] }))}`);
  await user('DELETE', `/specimens?purge=true&filter=${encodeURIComponent(JSON.stringify({ id: [other.id] }))}`);
  for (const { id } of [one, other]) expect(await gone(id)).toMatchObject({ margin: '7.77' });
  for (const { id } of [first, ...(other.lines_value as Row[])])
    expect(await gone(id)).toMatchObject({ cost: expect.stringMatching(/^0.(77|88)$/) });
});

test('law 2: structured data with lists in it is compared as a whole', async () => {
  const record = await records.create(model.get('specimens'), { values: { json_value: [{ a: 1 }, 5, null] } });
  await kontor.admin('PUT', `/specimens/${record.id}`, { version: 1, json_value: [{ a: 1 }, 6, null] });
  const stale = await kontor.admin('PUT', `/specimens/${record.id}`, { version: 1, json_value: [{ a: 1 }, 7, null] });
  expect([stale.status, stale.body.theirs]).toEqual([409, { json_value: [{ a: 1 }, 6, null] }]);
});

test('law 3: a secret is never in the trail, nor in an answer', async () => {
  const record = await records.create(model.get('specimens'), { values: { secret_value: 'ganz geheim Quitte' } });
  await kontor.admin('PUT', `/specimens/${record.id}`, { version: 1, secret_value: 'noch geheimer Quitte' });
  const told = JSON.stringify([
    await trail(kontor, 'record_id = $1', [record.id]),
    (await kontor.admin('GET', `/specimens/${record.id}`)).body,
    (await kontor.admin('GET', `/specimens/${record.id}/history`)).body,
    await rowState(kontor, model.get('specimens'), record.id),
  ]);
  expect(told).not.toContain('Quitte');
  const entries = await trail(kontor, 'record_id = $1', [record.id]);
  expect(entries.map((entry) => entry.after.secret_value)).toEqual([true, true]);
});
