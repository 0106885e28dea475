import type { Resource } from '@kontor/shared';
import { specimenModel as model } from '@kontor/shared/testing/specimens';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quote } from '../db/quote.ts';
import type { Row, Values } from '../engine/context.ts';
import type { Caller, TestKontor } from '../testing/harness.ts';
import { isWritable, Records, served } from '../testing/records.ts';
import { startSpecimens } from '../testing/specimens.ts';

let kontor: TestKontor;
let records: Records;
beforeAll(async () => {
  kontor = await startSpecimens();
  records = new Records(kontor);
});
afterAll(() => kontor.stop());

const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));
/** Instants of the writing itself. */
const stamp = /^(created|updated|deleted|armed|asked|answered|done|cancelled|revoked)_at$/;
const withDryRun = (path: string) => `${path}${path.includes('?') ? '&' : '?'}dry_run=true`;

/** Everything that a write could leave: the rows of all tables, with their versions. */
async function everything(): Promise<Values> {
  const tables = [...model.resources.values()].filter(({ name }) => name !== 'audit_entries');
  const sums = tables.map(
    ({ name }) => `(SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM ${quote(name)} t) AS ${quote(name)}`,
  );
  const trail = `(SELECT count(*)::int FROM audit_entries WHERE record_version IS NOT NULL) AS trail`;
  return (await kontor.owner.query(`SELECT ${[...sums, trail].join(', ')}`)).rows[0];
}

/**
 * An answer without what differs from one writing to the next: ids of lines, the key of a role, its own id wherever it stands,
 * and of stamps all but whether they are set.
 */
function settled(answer: any): unknown {
  const same = (value: unknown): unknown => {
    if (value === answer?.id) return 'own id';
    if (Array.isArray(value)) return value.map(same);
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value).filter(([name]) => !/^(id|key|request_id)$/.test(name));
    return Object.fromEntries(
      kept.map(([name, inner]) => [name, stamp.test(name) ? (inner === null ? null : 'set') : same(inner)]),
    );
  };
  return same(answer);
}

/** Tries a request, and then does it: the trial foretells the answer and leaves nothing. */
async function foretold(method: string, path: string, body?: object, who: Caller = kontor.admin) {
  const before = await everything();
  const tried = await who(method, withDryRun(path), body);
  expect([path, await everything()]).toEqual([path, before]);
  const done = await who(method, path, body);
  if (done.status >= 300) {
    expect([tried.status, settled(tried.body)]).toEqual([done.status, settled(done.body)]);
    return { tried: tried.body, done: done.body };
  }
  expect([path, tried.status, tried.body.dry_run]).toEqual([path, 200, true]);
  expect(settled(tried.body.result)).toEqual(settled(done.body));
  const gained = ((await everything()).trail as number) - (before.trail as number);
  expect([path, tried.body.count]).toEqual([path, gained]);
  return { tried: tried.body, done: done.body };
}

describe.each(
  served(model)
    .filter(isWritable)
    .map((r) => r.name),
)('%s', (name) => {
  const resource: Resource = model.get(name);
  const path = `/${name}`;

  test('every write can be tried first', async () => {
    const body = await records.body(resource, { full: true });
    const { tried, done } = await foretold('POST', path, body);
    const { id } = done as Row;
    expect(tried.changes[0]).toMatchObject({ resource: name, operation: 'create' });
    const lines = Object.entries(resource.fields).flatMap(([key, { kind }]) =>
      kind === 'lines' ? ((done[key] as Row[]) ?? []) : [],
    );
    const owned = new Set(Object.values(resource.fields).flatMap(({ kind, of }) => (kind === 'lines' ? [of] : [])));
    const own = (tried.changes as Row[]).filter((change) => change.resource === name || owned.has(change.resource));
    expect(own).toHaveLength(1 + lines.length);
    // what follows in other records is told as well, where something does
    if (!kontor.running.engine.behaviours[name]?.after) expect(tried.count).toBe(1 + lines.length);
    await foretold('POST', path, { no_such_field: 1 });
    await foretold('PUT', `${path}/${id}`, {});
    for (const transition of Object.keys(resource.workflow?.transitions ?? {})) {
      const input = Object.fromEntries(
        (resource.workflow!.transitions[transition]!.requires ?? []).map((field) => [
          field,
          records.sample(resource.fields[field]!, 0),
        ]),
      );
      const step = await foretold('POST', `${path}/${id}/actions/${transition}`, input);
      if (step.tried.dry_run)
        expect(step.tried.changes).toMatchObject([
          {
            resource: name,
            id,
            operation: 'transition',
            changes: expect.arrayContaining([expect.objectContaining({ field: resource.workflow!.field })]),
          },
        ]);
    }
    const version = (await kontor.admin('GET', `${path}/${id}`)).body.version as number;
    const other = await records.body(resource, { full: true });
    const simple = Object.fromEntries(
      Object.entries(other).filter(([key]) => resource.fields[key]?.kind === 'text' && body[key] !== other[key]),
    );
    await foretold('PUT', `${path}/${id}`, { version, ...simple });
    await foretold('PUT', `${path}?filter=${json({ id: [id] })}`, {});
    if (resource.trash) {
      const trashed = await foretold('DELETE', `${path}?filter=${json({ id: [id] })}`);
      expect(trashed.tried.changes).toMatchObject([{ resource: name, id, operation: 'delete' }]);
      await foretold('POST', `${path}/${id}/restore`);
      await foretold('DELETE', `${path}/${id}`);
    }
    if (resource.permanent) return;
    const gone = await foretold('DELETE', `${path}/${id}${resource.trash ? '?purge=true' : ''}`);
    expect(gone.tried.changes).toContainEqual(
      expect.objectContaining({ resource: name, id, operation: 'purge', title: null }),
    );
  });
});

describe('the rights of who tries', () => {
  const specimens = model.get('specimens');

  test('what could not be done is refused in the same words', async () => {
    const [own, other] = [await records.create(model.get('brands')), await records.create(model.get('brands'))];
    const user = await kontor.as(['backoffice'], { brand_ids: [own.id] });
    const foreign = await records.create(specimens, { brand: other.id });
    const seen = await records.create(specimens, { brand: own.id });
    const paths: [string, string, object?][] = [
      ['PUT', `/specimens/${foreign.id}`, { version: 1, text_value: 'x' }],
      ['DELETE', `/specimens/${foreign.id}`],
      ['POST', `/specimens/${foreign.id}/actions/finish`, {}],
      ['PUT', `/specimens/${seen.id}`, { version: 1, brand_id: other.id }],
      ['PUT', `/specimens/${seen.id}`, { version: 1, margin: '1.00' }],
      ['PUT', `/specimens?filter=${json({ id: [foreign.id] })}`, { text_value: 'x' }],
    ];
    for (const [method, path, body] of paths) {
      const { tried, done } = await foretold(method, path, body, user);
      expect(JSON.stringify([tried, done])).not.toContain(JSON.stringify(foreign.text_value ?? 'text'));
    }
    const nobody = await kontor.as([]);
    expect((await nobody('POST', withDryRun('/specimens'), {})).status).toBe(403);
    expect((await kontor.anonymous('POST', withDryRun('/specimens'), {})).status).toBe(401);
  });

  test('what changes where one sees nothing is counted and not told', async () => {
    const specimen = await records.create(specimens);
    const target = await records.create(model.get('specimen_targets'));
    const days = { from_on: '2026-01-01', until_on: '2026-01-03' };
    const booking = await kontor.admin('POST', '/specimen_bookings', {
      name: 'Geheime Belegung',
      specimen_id: specimen.id,
      target_id: target.id,
      ...days,
    });
    expect(booking.status).toBe(201);
    await kontor.admin('DELETE', `/specimens/${specimen.id}`);
    const role = await kontor.admin('POST', '/roles', {
      name: 'Nur Proben',
      permissions: [{ pattern: 'specimens.*' }],
    });
    const user = await kontor.as([role.body.id]);
    const path = withDryRun(`/specimens/${specimen.id}?purge=true`);
    const all = await kontor.admin('DELETE', path);
    expect(all.body.changes.map((change: Row) => change.resource).sort()).toEqual(['specimen_bookings', 'specimens']);
    const few = await user('DELETE', path);
    expect([few.body.count, few.body.changes.map((change: Row) => change.resource)]).toEqual([2, ['specimens']]);
    expect(JSON.stringify(few.body)).not.toContain('Geheime Belegung');
  });
});

test('a change in mid-air waits for nobody and hides nothing: two trials and a write at once', async () => {
  const specimen = await records.create(model.get('specimens'), { values: { text_value: 'vorher' } });
  const path = `/specimens/${specimen.id}`;
  const [one, two, real] = await Promise.all([
    kontor.admin('PUT', withDryRun(path), { version: 1, text_value: 'eins' }),
    kontor.admin('PUT', withDryRun(path), { version: 1, text_value: 'zwei' }),
    kontor.admin('PUT', path, { version: 1, text_value: 'drei' }),
  ]);
  // a trial that comes after the write meets the conflict that its request would meet
  for (const trial of [one, two]) expect([200, 409]).toContain(trial.status);
  expect([real.status, real.body.version, real.body.text_value]).toEqual([200, 2, 'drei']);
});
