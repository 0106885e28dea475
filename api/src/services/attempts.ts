import { createHash } from 'node:crypto';
import { PublicError } from '@kontor/shared';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { networkOf } from './address.ts';
import type { CounterStore } from './limits.ts';
import { atMost } from './waiting.ts';

/** How failures of one kind are answered. Times are in seconds. */
interface Patience {
  /** So many failures cost nothing. */
  readonly free: number;
  /** The longest delay; it begins with `shortest` and doubles. */
  readonly longest: number;
  /** Failures are forgotten after so long. */
  readonly memory: number;
}

const shortest = 10;
const hour = 3600;

/**
 * Who pays for failures. A device on which the account was signed in before has a counter of its own: whatever strangers do,
 * its owner gets in (OWASP, device cookies). A stranger has one with this account, one as an address for all accounts, and one
 * that all strangers share for the account, whose delay stays short, because somebody at a new device may be its owner.
 */
const kinds = {
  device: { free: 5, longest: 900, memory: 24 * hour },
  pair: { free: 5, longest: 900, memory: 24 * hour },
  address: { free: 30, longest: 900, memory: hour },
  account: { free: 50, longest: 60, memory: hour },
} as const satisfies Record<string, Patience>;

type Key = readonly [kind: keyof typeof kinds, key: string];

/** Seconds of delay after so many failures. */
export const delayAfter = (failures: number, { free, longest }: Pick<Patience, 'free' | 'longest'>): number =>
  failures < free ? 0 : Math.min(longest, shortest * 2 ** Math.min(failures - free, 20));

/** Who tries. */
export interface Visitor {
  readonly address: string;
  /** Name of the device, when the account was signed in on it before. */
  readonly device: string | undefined;
}

export interface Attempts {
  /**
   * Runs a check of a secret (password, code) of an account, existing or not. The check gives what it found, or undefined when
   * the secret was wrong; that counts as a failure. Throws `too_many_requests` with `retry_after` in seconds while a delay
   * runs. Few checks run at once, the others wait in line.
   */
  guard<T>(who: Visitor, account: string, check: () => Promise<T | undefined>): Promise<T | undefined>;
}

/** Checks of passwords that run at once, each with 19 MiB and a processor; and those that wait for them. */
const atOnce = 2;
const mostWaiting = 2000;

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

function keysOf({ address, device }: Visitor, account: string): Key[] {
  const name = account.toLowerCase();
  if (device) return [['device', digest(`${device} ${name}`)]];
  const network = networkOf(address);
  return [
    ['pair', digest(`${network} ${name}`)],
    ['address', network],
    ['account', digest(name)],
  ];
}

/** Delays for those who try secrets, the same on all processes. */
export function attempts(store: CounterStore): Attempts {
  const failures = store.counters('failures', 1_000_000, hour);
  const delays = store.counters('delay', 1, hour);
  const inLine = atMost(atOnce, mostWaiting);
  const name = ([kind, key]: Key) => `${kind}:${key}`;

  async function admit(keys: readonly Key[]): Promise<void> {
    const running = await Promise.all(keys.map((key) => delays.get(name(key))));
    const wait = Math.max(0, ...running.map((delay) => (delay?.consumedPoints ? delay.msBeforeNext : 0)));
    if (wait > 0) throw new PublicError('too_many_requests', undefined, { retry_after: Math.ceil(wait / 1000) });
  }

  /** Counts a failure; throws when it begins a delay, so that the answer tells at once how long to wait. */
  async function failed(keys: readonly Key[]): Promise<void> {
    await Promise.all(
      keys.map(async (key) => {
        const patience = kinds[key[0]];
        const { consumedPoints } = await failures.penalty(name(key), 1, { customDuration: patience.memory });
        const delay = delayAfter(consumedPoints, patience);
        if (delay) await delays.set(name(key), 1, delay);
      }),
    );
  }

  const forget = (counters: readonly RateLimiterAbstract[], key: Key) =>
    Promise.all(counters.map((one) => one.delete(name(key))));

  return {
    guard: (who, account, check) =>
      inLine(async () => {
        const keys = keysOf(who, account);
        await admit(keys);
        const found = await check();
        if (found === undefined) await failed(keys);
        else await forget([failures, delays], keys[0]!);
        return found;
      }),
  };
}
