import { specimenModel as model } from '@kontor/shared/testing/specimens';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller, TestKontor } from '../testing/harness.ts';
import { Records } from '../testing/records.ts';
import { startSpecimens } from '../testing/specimens.ts';

let kontor: TestKontor;
let records: Records;
let bernd: Caller & { id: string };
beforeAll(async () => {
  kontor = await startSpecimens();
  records = new Records(kontor);
  bernd = await kontor.as(['administrator']);
  await kontor.owner.query("UPDATE users SET name = 'Bernd Keller' WHERE id = $1", [bernd.id]);
});
afterAll(() => kontor.stop());

const specimen = (values = {}) => records.create(model.get('specimens'), { values });
const target = async (name: string) =>
  (await records.create(model.get('specimen_targets'), { values: { name } })).id as string;
const put = async (id: string, values: object) => {
  const { version } = (await kontor.admin('GET', `/specimens/${id}`)).body;
  const answer = await kontor.admin('PUT', `/specimens/${id}`, { version, ...values });
  expect(answer.status).toBe(200);
  return answer.body;
};

describe('the history', () => {
  test('comes page by page, without gap or repetition', async () => {
    const { id } = await specimen();
    for (let n = 0; n < 6; n++) await put(id, { text_value: `Text ${n}` });
    const versions: number[] = [];
    for (let before = ''; ; ) {
      const page = (await kontor.admin('GET', `/specimens/${id}/history?limit=3&before=${before}`)).body;
      versions.push(...page.map((entry: any) => entry.version));
      if (page.length < 3) break;
      before = `${page.at(-1).version}.${page.at(-1).id}`;
    }
    expect(versions).toEqual([7, 6, 5, 4, 3, 2, 1]);
    for (const bad of ['before=x', 'before=1.x', 'limit=0', 'limit=x', 'limit=1.5'])
      expect([bad, (await kontor.admin('GET', `/specimens/${id}/history?${bad}`)).status]).toEqual([bad, 400]);
  });

  test('names what it points to, also in the trash, and what is gone for those who see all of it', async () => {
    const [alive, trashed, gone] = await Promise.all(['Lebt', 'Liegt im Papierkorb', 'Ist fort'].map(target));
    const { id } = await specimen({ references_value: [alive, trashed, gone] });
    await put(id, { references_value: [alive] });
    for (const one of [trashed, gone]) await kontor.admin('DELETE', `/specimen_targets/${one}`);
    expect((await kontor.admin('DELETE', `/specimen_targets/${gone}?purge=true`)).status).toBe(200);
    const named = async (as: Caller) => {
      const entries = (await as('GET', `/specimens/${id}/history`)).body;
      return new Map(entries[0].named.map((one: any) => [one.id, [one.title, one.gone]]));
    };
    expect(await named(kontor.admin)).toEqual(
      new Map([
        [alive, ['Lebt', undefined]],
        [trashed, ['Liegt im Papierkorb', undefined]],
        [gone, ['Ist fort', true]],
      ]),
    );
  });
});

describe('an earlier version is put back', () => {
  const restore = (id: string, version: number, body: object, query = '') =>
    kontor.admin('POST', `/specimens/${id}/versions/${version}/restore${query}`, body);

  test('as a new change, with its lines; the status stays and the plan says so', async () => {
    const line = { name: 'Alt', price: '10.00', quantity: '2' };
    const { id } = await specimen({ text_value: 'Alt', date_value: '2026-03-12', lines_value: [line] });
    await put(id, { text_value: 'Neu', lines_value: [{ name: 'Neu', price: '1.00' }] });
    await kontor.admin('POST', `/specimens/${id}/actions/finish`, {});
    const plan = (await restore(id, 1, {}, '?dry_run=true')).body;
    expect(plan.changes.map((change: any) => change.field).sort()).toEqual(['lines_value', 'text_value']);
    expect(plan).toMatchObject({ version: 3, skipped: [{ field: 'status_value', reason: 'status' }], errors: {} });
    expect((await kontor.admin('GET', `/specimens/${id}`)).body.version).toBe(3);
    expect((await restore(id, 1, {})).status).toBe(428);
    const done = await restore(id, 1, { version: 3 });
    expect([done.status, done.body.version, done.body.text_value]).toEqual([200, 4, 'Alt']);
    const after = (await kontor.admin('GET', `/specimens/${id}`)).body;
    expect(after).toMatchObject({ status_value: 'ready', rollup_value: '20.00' });
    expect(after.lines_value).toMatchObject([{ name: 'Alt', price: '10.00' }]);
    const undone = await restore(id, 3, { version: 4 });
    expect(undone.body).toMatchObject({ version: 5, text_value: 'Neu' });
  });

  test('only in the chosen fields', async () => {
    const { id } = await specimen({ text_value: 'Alt', integer_value: 1 });
    await put(id, { text_value: 'Neu', integer_value: 2 });
    const done = await restore(id, 1, { version: 2, fields: ['integer_value'] });
    expect(done.body).toMatchObject({ text_value: 'Neu', integer_value: 1 });
    expect((await restore(id, 1, { version: 3, fields: 'x' })).status).toBe(422);
  });

  test('without what it pointed to and that is gone, if so wished', async () => {
    const [kept, gone] = await Promise.all(['Da', 'Weg'].map(target));
    const { id } = await specimen({ text_value: 'Alt', reference_value: gone, references_value: [kept, gone] });
    await put(id, { text_value: 'Neu', reference_value: null, references_value: [] });
    await kontor.admin('DELETE', `/specimen_targets/${gone}`);
    const refused = await restore(id, 1, { version: 2 });
    expect([refused.status, Object.keys(refused.body.errors).sort()]).toEqual([
      422,
      ['reference_value', 'references_value'],
    ]);
    const plan = (await restore(id, 1, {}, '?dry_run=true')).body;
    expect(plan.missing.map((one: any) => [one.field, one.title]).sort()).toEqual([
      ['reference_value', 'Weg'],
      ['references_value', 'Weg'],
    ]);
    const done = await restore(id, 1, { version: 2, missing: 'leave_out' });
    expect(done.body).toMatchObject({ text_value: 'Alt', reference_value: null, references_value: [kept] });
  });

  test('not by who may only read, nor from the trash', async () => {
    const { id } = await specimen({ text_value: 'Alt' });
    await put(id, { text_value: 'Neu' });
    const auditor = await kontor.as(['auditor']);
    for (const query of ['', '?dry_run=true'])
      expect((await auditor('POST', `/specimens/${id}/versions/1/restore${query}`, { version: 2 })).status).toBe(403);
    await kontor.admin('DELETE', `/specimens/${id}`);
    expect((await restore(id, 1, { version: 3 })).status).toBe(404);
    expect((await kontor.admin('GET', `/specimens/${id}`)).body.text_value).toBe('Neu');
  });
});

describe('two people at once', () => {
  test('are told whose changes were merged with theirs, and whose are in conflict', async () => {
    const { id } = await specimen({ text_value: 'A', integer_value: 1, margin: '1.00' });
    await bernd('PUT', `/specimens/${id}`, { version: 1, integer_value: 2, margin: '2.00' });
    const merged = (await kontor.admin('PUT', `/specimens/${id}`, { version: 1, text_value: 'B' })).body;
    expect(merged).toMatchObject({
      merged: true,
      merged_with: [{ by: { id: bernd.id, name: 'Bernd Keller' }, fields: ['integer_value', 'margin'] }],
    });
    expect((await kontor.admin('PUT', `/specimens/${id}`, merged)).status).toBe(200);
    const conflict = await kontor.admin('PUT', `/specimens/${id}`, { version: 1, integer_value: 3 });
    expect(conflict.body).toMatchObject({
      code: 'conflict',
      theirs_by: { integer_value: { by: { name: 'Bernd Keller' }, at: expect.any(String) } },
    });
  });

  test('see each other while their forms are open', async () => {
    const { id } = await specimen();
    const [anna, other] = [crypto.randomUUID(), crypto.randomUUID()];
    const at = `/specimens/${id}/presence`;
    expect((await kontor.admin('PUT', at, { window: anna })).body).toEqual([]);
    const seen = (await bernd('PUT', at, { window: other })).body;
    expect(seen).toEqual([{ id: kontor.admin.id, name: 'Test administrator', since: expect.any(String) }]);
    expect((await kontor.admin('PUT', at, { window: anna })).body[0].name).toBe('Bernd Keller');
    await kontor.admin('DELETE', `${at}?window=${other}`); // somebody else's window
    expect((await kontor.admin('PUT', at, { window: anna })).body).toHaveLength(1);
    await bernd('DELETE', `${at}?window=${other}`);
    expect((await kontor.admin('PUT', at, { window: anna })).body).toEqual([]);
    await kontor.owner.query("UPDATE presences SET seen_at = now() - interval '31 seconds'");
    expect((await bernd('PUT', at, { window: other })).body).toEqual([]);
    const stranger = await kontor.as(['backoffice']);
    expect((await stranger('PUT', at, { window: crypto.randomUUID() })).status).toBe(404);
    expect((await kontor.admin('PUT', at, { window: 'x' })).status).toBe(422);
  });
});
