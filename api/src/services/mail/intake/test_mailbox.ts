import { message, PublicError } from '@kontor/shared';
import type { Transaction } from '../../../db/pool.ts';
import type { Context, Values } from '../../../engine/context.ts';
import { sql } from '../../../query/sql.ts';
import { inTime } from '../words.ts';
import { clientOf, readMailboxes, wordsOfMailbox } from './mailbox.ts';

/** Milliseconds that people wait for the answer to a test. */
const patience = 20_000;

/** Opens the mailbox of an account, reading only, and keeps what the server said to it. What went wrong is told in its words. */
export async function testMailbox({ engine }: Context, tx: Transaction, id: string): Promise<Values> {
  const [mailbox] = await readMailboxes(tx, id);
  if (!mailbox) throw new PublicError('invalid', { imap_host: message('required') });
  const client = clientOf(mailbox, engine.secrets);
  const open = async () => {
    await client.connect();
    const { path, exists } = await client.mailboxOpen(mailbox.imap_folder ?? 'INBOX', { readOnly: true });
    return [client.greeting, `${path}: ${exists}`].filter(Boolean).join('\n');
  };
  let words: string;
  try {
    words = await inTime(open(), patience);
  } catch (error) {
    throw new PublicError('invalid', { imap_host: wordsOfMailbox(error) });
  } finally {
    client.close();
  }
  const [tested] = await tx.query<Values>(
    sql`UPDATE email_accounts SET imap_words = ${words.replaceAll('\0', '').toWellFormed().slice(0, 2000)} WHERE id = ${id} RETURNING imap_words`,
  );
  return tested!;
}
