import { promisify } from 'node:util';
import { PublicError } from '@kontor/shared';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { mostBytes, unreadable } from './table.ts';

/** A packed file: the names in it, and the content of one. */
export interface Archive {
  has(name: string): boolean;
  read(name: string): Promise<string>;
}

/** More parts than any workbook has. */
const mostEntries = 5000;

/**
 * Opens a ZIP and refuses what unpacks to more than the limit. The sizes that the file states are added up first, and
 * unpacking stops where content is longer than stated, so neither a bomb nor a lie gets far.
 */
export async function openZip(content: Buffer): Promise<Archive> {
  const zip = await promisify<Buffer, { lazyEntries: boolean }, ZipFile>(yauzl.fromBuffer)(content, {
    lazyEntries: true,
  }).catch(() => {
    throw unreadable();
  });
  const entries = new Map<string, Entry>();
  await new Promise<void>((done, fail) => {
    let bytes = 0;
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      bytes += entry.uncompressedSize;
      if (bytes > mostBytes || entries.size > mostEntries) fail(new PublicError('too_large'));
      else zip.readEntry();
    });
    zip.once('end', done);
    zip.once('error', () => fail(unreadable()));
    zip.readEntry();
  });
  return {
    has: (name) => entries.has(name),
    read: async (name) => {
      const entry = entries.get(name);
      if (!entry) throw unreadable();
      try {
        const chunks: Buffer[] = [];
        const stream = await promisify(zip.openReadStream.bind(zip))(entry);
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        return Buffer.concat(chunks).toString('utf8');
      } catch {
        throw unreadable();
      }
    },
  };
}
