import { PublicError } from '@kontor/shared';
import express, { type RequestHandler } from 'express';

/** Deeper than anything real. What walks a body (validators, comparisons) is recursive and would run out of stack. */
export const deepest = 100;

/** How deep brackets are nested in a JSON text. */
export function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (quoted) {
      if (letter === '\\') i++;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === '[' || letter === '{') most = Math.max(most, ++depth);
    else if (letter === ']' || letter === '}') depth--;
  }
  return most;
}

const parse = express.json({
  limit: '2mb',
  strict: false,
  type: ['application/json', 'application/*+json'],
  verify: (_request, _response, body) => {
    if (depthOf(body.toString('latin1')) > deepest)
      throw Object.assign(new Error('nested too deep'), { type: 'entity.parse.failed' });
  },
});

/** Reads JSON bodies of at most 2 MB. A body of another type is refused as such, and not taken for an empty one. */
export const jsonBodies: RequestHandler = (request, response, next) => {
  const sent = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length']) > 0;
  if (!sent) {
    next();
    return;
  }
  parse(request, response, (error?: unknown) => {
    next(error ?? (request.body === undefined ? new PublicError('unsupported_media_type') : undefined));
  });
};
