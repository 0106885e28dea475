import { PublicError } from '@kontor/shared';
import type { Router } from 'express';
import type { Engine } from '../engine/context.ts';
import { createFile, fileContent, requireUpload } from '../engine/files.ts';
import { cleanName, type FileStorage } from '../services/files.ts';
import { showable } from '../services/media_types.ts';
import { storeChecked } from '../services/store_checked.ts';
import { thumbnail } from '../services/thumbnails.ts';
import { enterRead } from './access_log.ts';
import { disposition } from './disposition.ts';
import { contextOf } from './records.ts';
import { sendContent } from './send_content.ts';

/** Content runs nothing and loads nothing. (A browser's PDF view does not work in a sandbox.) */
const contentPolicy = (type: string) =>
  type === 'application/pdf'
    ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    : "default-src 'none'; img-src 'self'; frame-ancestors 'self'; sandbox";

/** Content is for the one who asked, on pages of ours. */
const unshared = {
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'SAMEORIGIN',
  'Cache-Control': 'private, no-store, no-transform',
};

const nameOf = (header: unknown) => cleanName(typeof header === 'string' ? header : undefined);

/** Upload and content of files. Bodies are streams: these routes come before the JSON parser. */
export function fileRoutes(router: Router, engine: Engine, storage: FileStorage): void {
  router.post('/files', async (request, response) => {
    const context = contextOf(engine, request, response);
    requireUpload(context);
    response.locals.resource = engine.model.get('files');
    const stated = Number(request.headers['content-length'] ?? 0);
    if (stated > storage.limit) throw new PublicError('too_large');
    if (request.headers['content-encoding']) throw new PublicError('unsupported_media_type');
    const name = request.headers['x-file-name'];
    // what is refused half-way is read to its end all the same: else what comes next on the connection would wait behind it
    const body = request.iterator({ destroyOnReturn: false });
    const content = await storeChecked(context, storage, nameOf(name), body).catch((error: unknown) => {
      request.resume();
      throw error;
    });
    response.status(201).json(await createFile(context, nameOf(name), content));
  });

  router.get('/files/:id/content', async (request, response) => {
    const content = await fileContent(contextOf(engine, request, response), request.params.id as string);
    response.locals.resource = engine.model.get('files');
    await enterRead(response);
    const { name, media_type: type } = content;
    const inline = showable.has(type) && request.query.download !== 'true';
    await sendContent(request, response, storage.store, content, {
      'Content-Type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
      'Content-Disposition': disposition(inline ? 'inline' : 'attachment', name),
      'Content-Security-Policy': contentPolicy(type),
      ...unshared,
    });
  });

  router.get('/files/:id/thumbnail', async (request, response) => {
    const content = await fileContent(contextOf(engine, request, response), request.params.id as string);
    response.locals.resource = engine.model.get('files');
    await enterRead(response);
    const small = await thumbnail(storage, content);
    response.set({ 'Content-Type': 'image/webp', 'Content-Security-Policy': contentPolicy('image/webp'), ...unshared });
    response.send(small);
  });
}
