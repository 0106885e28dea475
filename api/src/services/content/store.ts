import type { Readable } from 'node:stream';

/** A part of content, both ends included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** One piece of content as the store holds it. */
export interface Held {
  readonly sha256: string;
  readonly size: number;
  /** When it was kept. */
  readonly since: Date;
}

/** Where content lies: by its SHA-256, written once, never changed. */
export interface ContentStore {
  /** Takes over a complete file of the local disk; what is held already stays as it is. */
  keep(sha256: string, path: string): Promise<void>;
  /** The content or a part of it; undefined when it is missing. */
  open(sha256: string, range?: ByteRange): Promise<Readable | undefined>;
  /** Removes content; what is missing already is no error. */
  remove(sha256: string): Promise<void>;
  /** Everything that is held. */
  list(): AsyncIterable<Held>;
}

/** Where content of a checksum lies, below the folder or prefix of all content. */
export const placeOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;

export const isChecksum = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
