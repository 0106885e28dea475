import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../db/pool.ts';
import type { Engine } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import { oneLine } from './transport.ts';

/** A message of Kontor's own to one person. */
export interface Mail {
  readonly to: string;
  readonly name?: string;
  readonly subject: string;
  /** Paragraphs with an empty line between them; `{{ link }}` stands for the link. */
  readonly text: string;
  /** A link that lets in whoever has it: kept encrypted, and only until it is sent. */
  readonly link?: string;
  /** After this instant the message is not sent any more. */
  readonly expiresAt?: string;
}

/** Puts a message into the outbox, in the transaction of what it tells. It leaves after the commit. */
export async function queueMail(
  { secrets, outward, totals }: Engine,
  tx: Transaction,
  { to, name, subject, text, link, expiresAt }: Mail,
): Promise<string> {
  const id = uuidv7();
  await tx.query(
    sql`INSERT INTO email_messages (id, direction, "to", to_name, role, subject, text, link, state, attempts, next_attempt_at, expires_at) VALUES (${id}, 'out', ${oneLine(to)}, ${name ? oneLine(name) : null}, 'to', ${oneLine(subject).slice(0, 200)}, ${text}, ${link ? secrets.encrypt(link) : null}, 'queued', 0, now(), ${expiresAt ?? null})`,
  );
  tx.afterCommit(() => {
    totals.changed('email_messages');
    outward.wake();
  });
  return id;
}
