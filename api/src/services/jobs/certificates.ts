import { PassThrough, Readable } from 'node:stream';
import { fieldLabel, message, PublicError } from '@kontor/shared';
import type { Context, Row } from '../../engine/context.ts';
import { create } from '../../engine/create.ts';
import { csvTarget } from '../../engine/export/csv.ts';
import type { ExportTarget } from '../../engine/export.ts';
import { createFile } from '../../engine/files.ts';
import { writeChanges } from '../../engine/update.ts';
import { engineWithin } from '../../engine/within.ts';
import { sql } from '../../query/sql.ts';
import { cleanName, type FileStorage, storeContent } from '../files.ts';
import { house } from '../house.ts';
import { letterFrom } from '../letters/letters.ts';
import { linkAddress, newLink, revokeLinks } from '../public_links.ts';
import { templateUsedFor } from '../templates/used_for.ts';
import { exportTypes } from './export.ts';
import type { JobKind } from './kind.ts';
import { progressed } from './progressed.ts';

interface Waiting extends Row {
  readonly number: string;
  readonly holder: string | null;
  readonly type: string;
  readonly enrolment_id: string;
  readonly brand_id: string;
  readonly language: 'de' | 'en';
}

const checked = {
  de: 'Echtheit prüfen: Code scannen oder anklicken',
  en: 'Check that this is genuine: scan or click the code',
};

/**
 * Makes the paper of one certificate and files it at the enrolment. The link of its code, the file and the document come to be
 * in one transaction: a process that dies before it has made nothing, and the next attempt goes on from there.
 */
async function paper(context: Context, storage: FileStorage, one: Waiting): Promise<void> {
  const { engine } = context;
  const resource = engine.model.get('certificates');
  const template = await templateUsedFor(engine.db, 'document_templates', resource.name, one.type, one);
  if (!template) throw new PublicError('invalid', { root: message('no_certificate_template') });
  const link = newLink();
  const { pdf, name, category } = await letterFrom(context, storage, resource, one.id, {
    template_id: template,
    brand_id: one.brand_id,
    code: { address: linkAddress(engine, 'certificate', link.token), words: checked[one.language] },
  });
  const content = await storeContent(storage, Readable.from([pdf]));
  await engine.db.transaction(async (tx) => {
    const [current] = await tx.query<Row>(
      sql`SELECT id, version, document_id FROM certificates WHERE id = ${one.id} AND status = 'valid' AND document_id IS NULL FOR NO KEY UPDATE`,
    );
    if (!current) return; // somebody else was quicker, or it was revoked
    const inside: Context = { ...context, engine: engineWithin(engine, tx) };
    await revokeLinks(tx, 'certificate', one.id);
    await link.make(house(context, 'certificates'), tx, {
      purpose: 'certificate',
      subject: { resource: resource.name, id: one.id },
    });
    const title = `${name} ${one.number}`;
    const file = await createFile(inside, cleanName(encodeURIComponent(`${title.slice(0, 200)}.pdf`)), content);
    const document = await create(inside, engine.model.get('documents'), {
      subject_resource: 'enrolments',
      subject_id: one.enrolment_id,
      name: title.slice(0, 255),
      file_id: file.id,
      category,
    });
    const columns = { document_id: document.id };
    await writeChanges(context, tx, resource, current, { columns, pairs: {}, lines: {}, errors: {} }, 'update');
  });
}

/** What its result tells of each certificate. */
const listed = ['number', 'holder'] as const;

/** Makes the papers of a training's certificates that have none yet; its result is a list of what there is. */
export const certificatesJob =
  (storage: FileStorage): JobKind =>
  async ({ context, payload, keep, progress, signal }) => {
    const training = String(payload.training_id);
    const { engine, locale } = context;
    const { fields } = engine.model.get('certificates');
    const waiting = await engine.db.query<Waiting>(
      sql`SELECT c.id, c.version, c.number, c.holder, c.type, c.enrolment_id, t.brand_id, t.language FROM certificates c JOIN trainings t ON t.id = c.training_id WHERE c.training_id = ${training} AND c.status = 'valid' AND c.document_id IS NULL ORDER BY c.number`,
    );
    for (const [at, one] of waiting.entries()) {
      signal.throwIfAborted();
      progress((100 * at) / waiting.length, progressed(at, waiting.length, locale));
      await paper(context, storage, one);
    }
    const columns = listed.map((name) => ({
      name,
      field: fields[name]!,
      label: fieldLabel(fields[name]!, name, locale),
    }));
    const stream = new PassThrough();
    const write = async ({ begin, write, end }: ExportTarget) => {
      await begin(columns, waiting.length);
      await write(waiting, () => undefined);
      await end();
    };
    const [file] = await Promise.all([keep(stream), write(csvTarget(stream, locale))]);
    return {
      name: 'Bescheinigungen.csv',
      type: exportTypes.csv,
      file,
      words: `${waiting.length} PDF`,
    };
  };
