import { PublicError } from '@kontor/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../db/pool.ts';
import type { Context, Values } from '../../engine/context.ts';
import { sql } from '../../query/sql.ts';
import { readAccount, serverOf } from './accounts.ts';
import { htmlOf } from './html.ts';
import { openTransport } from './transport.ts';
import { inTime, type MailError, wordsOf } from './words.ts';

/** Milliseconds that people wait for the answer to a test. */
const patience = 20_000;

const letters = {
  de: {
    subject: 'Testmail von Kontor',
    text: 'Guten Tag,\n\ndiese E-Mail hat Kontor gesendet, um ein E-Mail-Konto zu prüfen. Sie ist angekommen, also stimmen die Angaben.',
  },
  en: {
    subject: 'Test e-mail from Kontor',
    text: 'Hello,\n\nKontor has sent this e-mail to test an e-mail account. It has arrived, so the settings are right.',
  },
};

/**
 * Sends a message through the account, now and not by way of the outbox, and keeps what the server said to it. What went wrong
 * is told in the server's own words, at the input.
 */
export async function testAccount(
  { engine, locale }: Context,
  tx: Transaction,
  id: string,
  recipient: string,
): Promise<Values> {
  const account = await readAccount(tx, id);
  if (!account) throw new PublicError('not_found');
  const transport = openTransport(serverOf(account, engine.secrets));
  const { subject, text } = letters[locale];
  let words: string;
  try {
    words = await inTime(
      transport.send({
        id: uuidv7(),
        recipient,
        to: [{ name: '', address: recipient }],
        replyTo: account.reply_to ?? undefined,
        subject,
        text,
        html: htmlOf(text, null),
        automatic: true,
      }),
      patience,
    );
  } catch (error) {
    throw new PublicError('invalid', { recipient: wordsOf(error as MailError) });
  } finally {
    transport.close();
  }
  const [tested] = await tx.query<Values>(
    sql`UPDATE email_accounts SET tested_at = now(), test_words = ${words.slice(0, 2000)} WHERE id = ${id} RETURNING tested_at, test_words`,
  );
  return tested!;
}
