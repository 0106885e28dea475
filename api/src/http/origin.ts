import { PublicError } from '@kontor/shared';
import type { Request } from 'express';

/** What browsers say of requests that our own pages send, and of what the user does without a page. */
const ours = new Set(['same-origin', 'none']);

/**
 * Pages of other origins may not use the cookies: SameSite=Strict keeps browsers from sending them, and this refuses the rest,
 * other ports and subdomains included, which are the same site. A program that is no browser says neither and has no cookies
 * that somebody could borrow. Throws `forbidden`.
 */
export function requireSameOrigin(request: Request): void {
  const { origin, host } = request.headers;
  const from = request.headers['sec-fetch-site'];
  if (
    (from !== undefined && !ours.has(String(from))) ||
    (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host))
  )
    throw new PublicError('forbidden');
}
