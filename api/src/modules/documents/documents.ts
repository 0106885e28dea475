import { message, PublicError } from '@kontor/shared';
import type { Behaviour, Hook } from '../../engine/behaviour.ts';
import type { Row, Values } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';

/** The versions of a document as lines that are written with it: those there are, and what becomes of them. */
function writeVersions({ lines, before }: Hook, fresh: Values | undefined, note?: unknown): void {
  const versions = ((before?.versions ?? []) as Row[]).map((current) => ({ current, columns: {} as Values }));
  const newest = versions.at(-1);
  if (!fresh && newest) newest.columns.note = note;
  const rows = [...versions, ...(fresh ? [{ current: undefined, columns: fresh }] : [])];
  lines!.versions = {
    rows: rows.map(({ current, columns }) => ({ current, valid: { columns, pairs: {}, lines: {}, errors: {} } })),
    removed: [],
  };
}

/** Every file that a document has had is kept as a version of it, and what is said about the file with it. */
export const documents = {
  before: async (hook) => {
    const { operation, before, values, lines, tx } = hook;
    if (operation === 'delete') return;
    const replaced = values.file_id !== undefined && values.file_id !== before?.file_id;
    if (!replaced && values.version_note === undefined) return;
    if (!lines) throw new PublicError('invalid', { [replaced ? 'file_id' : 'version_note']: message('not_permitted') });
    if (!replaced) {
      writeVersions(hook, undefined, values.version_note);
      return;
    }
    const [file] = await tx.query<{ media_type: string; size: number }>(
      sql`SELECT media_type, size FROM files WHERE id = ${values.file_id}`,
    );
    const number = (before?.version_number ?? 0) + 1;
    const { media_type, size } = file!;
    // what was said about the earlier file is not said about this one
    values.version_note ??= null;
    Object.assign(values, { media_type, size, version_number: number });
    writeVersions(hook, { number, file_id: values.file_id, media_type, size, note: values.version_note });
  },
} satisfies Behaviour;
