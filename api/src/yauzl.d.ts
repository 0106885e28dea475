/** The part of yauzl that is used here; the package brings no types. */
declare module 'yauzl' {
  import type { EventEmitter } from 'node:events';
  import type { Readable } from 'node:stream';

  export interface Entry {
    readonly fileName: string;
    readonly uncompressedSize: number;
  }
  export interface ZipFile extends EventEmitter {
    readEntry(): void;
    openReadStream(entry: Entry, done: (error: Error | null, stream: Readable) => void): void;
  }
  export function fromBuffer(
    content: Buffer,
    options: { lazyEntries: boolean },
    done: (error: Error | null, zip: ZipFile) => void,
  ): void;
  const yauzl: { fromBuffer: typeof fromBuffer };
  export default yauzl;
}
