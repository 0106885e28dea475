import * as openid from 'openid-client';

/** Why nobody was signed in. The sign-in page puts it into words. */
export type OpenIdReason =
  /** The provider does not answer. */
  | 'unavailable'
  /** Somebody said no: the person, or the provider. */
  | 'refused'
  /** Too late, in another browser, or a second time. */
  | 'expired'
  /** The answer is not what was asked for. */
  | 'invalid'
  /** Nobody here is known by this account. */
  | 'no_account'
  /** There is an account with this address, but the provider is not trusted to name it. */
  | 'email_taken'
  /** The provider tells no usable e-mail address. */
  | 'no_email'
  /** The account is switched off. */
  | 'disabled'
  /** Something is wrong on our side. */
  | 'failed';

/** A sign-in through a provider that did not come to an end. */
export class OpenIdProblem extends Error {
  readonly reason: OpenIdReason;

  constructor(reason: OpenIdReason, cause?: unknown) {
    super(`sign-in through a provider: ${reason}`, { cause });
    this.reason = reason;
  }

  /** What an error of the protocol means for the person who waits. */
  static of(error: unknown): OpenIdProblem {
    if (error instanceof OpenIdProblem) return error;
    if (error instanceof openid.AuthorizationResponseError) return new OpenIdProblem('refused', error);
    if (error instanceof openid.ResponseBodyError)
      return new OpenIdProblem(error.error === 'invalid_grant' ? 'expired' : 'invalid', error);
    if (error instanceof openid.ClientError)
      return new OpenIdProblem(error.code === 'OAUTH_TIMEOUT' ? 'unavailable' : 'invalid', error);
    return new OpenIdProblem(error instanceof TypeError ? 'unavailable' : 'invalid', error);
  }
}
