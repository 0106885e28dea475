import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { openStorage } from '../content/index.ts';
import { storeContent } from '../files.ts';
import { fileAttachments } from './file_attachments.ts';

let kontor: TestKontor;
let customer: string;

beforeAll(async () => {
  kontor = await startTestKontor();
  customer = (await kontor.admin('POST', '/customers', { name: 'Müller' })).body.id;
});
afterAll(() => kontor.stop());

/** A mail that came in about the customer, with these files. */
async function received(files: Record<string, string>): Promise<{ id: string; parts: string[] }> {
  const storage = openStorage({ home: kontor.home, fileLimit: 1_000_000 });
  const { rows } = await kontor.owner.query(
    `INSERT INTO email_messages (id, direction, "from", "to", role, subject, text, about_resource, about_id, state, attempts) VALUES (gen_random_uuid(), 'in', 'mia@mueller.example', 'haus@example.de', 'to', 'Anbei', 'Anbei', 'customers', $1, 'received', 0) RETURNING id`,
    [customer],
  );
  const parts: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const { sha256, size } = await storeContent(storage, Readable.from([Buffer.from(text)]));
    const made = await kontor.owner.query(
      `WITH f AS (INSERT INTO files (id, name, media_type, size, sha256) VALUES (gen_random_uuid(), $1, 'application/octet-stream', $2::int, $3) RETURNING id) INSERT INTO email_attachments (id, message_id, file_id, name, media_type, size) SELECT $5::uuid, $4, f.id, $1, 'application/octet-stream', $2::int FROM f RETURNING id`,
      [name, size, sha256, rows[0].id, uuidv7()], // in the order in which they came
    );
    parts.push(made.rows[0].id);
  }
  return { id: rows[0].id, parts };
}
const file = (id: string, body: unknown = {}, by: TestKontor['admin'] = kontor.admin, query = '') =>
  by('POST', `/email_messages/${id}/documents${query}`, body);
const documents = async () =>
  (
    await kontor.owner.query(
      `SELECT d.id, d.name, d.media_type, d.created_by, f.sha256 FROM documents d JOIN files f ON f.id = d.file_id WHERE d.subject_id = $1 AND d.deleted_at IS NULL ORDER BY d.created_at, d.id`,
      [customer],
    )
  ).rows;

test('one attachment, then all: each becomes one document of the record, however often and fast it is asked for', async () => {
  const mail = await received({ 'Plan.pdf': '%PDF-1.7\nPlan', 'Liste.txt': 'eins\nzwei' });
  const tried = await file(mail.id, { attachments: [mail.parts[0]] }, kontor.admin, '?dry_run=true');
  expect([tried.status, tried.body.dry_run, await documents()]).toEqual([200, true, []]);
  const clicks = await Promise.all([1, 2, 3].map(() => file(mail.id, { attachments: [mail.parts[0]] })));
  expect(clicks.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(clicks.filter(({ body }) => body[0].is_new)).toHaveLength(1);
  expect(new Set(clicks.map(({ body }) => body[0].id)).size).toBe(1);
  const all = await file(mail.id);
  expect(all.body.map(({ name, is_new }: any) => [name, is_new])).toEqual([
    ['Plan.pdf', false],
    ['Liste.txt', true],
  ]);
  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(
    (await documents()).map(({ name, media_type, sha256, created_by }) => [name, media_type, sha256, created_by]),
  ).toEqual([
    // what it is its content says, whatever the mail has said
    ['Plan.pdf', 'application/pdf', sha('%PDF-1.7\nPlan'), kontor.admin.id],
    ['Liste.txt', 'text/plain', sha('eins\nzwei'), kontor.admin.id],
  ]);
  // what was replaced by a newer version is still there; what lies in the trash is not
  const [plan] = await documents();
  await kontor.admin('DELETE', `/documents/${plan.id}`);
  expect((await file(mail.id)).body.map(({ is_new }: any) => is_new)).toEqual([true, false]);
});

test('what is no attachment of the mail is refused at the field', async () => {
  const [mail, other] = [await received({ 'a.txt': 'a' }), await received({ 'b.txt': 'b' })];
  for (const attachments of [other.parts, ['unsinn'], 'unsinn', 7, {}]) {
    const { status, body } = await file(mail.id, { attachments });
    expect([status, Object.keys(body.errors ?? {})]).toEqual([422, ['attachments']]);
  }
  expect((await file(mail.id, [])).status).toBe(422);
  expect((await file(crypto.randomUUID())).status).toBe(404);
  expect((await file('unsinn')).status).toBe(404);
  const without = await received({});
  expect((await file(without.id)).body.errors).toHaveProperty('attachments');
});

test('it has the rights of who does it, and the limits of this moment', async () => {
  const mail = await received({ 'gross.txt': 'x'.repeat(5000), 'klein.txt': 'klein' });
  const before = await documents();
  const stranger = await kontor.as(['trainer']);
  expect([403, 404]).toContain((await file(mail.id, {}, stranger)).status);
  const { body: role } = await kontor.admin('POST', '/roles', {
    name: 'Liest nur',
    key: 'reads_mail',
    permissions: [{ pattern: 'customers.read' }, { pattern: 'email_messages.read' }, { pattern: 'documents.read' }],
  });
  const reader = await kontor.as([role.id]);
  expect((await file(mail.id, {}, reader)).status).toBe(403);
  // a limit that was lowered since: all or none
  const { engine } = kontor.running;
  const { readerOf } = await import('../notifications/reader.ts');
  const { context } = (await readerOf(engine, kontor.admin.id))!;
  const storage = openStorage({ home: kontor.home, fileLimit: 1000 });
  await expect(fileAttachments(context, storage, mail.id, undefined)).rejects.toMatchObject({ code: 'too_large' });
  expect(await documents()).toEqual(before);
});
