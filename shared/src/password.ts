/** Length of passwords in characters. NIST SP 800-63B asks for at least 8, and for length instead of rules. */
export const shortestPassword = 12;
/** Longer than any sentence; nobody may keep the server busy with a book. */
export const longestPassword = 256;

/** What counts as the password: the same letters typed on another system are the same password (NIST: NFKC). */
export const canonicalPassword = (password: string): string => password.normalize('NFKC');

/** How hard a password is to guess, as people are told. */
export type PasswordStrength = 'refused' | 'fair' | 'good';
