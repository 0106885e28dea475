import { type Condition, kindOf, propertiesOf, type Resource } from '@kontor/shared';
import { specimenModel as model } from '@kontor/shared/testing/specimens';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quote } from '../db/quote.ts';
import { constraintName } from '../db/schema.ts';
import type { Row } from '../engine/context.ts';
import type { Answer, TestKontor } from '../testing/harness.ts';
import { demandedText, isOwnCheck, isSettable, isWritable, Records, served } from '../testing/records.ts';
import { startSpecimens } from '../testing/specimens.ts';
import { expectWithin } from '../testing/within.ts';

let kontor: TestKontor;
let records: Records;
beforeAll(async () => {
  kontor = await startSpecimens();
  records = new Records(kontor);
});
afterAll(() => kontor.stop());

const all = [...model.resources.values()];
const writable = served(model).filter(isWritable);
const driverText = /postgres|violat|constraint|relation|duplicate key|pg_|syntax|\bat .*\.ts/i;

/** A refusal that a person can read: the right code, the right field, nothing of the driver. */
function refused(answer: Answer, fields: string[], statuses = [422]): void {
  expect([
    statuses.includes(answer.status) || answer.status,
    answer.body.errors && Object.keys(answer.body.errors),
  ]).toEqual([true, answer.status === 422 ? fields : undefined]);
  expect(JSON.stringify(answer.body)).not.toMatch(driverText);
}

/** Tries a statement on the database itself, past the API, and takes it back. */
async function attack(statement: string, values: unknown[] = []): Promise<{ code?: string; constraint?: string }> {
  await kontor.owner.query('BEGIN');
  try {
    await kontor.owner.query(statement, values);
    return {};
  } catch (error) {
    return { code: (error as any).code, constraint: (error as any).constraint };
  } finally {
    await kontor.owner.query('ROLLBACK');
  }
}

/** Inserts a copy of a row with another id, and other values. */
function copy(resource: Resource, row: Row, values: object = {}) {
  const names = [...propertiesOf(resource).values()].flatMap((p) =>
    p.column && !p.column.generated ? [quote(p.name)] : [],
  );
  const table = quote(resource.name);
  return attack(
    `INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.map((n) => `n.${n}`).join(', ')} FROM ${table} t, jsonb_populate_record(t, $2) n WHERE t.id = $1`,
    [row.id, JSON.stringify({ id: crypto.randomUUID(), ...values })],
  );
}

/** Ranges at which no exclusion meets another row. */
async function elsewhen(resource: Resource): Promise<object> {
  const names = Object.values(resource.exclusions ?? {}).flatMap((exclusion) => exclusion.range as readonly string[]);
  if (names.length === 0) return {};
  const body = await records.body(resource, { full: true });
  return Object.fromEntries(names.map((name) => [name, body[name]]));
}

const uniques = all.flatMap((resource) => [
  ...[...propertiesOf(resource).values()]
    .filter((p) => p.field.unique || p.field.kind === 'sequence')
    .map((p) => ({ resource, group: [p.name] })),
  ...(resource.unique ?? []).map((group) => ({ resource, group: [...group] })),
]);

describe('law 4: what is unique', () => {
  test.each(uniques.map((u) => [`${u.resource.name} ${u.group.join('+')}`, u] as const))(
    '%s stays so, directly and in a race',
    async (_, { resource, group }) => {
      const body = isWritable(resource) ? await records.body(resource) : {};
      const drawn = group.some((name) => {
        const { field } = propertiesOf(resource).get(name)!;
        return kindOf(field).computed || field.readOnly;
      });
      const [first] = group as [string];
      for (const name of group) if (!drawn && isWritable(resource)) body[name] ??= await valueFor(resource, name);
      const row = isWritable(resource)
        ? ((await kontor.admin('POST', `/${resource.name}`, body)).body as Row)
        : await records.create(resource);
      // a number that a transition gives is not there yet
      if (propertiesOf(resource).get(first)!.field.on)
        await kontor.owner.query(`UPDATE ${quote(resource.name)} SET ${quote(first)} = 'N-1' WHERE id = $1`, [row.id]);
      // what only the server writes, and not always
      else if (!isWritable(resource) && row[first] === null)
        await kontor.owner.query(`UPDATE ${quote(resource.name)} SET ${quote(first)} = $2 WHERE id = $1`, [
          row.id,
          await valueFor(resource, first),
        ]);
      // values by which no other rule of the resource is met
      const elsewhere = async () => {
        const values: Record<string, unknown> = {};
        for (const other of uniques) {
          const name = other.group.find((one) => !group.includes(one));
          if (other.resource !== resource || !name || other.group.join() === group.join()) continue;
          const random = `${Math.random()}`.slice(2, 12);
          const checked = JSON.stringify(resource.checks ?? {}).includes(`"${name}"`);
          values[name] = propertiesOf(resource).get(name)!.column?.references
            ? (await records.body(resource, { full: true }))[name]
            : `${random}${checked ? row[name] : ''}`;
        }
        return { ...values, ...(await elsewhen(resource)) };
      };
      expect(await copy(resource, row, await elsewhere())).toEqual({
        code: '23505',
        constraint: constraintName(resource.name, ...group, 'unique'),
      });
      if (!isWritable(resource) || drawn) return;
      const settable = async () =>
        Object.fromEntries(
          Object.entries(await elsewhere()).filter(([name]) => isSettable(propertiesOf(resource).get(name)!.field)),
        );
      refused(await kontor.admin('POST', `/${resource.name}`, { ...body, ...(await settable()) }), [first]);
      const fresh = await records.body(resource);
      const other = await kontor.admin('POST', `/${resource.name}`, fresh);
      expect(other.status).toBe(201);
      const same = Object.fromEntries(group.map((name) => [name, body[name]]));
      refused(
        await kontor.admin('PUT', `/${resource.name}/${other.body.id}`, { version: 1, ...(await settable()), ...same }),
        [first],
      );
      const race: Record<string, unknown> = {};
      const wanted = await records.body(resource); // of one record, so that its references agree
      for (const name of group) race[name] = wanted[name] ?? (await valueFor(resource, name));
      const bodies = await Promise.all(
        Array.from({ length: 8 }, async () => ({ ...(await records.body(resource)), ...(await settable()), ...race })),
      );
      const answers = await Promise.all(bodies.map((one) => kontor.admin('POST', `/${resource.name}`, one)));
      expect(answers.filter((a) => a.status === 201)).toHaveLength(1);
      for (const answer of answers.filter((a) => a.status !== 201)) refused(answer, [first]);
      if (resource.trash) {
        // what is in the trash does not count, until it comes back
        expect((await kontor.admin('DELETE', `/${resource.name}/${row.id}`)).status).toBe(200);
        expect((await kontor.admin('POST', `/${resource.name}`, { ...body, ...(await settable()) })).status).toBe(201);
        refused(await kontor.admin('POST', `/${resource.name}/${row.id}/restore`), [first]);
      }
    },
  );

  const valueFor = async (resource: Resource, name: string) =>
    ['reference'].includes(resource.fields[name]!.kind)
      ? (await records.create(model.get(resource.fields[name]!.to))).id
      : records.sample({ ...resource.fields[name]!, unique: true }, 0);

  test('numbers drawn by many at once are all different', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => kontor.admin('POST', '/specimens', {})));
    expect(new Set(answers.map((a) => a.body.number)).size).toBe(20);
  });
});

describe('law 4: what a kind allows', () => {
  test('is checked by the database too', async () => {
    const tried: string[] = [];
    for (const resource of writable) {
      const row = await records.create(resource);
      for (const { name, field, column } of propertiesOf(resource).values()) {
        if (!column || column.generated || field.copies) continue;
        const invalid = column.oneOf
          ? 'no_such_value'
          : column.check &&
            kindOf(field)
              .samples(field)
              .invalid.find((v) => typeof v === 'string' && v !== '' && !v.includes('\0') && v.isWellFormed());
        const table = quote(resource.name);
        if (invalid && column.type === 'text') {
          const told = await attack(`UPDATE ${table} SET ${quote(name)} = $2 WHERE id = $1`, [
            row.id,
            column.oneOf ? invalid : `${invalid}${demandedText(resource, name)}${'x'.repeat(20_001)}`,
          ]);
          expect([resource.name, name, told]).toEqual([
            resource.name,
            name,
            { code: '23514', constraint: constraintName(resource.name, name, 'check') },
          ]);
          tried.push(name);
        }
        if (field.required || column.notNull) {
          const told = await attack(`UPDATE ${table} SET ${quote(name)} = NULL WHERE id = $1`, [row.id]);
          expect([resource.name, name, ['23502', '23514', 'KN002'].includes(told.code!)]).toEqual([
            resource.name,
            name,
            true,
          ]);
          if (field.required && isSettable(field)) {
            const answer = await kontor.admin('PUT', `/${resource.name}/${row.id}`, { version: 1, [name]: null });
            expect([name, answer.status, Object.keys(answer.body.errors ?? {}).includes(name)]).toEqual([
              name,
              422,
              true,
            ]);
            const { [name]: _left, ...rest } = await records.body(resource);
            if (field.default !== undefined) continue;
            const without = await kontor.admin('POST', `/${resource.name}`, rest);
            expect([without.status, Object.keys(without.body.errors)]).toEqual([422, expect.arrayContaining([name])]);
          }
        }
      }
    }
    expect(tried).toEqual(expect.arrayContaining(['colour', 'status', 'name', 'email']));
  });
});

describe('law 4: declared checks', () => {
  const checks = writable.flatMap((resource) =>
    Object.entries(resource.checks ?? {})
      .filter(([, check]) => isOwnCheck(resource, check.that))
      .map(([name, check]) => ({ resource, name, check })),
  );

  test.each(checks.map((c) => [`${c.resource.name} ${c.name}`, c] as const))(
    '%s',
    async (_, { resource, name, check }) => {
      const body = await records.body(resource, { full: true });
      const wrong = await records.assignment(resource, check.that, body, false);
      expect(wrong).toBeDefined();
      const answer = await kontor.admin('POST', `/${resource.name}`, { ...body, ...wrong });
      refused(answer, [check.field]);
      const row = await records.create(resource, { full: true });
      refused(await kontor.admin('PUT', `/${resource.name}/${row.id}`, { version: 1, ...wrong }), [check.field]);
      const filter = encodeURIComponent(JSON.stringify({ id: [row.id] }));
      refused(await kontor.admin('PUT', `/${resource.name}?filter=${filter}`, wrong), [check.field]);
      const sets = Object.keys(wrong!).map((field, i) => `${quote(field)} = $${i + 2}`);
      expect(
        await attack(`UPDATE ${quote(resource.name)} SET ${sets.join(', ')} WHERE id = $1`, [
          row.id,
          ...Object.values(wrong!),
        ]),
      ).toEqual({
        code: '23514',
        constraint: constraintName(resource.name, name, 'check'),
      });
    },
  );
});

/** The transition of a new record into the state in which it excludes others. */
function stepInto(resource: Resource, where: Condition | undefined): string | undefined {
  const { field, initial, transitions } = resource.workflow ?? { field: '', initial: '', transitions: {} };
  const state = (where as Record<string, unknown> | undefined)?.[field];
  return Object.entries(transitions).find(([, { from, to }]) => to === state && from.includes(initial))?.[0];
}

describe('law 4: exclusions', () => {
  const exclusions = writable.flatMap((resource) =>
    Object.entries(resource.exclusions ?? {}).map(([name, exclusion]) => ({ resource, name, exclusion })),
  );
  const byStep = exclusions.filter(({ resource, exclusion }) => stepInto(resource, exclusion.where));
  const atOnce = exclusions.filter((one) => !byStep.includes(one));

  test.each(atOnce.map((e) => [`${e.resource.name} ${e.name}`, e] as const))(
    '%s: of many at once one gets the place',
    async (_, { resource, name, exclusion }) => {
      const [from, to] = exclusion.range;
      const shared = async () => {
        const body = await records.body(resource, { full: true });
        for (const unique of resource.unique ?? [])
          for (const field of unique) if (resource.fields[field]!.kind === 'text') body[field] = crypto.randomUUID();
        return body;
      };
      const first = await shared();
      const holds = {
        ...first,
        ...Object.fromEntries(Object.entries(exclusion.where ?? {}).filter(([, v]) => typeof v !== 'object')),
      };
      const place = Object.fromEntries([...exclusion.equal, from, to].map((field) => [field, holds[field]]));
      const others = Object.values(resource.exclusions ?? {}).flatMap((e) => (e === exclusion ? [] : [...e.range]));
      const bodies = await Promise.all(
        Array.from({ length: 20 }, async () => {
          const body = { ...(await shared()), ...place };
          for (const field of others) if (!resource.fields[field]!.required) delete body[field];
          return {
            ...body,
            ...Object.fromEntries(Object.entries(holds).filter(([k]) => k in (exclusion.where ?? {}))),
          };
        }),
      );
      if (others.some((field) => resource.fields[field]!.required))
        for (const body of bodies) expect(body[others[0]!]).toBeDefined();
      const began = Date.now();
      const answers = await Promise.all(bodies.map((body) => kontor.admin('POST', `/${resource.name}`, body)));
      expectWithin(10_000, began, 'nobody waits for a deadlock');
      expect(answers.map((a) => a.status).filter((s) => s === 201)).toHaveLength(1);
      for (const answer of answers.filter((a) => a.status !== 201)) refused(answer, [from]);
      const row = answers.find((a) => a.status === 201)!.body;
      const free = Object.fromEntries(
        others.map((field, i) => [field, resource.fields[field]!.kind === 'date' ? `1990-01-0${i + 1}` : null]),
      );
      const groups = Object.fromEntries(
        (resource.unique ?? [])
          .flat()
          .filter((n) => resource.fields[n]!.kind === 'text')
          .map((n) => [n, 'kopiert']),
      );
      expect(await copy(resource, row, { ...free, ...groups })).toEqual({
        code: '23P01',
        constraint: constraintName(resource.name, name, 'excl'),
      });
      // half-open: the next one may begin where this one ends
      const next = {
        ...(await shared()),
        ...Object.fromEntries(exclusion.equal.map((f) => [f, place[f]])),
        [from]: place[to],
        [to]: later(place[to] as string),
      };
      for (const field of others) if (!resource.fields[field]!.required) delete next[field];
      const placed = await kontor.admin('POST', `/${resource.name}`, next);
      expect([placed.status, placed.body.errors, next]).toEqual([201, undefined, next]);
    },
  );

  test.each(byStep.map((e) => [`${e.resource.name} ${e.name}`, e] as const))(
    '%s: of many who take the step at once one gets the place',
    async (_, { resource, name, exclusion }) => {
      const [from, to] = exclusion.range;
      const step = stepInto(resource, exclusion.where)!;
      const whole = await records.body(resource, { full: true });
      const equal = exclusion.equal.flatMap((one) => [one, one.replace(/_id$/, '_resource')]);
      const place = Object.fromEntries(equal.flatMap((one) => (one in whole ? [[one, whole[one]]] : [])));
      /** A row at that time, and the record that decides when it is. */
      const at = async (begin: string, end: string) => {
        const [by, when] = resource.fields[from]!.copies ?? [];
        if (!by || !when) {
          const made = await records.create(resource, { values: { ...place, [from]: begin, [to]: end } });
          return { row: made, decider: { resource, row: made, when: from } };
        }
        const target = model.get(resource.fields[by]!.to as string);
        const decider = await records.create(target, {
          values: { [when]: begin, [resource.fields[to]!.copies![1]]: end },
        });
        const made = await records.create(resource, { values: { ...place, [by]: decider.id } });
        return { row: made, decider: { resource: target, row: decider, when } };
      };
      const take = ({ row }: { row: Row }) => kontor.admin('POST', `/${resource.name}/${row.id}/actions/${step}`, {});
      const [begin, end] = ['2031-05-05T08:00:00.000Z', '2031-05-05T16:00:00.000Z'];
      const rows = await Promise.all(Array.from({ length: 20 }, () => at(begin, end)));
      const began = Date.now();
      const answers = await Promise.all(rows.map(take));
      expectWithin(10_000, began, 'nobody waits for a deadlock');
      expect(answers.map((a) => a.status).filter((s) => s === 200)).toHaveLength(1);
      for (const answer of answers.filter((a) => a.status !== 200)) refused(answer, [from]);
      const left = rows.find((_row, i) => answers[i]!.status !== 200)!;
      const { field } = resource.workflow!;
      expect(
        await attack(`UPDATE ${quote(resource.name)} SET ${quote(field)} = $2 WHERE id = $1`, [
          left.row.id,
          resource.workflow!.transitions[step]!.to,
        ]),
      ).toEqual({ code: '23P01', constraint: constraintName(resource.name, name, 'excl') });
      // half-open: the next one may begin where this one ends; and then not be moved into it
      const next = await at(end, later(end));
      expect((await take(next)).status).toBe(200);
      const { decider } = next;
      const read = await kontor.admin('GET', `/${decider.resource.name}/${decider.row.id}`);
      const moved = await kontor.admin('PUT', `/${decider.resource.name}/${decider.row.id}`, {
        version: read.body.version,
        [decider.when]: '2031-05-05T15:59:00.000Z',
      });
      refused(moved, [decider.when]);
    },
  );

  const later = (text: string) => {
    const moved = new Date(Date.parse(text) + 86_400_000).toISOString();
    return text.length === 10 ? moved.slice(0, 10) : moved;
  };
});

describe('law 4: foreign keys', () => {
  const references = all.flatMap((resource) =>
    [...propertiesOf(resource).values()].flatMap((property) =>
      // what a copy points to is held by the one it is made from
      property.column?.references && !property.field.copies ? [{ resource, property }] : [],
    ),
  );

  test.each(references.map((r) => [`${r.resource.name}.${r.property.name}`, r] as const))(
    '%s',
    async (_, { resource, property }) => {
      const { name, field, column } = property;
      const nowhere = crypto.randomUUID();
      const row = resource.owned || isWritable(resource) ? await records.create(resource) : await records.row(resource);
      const pointed = resource.append_only
        ? copy(resource, row, { [name]: nowhere })
        : attack(`UPDATE ${quote(resource.name)} SET ${quote(name)} = $2 WHERE id = $1`, [row.id, nowhere]);
      expect(await pointed).toEqual({
        code: '23503',
        constraint: constraintName(resource.name, name, 'fkey'),
      });
      if (!isWritable(resource) || !isSettable(field)) return;
      refused(await kontor.admin('PUT', `/${resource.name}/${row.id}`, { version: 1, [name]: nowhere }), [name]);
      const target = model.get(column!.references!.resource);
      if (!isWritable(target) || target.name === 'users' || column!.references!.onDelete !== 'restrict') return;
      if (target.permanent) return; // nothing deletes it, whether it is referred to or not
      const goal = await records.create(target);
      const used = await records.create(resource, { values: { [name]: goal.id } });
      if (target.trash) await kontor.admin('DELETE', `/${target.name}/${goal.id}`);
      const purge = await kontor.admin('DELETE', `/${target.name}/${goal.id}?purge=true`);
      refused(purge, [], [409]);
      expect(purge.body.code).toBe('in_use');
      expect((await kontor.admin('GET', `/${resource.name}/${used.id}`)).body[name]).toBe(goal.id);
    },
  );

  test('a race between a deletion and a new reference leaves no reference to nothing', async () => {
    for (let round = 0; round < 4; round++) {
      const tag = await records.create(model.get('tags'));
      const company = await records.create(model.get('companies'));
      await kontor.admin('DELETE', `/companies/${company.id}`);
      const answers = await Promise.all([
        kontor.admin('DELETE', `/tags/${tag.id}`),
        kontor.admin('POST', '/tasks', { name: 'Wettlauf', tag_ids: [tag.id] }),
        kontor.admin('DELETE', `/companies/${company.id}?purge=true`),
        kontor.admin('POST', '/brands', { name: `Marke ${round} ${Math.random()}`, company_id: company.id }),
      ]);
      for (const answer of answers) {
        expect([200, 201, 409, 422]).toContain(answer.status);
        expect(JSON.stringify(answer.body)).not.toMatch(driverText);
      }
    }
  });
});

describe('law 4: subjects', () => {
  test('point to what exists, and what they point to stays', async () => {
    for (const resource of writable)
      for (const [name, field] of Object.entries(resource.fields)) {
        if (field.kind !== 'subject') continue;
        const target = model.get(
          model.subjects(field.of).find((t) => t !== resource.name && isWritable(model.get(t)))!,
        );
        const goal = await records.create(target);
        const values = { [`${name}_resource`]: target.name, [`${name}_id`]: goal.id };
        const row = isSettable(field)
          ? await records.create(resource, { values })
          : await records.row(resource, values);
        const direct = (column: string, value: unknown) =>
          attack(`UPDATE ${quote(resource.name)} SET ${quote(column)} = $2 WHERE id = $1`, [row.id, value]);
        expect((await direct(`${name}_id`, crypto.randomUUID())).code).toBe('KN002');
        expect((await direct(`${name}_resource`, 'sessions')).code).toMatch(/KN002|23514/);
        expect((await direct(`${name}_id`, null)).code).toMatch(/23502|23514|KN002/);
        if (field.onDelete === 'cascade') {
          if (target.trash) await kontor.admin('DELETE', `/${target.name}/${goal.id}`);
          const gone = await kontor.admin('DELETE', `/${target.name}/${goal.id}${target.trash ? '?purge=true' : ''}`);
          expect([gone.status, (await kontor.admin('GET', `/${resource.name}/${row.id}`)).status]).toEqual([200, 404]);
          continue;
        }
        expect((await attack(`DELETE FROM ${quote(target.name)} WHERE id = $1`, [goal.id])).code).toBe('KN003');
        if (target.trash) await kontor.admin('DELETE', `/${target.name}/${goal.id}`);
        const purge = await kontor.admin('DELETE', `/${target.name}/${goal.id}?purge=true`);
        refused(purge, [], [409]);
        if (!isSettable(field)) continue;
        const put = (body: object) =>
          kontor.admin('PUT', `/${resource.name}/${row.id}`, { version: row.version, ...body });
        refused(await put({ [`${name}_id`]: crypto.randomUUID() }), [`${name}_id`]);
        refused(await put({ [`${name}_resource`]: 'sessions' }), [`${name}_id`]);
      }
  });
});

describe('law 4: trees', () => {
  const trees = writable.flatMap((resource) => (resource.tree ? [{ resource, by: resource.tree as string }] : []));

  test.each(trees.map((t) => [`${t.resource.name}.${t.by}`, t] as const))(
    '%s: nothing lies within itself, nor when two are moved at once',
    async (_, { resource, by }) => {
      const top = await records.create(resource);
      const middle = await records.create(resource, { values: { [by]: top.id } });
      const leaf = await records.create(resource, { values: { [by]: middle.id } });
      const move = async ({ id }: { id: string }, into: unknown) => {
        const { version } = (await kontor.admin('GET', `/${resource.name}/${id}`)).body;
        return kontor.admin('PUT', `/${resource.name}/${id}`, { version, [by]: into });
      };
      for (const into of [top, middle, leaf]) {
        refused(await move(top, into.id), [by]);
        const filter = encodeURIComponent(JSON.stringify({ id: [top.id] }));
        refused(await kontor.admin('PUT', `/${resource.name}?filter=${filter}`, { [by]: into.id }), [by]);
        expect(
          await attack(
            `UPDATE ${quote(resource.name)} SET ${quote(by)} = '${into.id}' WHERE id = '${top.id}'; SET CONSTRAINTS ALL IMMEDIATE`,
          ),
        ).toMatchObject({ code: 'KN007' });
      }
      expect((await move(leaf, top.id)).status).toBe(200);
      // each move is harmless alone
      for (let round = 0; round < 4; round++) {
        const [one, other] = [await records.create(resource), await records.create(resource)];
        const answers = await Promise.all([move(one, other.id), move(other, one.id)]);
        expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
        refused(answers.find((answer) => answer.status === 422)!, [by]);
      }
    },
  );
});

test('law 4: the identity that runs the application changes neither the schema nor the trail', async () => {
  const { rows } = await kontor.owner.query(
    "SELECT has_table_privilege('kontor_app', 'audit_entries', 'INSERT') AS add, has_table_privilege('kontor_app', 'audit_entries', 'UPDATE') AS change, has_table_privilege('kontor_app', 'audit_entries', 'DELETE') AS remove, has_schema_privilege('kontor_app', 'public', 'CREATE') AS ddl",
  );
  expect(rows[0]).toEqual({ add: true, change: false, remove: false, ddl: false });
});
