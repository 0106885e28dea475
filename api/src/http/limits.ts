import { PublicError } from '@kontor/shared';
import type { Request, RequestHandler, Response } from 'express';
import type { CounterStore } from '../services/limits.ts';
import { type Quota, quota } from '../services/quota.ts';
import type { Guard } from './guard.ts';

/** Requests that one visitor (sign-in, refresh) or user (the others) may send in a minute. 0 is no limit. */
export interface Rates {
  /** Attempts to sign in, and whatever else works without a session. */
  readonly signIn: number;
  /** Renewals of sessions, and other questions about them. */
  readonly refresh: number;
  readonly read: number;
  readonly write: number;
  /** Search over everything, exports, imports. */
  readonly heavy: number;
}

const seconds = 60;
const heavy = /^\/(?:search(?:$|\?)|[^/?]+\/(?:export|import)(?:$|[/?]))/;

/** The class of a request for records. */
export function classOf(method: string, url: string): 'read' | 'write' | 'heavy' {
  if (heavy.test(url)) return 'heavy';
  return method === 'GET' || method === 'HEAD' ? 'read' : 'write';
}

function refuse(response: Response, { points }: Quota, wait: number): never {
  response.set({
    'RateLimit-Policy': `${points};w=${seconds}`,
    'RateLimit-Limit': String(points),
    'RateLimit-Remaining': '0',
    'RateLimit-Reset': String(wait),
  });
  throw new PublicError('too_many_requests', undefined, { retry_after: wait });
}

/** Limits per class of routes, which all processes share. */
export function rateLimits(store: CounterStore, rates: Rates, guard: Guard) {
  const quotas = Object.fromEntries(
    Object.entries(rates).map(([name, points]) => [
      name,
      points > 0 ? quota(store.counters(`rate:${name}`, points, seconds), points, seconds) : undefined,
    ]),
  ) as Record<keyof Rates, Quota | undefined>;

  function take(name: keyof Rates, key: string, response: Response): void {
    const of = quotas[name];
    const wait = of ? of.take(key) : 0;
    if (of && wait) refuse(response, of, wait);
  }

  /** For routes without a user: by device or address. */
  const visitors: RequestHandler = (request: Request, response, next) => {
    const signIn = request.method === 'POST' && request.path !== '/refresh';
    take(signIn ? 'signIn' : 'refresh', guard.visitor(request), response);
    next();
  };
  /** For routes with a user. */
  const users: RequestHandler = (request, response, next) => {
    take(classOf(request.method, request.url), response.locals.access.actor.id, response);
    next();
  };
  return { visitors, users };
}
