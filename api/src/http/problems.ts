import {
  errors as catalogue,
  type FieldErrors,
  type Locale,
  type Model,
  PublicError,
  type Resource,
  translate,
} from '@kontor/shared';
import type { ErrorRequestHandler, Request } from 'express';
import type { Logger } from 'pino';
import { publicError } from '../db/violations.ts';

/** The language of the answer: German unless the client prefers English. */
export function localeOf(request: Request): Locale {
  const header = request.headers['accept-language'];
  if (!header) return 'de';
  const wanted = header.split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  const de = wanted.indexOf('de');
  const en = wanted.indexOf('en');
  return en >= 0 && (de < 0 || en < de) ? 'en' : 'de';
}

/** Messages per field in a language. */
export function translated(errors: FieldErrors, locale: Locale): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? translate(value, locale)
        : Array.isArray(value)
          ? value.map((one) => one && translated(one, locale))
          : translated(value, locale),
    ]),
  );
}

/** What Express and its body parser throw. */
function fromExpress(error: { type?: string; status?: number }): PublicError | undefined {
  if (error.type === 'entity.parse.failed') return new PublicError('malformed_json');
  if (error.type === 'entity.too.large') return new PublicError('too_large');
  if (error.type === 'charset.unsupported' || error.type === 'encoding.unsupported')
    return new PublicError('unsupported_media_type');
  if (error.status && error.status >= 400 && error.status < 500) return new PublicError('malformed_query');
  return undefined;
}

/** No room on the disk of this server, for the user's part of it, or on that of the database. */
const full = new Set(['ENOSPC', 'EDQUOT', '53100']);
export const fromDisk = ({ code }: { code?: unknown }): PublicError | undefined =>
  full.has(String(code)) ? new PublicError('storage_full') : undefined;

/** Answers every error as problem+json. What is not meant for clients is logged and answered as `internal`. */
export function problems(model: Model, logger: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    const log = () =>
      logger.error(
        {
          request_id: response.locals.requestId,
          error: { message: error?.message, stack: error?.stack, code: error?.code },
        },
        'request failed',
      );
    if (response.headersSent) {
      log(); // the answer breaks off: that is all that can be told to the client
      next(error);
      return;
    }
    const locale = localeOf(request);
    const resource = response.locals.resource as Resource | undefined;
    const known = publicError(error, model, resource, locale, request.method === 'DELETE');
    const problem =
      known instanceof PublicError ? known : (fromDisk(error) ?? fromExpress(error) ?? new PublicError('internal'));
    if (problem.status >= 500) log();
    if (problem.code === 'unauthenticated') response.set('WWW-Authenticate', 'Bearer');
    if (problem.extra?.retry_after) response.set('Retry-After', String(problem.extra.retry_after));
    if (problem.code === 'unavailable') response.set('Retry-After', '2');
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: `/api/docs#${problem.code}`,
          title: catalogue[problem.code][locale],
          status: problem.status,
          code: problem.code,
          request_id: response.locals.requestId,
          ...(problem.fields ? { errors: translated(problem.fields, locale) } : {}),
          ...problem.extra,
        }),
      );
  };
}
