import { message, PublicError, uuid } from '@kontor/shared';
import type { Queryable } from '../../db/pool.ts';
import type { Context, Row } from '../../engine/context.ts';
import { create } from '../../engine/create.ts';
import { createFile, requireUpload } from '../../engine/files.ts';
import { get } from '../../engine/get.ts';
import { engineWithin } from '../../engine/within.ts';
import { sql } from '../../query/sql.ts';
import type { FileStorage, StoredContent } from '../files.ts';
import { storeChecked } from '../store_checked.ts';

interface Part {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
}

/** A document that an attachment has become. */
export interface Filed {
  readonly id: string;
  readonly name: string;
  readonly attachment_id: string;
  /** Was it made now? Otherwise it was there. */
  readonly is_new: boolean;
}

const refuse = (told: string): never => {
  throw new PublicError('invalid', { attachments: told });
};

/** The attachments of a mail that are meant: those that are named, or all. */
async function partsOf({ engine }: Context, mail: Row, wanted: unknown): Promise<Part[]> {
  const all = await engine.db.query<Part>(
    sql`SELECT a.id, a.name, f.sha256 FROM email_attachments a JOIN files f ON f.id = a.file_id WHERE a.message_id = ${mail.id} ORDER BY a.id`,
  );
  if (wanted === undefined || wanted === null) return all;
  if (!Array.isArray(wanted) || wanted.some((id) => typeof id !== 'string' || !uuid.test(id)))
    return refuse(message('invalid'));
  const ids = new Set(wanted.map((id: string) => id.toLowerCase()));
  const meant = all.filter(({ id }) => ids.has(id));
  return meant.length < ids.size ? refuse(message('attachment_gone')) : meant;
}

/** Documents of the record that the user sees and that have, or had, one of these contents; by content. */
async function thereAlready({ access, engine }: Context, on: Queryable, mail: Row, parts: readonly Part[]) {
  const rows = await on.query<{ sha256: string; id: string; name: string }>(
    sql`SELECT DISTINCT ON (f.sha256) f.sha256, t.id, t.name FROM documents t JOIN files f ON f.id = t.file_id OR f.id IN (SELECT v.file_id FROM document_versions v WHERE v.document_id = t.id) WHERE t.subject_resource = ${mail.about_resource} AND t.subject_id = ${mail.about_id} AND t.deleted_at IS NULL AND f.sha256 = ANY(${parts.map(({ sha256 }) => sha256)}) AND ${access.rows(engine.model.get('documents'), 'read', 't')} ORDER BY f.sha256, t.created_at, t.id`,
  );
  return new Map(rows.map((row) => [row.sha256, row]));
}

/** Reads content again as if it were brought now: what is allowed may have changed since it came in. */
async function checked(context: Context, storage: FileStorage, { name, sha256 }: Part): Promise<StoredContent> {
  const stream = await storage.store.open(sha256);
  if (!stream) return refuse(message('attachment_gone'));
  try {
    return await storeChecked(context, storage, name, stream);
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    const told = error.fields?.file;
    if (typeof told === 'string') return refuse(told);
    throw error;
  } finally {
    stream.destroy();
  }
}

/**
 * Files attachments of a mail as documents of the record that it is about, as if the user had uploaded them there: all or
 * none. What is there already stays the one document, however often it is asked for.
 */
export async function fileAttachments(
  context: Context,
  storage: FileStorage,
  id: string,
  wanted: unknown,
): Promise<Filed[]> {
  const { access, engine } = context;
  const mail = await get(context, engine.model.get('email_messages'), id);
  const documents = engine.model.get('documents');
  access.require(documents, 'create');
  requireUpload(context);
  if (!mail.about_id) throw new PublicError('invalid', { about: message('required') });
  await get(context, engine.model.get(mail.about_resource), mail.about_id);
  const parts = await partsOf(context, mail, wanted);
  if (parts.length === 0) return refuse(message('required'));
  const before = await thereAlready(context, engine.db, mail, parts);
  const contents = new Map<string, StoredContent>();
  for (const part of parts)
    if (!before.has(part.sha256) && !contents.has(part.sha256))
      contents.set(part.sha256, await checked(context, storage, part));
  return engine.db.transaction(async (tx) => {
    // whoever clicks twice waits here, and finds what the first click has made
    await tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${mail.about_id}, 2))`);
    const there = new Map<string, { id: string; name: string }>(await thereAlready(context, tx, mail, parts));
    const inside = { ...context, engine: engineWithin(engine, tx) };
    const filed: Filed[] = [];
    for (const { id: attachment_id, name, sha256 } of parts) {
      const known = there.get(sha256);
      const content = contents.get(sha256);
      if (known || !content) {
        if (!known) return refuse(message('attachment_gone')); // it went to the trash in between
        filed.push({ id: known.id, name: known.name, attachment_id, is_new: false });
        continue;
      }
      const file = await createFile(inside, name, content);
      const subject = { subject_resource: mail.about_resource, subject_id: mail.about_id };
      const made = await create(inside, documents, { ...subject, name, file_id: file.id });
      there.set(sha256, { id: made.id, name });
      filed.push({ id: made.id, name, attachment_id, is_new: true });
    }
    return filed;
  });
}
