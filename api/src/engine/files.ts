import { PublicError, type Resource } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import { quote } from '../db/quote.ts';
import { raw, sql } from '../query/sql.ts';
import type { StoredContent } from '../services/files.ts';
import { mediaType } from '../services/media_types.ts';
import type { Context, Row } from './context.ts';
import { requireId } from './get.ts';
import { insertOne } from './statements.ts';

const filesOf = (context: Context): Resource => context.engine.model.get('files');

/** May the user upload at all? Asked before the content is read. */
export const requireUpload = (context: Context): void => context.access.require(filesOf(context), 'create');

/** Enters stored content in `files`. */
export async function createFile(context: Context, name: string, content: StoredContent): Promise<Row> {
  const files = filesOf(context);
  const { sha256, size, head } = content;
  const values = { name, media_type: mediaType(head, name), size, sha256 };
  const id = uuidv7();
  return context.engine.db.transaction(async (tx) => {
    const inserted = insertOne(context, tx, files, id, values, {
      resource: files,
      id,
      version: 1,
      operation: 'create',
      before: null,
      after: values,
    });
    tx.afterCommit(() => context.engine.totals.changed(files.name));
    return (await inserted)[0]!;
  });
}

/** What is needed to send a file's content. */
export interface FileContent {
  readonly name: string;
  readonly media_type: string;
  readonly sha256: string;
  readonly size: number;
}

/** The content of a file that the user sees, in `files` or because a record that they see refers to it. */
export async function fileContent(context: Context, id: string): Promise<FileContent> {
  const { access, engine } = context;
  const files = filesOf(context);
  const [row] = await engine.db.query<FileContent>(
    sql`SELECT t.name, t.media_type, t.sha256, t.size FROM ${raw(quote(files.name))} t WHERE t.id = ${requireId(id)} AND ${access.rows(files, 'read', 't')}`,
  );
  if (!row) throw new PublicError('not_found');
  return row;
}
