import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';
import type { RelyingParty } from './relying_party.ts';

/** Loaded when it is wanted: it takes a quarter of a second, and a start does not need it. */
const webauthn = () => import('@simplewebauthn/server');

/** EdDSA, ES256, RS256 (COSE). */
const algorithms = [-8, -7, -257];

/** Every passkey can sign in alone, so each is kept on its device and asks for finger, face or PIN. */
const selection = { residentKey: 'required', userVerification: 'required' } as const;

interface Owner {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const known = (on: Queryable, userId: string) =>
  on.query<{ id: string; transports: string[] }>(
    sql`SELECT credential_id AS id, coalesce(transports, '[]') AS transports FROM passkeys WHERE user_id = ${userId} ORDER BY created_at`,
  );

/** What the browser needs to make a passkey on a device that has none of the user's yet. */
export const registrationOptions = async (
  on: Queryable,
  party: RelyingParty,
  user: Owner,
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  (await webauthn()).generateRegistrationOptions({
    rpName: 'Kontor',
    rpID: party.id,
    userID: new TextEncoder().encode(user.id),
    userName: user.email,
    userDisplayName: user.name,
    excludeCredentials: await known(on, user.id),
    authenticatorSelection: selection,
    supportedAlgorithmIDs: algorithms,
  });

/** What the browser needs to ask for a passkey: one of the user's, or any when nobody is known yet. */
export const requestOptions = async (
  on: Queryable,
  party: RelyingParty,
  userId?: string,
): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  (await webauthn()).generateAuthenticationOptions({
    rpID: party.id,
    userVerification: 'required',
    ...(userId ? { allowCredentials: await known(on, userId) } : {}),
  });

/** Keeps a new passkey. Undefined when what the browser sent does not answer the challenge. */
export async function keepPasskey(
  on: Queryable,
  party: RelyingParty,
  userId: string,
  name: string,
  response: unknown,
  challenge: string,
): Promise<string | undefined> {
  const checked = await (await webauthn())
    .verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    .catch(() => undefined); // the library throws for whatever is wrong
  if (!checked?.verified) return undefined;
  const { credential, credentialBackedUp } = checked.registrationInfo;
  const id = uuidv7();
  await on.query(
    sql`INSERT INTO passkeys (id, user_id, name, credential_id, public_key, counter, transports, synced, created_by) VALUES (${id}, ${userId}, ${name}, ${credential.id}, ${Buffer.from(credential.publicKey).toString('base64url')}, ${credential.counter}, ${JSON.stringify(credential.transports ?? [])}::jsonb, ${credentialBackedUp}, ${userId})`,
  );
  return id;
}

/**
 * Whose passkey has signed the challenge; undefined when it is unknown, of somebody else, or wrong. Its counter has to
 * rise where it counts: one that does not has been copied.
 */
export async function usePasskey(
  on: Queryable,
  party: RelyingParty,
  response: unknown,
  challenge: string | null,
  expected?: string,
): Promise<string | undefined> {
  const { id, response: { userHandle } = {} } = (response ?? {}) as Partial<AuthenticationResponseJSON> & {
    response?: { userHandle?: unknown };
  };
  if (!challenge || typeof id !== 'string' || id.length > 1400) return undefined;
  const [key] = await on.query<{ id: string; user_id: string; public_key: string; counter: string }>(
    sql`SELECT id, user_id, public_key, counter FROM passkeys WHERE credential_id = ${id.replace(/\0/g, '').toWellFormed()}`,
  );
  if (!key || (expected && key.user_id !== expected)) return undefined;
  if (userHandle && Buffer.from(String(userHandle), 'base64url').toString() !== key.user_id) return undefined;
  const checked = await (await webauthn())
    .verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id,
        publicKey: new Uint8Array(Buffer.from(key.public_key, 'base64url')),
        counter: Number(key.counter),
      },
    })
    .catch(() => undefined);
  if (!checked?.verified) return undefined;
  const { newCounter, credentialBackedUp } = checked.authenticationInfo;
  const used = await on.query(
    sql`UPDATE passkeys SET counter = ${newCounter}, synced = ${credentialBackedUp}, last_used_at = now() WHERE id = ${key.id} AND (counter < ${newCounter} OR (counter = 0 AND ${newCounter} = 0)) RETURNING id`,
  );
  return used.length > 0 ? key.user_id : undefined;
}
