import type { Keys } from '../secrets.ts';

/** What must be known again when somebody comes back from the provider. */
export interface Transaction {
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
  /** The page that was asked for. */
  readonly to: string;
}

/** Seconds in which somebody has to come back. */
export const transactionSeconds = 600;

const purpose = 'openid';

/** Encrypts and authenticates a transaction for the cookie: nobody can read or change it. */
export const seal = (keys: Pick<Keys, 'encrypt'>, transaction: Transaction): string =>
  keys.encrypt(JSON.stringify({ purpose, until: Date.now() + transactionSeconds * 1000, ...transaction }));

/** The transaction of a cookie; undefined when it is none, was changed, or is too old. */
export function unseal(keys: Pick<Keys, 'decrypt'>, text: string | undefined): Transaction | undefined {
  try {
    const { purpose: found, until, ...transaction } = JSON.parse(keys.decrypt(text ?? ''));
    return found === purpose && until > Date.now() ? transaction : undefined;
  } catch {
    return undefined;
  }
}
