import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';
import type { Keys } from '../secrets.ts';

/** Keeps with a session through whom it was opened, and the ID token (encrypted) with which it is ended there as well. */
export async function rememberProvider(
  db: Database,
  keys: Pick<Keys, 'encrypt'>,
  sessionId: string,
  provider: string,
  idToken: string,
): Promise<void> {
  await db.query(
    sql`INSERT INTO provider_sessions (id, session_id, provider, id_token) VALUES (${uuidv7()}, ${sessionId}, ${provider}, ${keys.encrypt(idToken)})`,
  );
}

/** Through whom a session was opened; undefined when that was by password. */
export async function providerOf(
  db: Database,
  keys: Pick<Keys, 'decrypt'>,
  sessionId: string,
): Promise<{ readonly provider: string; readonly idToken: string | undefined } | undefined> {
  const [row] = await db.query<{ provider: string; id_token: string | null }>(
    sql`SELECT provider, id_token FROM provider_sessions WHERE session_id = ${sessionId}`,
  );
  if (!row) return undefined;
  let idToken: string | undefined;
  try {
    idToken = row.id_token ? keys.decrypt(row.id_token) : undefined;
  } catch {
    // kept under another master key: the provider asks the person instead
  }
  return { provider: row.provider, idToken };
}
