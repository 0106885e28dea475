import type { Readable } from 'node:stream';
import type { Queryable } from '../../db/pool.ts';
import type { Context, Values } from '../../engine/context.ts';
import type { JobFiles, KeptFile } from './files.ts';

/** One run of a job. */
export interface JobCall {
  /** With the rights that the owner has now; what it changes is told as done by the job. */
  readonly context: Context;
  /** The same in every attempt: the key by which something outside knows that it has been asked for already. */
  readonly id: string;
  readonly payload: Values;
  /** What it was given. */
  readonly files: Pick<JobFiles, 'store'>;
  /** Keeps a file as what this attempt has made; without it being told as the result it does not stay. */
  keep(stream: Readable): Promise<KeptFile>;
  /** Tells how far it is (0 to 100), in words as well. */
  progress(share: number, words: string): void;
  /**
   * Ends the job in the transaction of its work: both stay, or neither does, whatever happens to the process. Throws when
   * the attempt may not write any more: then the work comes to nothing as well.
   */
  complete(tx: Queryable, result: JobResult): Promise<void>;
  /** Aborted when the job is cancelled, or the process ends. */
  readonly signal: AbortSignal;
}

/** A file that a job has made. */
export interface JobResult {
  readonly name: string;
  readonly type: string;
  readonly file: KeptFile;
  /** What came out, in a few words. */
  readonly words?: string;
}

/**
 * Does the work of a job; the answer is its result, or nothing when it was completed with its work. A `PublicError` is
 * final; after anything else it is tried again.
 */
export type JobKind = (call: JobCall) => Promise<JobResult | undefined>;
