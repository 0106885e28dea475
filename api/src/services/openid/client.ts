import * as openid from 'openid-client';
import { OpenIdProblem } from './problem.ts';
import type { OpenIdProvider } from './providers.ts';
import type { Transaction } from './transaction.ts';

/** How long what a provider says about itself is believed, in milliseconds. */
const believed = 3_600_000;
/** Seconds that a provider may take to answer. */
const patience = 10;

export type Claims = Readonly<Record<string, unknown>>;

/** Who came back from the provider. */
export interface Identified {
  readonly subject: string;
  /** Of the ID token and of the user info, without what belongs to the token itself. */
  readonly claims: Claims;
  readonly secondFactor: boolean;
  readonly idToken: string;
}

/** One provider, spoken to by authorization code with PKCE (RFC 7636, RFC 9700). */
export interface OpenIdClient {
  readonly provider: OpenIdProvider;
  /** Where to send the browser, and what to remember meanwhile. */
  start(redirectUri: string, to: string): Promise<{ readonly url: URL; readonly transaction: Transaction }>;
  /** Checks state, issuer, nonce and signature of the answer and exchanges its code. */
  finish(transaction: Transaction, query: string): Promise<Identified>;
  /** Where to end the session at the provider; undefined when it offers nothing, or can not be asked. */
  endSession(idToken: string | undefined, backTo: string): Promise<URL | undefined>;
}

/** Claims about the token, not about the person. */
const ofToken = new Set(
  'iss aud exp iat nbf jti nonce azp sid at_hash c_hash s_hash auth_time acr amr session_state'.split(' '),
);
/** Ways of signing in that need something besides a password (RFC 8176). */
const strong = ['mfa', 'otp', 'hwk'];

/** What a provider is asked lazily: one that is down keeps nobody else from signing in, and Kontor from nothing. */
export function openIdClient(provider: OpenIdProvider): OpenIdClient {
  let known: { readonly configuration: Promise<openid.Configuration>; readonly until: number } | undefined;

  function configuration(): Promise<openid.Configuration> {
    if (known && known.until > Date.now()) return known.configuration;
    const issuer = new URL(provider.issuer);
    const asked = openid
      .discovery(
        issuer,
        provider.client_id,
        undefined,
        provider.client_secret ? openid.ClientSecretBasic(provider.client_secret) : openid.None(),
        {
          timeout: patience,
          execute: [
            openid.enableNonRepudiationChecks, // the signature is checked although the token comes over TLS
            ...(issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : []),
          ],
        },
      )
      .catch((cause) => {
        known = undefined;
        throw new OpenIdProblem('unavailable', cause);
      });
    known = { configuration: asked, until: Date.now() + believed };
    return asked;
  }

  return {
    provider,
    start: async (redirectUri, to) => {
      const config = await configuration();
      const verifier = openid.randomPKCECodeVerifier();
      const [state, nonce] = [openid.randomState(), openid.randomNonce()];
      const url = openid.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: provider.scopes,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { url, transaction: { provider: provider.id, state, nonce, verifier, redirectUri, to } };
    },
    finish: async (transaction, query) => {
      const config = await configuration();
      try {
        const tokens = await openid.authorizationCodeGrant(config, new URL(`${transaction.redirectUri}?${query}`), {
          pkceCodeVerifier: transaction.verifier,
          expectedState: transaction.state,
          expectedNonce: transaction.nonce,
          idTokenExpected: true,
        });
        const idClaims = tokens.claims()!;
        const userInfo = config.serverMetadata().userinfo_endpoint
          ? await openid.fetchUserInfo(config, tokens.access_token, idClaims.sub)
          : {};
        const amr = Array.isArray(idClaims.amr) ? idClaims.amr : [];
        return {
          subject: idClaims.sub,
          claims: Object.fromEntries(
            Object.entries({ ...userInfo, ...idClaims }).filter(([name]) => !ofToken.has(name)),
          ),
          secondFactor: provider.trusted_second_factor || strong.some((way) => amr.includes(way)),
          idToken: tokens.id_token!,
        };
      } catch (error) {
        throw OpenIdProblem.of(error);
      }
    },
    endSession: async (idToken, backTo) => {
      const config = await configuration().catch(() => undefined);
      if (!config?.serverMetadata().end_session_endpoint) return undefined;
      return openid.buildEndSessionUrl(config, {
        post_logout_redirect_uri: backTo,
        ...(idToken ? { id_token_hint: idToken } : {}),
      });
    },
  };
}
