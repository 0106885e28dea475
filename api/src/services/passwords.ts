import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, two passes (OWASP 2024). */
export const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), argon2);

let decoy: Promise<string> | undefined;

/** Checks a password; without a stored hash the same work is done, so that the answer's time tells nothing. */
export async function checkPassword(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('an unknown account');
  const right = await verify(stored ?? (await decoy), password.normalize('NFKC')).catch(() => false);
  return right && stored !== undefined;
}
