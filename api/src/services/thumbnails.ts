import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { PublicError } from '@kontor/shared';
import sharp from 'sharp';
import { v7 as uuidv7 } from 'uuid';
import type { FileContent } from '../engine/files.ts';
import { placeOf } from './content/store.ts';
import type { FileStorage } from './files.ts';

/** Types that have a picture in small; SVG is none of them, because it is a document that loads and runs. */
const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/tiff']);
/** Twice what a page shows, for dense screens. */
const edge = 320;
/** What is larger, or unpacks to more, is no picture that somebody has taken. */
const mostPixels = 100_000_000;
const mostBytes = 64 * 1024 * 1024;
const mostSeconds = 10;

// one picture at a time leaves the other processors to requests
sharp.concurrency(1);
sharp.cache(false);

/**
 * A picture in small, as WebP without what a camera has written into it. It is made once and kept beside the content; what
 * can not be made into one is remembered as well, by an empty file.
 */
export async function thumbnail(
  storage: FileStorage,
  { sha256, size, media_type: type }: FileContent,
): Promise<Buffer> {
  if (!pictures.has(type) || size > mostBytes) throw new PublicError('unsupported_media_type');
  const place = join(storage.folder, 'thumbnails', `${placeOf(sha256)}.webp`);
  const small = (await readFile(place).catch(() => undefined)) ?? (await make(storage, sha256, place));
  if (small.length === 0) throw new PublicError('unsupported_media_type');
  return small;
}

async function make(storage: FileStorage, sha256: string, place: string): Promise<Buffer> {
  const content = await storage.store.open(sha256);
  if (!content) throw new PublicError('gone');
  const transform = sharp({ limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .timeout({ seconds: mostSeconds });
  const [small] = await Promise.all([
    transform.toBuffer().catch(() => Buffer.alloc(0)),
    pipeline(content, transform).catch(() => {}),
  ]);
  // complete before it has its name: two that ask at once do not see half of it
  const coming = join(storage.folder, 'incoming', uuidv7());
  await mkdir(dirname(coming), { recursive: true });
  await mkdir(dirname(place), { recursive: true });
  await writeFile(coming, small);
  await rename(coming, place);
  return small;
}
