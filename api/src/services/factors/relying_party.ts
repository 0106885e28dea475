import { PublicError } from '@kontor/shared';
import type { Request } from 'express';

/** Whom passkeys are made for: the host's name, and the one address whose pages may use them. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/**
 * The configured address; without one the request's own when that is localhost. Any other host could be somebody's
 * invention, and a number (127.0.0.1) is refused by browsers: 409.
 */
export function relyingParty(publicUrl: string | undefined, request: Request): RelyingParty {
  if (publicUrl) {
    const { hostname, origin } = new URL(publicUrl);
    return { id: hostname, origin };
  }
  const host = request.headers.host ?? '';
  if (!/^localhost(:\d+)?$/.test(host)) throw new PublicError('passkeys_unavailable');
  return { id: 'localhost', origin: `${request.protocol}://${host}` };
}
