import { PublicError } from '@kontor/shared';
import type { Request, Router } from 'express';
import type { Context, Engine } from '../engine/context.ts';
import { dryRun } from '../engine/dry_run.ts';
import type { FileStorage } from '../services/files.ts';
import { fileLetter, fillLetter, letterOptions, previewLetter } from '../services/letters/letters.ts';
import { answer } from './answer.ts';
import { bodyOf } from './body.ts';
import { disposition } from './disposition.ts';
import { forResource, type Verb } from './records.ts';

const id = (request: Request) => request.params.id as string;

/** Letters and certificates about records: what to write with, a filled template, the PDF, and its place with the record. */
export function letterRoutes(router: Router, engine: Engine, storage: FileStorage): void {
  /** Only of resources that declare that their records are printed. */
  const on = (verb: Verb) =>
    forResource(engine, async (context, resource, request, response) => {
      if (!resource.abilities?.includes('printable')) throw new PublicError('unknown_route');
      await verb(context, resource, request, response);
    });

  router.get(
    '/:resource/:id/letter',
    on(async (context, resource, request, response) => {
      answer(response, await letterOptions(context, resource, id(request)));
    }),
  );
  router.post(
    '/:resource/:id/letter/fill',
    on(async (context, resource, request, response) => {
      answer(response, await fillLetter(context, resource, id(request), bodyOf(request)));
    }),
  );
  router.post(
    '/:resource/:id/letter/preview',
    on(async (context, resource, request, response) => {
      const pdf = await previewLetter(context, storage, resource, id(request), bodyOf(request));
      response.set({
        'Content-Type': 'application/pdf',
        'Content-Disposition': disposition('inline', 'Vorschau.pdf'),
        'Cache-Control': 'private, no-store',
      });
      response.send(pdf);
    }),
  );
  router.post(
    '/:resource/:id/letter',
    on(async (context, resource, request, response) => {
      const file = (inside: Context) => fileLetter(inside, storage, resource, id(request), bodyOf(request));
      if (request.query.dry_run === 'true') answer(response, await dryRun(context, file));
      else answer(response, await file(context), 201);
    }),
  );
}
