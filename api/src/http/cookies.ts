import type { Request } from 'express';

/** Reads one cookie. Names carry an installation id, because cookies ignore ports. */
export const cookie = (request: Request, name: string): string | undefined =>
  (request.headers.cookie ?? '')
    .split(/;\s*/)
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
