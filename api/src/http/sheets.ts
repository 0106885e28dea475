import { PublicError } from '@kontor/shared';
import type { Router } from 'express';
import type { Engine } from '../engine/context.ts';
import type { FileStorage } from '../services/files.ts';
import { exportTypes } from '../services/jobs/export.ts';
import { exportedSheet, sheetAsPdf, sheetOf } from '../services/sheets/make.ts';
import { sheetXlsx } from '../services/sheets/xlsx.ts';
import { atMost } from '../services/waiting.ts';
import { disposition } from './disposition.ts';
import { forResource } from './records.ts';

/** Making a paper for hundreds of people takes a moment: a few at a time. */
const making = atMost(2);

/** Papers of a record, made when they are asked for and kept nowhere. */
export function sheetRoutes(router: Router, engine: Engine, { store }: FileStorage): void {
  router.get(
    '/:resource/:id/sheets/:sheet',
    forResource(engine, async (context, resource, request, response) => {
      const { id, sheet } = request.params as { id: string; sheet: string };
      const format = request.query.format ?? 'pdf';
      if (format !== 'pdf' && format !== 'xlsx') throw new PublicError('malformed_query', { format: 'kontor:choice' });
      const content = await (format === 'xlsx' ? exportedSheet : sheetOf)(context, resource, id, sheet);
      const headers = (type: string) =>
        response.set({
          'Content-Type': type,
          'Content-Disposition': disposition('attachment', `${content.file}.${format}`),
          'Cache-Control': 'private, no-store',
        });
      await making(async () => {
        if (response.destroyed) return;
        if (format === 'xlsx') {
          headers(exportTypes.xlsx);
          await sheetXlsx(response, content);
          return;
        }
        const pdf = await sheetAsPdf(context, store, content);
        headers('application/pdf').send(pdf);
      });
    }),
  );
}
