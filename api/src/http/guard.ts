import type { CookieOptions, Request, Response } from 'express';
import { networkOf } from '../services/address.ts';
import { type Attempts, attempts } from '../services/attempts.ts';
import { knows, readDevice, sealDevice } from '../services/known_devices.ts';
import type { CounterStore } from '../services/limits.ts';
import { cookie } from './cookies.ts';

/** What stands before every check of a password or code. */
export interface Guard {
  /** Checks a secret of an account: see `Attempts.guard`. */
  check<T>(request: Request, account: string, check: () => Promise<T | undefined>): Promise<T | undefined>;
  /** Makes the browser a device that is known to the account: somebody has signed in there, or shown a link from a mail. */
  remember(request: Request, response: Response, account: string): void;
  /** Whom the requests of a visitor are counted for: a device that somebody signed in on, else its address. */
  visitor(request: Request): string;
}

export interface GuardOptions {
  readonly installation: string;
  readonly secure: boolean;
  /** Seals cookies. */
  readonly key: Buffer;
}

/** Browsers keep a cookie no longer. */
const mostAge = 400 * 86_400_000;

/** Guards the secrets of accounts against guessing. */
export function guard(store: CounterStore, { installation, secure, key }: GuardOptions): Guard {
  const tries: Attempts = attempts(store);
  const name = `kontor_device_${installation}`;
  const options: CookieOptions = {
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: '/api/v1/session',
    maxAge: mostAge,
  };
  const deviceOf = (request: Request) => readDevice(key, cookie(request, name));
  return {
    check: (request, account, check) => {
      const device = deviceOf(request);
      const known = knows(key, device, account) ? device?.name : undefined;
      return tries.guard({ address: request.ip ?? '', device: known }, account, check);
    },
    remember: (request, response, account) => {
      response.cookie(name, sealDevice(key, deviceOf(request), account), options);
    },
    visitor: (request) => deviceOf(request)?.name ?? networkOf(request.ip ?? ''),
  };
}
