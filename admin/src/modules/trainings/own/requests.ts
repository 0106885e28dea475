import { HttpError, type RaRecord } from 'ra-core';

/** What a trainer is asked at once: the open sessions of one training. */
export interface Request {
  readonly training: string;
  readonly title: string;
  readonly assignments: readonly RaRecord[];
  /** Until when it holds, if that was said. */
  readonly until: string | null;
}

/**
 * Whether the answer came too late: a request that was taken back, or that somebody else has, is out of the trainer's sight, and
 * one whose time is over has no step left.
 */
export const isSettled = (error: unknown): boolean =>
  error instanceof HttpError && (error.status === 404 || error.body?.code === 'transition_refused');

/** Requests by training, the earliest first. */
export function requestsOf(assignments: readonly RaRecord[]): readonly Request[] {
  const byTraining = new Map<string, RaRecord[]>();
  for (const one of assignments) byTraining.set(one.training_id, [...(byTraining.get(one.training_id) ?? []), one]);
  return [...byTraining].map(([training, asked]) => {
    const sorted = asked.toSorted((a, b) => (a.starts_at < b.starts_at ? -1 : 1));
    const limits = sorted.flatMap((one) => (one.answer_until ? [one.answer_until as string] : [])).toSorted();
    return {
      training,
      title: (sorted[0]!._embedded?.training_id?.title as string | undefined) ?? '',
      assignments: sorted,
      until: limits[0] ?? null,
    };
  });
}
