import { randomBytes, randomInt } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';
import { argon2 } from '../passwords.ts';

export const codesInSet = 10;
/** Without letters and digits that look alike; twelve of them are 59 bits. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

const newCode = (): string =>
  Array.from({ length: 12 }, (_, i) => (i && i % 4 === 0 ? '-' : '') + letters[randomInt(letters.length)]).join('');

/** What was typed, as it was made: case, blanks and dashes do not matter. */
const plain = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, '');

const hashed = (code: string, salt: Uint8Array) => hash(plain(code), { ...argon2, salt });

/** The salt of an encoded hash (`$argon2id$v=19$m=…,t=…,p=…$salt$hash`). */
const saltOf = (encoded: string) => Buffer.from(encoded.split('$')[4] ?? '', 'base64');

/** Makes a new set of codes; all earlier ones count no more. The codes are told here and never again. */
export async function newRecoveryCodes(on: Queryable, userId: string): Promise<{ id: string; codes: string[] }> {
  const codes = Array.from({ length: codesInSet }, newCode);
  const salt = randomBytes(16);
  const hashes = await Promise.all(codes.map((code) => hashed(code, salt)));
  const ids = codes.map(() => uuidv7());
  await on.query(sql`DELETE FROM recovery_codes WHERE user_id = ${userId}`);
  await on.query(
    sql`INSERT INTO recovery_codes (id, user_id, code_hash, created_by) SELECT id, ${userId}::uuid, hash, ${userId}::uuid FROM unnest(${ids}::uuid[], ${hashes}::text[]) AS x(id, hash)`,
  );
  return { id: ids[0]!, codes };
}

/** Uses a recovery code up. The salt is one for the whole set, so that one hash finds the code, or finds none. */
export async function useRecoveryCode(on: Queryable, userId: string, code: string): Promise<boolean> {
  const [any] = await on.query<{ code_hash: string }>(
    sql`SELECT code_hash FROM recovery_codes WHERE user_id = ${userId} LIMIT 1`,
  );
  if (!any || plain(code).length !== 12) return false;
  const wanted = await hashed(code, saltOf(any.code_hash));
  const used = await on.query(
    sql`UPDATE recovery_codes SET used_at = now() WHERE user_id = ${userId} AND code_hash = ${wanted} AND used_at IS NULL RETURNING id`,
  );
  return used.length > 0;
}
