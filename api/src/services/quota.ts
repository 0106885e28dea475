import type { RateLimiterAbstract } from 'rate-limiter-flexible';

/** So much of a quota may be used without telling the other processes. */
const share = 50;
const mostKeys = 20_000;

interface Count {
  /** Taken here and not told yet. */
  own: number;
  /** Taken by all, as far as is known here. */
  shared: number;
  /** When the window ends, in milliseconds. */
  until: number;
  telling: boolean;
}

/** How much one key may take in a window of time, counted over all processes. */
export interface Quota {
  readonly points: number;
  readonly seconds: number;
  /** Takes one. Returns 0, or the seconds after which there is something again. */
  take(key: string): number;
}

/**
 * Counts in memory and tells the store by the fiftieth part of the quota, without letting anybody wait: who uses little never
 * costs a statement, and all processes together may exceed the quota by a fiftieth each.
 */
export function quota(counters: RateLimiterAbstract, points: number, seconds: number): Quota {
  const counts = new Map<string, Count>();
  const portion = Math.max(1, Math.floor(points / share));

  function tell(key: string, count: Count): void {
    const told = count.own;
    count.telling = true;
    counters
      .penalty(key, told)
      .then(
        ({ consumedPoints, msBeforeNext }) => {
          count.shared = consumedPoints;
          count.until = Date.now() + msBeforeNext;
        },
        () => {
          count.shared += told;
        },
      )
      .finally(() => {
        count.own -= told;
        count.telling = false;
        if (count.own >= portion) tell(key, count);
      });
  }

  function open(key: string, now: number): Count {
    if (counts.size >= mostKeys) {
      for (const [other, { until }] of counts) if (until <= now) counts.delete(other);
      if (counts.size >= mostKeys) counts.clear();
    }
    const count = { own: 0, shared: 0, until: now + seconds * 1000, telling: false };
    counts.set(key, count);
    return count;
  }

  return {
    points,
    seconds,
    take: (key) => {
      const now = Date.now();
      let count = counts.get(key);
      if (!count || count.until <= now) count = open(key, now);
      if (count.shared + count.own >= points) return Math.ceil((count.until - now) / 1000);
      count.own++;
      if (count.own >= portion && !count.telling) tell(key, count);
      return 0;
    },
  };
}
