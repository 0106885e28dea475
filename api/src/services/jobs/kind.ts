import type { Context, Values } from '../../engine/context.ts';
import type { StoredContent } from '../files.ts';

/** One run of a job. */
export interface JobCall {
  /** With the rights that the owner has now; what it changes is told as done by the job. */
  readonly context: Context;
  /** The same in every attempt: the key by which something outside knows that it has been asked for already. */
  readonly id: string;
  readonly payload: Values;
  /** An empty folder of this attempt, for its result. */
  readonly folder: string;
  /** Tells how far it is (0 to 100), in words as well. */
  progress(share: number, words: string): void;
  /** Aborted when the job is cancelled, or the process ends. */
  readonly signal: AbortSignal;
}

/** A file that a job has made, in the folder of its attempt. */
export interface JobResult {
  readonly name: string;
  readonly type: string;
  readonly content: StoredContent;
}

/** Does the work of a job. A `PublicError` is final; after anything else it is tried again. */
export type JobKind = (call: JobCall) => Promise<JobResult>;
