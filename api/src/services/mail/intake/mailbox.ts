import { ImapFlow, type ImapFlowError } from 'imapflow';
import type { Queryable } from '../../../db/pool.ts';
import type { Engine } from '../../../engine/context.ts';
import { sql } from '../../../query/sql.ts';

/** The mailbox of an account as it is stored, with what it keeps encrypted. */
export interface Mailbox {
  readonly id: string;
  readonly brand_id: string | null;
  readonly from_address: string;
  readonly imap_host: string;
  readonly imap_port: number | null;
  readonly imap_encryption: 'tls' | 'starttls' | 'none' | null;
  readonly imap_user_name: string | null;
  readonly imap_password: string | null;
  readonly imap_folder: string | null;
  /** The numbering of the mailbox (UIDVALIDITY) when it was read last, and the last number that was looked at. */
  readonly imap_validity: string | null;
  readonly imap_last: string | null;
}

/** The mailboxes that are to be read: one, or those of all active accounts. */
export const readMailboxes = (db: Queryable, id: string | null): Promise<Mailbox[]> =>
  db.query<Mailbox>(
    sql`SELECT id, brand_id, from_address, imap_host, imap_port, imap_encryption, coalesce(imap_user_name, user_name) AS imap_user_name, coalesce(imap_password, password) AS imap_password, imap_folder, imap_validity, imap_last FROM email_accounts WHERE imap_host IS NOT NULL AND (id = ${id} OR (${id}::uuid IS NULL AND active)) ORDER BY created_at, id`,
  );

/** Bytes of a mail that are read: mail servers take 25 MB as a rule, and encoding adds a third. */
export const mostBytes = 36_000_000;

/**
 * A connection to the server of a mailbox, not open yet. Certificates are always checked, and what a server may send is
 * limited: it can be any, and broken.
 */
export function clientOf(mailbox: Mailbox, secrets: Engine['secrets']): ImapFlow {
  const { imap_host, imap_port, imap_encryption, imap_user_name, imap_password } = mailbox;
  const encryption = imap_encryption ?? 'tls';
  const client = new ImapFlow({
    host: imap_host,
    port: imap_port ?? (encryption === 'tls' ? 993 : 143),
    secure: encryption === 'tls',
    doSTARTTLS: encryption === 'starttls',
    auth: { user: imap_user_name ?? '', pass: imap_password ? secrets.decrypt(imap_password) : '' },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    maxLineLength: 1_000_000,
    maxLiteralSize: mostBytes,
    maxResponseSize: mostBytes + 4_000_000,
  });
  client.on('error', () => {}); // whoever waits for an answer hears of it
  return client;
}

/** What is wrong with a certificate, by the codes of OpenSSL and Node. */
const mistrust: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'niemand bürgt für es (selbst ausgestellt)',
  SELF_SIGNED_CERT_IN_CHAIN: 'die ausstellende Stelle ist hier nicht bekannt',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'die ausstellende Stelle ist hier nicht bekannt',
  UNABLE_TO_GET_ISSUER_CERT: 'die ausstellende Stelle ist hier nicht bekannt',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'die ausstellende Stelle ist hier nicht bekannt',
  CERT_HAS_EXPIRED: 'es ist abgelaufen',
  CERT_NOT_YET_VALID: 'es gilt noch nicht',
  CERT_REVOKED: 'es wurde widerrufen',
  ERR_TLS_CERT_ALTNAME_INVALID: 'es gilt für einen anderen Namen',
};

/** The server's own words; where it said nothing, what happened on the way to it. A certificate that is not believed is named. */
export function wordsOfMailbox(error: unknown): string {
  const { responseText, message, code = '' } = error as ImapFlowError;
  if (Object.hasOwn(mistrust, code))
    return `Das Zertifikat des Mailservers wird nicht anerkannt: ${mistrust[code]}. (${code})`;
  return (responseText || message || String(error)).replaceAll('\0', '').toWellFormed().slice(0, 2000);
}

/** Ends a connection, also one whose server does not answer any more. */
export async function leave(client: ImapFlow): Promise<void> {
  const timer = setTimeout(() => client.close(), 2000);
  await client.logout().catch(() => {});
  clearTimeout(timer);
  client.close();
}
