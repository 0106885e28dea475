import { Readable } from 'node:stream';
import { inZone, type Locale, PublicError, type Resource, resourceLabel } from '@kontor/shared';
import { readBrand } from '../../engine/asked.ts';
import type { Context } from '../../engine/context.ts';
import { type ImportOptions, type ImportResult, prepareImport } from '../../engine/import.ts';
import { enqueue } from './enqueue.ts';
import type { JobFiles } from './files.ts';
import type { JobKind, JobResult } from './kind.ts';
import { progressed } from './progressed.ts';

/** More rows than these are imported in the background: nobody has to wait for them. */
export const mostDirect = 1000;

const words = {
  name: {
    de: (many: string, dry: boolean) => `${many} ${dry ? 'zum Importieren prüfen' : 'importieren'}`,
    en: (many: string, dry: boolean) => `${dry ? 'Check import' : 'Import'}: ${many}`,
  },
  checked: { de: 'geprüft', en: 'checked' },
  written: { de: 'übernommen', en: 'imported' },
  tried: { de: 'probeweise übernommen', en: 'tried' },
  created: { de: 'angelegt', en: 'created' },
  updated: { de: 'geändert', en: 'changed' },
  unchanged: { de: 'unverändert', en: 'unchanged' },
  failed: { de: 'mit Fehlern', en: 'with errors' },
  nothing: { de: 'Nichts importiert', en: 'Nothing imported' },
  only_checked: { de: 'Nur geprüft', en: 'Only checked' },
} as const;

const localeOf = (given: unknown): Locale => (given === 'en' ? 'en' : 'de');

/** Keeps a file and enters the job that imports it, or checks it, with the rights and in the language of who asks. */
export async function importLater(
  context: Context,
  files: JobFiles,
  resource: Resource,
  { content, fileName, options }: { content: Buffer; fileName: string; options: ImportOptions },
): Promise<{ readonly id: string; readonly name: string }> {
  const { locale, brand } = context;
  const { mapping, key, mode, dryRun } = options;
  const { place } = await files.receive(Readable.from([content]));
  const title = words.name[locale](resourceLabel(resource, locale), dryRun);
  const name = fileName ? `${title} (${fileName})` : title;
  const payload = { resource: resource.name, file: place, locale, brand, mapping, key, mode, dry_run: dryRun };
  const id = await context.engine.db.transaction((tx) => enqueue(context, tx, { kind: 'import', name, payload }));
  return { id, name };
}

/** What came out, in a line. */
function summary(result: ImportResult, locale: Locale): string {
  const counted = (['created', 'updated', 'unchanged', 'failed'] as const)
    .filter((what) => result[what] > 0)
    .map((what) => `${result[what].toLocaleString(locale)} ${words[what][locale]}`)
    .join(', ');
  if (result.committed) return counted;
  return `${words[result.dry_run ? 'only_checked' : 'nothing'][locale]}: ${counted}`;
}

/**
 * Imports a file as the direct import does: in one transaction, which ends the job as well. A process that is killed before
 * its commit leaves nothing, and one that is killed afterwards leaves nothing to do.
 */
export const importJob: JobKind = async ({ context, payload, files, keep, complete, progress, signal }) => {
  const { engine } = context;
  const resource = engine.model.resources.get(String(payload.resource));
  if (!resource) throw new PublicError('unknown_route');
  const stream = await files.store.open(String(payload.file));
  if (!stream) throw new PublicError('gone');
  const content = Buffer.concat((await stream.toArray()) as Buffer[]);
  const locale = localeOf(payload.locale);
  const { mapping, key, mode, dry_run: dryRun } = payload;
  const asked = { ...context, ...readBrand(payload.brand), locale };
  const prepared = await prepareImport(asked, resource, content, { mapping, key, mode, dryRun: dryRun === true });
  const made = async (result: ImportResult): Promise<JobResult> => ({
    name: `Import ${resourceLabel(resource, locale)} ${inZone(new Date(), engine.timeZone).date}.json`,
    type: 'application/json',
    file: await keep(Readable.from([Buffer.from(JSON.stringify(result))])),
    words: summary(result, locale),
  });
  const all = prepared.rows;
  const result = await prepared.run({
    step: (what, rows) => {
      signal.throwIfAborted();
      const said = words[what === 'written' && dryRun ? 'tried' : what][locale];
      progress((100 * (rows + (what === 'written' ? all : 0))) / (2 * all), `${progressed(rows, all, locale)} ${said}`);
    },
    commit: async (tx, outcome) => {
      signal.throwIfAborted();
      await complete(tx, await made(outcome));
    },
  });
  return result.committed ? undefined : made(result);
};
