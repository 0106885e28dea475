import { HttpError } from 'ra-core';
import type { ImportResult } from './dataProvider.ts';
import { httpClient } from './httpClient.ts';
import { queryClient } from './queryClient.ts';
import { apiUrl } from './session.ts';

/** Work in the background. */
export interface Job {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly progress: number;
  readonly progress_text: string | null;
  readonly error: string | null;
  readonly result_name: string | null;
  readonly payload: { readonly resource?: string } | null;
}

/** Jobs are asked for again and again in a list, whichever brand one works in. */
const ask = async (filter: object): Promise<Job[]> =>
  (
    await httpClient<Job[]>(
      `${apiUrl}/jobs?${new URLSearchParams({
        filter: JSON.stringify(filter),
        range: '[0,49]',
        sort: '["created_at","DESC"]',
      })}`,
      { headers: { 'X-Brand': '' } },
    )
  ).json;
const at = (id: string) => `${apiUrl}/jobs/${encodeURIComponent(id)}`;

export const isActive = ({ state }: Pick<Job, 'state'>): boolean => state === 'queued' || state === 'running';

/** What of a user's own jobs has not ended. */
export const activeJobs = (userId: string): Promise<Job[]> => ask({ created_by: userId, state: ['queued', 'running'] });

export const jobsById = (ids: readonly string[]): Promise<Job[]> => ask({ id: ids });

export const cancelJob = (id: string): Promise<unknown> =>
  httpClient(`${at(id)}/actions/cancel`, { method: 'POST', body: '{}' });

/** What an import in the background has come to. */
export const importResult = async (id: string, signal: AbortSignal): Promise<ImportResult> =>
  (await patiently(() => httpClient<ImportResult>(`${at(id)}/result`, { signal }), signal)).json;

export const ownJobsKey = ['jobs', 'own'] as const;

/** Says that a job was begun here: only from then on it is looked after. */
export const announceJob = (): void => void queryClient.invalidateQueries({ queryKey: ownJobsKey });

/** Jobs whose end a screen tells itself. */
export const told = new Set<string>();

const every = 1000;

/** Answers of a server that is busy or coming up, or of a proxy before it. */
const passing = new Set([429, 502, 503, 504]);

/** Is there nothing wrong with the question, so that asking again may help? A lost connection has the browser's TypeError as its cause. */
const isPassing = (error: unknown): boolean =>
  error instanceof HttpError ? passing.has(error.status) : (error as Error).cause instanceof TypeError;

/**
 * Asks until there is an answer: a job goes on while the server can not be reached for a moment, or comes up anew. To take that
 * for its failure would have people begin it a second time.
 */
async function patiently<T>(question: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await question();
    } catch (error) {
      signal.throwIfAborted();
      if (!isPassing(error)) throw error;
    }
    await new Promise((done) => setTimeout(done, every));
    signal.throwIfAborted();
  }
}

/** Follows a job to its end, and tells each step. Who gives up leaves the end to be told by the frame. */
export async function followJob(id: string, tell: (job: Job) => void, signal: AbortSignal): Promise<Job> {
  told.add(id);
  signal.addEventListener('abort', () => told.delete(id));
  for (;;) {
    const [job] = await patiently(() => jobsById([id]), signal);
    signal.throwIfAborted();
    if (!job) throw new Error(id);
    tell(job);
    if (!isActive(job)) return job;
    await new Promise((done) => setTimeout(done, every));
    signal.throwIfAborted();
  }
}
