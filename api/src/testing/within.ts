import { expect } from 'vitest';

/** Milliseconds of work by which the machine is judged. */
const sample = 50;

/** How many times longer than by itself work takes now, because the machine has other things to do: 1 or more. */
export function busy(): number {
  const from = performance.now();
  const cpu = process.cpuUsage();
  let used = 0;
  do {
    const { user, system } = process.cpuUsage(cpu);
    used = (user + system) / 1000;
  } while (used < sample);
  return Math.max(1, (performance.now() - from) / sample);
}

/**
 * Expects that something that began at `from` (milliseconds of the clock) took less than a limit in milliseconds. Where
 * it took longer, the time that others had the processors for does not count: tests share the machine.
 */
export function expectWithin(limit: number, from: number, what = ''): void {
  const took = Date.now() - from;
  if (took >= limit) expect(took / busy(), what).toBeLessThan(limit);
}
