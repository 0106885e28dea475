import type { Queryable } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';

/** The addresses that mails of the house leave from, in small letters. */
export async function sendingAddresses(db: Queryable): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ address: string }>(sql`SELECT lower(from_address) AS address FROM email_accounts`);
  return new Set(rows.map(({ address }) => address));
}

/** The addresses at which the house itself reads: those, and those that answers are asked to. In small letters. */
export async function ownAddresses(db: Queryable): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ address: string }>(
    sql`SELECT lower(from_address) AS address FROM email_accounts UNION SELECT lower(reply_to) FROM email_accounts WHERE reply_to IS NOT NULL UNION SELECT lower(email) FROM brands WHERE email IS NOT NULL`,
  );
  return new Set(rows.map(({ address }) => address));
}
