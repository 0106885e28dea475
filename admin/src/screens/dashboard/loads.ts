/** Whom a panel of loads shows. */
export interface Load {
  readonly id: string;
  readonly days: number;
  /** Most days; undefined: no limit. */
  readonly limit: number | undefined;
  /** Of the limit, or of what is usual without one. */
  readonly share: number;
  /** So many days more than the limit. */
  readonly over: number;
}

interface Counted {
  readonly id: string;
  readonly days: number;
  readonly limit: number | null | undefined;
}

/** The busiest first; of those who are as busy, who has more days. */
export function loadsOf(counted: readonly Counted[], usual: number, most: number): readonly Load[] {
  return counted
    .map(({ id, days, limit }): Load => {
      const given = limit ?? undefined;
      return {
        id,
        days,
        limit: given,
        share: days / Math.max(1, given ?? usual),
        over: Math.max(0, days - (given ?? days)),
      };
    })
    .toSorted((a, b) => b.share - a.share || b.days - a.days)
    .slice(0, most);
}
