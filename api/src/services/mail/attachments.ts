import { fileSize, message, PublicError, type Resource, uuid } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Queryable, Transaction } from '../../db/pool.ts';
import { quote } from '../../db/quote.ts';
import type { Context, Values } from '../../engine/context.ts';
import { list } from '../../engine/list.ts';
import { insertMany } from '../../engine/statements.ts';
import { raw, sql } from '../../query/sql.ts';
import { type AuditEntry, writeAudit } from '../audit.ts';
import type { ContentStore } from '../content/store.ts';
import type { FilePart } from './transport.ts';

/** A file that goes along. */
export interface Attachment {
  readonly file_id: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
}

const most = 20;
/** Bytes of all together: mail servers accept 25 MB as a rule, and encoding adds a third. */
const heaviest = 18_000_000;

/** Reads which files are to go along, as far as the user sees them. Refuses at the field. */
export async function readAttachments(context: Context, given: unknown): Promise<Attachment[]> {
  if (given === undefined || given === null) return [];
  const refuse = (told: string): never => {
    throw new PublicError('invalid', { attachments: told });
  };
  if (!Array.isArray(given)) return refuse(message('invalid'));
  if (given.length > most) return refuse(message('most_attachments', { max: most }));
  const ids = [...new Set(given.map((id) => String(id).toLowerCase()))];
  if (ids.some((id) => !uuid.test(id))) return refuse(message('attachment_gone'));
  const { access, engine, locale } = context;
  const files = engine.model.get('files');
  const rows = await engine.db.query<Omit<Attachment, 'size'> & { size: string }>(
    sql`SELECT t.id AS file_id, t.name, t.media_type, t.size FROM ${raw(`${quote(files.name)} t`)} WHERE t.id = ANY(${ids}::uuid[]) AND ${access.rows(files, 'read', 't')}`,
  );
  if (rows.length < ids.length) return refuse(message('attachment_gone'));
  const found = new Map(rows.map((row) => [row.file_id, { ...row, size: Number(row.size) }]));
  const attachments = ids.map((id) => found.get(id)!);
  const size = attachments.reduce((sum, one) => sum + one.size, 0);
  if (size > heaviest)
    return refuse(message('attachments_heavy', { size: fileSize(size, locale), max: fileSize(heaviest, locale) }));
  return attachments;
}

/** Enters what goes along with a message, in its transaction. */
export function writeAttachments(
  context: Context,
  tx: Transaction,
  messageId: string,
  attachments: readonly Attachment[],
): Promise<unknown> {
  if (attachments.length === 0) return Promise.resolve();
  const resource = context.engine.model.get('email_attachments');
  const rows = attachments.map((one) => ({ id: uuidv7(), message_id: messageId, ...one }));
  const inserted = insertMany(context, tx, resource, rows);
  writeAudit(
    context,
    tx,
    rows.map(
      (row): AuditEntry => ({ resource, id: row.id, version: 1, operation: 'create', before: null, after: row }),
    ),
  );
  tx.afterCommit(() => context.engine.totals.changed(resource.name));
  return inserted;
}

/** What goes along with a message, opened. Whoever opens it closes it. Throws when content is missing. */
export async function openAttachments(
  db: Queryable,
  store: ContentStore | undefined,
  messageId: string,
): Promise<FilePart[]> {
  const rows = await db.query<{ name: string; media_type: string; sha256: string }>(
    sql`SELECT a.name, a.media_type, f.sha256 FROM email_attachments a JOIN files f ON f.id = a.file_id WHERE a.message_id = ${messageId} ORDER BY a.id`,
  );
  const parts: FilePart[] = [];
  try {
    for (const { name, media_type: contentType, sha256 } of rows) {
      const content = await store?.open(sha256);
      if (!content) throw new Error(`The content of the attachment "${name}" is missing.`);
      parts.push({ filename: name, contentType, content });
    }
  } catch (error) {
    for (const { content } of parts) content.destroy();
    throw error;
  }
  return parts;
}

/** The files that hang on a record, of all resources that are shown as files of theirs. */
export async function filesOf(context: Context, resource: Resource, id: string) {
  const { access, engine } = context;
  const shown = [...engine.model.resources.values()].flatMap((from) => {
    const subject = Object.entries(from.fields).find(
      ([, field]) => field.kind === 'subject' && engine.model.subjects(field.of).includes(resource.name),
    );
    const view = from.views?.files;
    return view && subject && access.condition(from, 'read') !== null ? [{ from, view, subject: subject[0] }] : [];
  });
  const found = await Promise.all(
    shown.map(async ({ from, view, subject }) => {
      const filter = { [`${subject}_resource`]: resource.name, [`${subject}_id`]: id };
      const { rows } = await list(context, from, { filter, sort: [view.name, 'ASC'], range: [0, 99] });
      return rows.map((row: Values) => ({
        id: row[view.file] as string,
        title: row[view.name] as string,
        size: Number(row[view.size]),
      }));
    }),
  );
  return found.flat();
}
