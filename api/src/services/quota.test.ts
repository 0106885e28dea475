import { RateLimiterMemory } from 'rate-limiter-flexible';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { quota } from './quota.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());
const settled = () => new Promise((done) => setImmediate(done));

/** Takes as much as there is. */
async function drain(...places: { take(key: string): number }[]): Promise<number> {
  for (let taken = 0; ; taken++) {
    if (places[taken % places.length]!.take('a') > 0) return taken;
    await settled();
  }
}
const memory = (points: number) => new RateLimiterMemory({ points, duration: 60, keyPrefix: 'x' });

describe('a quota', () => {
  test('gives so much in a window, tells when there is more, and gives it then', async () => {
    const one = quota(memory(100), 100, 60);
    expect(await drain(one)).toBe(100);
    vi.advanceTimersByTime(20_000);
    expect([one.take('a'), one.take('b')]).toEqual([40, 0]);
    vi.advanceTimersByTime(40_001);
    expect(one.take('a')).toBe(0);
  });

  test('is one for all processes, up to a fiftieth each', async () => {
    const store = memory(1000);
    const taken = await drain(quota(store, 1000, 60), quota(store, 1000, 60), quota(store, 1000, 60));
    expect(taken).toBeGreaterThanOrEqual(1000);
    expect(taken).toBeLessThanOrEqual(1000 + 3 * 20);
  });

  test('costs nothing for who uses little, and one word to the store for each fiftieth', async () => {
    const store = memory(1000);
    const told = vi.spyOn(store, 'penalty');
    const one = quota(store, 1000, 60);
    for (let n = 0; n < 19; n++) one.take('a');
    expect(told).toHaveBeenCalledTimes(0);
    for (let n = 0; n < 200; n++) {
      one.take('a');
      await settled();
    }
    expect(told.mock.calls.map(([, points]) => points)).toEqual(Array(10).fill(20));
  });

  test('counts alone while the store does not answer', async () => {
    const store = memory(100);
    vi.spyOn(store, 'penalty').mockRejectedValue(new Error('away'));
    expect(await drain(quota(store, 100, 60))).toBe(100);
  });

  test('forgets whose window is over before it forgets anybody else', () => {
    // the clock alone: twenty thousand timers that are not real take minutes
    vi.useRealTimers();
    vi.useFakeTimers({ toFake: ['Date'] });
    const one = quota(memory(1), 1, 60);
    for (let n = 0; n < 19_999; n++) one.take(`old ${n}`);
    vi.setSystemTime(Date.now() + 59_000);
    one.take('new');
    vi.setSystemTime(Date.now() + 2000);
    one.take('another');
    expect([one.take('new'), one.take('another'), one.take('old 5')]).toEqual([58, 60, 0]);
  });
});
