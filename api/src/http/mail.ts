import { message, PublicError } from '@kontor/shared';
import type { Request, Router } from 'express';
import type { Context, Engine, Values } from '../engine/context.ts';
import { dryRun } from '../engine/dry_run.ts';
import type { ContentStore } from '../services/content/store.ts';
import { fillFor, mailOptions, previewMail } from '../services/mail/compose.ts';
import { writeMail } from '../services/mail/write_mail.ts';
import { answer } from './answer.ts';
import { forResource, type Verb } from './records.ts';

const id = (request: Request) => request.params.id as string;

function bodyOf(request: Request): Values {
  const { body } = request;
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new PublicError('invalid', { root: message('invalid') });
  return body as Values;
}

/** Mails about records: what to write with, a filled template, how it will look, and off it goes. */
export function mailRoutes(router: Router, engine: Engine, store: ContentStore): void {
  /** Only of resources that declare that people write mails about their records. */
  const on = (verb: Verb) =>
    forResource(engine, async (context, resource, request, response) => {
      if (!resource.abilities?.includes('mailable')) throw new PublicError('unknown_route');
      await verb(context, resource, request, response);
    });

  router.get(
    '/:resource/:id/mail',
    on(async (context, resource, request, response) => {
      answer(response, await mailOptions(context, resource, id(request)));
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
      answer(response, await previewMail(context, resource, id(request), bodyOf(request), store));
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
}
