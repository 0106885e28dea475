import { inZone, PublicError } from '@kontor/shared';
import express, { type Request, type RequestHandler, type Router } from 'express';
import type { Engine } from '../engine/context.ts';
import { csvTarget } from '../engine/export/csv.ts';
import { Aborted } from '../engine/export/sink.ts';
import { xlsxTarget } from '../engine/export/xlsx.ts';
import { type ExportTarget, prepareExport } from '../engine/export.ts';
import { mostBytes } from '../engine/import/table.ts';
import { prepareImport, previewImport } from '../engine/import.ts';
import { cleanName } from '../services/files.ts';
import { exportTypes } from '../services/jobs/export.ts';
import type { JobFiles } from '../services/jobs/files.ts';
import { importLater, mostDirect } from '../services/jobs/import.ts';
import { atMost } from '../services/waiting.ts';
import { answer, packed } from './answer.ts';
import { disposition } from './disposition.ts';
import { accepted } from './jobs.ts';
import { forResource, parameter } from './records.ts';

/** Long work holds a connection: a few at a time, so that the others can go on working. */
const exporting = atMost(4);
const importing = atMost(2);

/** The body as bytes, packed or not, whatever it is called. */
const fileBody: RequestHandler = express.raw({ limit: mostBytes, type: () => true });

function content(request: Request): Buffer {
  if (!Buffer.isBuffer(request.body) || request.body.length === 0)
    throw new PublicError('invalid', { file: 'kontor:required' });
  return request.body;
}

/** Export and import of any resource. Bodies are files: these routes come before the JSON parser. */
export function transferRoutes(router: Router, engine: Engine, files: JobFiles): void {
  router.get(
    '/:resource/export',
    packed,
    forResource(engine, async (context, resource, request, response) => {
      const format = request.query.format ?? 'csv';
      if (format !== 'csv' && format !== 'xlsx') throw new PublicError('malformed_query', { format: 'kontor:choice' });
      const prepared = prepareExport(context, resource, {
        columns: parameter(request, 'columns'),
        filter: parameter(request, 'filter'),
        sort: parameter(request, 'sort'),
      });
      const { locale } = context;
      const today = inZone(new Date(), engine.timeZone).date;
      // opened only when the answer begins: a sheet writes its first bytes at once, and headers come before them
      let target: ExportTarget | undefined;
      const open = () =>
        format === 'csv' ? csvTarget(response, locale) : xlsxTarget(response, prepared.title, locale, engine.timeZone);
      const answer: ExportTarget = {
        begin: (columns, count) => {
          response.set({
            'Content-Type': exportTypes[format],
            'Content-Disposition': disposition('attachment', `${prepared.title} ${today}.${format}`),
          });
          target = open();
          return target.begin(columns, count);
        },
        write: async (rows, titleOf) => target?.write(rows, titleOf),
        end: async () => target?.end(),
      };
      try {
        await exporting(async () => {
          if (!response.destroyed) await prepared.run(answer);
        });
      } catch (error) {
        if (!(error instanceof Aborted)) throw error;
      }
    }),
  );

  router.post(
    '/:resource/import/preview',
    fileBody,
    forResource(engine, async (context, resource, request, response) => {
      answer(response, await importing(() => previewImport(context, resource, content(request))));
    }),
  );

  router.post(
    '/:resource/import',
    fileBody,
    forResource(engine, async (context, resource, request, response) => {
      const options = {
        mapping: parameter(request, 'mapping'),
        key: parameter(request, 'key'),
        mode: request.query.mode,
        dryRun: request.query.dry_run === 'true',
      };
      const { access } = context;
      // a key narrows the rights of its owner, and a job would run without it
      const jobs = engine.model.resources.get('jobs');
      const mayWait = !access.actor.api_key && jobs !== undefined && access.condition(jobs, 'read') !== null;
      await importing(async () => {
        const body = content(request);
        const prepared = await prepareImport(context, resource, body, options);
        if (prepared.rows <= mostDirect || !mayWait) {
          answer(response, await prepared.run());
          return;
        }
        const given = request.headers['x-file-name'];
        const fileName = typeof given === 'string' ? cleanName(given) : '';
        accepted(response, await importLater(context, files, resource, { content: body, fileName, options }));
      });
    }),
  );
}
