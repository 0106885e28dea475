import { randomBytes } from 'node:crypto';
import { canonicalPassword } from '@kontor/shared';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, two passes (OWASP 2024). */
export const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(canonicalPassword(password), argon2);

let decoy: Promise<string> | undefined;

/**
 * Checks a password; without a stored hash (nobody there, or somebody without a password) the same work is done, so that
 * the answer's time tells nothing, and the answer is no.
 */
export async function checkPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(32).toString('hex'));
  const right = await verify(stored ?? (await decoy), canonicalPassword(password)).catch(() => false);
  return right && typeof stored === 'string';
}
