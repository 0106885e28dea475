import { z } from 'zod';

/** A sign-in service as it is configured. */
export interface OpenIdProvider {
  /** Stands in addresses and in `user_identities`; stands for one issuer for good. */
  readonly id: string;
  /** What the button says: “Mit <label> anmelden”. */
  readonly label: string;
  readonly issuer: string;
  readonly client_id: string;
  /** Absent for a public client; PKCE protects either. */
  readonly client_secret?: string | undefined;
  readonly scopes: string;
  /** Is an e-mail address that the provider calls verified enough to find the account? */
  readonly trust_email: boolean;
  /** Does somebody unknown get an account and an employee record? */
  readonly onboard: boolean;
  /** Does every sign-in there count as one with a second factor? */
  readonly trusted_second_factor: boolean;
}

/** Without TLS only to this machine: for development and tests. */
const safeIssuer = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
};

const provider = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,59}$/),
  label: z.string().min(1).max(60),
  issuer: z.string().refine(safeIssuer, { error: 'must begin with https://' }),
  client_id: z.string().min(1),
  client_secret: z.string().min(1).optional(),
  scopes: z.string().default('openid profile email'),
  trust_email: z.boolean().default(false),
  onboard: z.boolean().default(false),
  trusted_second_factor: z.boolean().default(false),
});

/** Reads the providers from the JSON of `KONTOR_OIDC_PROVIDERS`. Throws a sentence that never repeats a secret. */
export function readProviders(text: string | undefined): readonly OpenIdProvider[] {
  if (!text) return [];
  const wrong = (what: string) => new Error(`KONTOR_OIDC_PROVIDERS can not be used: ${what}`);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw wrong('it is no JSON.');
  }
  const parsed = z.array(provider).safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw wrong(`${issue!.path.join('.') || 'it'}: ${issue!.message}.`);
  }
  if (new Set(parsed.data.map(({ id }) => id)).size < parsed.data.length) throw wrong('an id occurs twice.');
  return parsed.data.map((given) => ({
    ...given,
    scopes: [...new Set(['openid', ...given.scopes.split(/\s+/).filter(Boolean)])].join(' '),
  }));
}
