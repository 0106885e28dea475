import { operation, type Paths, parameters } from './openapi_operation.ts';
import { listOf, object, reference, type Schema, text } from './openapi_schemas.ts';

const webauthn: Schema = { type: 'object', description: 'As the Web Authentication API of browsers takes or gives it' };
const session = reference('session');
/** A second factor as it is shown: one of them. */
const shown = object({ transaction: text, totp: text, recovery: text, passkey: webauthn }, ['transaction']);
const factors = object({
  authenticator: { type: ['object', 'null'] },
  passkeys: listOf({ type: 'object' }),
  recovery_codes: { type: ['object', 'null'] },
  required: { type: 'boolean' },
});
const begun = object({ transaction: text, options: webauthn });

/** Passkeys are bound to a name. */
const noName = 'Answers 409 where Kontor is reached by an IP address instead of a name.';

/** The second factor: shown at sign-in and before what is dangerous, set up and taken away. */
export const factorPaths: Paths = {
  '/session/second_factor': {
    post: operation('session', 'second_factor', 'The second step of a sign-in', {
      open: true,
      body: shown,
      answer: session,
      fails: [400, 401, 403, 422, 429],
      description: 'Follows a sign-in that answered with `second_factor` and `transaction`.',
    }),
  },
  '/session/second_factor/passkey': {
    post: operation('session', 'second_factor_passkey', 'Ask for a passkey as the second factor', {
      open: true,
      body: object({ transaction: text }),
      answer: webauthn,
      fails: [400, 401, 403, 409, 429],
    }),
  },
  '/session/passkey/options': {
    post: operation('session', 'passkey_options', 'Begin a sign-in with a passkey alone', {
      open: true,
      answer: begun,
      fails: [403, 409, 429],
      description: noName,
    }),
  },
  '/session/passkey': {
    post: operation('session', 'passkey_sign_in', 'Sign in with a passkey alone', {
      open: true,
      body: object({ transaction: text, passkey: webauthn }),
      answer: session,
      fails: [400, 401, 403, 422, 429],
    }),
  },
  '/session/step_up': {
    get: operation('session', 'step_up_methods', 'How one can prove to be oneself', {
      answer: object({ methods: listOf(text) }),
    }),
    post: operation('session', 'step_up', 'Prove to be oneself, before something dangerous', {
      body: object({ ...(shown.properties as object), password: text }, []),
      status: 204,
      fails: [400, 422, 429],
      description: 'Counts for `KONTOR_PROOF_SECONDS`. What asks for it answers 403 with `step_up_required`.',
    }),
  },
  '/session/step_up/passkey': {
    post: operation('session', 'step_up_passkey', 'Ask for a passkey as the proof', { answer: begun, fails: [409] }),
  },
  '/session/factors': {
    get: operation('session', 'factors', 'What the user signs in with besides the password', { answer: factors }),
  },
  '/session/factors/authenticator': {
    post: operation('session', 'authenticator_begin', 'Begin to set up an authenticator app', {
      status: 201,
      answer: object({ transaction: text, secret: text, address: text, picture: text }),
      fails: [403],
      description: 'The secret is told here and never again.',
    }),
    put: operation('session', 'authenticator_confirm', 'Confirm the app with a first code', {
      body: object({ transaction: text, code: text }),
      answer: factors,
      fails: [400, 403, 422],
    }),
    delete: operation('session', 'authenticator_remove', 'Remove the authenticator app', {
      answer: factors,
      fails: [403, 404, 422],
    }),
  },
  '/session/factors/passkeys/options': {
    post: operation('session', 'passkey_begin', 'Begin to make a passkey', {
      answer: begun,
      fails: [403, 409],
      description: noName,
    }),
  },
  '/session/factors/passkeys': {
    post: operation('session', 'passkey_keep', 'Keep a new passkey', {
      body: object({ transaction: text, name: text, passkey: webauthn }),
      status: 201,
      answer: factors,
      fails: [400, 403, 422],
    }),
  },
  '/session/factors/passkeys/{id}': {
    patch: operation('session', 'passkey_rename', 'Rename a passkey', {
      parameters: parameters('id'),
      body: object({ name: text }),
      answer: factors,
      fails: [400, 403, 404, 422],
    }),
    delete: operation('session', 'passkey_remove', 'Remove a passkey', {
      parameters: parameters('id'),
      answer: factors,
      fails: [403, 404, 422],
    }),
  },
  '/session/factors/recovery_codes': {
    post: operation('session', 'recovery_codes', 'A new set of recovery codes', {
      status: 201,
      answer: object({ codes: listOf(text) }),
      fails: [403, 422],
      description: 'Told here and never again; earlier codes count no more.',
    }),
  },
  '/session/view': {
    post: operation('session', 'view_as', 'Look at Kontor as a user or role, reading only', {
      body: object({ user_id: text, role_id: text }, []),
      answer: { type: 'object' },
      fails: [400, 403, 404, 422],
    }),
  },
};
