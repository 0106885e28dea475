import { operation, type Paths } from './openapi_operation.ts';
import { listOf, object, text } from './openapi_schemas.ts';

const named = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string' },
  description,
});

/** Sign-in through OpenID providers. */
export const signInPaths: Paths = {
  '/session/openid': {
    get: operation('session', 'openid_providers', 'The OpenID providers of the installation', {
      open: true,
      answer: listOf(object({ id: text, label: text })),
    }),
  },
  '/session/openid/{provider}/start': {
    get: operation('session', 'openid_start', 'Sign in through a provider', {
      open: true,
      parameters: [
        named('provider', 'Its id'),
        { name: 'to', in: 'query', schema: text, description: 'The page of Kontor to return to' },
      ],
      status: 302,
      fails: [404],
      description: 'For browsers: leads to the provider, which leads back; then the sign-in page takes the session up.',
    }),
  },
  '/session/openid/sign-out': {
    post: operation('session', 'openid_sign_out', 'Sign out, also at the provider', {
      open: true,
      answer: object({ url: { type: ['string', 'null'], description: 'Where to end the session at the provider' } }),
      fails: [403],
    }),
  },
};
