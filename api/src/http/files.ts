import { PublicError } from '@kontor/shared';
import type { Router } from 'express';
import type { Engine } from '../engine/context.ts';
import { createFile, fileContent, requireUpload } from '../engine/files.ts';
import { cleanName, mostBytes, placeOf, storeContent } from '../services/files.ts';
import { showable } from '../services/media_types.ts';
import { enterRead } from './access_log.ts';
import { disposition } from './disposition.ts';
import { contextOf } from './records.ts';

/** Content runs nothing and loads nothing. (A browser's PDF view does not work in a sandbox.) */
const contentPolicy = (type: string) =>
  type === 'application/pdf'
    ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    : "default-src 'none'; img-src 'self'; frame-ancestors 'self'; sandbox";

/** Upload and content of files. Bodies are streams: these routes come before the JSON parser. */
export function fileRoutes(router: Router, engine: Engine, folder: string): void {
  router.post('/files', async (request, response) => {
    const context = contextOf(engine, request, response);
    requireUpload(context);
    response.locals.resource = engine.model.get('files');
    const stated = Number(request.headers['content-length'] ?? 0);
    if (stated > mostBytes) throw new PublicError('too_large');
    if (request.headers['content-encoding']) throw new PublicError('unsupported_media_type');
    const name = request.headers['x-file-name'];
    const content = await storeContent(folder, request);
    response
      .status(201)
      .json(await createFile(context, cleanName(typeof name === 'string' ? name : undefined), content));
  });

  router.get('/files/:id/content', async (request, response) => {
    const content = await fileContent(contextOf(engine, request, response), request.params.id as string);
    response.locals.resource = engine.model.get('files');
    await enterRead(response);
    const { name, media_type: type, sha256, size } = content;
    const inline = showable.has(type) && request.query.download !== 'true';
    response.set({
      'Content-Type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
      'Content-Disposition': disposition(inline ? 'inline' : 'attachment', name),
      'Content-Security-Policy': contentPolicy(type),
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, no-store, no-transform',
    });
    await new Promise<void>((done, fail) => {
      response.sendFile(
        placeOf(sha256),
        { root: folder, cacheControl: false, etag: true, dotfiles: 'allow' },
        (error) => {
          const status = (error as { status?: number } | undefined)?.status;
          if (!error || response.headersSent || request.destroyed) return done();
          for (const header of ['Content-Type', 'Content-Disposition']) response.removeHeader(header);
          if (status !== 416) return fail(status === 404 ? new PublicError('gone') : error);
          response.status(416).set('Content-Range', `bytes */${size}`).end();
          done();
        },
      );
    });
  });
}
