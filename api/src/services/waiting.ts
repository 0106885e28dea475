import { PublicError } from '@kontor/shared';

/**
 * Runs work at most so many times at once; the rest waits in line and takes over a place that becomes free. Throws
 * `too_many_requests` when `most` wait already.
 */
export function atMost(count: number, most = Number.POSITIVE_INFINITY): <T>(work: () => Promise<T>) => Promise<T> {
  const line: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < count) running++;
    else {
      if (line.length >= most) throw new PublicError('too_many_requests', undefined, { retry_after: 5 });
      await new Promise<void>((go) => line.push(go));
    }
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else running--;
    }
  };
}
