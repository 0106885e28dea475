import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Locale } from '@kontor/shared';

/** How long a ticket is valid. */
export const ticketSeconds = 60;

/** What a ticket says: who may fetch, from which session and as whom, until when (seconds), in which language. */
interface Claim {
  readonly u: string;
  readonly s: string;
  readonly e: number;
  readonly l: Locale;
  readonly v?: Ticket['view'];
}

export interface Ticket {
  readonly userId: string;
  readonly session: string;
  readonly locale: Locale;
  /** As whom the user looks at Kontor. */
  readonly view?: { readonly user: string } | { readonly role: string };
}

const sign = (key: Buffer, claim: string, path: string) =>
  createHmac('sha256', key).update(`${claim}\n${path}`).digest('base64url');

/** A ticket for one exact address: the user fetches it without a token, because browsers send none for images and downloads. */
export function issueTicket(
  key: Buffer,
  path: string,
  ticket: Ticket,
  now = Date.now(),
): { ticket: string; expires: Date } {
  const expires = Math.floor(now / 1000) + ticketSeconds;
  const claim = Buffer.from(
    JSON.stringify({
      u: ticket.userId,
      s: ticket.session,
      e: expires,
      l: ticket.locale,
      ...(ticket.view ? { v: ticket.view } : {}),
    } satisfies Claim),
  ).toString('base64url');
  return { ticket: `${claim}.${sign(key, claim, path)}`, expires: new Date(expires * 1000) };
}

/** Whose ticket it is; `expired` when it was right once, undefined when it never was for this address. */
export function readTicket(key: Buffer, path: string, text: string, now = Date.now()): Ticket | 'expired' | undefined {
  const [claim = '', signature = ''] = text.split('.');
  const right = Buffer.from(sign(key, claim, path));
  const given = Buffer.from(signature);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const { u, s, e, l, v } = JSON.parse(Buffer.from(claim, 'base64url').toString('utf8')) as Claim;
  return e * 1000 <= now ? 'expired' : { userId: u, session: s, locale: l, ...(v ? { view: v } : {}) };
}
