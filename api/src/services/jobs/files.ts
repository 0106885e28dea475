import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { ContentStore } from '../content/store.ts';
import { type FileStorage, forgetHalves, storeContent } from '../files.ts';
import type { ScannerAddress } from '../scanner.ts';

/** A file of a job. */
export interface KeptFile {
  /** Its name in the store. */
  readonly place: string;
  readonly size: number;
}

/** What jobs are given and what they make. It may be seen by the owner of the job alone, and goes with the job. */
export interface JobFiles {
  /** Keeps what a job has made. */
  keep(stream: Readable): Promise<KeptFile>;
  /** Keeps what somebody has sent for a job, after the scanner has looked at it. */
  receive(stream: Readable): Promise<KeptFile>;
  /** Removes what a killed process has left half written on this machine. */
  forgetHalves(now?: number): Promise<number>;
  readonly store: ContentStore;
}

/**
 * Files of jobs in a store of their own. Each has a name of its own instead of its checksum: equal content of two jobs lies
 * there twice, so that one can go at any time without asking who else needs it.
 */
export function jobFiles(storage: FileStorage, scanner?: ScannerAddress): JobFiles {
  const { store } = storage;
  const keep = async (stream: Readable, given: Partial<FileStorage>): Promise<KeptFile> => {
    const place = randomBytes(32).toString('hex');
    const named = { ...store, keep: (_: string, path: string) => store.keep(place, path) };
    const { size } = await storeContent({ ...storage, ...given, store: named }, stream);
    return { place, size };
  };
  return {
    keep: (stream) => keep(stream, {}),
    receive: (stream) => keep(stream, scanner ? { scanner } : {}),
    forgetHalves: (now) => forgetHalves(storage, now),
    store,
  };
}
