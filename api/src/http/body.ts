import { message, PublicError } from '@kontor/shared';
import type { Request } from 'express';
import type { Values } from '../engine/context.ts';

/** The object that a request brings; refuses everything else. */
export function bodyOf({ body }: Request): Values {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new PublicError('invalid', { root: message('invalid') });
  return body as Values;
}
