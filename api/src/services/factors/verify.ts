import { PublicError } from '@kontor/shared';
import type { Queryable } from '../../db/pool.ts';
import type { Keys } from '../secrets.ts';
import { countAttempt, forgetAttempts } from './attempts.ts';
import { useAppCode } from './authenticator.ts';
import type { Factor } from './enrolled.ts';
import { usePasskey } from './passkeys.ts';
import { useRecoveryCode } from './recovery.ts';
import type { RelyingParty } from './relying_party.ts';

/** What the user shows: one of these. */
export type Shown = { readonly [F in Factor]?: unknown } & { readonly password?: unknown };

/** Which factor is shown; 422 for none, or none that is text where text is wanted. */
export function shownFactor(body: Shown): Factor {
  const found = (['totp', 'passkey', 'recovery'] as const).find((factor) => body[factor]);
  if (!found || (found !== 'passkey' && typeof body[found] !== 'string'))
    throw new PublicError('invalid', { totp: 'kontor:required' });
  return found;
}

/**
 * Is it a right factor of the user? It is used up by that. Codes are counted before they are looked at (429 after too many
 * wrong ones); a passkey can not be guessed.
 */
export async function verifyFactor(
  on: Queryable,
  keys: Pick<Keys, 'decrypt'>,
  userId: string,
  body: Shown,
  passkey: { readonly challenge: string | null; readonly party: () => RelyingParty },
): Promise<boolean> {
  const factor = shownFactor(body);
  if (factor === 'passkey')
    return (await usePasskey(on, passkey.party(), body.passkey, passkey.challenge, userId)) !== undefined;
  const code = (body[factor] as string).slice(0, 100).replace(factor === 'totp' ? /\s/g : '', '');
  await countAttempt(on, userId);
  const right = await (factor === 'totp' ? useAppCode(on, keys, userId, code) : useRecoveryCode(on, userId, code));
  if (right) await forgetAttempts(on, userId);
  return right;
}
