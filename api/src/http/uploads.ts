import { AsyncLocalStorage } from 'node:async_hooks';
import { createReadStream, mkdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { PublicError, uuid } from '@kontor/shared';
import type { Server } from '@tus/server';
import type { Router } from 'express';
import { v7 as uuidv7 } from 'uuid';
import type { Context, Engine } from '../engine/context.ts';
import { createFile, requireUpload } from '../engine/files.ts';
import { cleanName, type FileStorage, storeContent } from '../services/files.ts';
import { fromDisk } from './problems.ts';
import { contextOf } from './records.ts';

/** Milliseconds after which an upload that nobody went on with is forgotten. */
const forgotten = 24 * 3_600_000;
const hour = 3_600_000;

/** What we say, or what the protocol says. */
type Problem = PublicError | { readonly status_code: number; readonly body: string };

/** What tus answers, told in the user's language; the client shows the title. */
const told = (error: Problem, { locale }: Context) =>
  error instanceof PublicError
    ? {
        status_code: error.status,
        body: JSON.stringify({
          title: error.title(locale),
          status: error.status,
          code: error.code,
          errors: error.fields,
        }),
      }
    : error;

/** Bytes below which a disk is full: what could not be written is no better known than by this. */
const noRoom = 1024 * 1024;

/** What the library throws. That a part could not be written it tells without its reason; that is looked for here. */
async function asProblem(error: Error | { status_code: number; body: string }, folder: string): Promise<Problem> {
  if (error instanceof PublicError) return error;
  const known = fromDisk(error as { code?: unknown });
  if (known) return known;
  if ('status_code' in error && error.status_code < 500) return error;
  const { bavail, bsize } = await statfs(folder);
  return new PublicError(bavail * bsize < noRoom ? 'storage_full' : 'internal');
}

/**
 * Uploads that go on after a broken connection (tus 1.0: creation, termination, expiration). An upload belongs to who has
 * begun it; for everybody else it does not exist. When its last byte is there it becomes a file like any other.
 */
export function uploadRoutes(router: Router, engine: Engine, storage: FileStorage): void {
  const asking = new AsyncLocalStorage<Context>();
  const folder = join(storage.folder, 'incoming', 'uploads');
  let opened: Promise<Server> | undefined;

  async function open(): Promise<Server> {
    const [{ Server }, { FileStore }] = await Promise.all([import('@tus/server'), import('@tus/file-store')]);
    mkdirSync(folder, { recursive: true });
    const datastore = new FileStore({ directory: folder, expirationPeriodInMilliseconds: forgotten });
    const server = new Server({
      path: '/api/v1/uploads',
      datastore,
      relativeLocation: true,
      maxSize: storage.limit,
      namingFunction: () => uuidv7(),
      onIncomingRequest: async (request, id) => {
        if (request.method === 'POST') return;
        const upload = uuid.test(id) ? await datastore.getUpload(id).catch(() => undefined) : undefined;
        if (!upload || upload.metadata?.owner !== asking.getStore()!.access.actor.id)
          throw new PublicError('not_found');
      },
      onUploadCreate: async (_request, upload) => ({
        metadata: { filename: upload.metadata?.filename ?? null, owner: asking.getStore()!.access.actor.id },
      }),
      onUploadFinish: async (_request, upload) => {
        const context = asking.getStore()!;
        try {
          const content = await storeContent(storage, createReadStream(join(folder, upload.id)));
          const file = await createFile(context, cleanName(upload.metadata?.filename ?? undefined), content);
          return { status_code: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(file) };
        } finally {
          await datastore.remove(upload.id).catch(() => {});
        }
      },
      onResponseError: async (_request, error) => told(await asProblem(error, folder), asking.getStore()!),
    });
    const tidy = () => server.cleanUpExpiredUploads().catch(() => {});
    void tidy();
    setInterval(tidy, hour).unref();
    return server;
  }

  router.all(['/uploads', '/uploads/:id'], async (request, response) => {
    const context = contextOf(engine, request, response);
    requireUpload(context);
    response.locals.resource = engine.model.get('files');
    opened ??= open();
    const server = await opened;
    await asking.run(context, () => server.handle(request, response));
  });
}
