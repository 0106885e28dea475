import { PassThrough } from 'node:stream';
import { inZone, PublicError } from '@kontor/shared';
import { readBrand } from '../../engine/asked.ts';
import { csvTarget } from '../../engine/export/csv.ts';
import { xlsxTarget } from '../../engine/export/xlsx.ts';
import { type ExportTarget, prepareExport } from '../../engine/export.ts';
import type { JobKind } from './kind.ts';
import { progressed } from './progressed.ts';

/** What an export is written as. */
export const exportTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Writes the rows of a list to a file, with the rights that its owner has now. */
export const exportJob: JobKind = async ({ context, payload, keep, progress, signal }) => {
  const resource = context.engine.model.resources.get(String(payload.resource));
  if (!resource) throw new PublicError('unknown_route');
  const format = payload.format as keyof typeof exportTypes;
  const prepared = prepareExport({ ...context, ...readBrand(payload.brand) }, resource, payload);
  const stream = new PassThrough();
  const file = keep(stream);
  file.catch(() => {}); // told below
  const { timeZone } = context.engine;
  const target =
    format === 'csv' ? csvTarget(stream, context.locale) : xlsxTarget(stream, prepared.title, context.locale, timeZone);
  let all = 0;
  let written = 0;
  const counting: ExportTarget = {
    begin: (columns, count) => {
      all = count;
      return target.begin(columns, count);
    },
    write: async (rows, titleOf) => {
      signal.throwIfAborted();
      await target.write(rows, titleOf);
      written += rows.length;
      progress((100 * written) / Math.max(all, 1), progressed(written, all, context.locale));
    },
    end: () => target.end(),
  };
  try {
    await prepared.run(counting);
  } catch (error) {
    stream.destroy(error as Error);
    await file.catch(() => {});
    throw error;
  }
  const { date } = inZone(new Date(), timeZone);
  return { name: `${prepared.title} ${date}.${format}`, type: exportTypes[format], file: await file };
};
