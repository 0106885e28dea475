import { pipeline } from 'node:stream/promises';
import { PublicError } from '@kontor/shared';
import type { Request, Response } from 'express';
import type { FileContent } from '../engine/files.ts';
import type { ContentStore } from '../services/content/store.ts';

/** Sends content, or the one range of it that was asked for, as a stream. Its headers are set before. */
export async function sendContent(
  request: Request,
  response: Response,
  store: ContentStore,
  { sha256, size }: Pick<FileContent, 'sha256' | 'size'>,
  headers: Record<string, string>,
): Promise<void> {
  const ranges = request.range(size);
  if (ranges === -1) {
    response.status(416).set('Content-Range', `bytes */${size}`).end();
    return;
  }
  const range = Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined;
  const stream = await store.open(sha256, range);
  if (!stream) throw new PublicError('gone');
  const length = range ? range.end - range.start + 1 : size;
  response
    .status(range ? 206 : 200)
    .set({ ...headers, ETag: `"${sha256}"`, 'Accept-Ranges': 'bytes', 'Content-Length': String(length) });
  if (range) response.set('Content-Range', `bytes ${range.start}-${range.end}/${size}`);
  if (request.method === 'HEAD') {
    stream.destroy();
    response.end();
    return;
  }
  // who leaves early gets no answer; what breaks in the middle breaks the connection, so that no half is taken for the whole
  await pipeline(stream, response).catch(() => response.destroy());
}
