/** What somebody was in a session, in the order in which taps go through it. */
export const marks = ['present', 'late', 'excused', 'absent'] as const;

export type Mark = (typeof marks)[number];

/** What the next tap makes of it; who was not recorded yet becomes present. */
export const nextMark = (mark: Mark | undefined): Mark =>
  mark === undefined ? 'present' : marks[(marks.indexOf(mark) + 1) % marks.length]!;

/** Sessions that begin by then are ticked off already: people arrive up to an hour before. ISO instant. */
export const arriving = (now: Date): string => new Date(now.getTime() + 3_600_000).toISOString();

/** The session that is nearest to now: the one that runs or was last, else the first to come. */
export function nearestSession<S extends { readonly starts_at: string }>(
  sessions: readonly S[],
  now = new Date(),
): S | undefined {
  const sorted = sessions.toSorted((a, b) => a.starts_at.localeCompare(b.starts_at));
  const soon = arriving(now);
  return sorted.filter(({ starts_at: at }) => at <= soon).at(-1) ?? sorted[0];
}
