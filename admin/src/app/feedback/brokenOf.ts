interface Asked {
  readonly data?: unknown;
  readonly error: unknown;
  readonly refetch: () => Promise<unknown>;
}

/**
 * What keeps a screen from being shown, for `Trouble`: a question without an answer, and the way to ask all those anew. What
 * was answered once stays on the screen while asking anew fails.
 */
export function brokenOf(...questions: readonly Asked[]): { error: unknown; retry: () => void } | undefined {
  const broken = questions.filter(({ data, error }) => error && data === undefined);
  if (broken.length === 0) return undefined;
  return { error: broken[0]!.error, retry: () => void Promise.all(broken.map(({ refetch }) => refetch())) };
}
