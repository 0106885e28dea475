/// <reference path="../oidc-provider.d.ts" />
import { createServer, type Server } from 'node:http';
import Provider from 'oidc-provider';

/** A person as the provider knows them. */
export type Person = Readonly<Record<string, unknown>> & { readonly sub: string };

/** A real OpenID provider on this machine, with a sign-in page of its own (any name, any password). */
export interface TestProvider {
  readonly issuer: string;
  /** The people by the name with which they sign in. */
  readonly people: Map<string, Person>;
  /** Changes the payload of ID tokens and answers before they are sent. */
  readonly provider: Provider;
  /** What the token endpoint was asked, newest last. */
  readonly exchanges: URLSearchParams[];
  stop(): Promise<void>;
}

export const client = { client_id: 'kontor', client_secret: 'ein Geheimnis zwischen beiden' };

/** Starts a provider that lets one client in. `amr` is what its ID tokens say about how somebody signed in. */
export async function startProvider(
  redirectUris: readonly string[],
  options: { readonly backTo?: readonly string[]; readonly amr?: readonly string[]; readonly port?: number } = {},
): Promise<TestProvider> {
  const people = new Map<string, Person>();
  const exchanges: URLSearchParams[] = [];
  const server: Server = createServer();
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  const issuer = `http://127.0.0.1:${port}`;
  const { info, warn } = console;
  Object.assign(console, { info: () => {}, warn: () => {} }); // it warns that it is a provider for tests
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.client_id,
        client_secret: client.client_secret,
        redirect_uris: [...redirectUris],
        post_logout_redirect_uris: [...(options.backTo ?? [])],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true, methods: ['S256'] },
    claims: {
      openid: ['sub', 'amr'],
      email: ['email', 'email_verified'],
      profile: ['name', 'locale', 'preferred_username', 'groups', 'department'],
    },
    findAccount: (_context: unknown, sub: string) => {
      return { accountId: sub, claims: async () => people.get(sub) ?? { sub } };
    },
    conformIdTokenClaims: false,
    features: { rpInitiatedLogout: { enabled: true } },
    cookies: { keys: ['ein Schlüssel für die Kekse'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
  });
  Object.assign(console, { info, warn });
  const finish = provider.interactionFinished.bind(provider);
  provider.interactionFinished = (request, response, result, how) =>
    finish(
      request,
      response,
      result.login && options.amr ? { ...result, login: { ...result.login, amr: options.amr } } : result,
      how,
    );
  provider.use(async (context, next) => {
    await next();
    if (context.oidc?.route === 'token')
      exchanges.push(new URLSearchParams(context.oidc.body as Record<string, string>));
  });
  server.on('request', provider.callback());
  return {
    issuer,
    people,
    provider,
    exchanges,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
