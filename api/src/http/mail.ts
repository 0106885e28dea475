import { PublicError } from '@kontor/shared';
import type { Request, Router } from 'express';
import type { Context, Engine } from '../engine/context.ts';
import { dryRun } from '../engine/dry_run.ts';
import type { FileStorage } from '../services/files.ts';
import { fillFor, mailOptions, previewMail } from '../services/mail/compose.ts';
import { fileAttachments } from '../services/mail/file_attachments.ts';
import { writeMail } from '../services/mail/write_mail.ts';
import { answer } from './answer.ts';
import { bodyOf } from './body.ts';
import { contextOf, forResource, type Verb } from './records.ts';

const id = (request: Request) => request.params.id as string;

/**
 * Mails about records: what to write with, a filled template, how it will look, and off it goes; and what came along with
 * one as documents.
 */
export function mailRoutes(router: Router, engine: Engine, storage: FileStorage): void {
  /** Only of resources that declare that people write mails about their records. */
  const on = (verb: Verb) =>
    forResource(engine, async (context, resource, request, response) => {
      if (!resource.abilities?.includes('mailable')) throw new PublicError('unknown_route');
      await verb(context, resource, request, response);
    });

  router.get(
    '/:resource/:id/mail',
    on(async (context, resource, request, response) => {
      answer(response, await mailOptions(context, resource, id(request), request.query.answers_id));
    }),
  );
  router.post(
    '/:resource/:id/mail/fill',
    on(async (context, resource, request, response) => {
      answer(response, await fillFor(context, resource, id(request), bodyOf(request)));
    }),
  );
  router.post(
    '/:resource/:id/mail/preview',
    on(async (context, resource, request, response) => {
      answer(response, await previewMail(context, resource, id(request), bodyOf(request), storage.store));
    }),
  );
  router.post(
    '/:resource/:id/mail',
    on(async (context, resource, request, response) => {
      const write = (inside: Context) => writeMail(inside, resource, id(request), bodyOf(request));
      if (request.query.dry_run === 'true') answer(response, await dryRun(context, write));
      else answer(response, await write(context), 201);
    }),
  );

  router.post('/email_messages/:id/documents', async (request, response) => {
    const context = contextOf(engine, request, response);
    response.locals.resource = engine.model.get('email_messages');
    const file = (inside: Context) => fileAttachments(inside, storage, id(request), bodyOf(request).attachments);
    if (request.query.dry_run === 'true') answer(response, await dryRun(context, file));
    else answer(response, await file(context), 201);
  });
}
