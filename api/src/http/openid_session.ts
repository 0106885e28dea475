import { PublicError } from '@kontor/shared';
import { findUser } from '../services/users.ts';
import { completeSignIn, type SignInParts } from './complete_sign_in.ts';
import type { OpenIdOptions } from './openid.ts';

/** Opens a session for somebody whom a provider has named, and sets the cookie from which the sign-in page takes it up. */
export const sessionOpener =
  (parts: SignInParts): OpenIdOptions['open'] =>
  async (request, response, { id }, how) => {
    const user = await findUser(parts.db, { id });
    if (!user) throw new PublicError('sign_in_failed');
    return (await completeSignIn(parts, request, response, user, how)).id;
  };
