import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { message, PublicError } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { ContentStore } from './content/store.ts';
import { beginScan, type ScannerAddress } from './scanner.ts';

/** Content that has been stored. */
export interface StoredContent {
  readonly sha256: string;
  readonly size: number;
  /** The first bytes, to tell what it is. */
  readonly head: Buffer;
}

/** Where uploaded content goes, and how much of it. */
export interface FileStorage {
  readonly store: ContentStore;
  /** Folder of the local disk: what is still coming in, and pictures in small. */
  readonly folder: string;
  /** Bytes that one file may have. */
  readonly limit: number;
  /** Looks at what comes in; absent where nothing does. */
  readonly scanner?: ScannerAddress;
}

/** The scanner has found something. */
export class Infected extends PublicError {
  readonly finding: string;
  constructor(finding: string) {
    super('invalid', { file: message('infected', { name: finding }) });
    this.finding = finding;
  }
}

const headBytes = 4096;

/**
 * Keeps a stream under its SHA-256, so that equal content is kept once. It is complete and safely on disk before it gets
 * its name; what is too large or breaks off leaves nothing behind.
 */
export async function storeContent(storage: FileStorage, stream: AsyncIterable<Buffer>): Promise<StoredContent> {
  const { store, folder, limit, scanner } = storage;
  await mkdir(join(folder, 'incoming'), { recursive: true });
  const incoming = join(folder, 'incoming', uuidv7());
  const file = await open(incoming, 'wx', 0o600);
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let size = 0;
  const scan = scanner && beginScan(scanner);
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > limit) throw new PublicError('too_large');
      hash.update(chunk);
      await scan?.write(chunk);
      if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)]);
      for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten;
    }
    if (size === 0) throw new PublicError('invalid', { file: message('required') });
    const found = await scan?.end();
    if (found) throw new Infected(found);
    await file.sync();
    await file.close();
    const sha256 = hash.digest('hex');
    await store.keep(sha256, incoming);
    return { sha256, size, head };
  } finally {
    scan?.drop();
    await file.close().catch(() => {});
    await rm(incoming, { force: true });
  }
}

const day = 86_400_000;

/** Removes what a killed process has left half written: nobody has gone on with it for a day. */
export async function forgetHalves({ folder }: Pick<FileStorage, 'folder'>, now = Date.now()): Promise<number> {
  const incoming = join(folder, 'incoming');
  const entries = await readdir(incoming, { withFileTypes: true }).catch(() => []);
  let removed = 0;
  for (const entry of entries) {
    if (!entry.isFile()) continue; // uploads that can be resumed have a folder and a time limit of their own
    const path = join(incoming, entry.name);
    const found = await stat(path).catch(() => undefined);
    if (!found || now - found.mtimeMs < day) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

/** A file name as people know it: without folders and control characters. */
export function cleanName(given: string | undefined): string {
  let name = given ?? '';
  try {
    name = decodeURIComponent(name);
  } catch {
    // not encoded: taken as it is
  }
  const last = name.toWellFormed().split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  const clean = last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  return /^\.*$/.test(clean) ? 'Datei' : clean.slice(-255);
}
