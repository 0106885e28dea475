import { PublicError } from '@kontor/shared';
import type { Request } from 'express';

/** Reads one cookie. Names carry an installation id, because cookies ignore ports. */
export const cookie = (request: Request, name: string): string | undefined =>
  (request.headers.cookie ?? '')
    .split(/;\s*/)
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** Pages of other origins may not use the cookie (SameSite=Strict keeps browsers from sending it; this refuses the rest). */
export function requireSameOrigin(request: Request): void {
  const origin = request.headers.origin;
  if (
    request.headers['sec-fetch-site'] === 'cross-site' ||
    (origin && (!URL.canParse(origin) || new URL(origin).host !== request.headers.host))
  )
    throw new PublicError('forbidden');
}
