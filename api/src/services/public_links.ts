import { createHash, randomBytes } from 'node:crypto';
import type { Queryable, Transaction } from '../db/pool.ts';
import type { Context, Engine } from '../engine/context.ts';
import { createIn } from '../engine/create.ts';
import { sql } from '../query/sql.ts';

export type LinkPurpose = 'certificate' | 'feedback' | 'trainer_request' | 'seat_offer';

export interface NewLink {
  readonly purpose: LinkPurpose;
  readonly subject: { readonly resource: string; readonly id: string };
  /** ISO instant after which it opens nothing; never, when absent. */
  readonly expiresAt?: string;
}

/** What a link leads to. */
export interface OpenLink {
  readonly id: string;
  readonly subject_resource: string;
  readonly subject_id: string;
  readonly expires_at: string | null;
}

/** Only the digest is kept: whoever reads the table can not open the links. 256 random bits need no salt. */
const digestOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** A secret that becomes a link later: for a paper that must be made before it can be filed. */
export function newLink() {
  const token = randomBytes(32).toString('base64url');
  return { token, make: (context: Context, tx: Transaction, link: NewLink) => enter(context, tx, link, token) };
}

/** Makes a link and returns the secret part of its address, this once. */
export async function makeLink(context: Context, tx: Transaction, link: NewLink): Promise<string> {
  const { token, make } = newLink();
  await make(context, tx, link);
  return token;
}

async function enter(context: Context, tx: Transaction, link: NewLink, token: string): Promise<void> {
  await createIn(context, tx, context.engine.model.get('public_links'), {
    purpose: link.purpose,
    subject_resource: link.subject.resource,
    subject_id: link.subject.id,
    digest: digestOf(token),
    expires_at: link.expiresAt ?? null,
  });
}

/** The link of that secret, if it still opens something, and notes that it was opened. */
export async function openLink(db: Queryable, purpose: LinkPurpose, token: string): Promise<OpenLink | undefined> {
  const [link] = await db.query<OpenLink>(
    sql`UPDATE public_links SET used_at = now(), uses = uses + 1 WHERE digest = ${digestOf(token)} AND purpose = ${purpose} AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now()) RETURNING id, subject_resource, subject_id, expires_at`,
  );
  return link;
}

/** The address of a link, with its secret. */
export const linkAddress = ({ outward }: Engine, purpose: LinkPurpose, token: string): string =>
  `${outward.url}/p/${purpose}/${token}`;

/** Takes the links of a record back, or of several: from now on they open nothing. */
export const revokeLinks = (
  tx: Queryable,
  purpose: LinkPurpose,
  subject: string | readonly string[],
): Promise<unknown> =>
  tx.query(
    sql`UPDATE public_links SET revoked_at = now(), updated_at = now(), version = version + 1 WHERE subject_id = ANY(${[subject].flat()}::uuid[]) AND purpose = ${purpose} AND revoked_at IS NULL`,
  );
