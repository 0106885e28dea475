import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, startTestKontor, type TestKontor } from '../../testing/harness.ts';

let kontor: TestKontor;
let brandA: string;
let brandB: string;
let customer: string;
beforeAll(async () => {
  kontor = await startTestKontor();
  const company = await make('companies', { name: 'Firma' });
  brandA = (await make('brands', { name: 'A', company_id: company.id })).id;
  brandB = (await make('brands', { name: 'B', company_id: company.id })).id;
  customer = (await make('customers', { name: 'Müller', brand_ids: [brandA] })).id;
});
afterAll(() => kontor.stop());

const made = async (caller: Caller, resource: string, body: object) => {
  const answer = await caller('POST', `/${resource}`, body);
  expect([resource, answer.status, answer.body.errors]).toEqual([resource, 201, undefined]);
  return answer.body;
};
const make = (resource: string, body: object) => made(kontor.admin, resource, body);
const upload = async (text: string, caller: Caller = kontor.admin) =>
  (await caller('POST', '/files', Buffer.from(text), { 'X-File-Name': 'a.txt' })).body;
const attach = async (text: string, values: object = {}, caller: Caller = kontor.admin) =>
  made(caller, 'documents', {
    name: 'Vertrag',
    file_id: (await upload(text, caller)).id,
    subject_resource: 'customers',
    subject_id: customer,
    ...values,
  });
const content = async (caller: Caller, id: string) => {
  const answer = await caller('GET', `/files/${id}/content`);
  return answer.status === 200 ? answer.body : answer.status;
};

describe('versions', () => {
  test('every file that a document had is kept, can be fetched and brought back', async () => {
    const first = await attach('eins', { version_note: 'Entwurf' });
    expect(first).toMatchObject({ version_number: 1, media_type: 'text/plain', size: 4, category: 'other' });
    expect(first.versions).toMatchObject([{ number: 1, file_id: first.file_id, note: 'Entwurf' }]);
    const file = await upload('zweites');
    const second = await kontor.admin('PATCH', `/documents/${first.id}`, { version: 1, file_id: file.id });
    expect([second.status, second.body.version_number, second.body.size]).toEqual([200, 2, 7]);
    expect(second.body.version_note).toBeNull();
    expect(second.body.versions.map((row: any) => [row.number, row.note])).toEqual([
      [1, 'Entwurf'],
      [2, null],
    ]);
    expect(await content(kontor.admin, first.file_id)).toBe('eins');
    const noted = await kontor.admin('PATCH', `/documents/${first.id}`, { version: 2, version_note: 'Geprüft' });
    expect(noted.body.versions[1]).toMatchObject({ note: 'Geprüft', version: 2 });
    const back = await kontor.admin('PATCH', `/documents/${first.id}`, { version: 3, file_id: first.file_id });
    expect([back.status, back.body.file_id, back.body.version_number]).toEqual([200, first.file_id, 3]);
    const { body } = await kontor.admin('GET', `/documents/${first.id}`);
    expect(body.versions.map((row: any) => row.file_id)).toEqual([first.file_id, file.id, first.file_id]);
    const trail = (await kontor.admin('GET', `/documents/${first.id}/history`)).body;
    expect(trail.map((entry: any) => entry.operation)).toEqual(['update', 'update', 'update', 'create']);
  });

  test('come also by way of an earlier version of the record, but not to many documents at once', async () => {
    const { id, file_id } = await attach('eins');
    const second = (await upload('zwei')).id;
    await kontor.admin('PATCH', `/documents/${id}`, { version: 1, file_id: second });
    const back = await kontor.admin('POST', `/documents/${id}/versions/1/restore`, { version: 2 });
    expect([back.status, back.body.file_id, back.body.version_number]).toEqual([200, file_id, 3]);
    expect((await kontor.admin('GET', `/documents/${id}/versions/2`)).body.versions).toHaveLength(2);
    const many = await kontor.admin('PUT', `/documents?filter={"id":["${id}"]}`, { file_id: second });
    expect([many.status, Object.keys(many.body.errors ?? {})]).toEqual([422, ['file_id']]);
  });

  test('are not written by anybody else, also not by a change of something old', async () => {
    const { id, versions } = await attach('eins');
    const forged = await kontor.admin('PATCH', `/documents/${id}`, { version: 1, versions: [] });
    expect([forged.status, Object.keys(forged.body.errors)]).toEqual([422, ['versions']]);
    const direct = await kontor.admin('POST', '/document_versions', { document_id: id, number: 2 });
    expect(direct.status).toBe(405);
    const second = (await upload('zwei')).id;
    expect((await kontor.admin('PATCH', `/documents/${id}`, { version: 1, file_id: second })).status).toBe(200);
    const stale = await kontor.admin('PATCH', `/documents/${id}`, { version: 1, name: 'Neu', versions });
    expect([stale.status, stale.body.merged, stale.body.versions.length]).toEqual([200, true, 2]);
  });
});

describe('rights', () => {
  test('a document, its versions and their content are seen by who sees its record, and by nobody else', async () => {
    const inA = await kontor.as(['backoffice'], { brand_ids: [brandA] });
    const inB = await kontor.as(['backoffice'], { brand_ids: [brandB] });
    const trainer = await kontor.as(['trainer']);
    const old = await attach('geheim');
    const next = (await upload('neuer')).id;
    await kontor.admin('PATCH', `/documents/${old.id}`, { version: 1, file_id: next });
    expect([await content(inA, old.file_id), await content(inA, next)]).toEqual(['geheim', 'neuer']);
    expect((await inA('GET', `/documents/${old.id}?embed=["file_id"]`)).body._embedded.file_id.title).toBe('a.txt');
    const version = (await kontor.admin('GET', `/documents/${old.id}`)).body.versions[0].id;
    for (const other of [inB, trainer]) {
      expect((await other('GET', `/documents/${old.id}`)).status).toBe(404);
      for (const file of [old.file_id, next]) {
        expect(await content(other, file)).toBe(404);
        const ticket = (await other('POST', '/tickets', { path: `/api/v1/files/${file}/content` })).body.url;
        expect((await kontor.anonymous('GET', ticket)).status).toBe(404);
      }
    }
    expect((await inB('GET', '/documents')).body).toEqual([]);
    expect((await inB('GET', `/document_versions/${version}`)).status).toBe(404);
    expect((await inA('GET', `/document_versions/${version}`)).status).toBe(200);
    expect((await inB('GET', '/files')).body).toEqual([]);
    expect((await inB('GET', `/files/${next}`)).status).toBe(404);
  });

  test('nobody hangs up a file that they do not see, nor on a record that they do not see', async () => {
    const inB = await kontor.as(['backoffice'], { brand_ids: [brandB] });
    const own = (await make('customers', { name: 'Meier', brand_ids: [brandB] })).id;
    const foreign = await attach('geheim');
    const at = { subject_resource: 'customers', subject_id: own };
    const stolen = await inB('POST', '/documents', { name: 'x', file_id: foreign.file_id, ...at });
    expect([stolen.status, Object.keys(stolen.body.errors)]).toEqual([422, ['file_id']]);
    const placed = await inB('POST', '/documents', {
      name: 'x',
      file_id: (await upload('x', inB)).id,
      subject_resource: 'customers',
      subject_id: customer,
    });
    expect([placed.status, Object.keys(placed.body.errors)]).toEqual([422, ['subject_id']]);
    const mine = await attach('meins', at, inB);
    expect(await content(inB, mine.file_id)).toBe('meins');
    expect(await content(await kontor.as(['backoffice'], { brand_ids: [brandA] }), mine.file_id)).toBe(404);
  });

  test('who only reads neither uploads nor replaces; a trainer sees what hangs on their tasks', async () => {
    const employee = await kontor.as(['employee'], { brand_ids: [brandA] });
    const paper = await attach('Text');
    expect(await content(employee, paper.file_id)).toBe('Text');
    expect((await employee('PATCH', `/documents/${paper.id}`, { version: 1, name: 'x' })).status).toBe(403);
    expect((await employee('DELETE', `/documents/${paper.id}`)).status).toBe(403);
    expect((await employee('POST', '/files', Buffer.from('x'))).status).toBe(403);
    const trainer = await kontor.as(['trainer']);
    const task = await make('tasks', { name: 'Vorbereiten', assignee_id: trainer.id });
    const plan = await attach('Ablauf', { subject_resource: 'tasks', subject_id: task.id });
    expect(await content(trainer, plan.file_id)).toBe('Ablauf');
    expect((await trainer('GET', '/documents')).body.map((row: any) => row.id)).toEqual([plan.id]);
  });

  test('in the trash neither the file nor an earlier one is served; back from it they are', async () => {
    const reader = await kontor.as(['backoffice'], { brand_ids: [brandA] });
    const first = await attach('alt');
    const next = (await upload('neu')).id;
    await kontor.admin('PATCH', `/documents/${first.id}`, { version: 1, file_id: next });
    const both = async () => [await content(reader, first.file_id), await content(reader, next)];
    expect(await both()).toEqual(['alt', 'neu']);
    expect((await reader('DELETE', `/documents/${first.id}`)).status).toBe(200);
    expect(await both()).toEqual([404, 404]);
    expect((await reader('POST', `/documents/${first.id}/restore`)).status).toBe(200);
    expect(await both()).toEqual(['alt', 'neu']);
    await reader('DELETE', `/documents/${first.id}`);
    expect((await kontor.admin('DELETE', `/documents/${first.id}?purge=true`)).status).toBe(200);
    expect(await both()).toEqual([404, 404]);
  });

  test('what an auditor looks at is entered', async () => {
    const auditor = await kontor.as(['auditor']);
    const paper = await attach('Beleg');
    expect(await content(auditor, paper.file_id)).toBe('Beleg');
    const { rows } = await kontor.owner.query(
      "SELECT 1 FROM audit_entries WHERE operation = 'read' AND resource = 'files' AND record_id = $1",
      [paper.file_id],
    );
    expect(rows).toHaveLength(1);
  });
});
