import { httpClient } from '../../providers/httpClient.ts';
import { apiUrl, type Factor } from '../../providers/session.ts';

/** What a user has set up, and whether a role requires it. */
export interface Enrolled {
  readonly authenticator: { readonly created_at: string; readonly last_used_at: string | null } | null;
  readonly passkeys: readonly Passkey[];
  readonly recovery_codes: { readonly left: number; readonly total: number; readonly created_at: string } | null;
  readonly required: boolean;
}

export interface Passkey {
  readonly id: string;
  readonly name: string;
  /** Kept by the maker of the device for all devices of its owner. */
  readonly synced: boolean;
  readonly created_at: string;
  readonly last_used_at: string | null;
}

/** An authenticator app that is being set up: the secret, and a picture of it for the camera. */
export interface BegunApp {
  readonly transaction: string;
  readonly secret: string;
  readonly picture: string;
}

/** What a browser is asked, and the name of the question. */
export interface Asked {
  readonly transaction: string;
  readonly options: any;
}

const call = async <T>(method: string, path: string, body?: object): Promise<T> =>
  (await httpClient<T>(`${apiUrl}/session${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) })).json;

export const enrolled = (): Promise<Enrolled> => call('GET', '/factors');
export const beginApp = (): Promise<BegunApp> => call('POST', '/factors/authenticator', {});
export const confirmApp = (transaction: string, code: string): Promise<Enrolled> =>
  call('PUT', '/factors/authenticator', { transaction, code });
export const removeApp = (): Promise<Enrolled> => call('DELETE', '/factors/authenticator');
export const beginPasskey = (): Promise<Asked> => call('POST', '/factors/passkeys/options', {});
export const keepPasskey = (transaction: string, name: string, passkey: object): Promise<Enrolled> =>
  call('POST', '/factors/passkeys', { transaction, name, passkey });
export const renamePasskey = (id: string, name: string): Promise<Enrolled> =>
  call('PATCH', `/factors/passkeys/${id}`, { name });
export const removePasskey = (id: string): Promise<Enrolled> => call('DELETE', `/factors/passkeys/${id}`);
export const newRecoveryCodes = async (): Promise<readonly string[]> =>
  (await call<{ codes: string[] }>('POST', '/factors/recovery_codes', {})).codes;

export type Method = Factor | 'password';
/** With what somebody who is signed in can prove it; nothing where only a new sign-in does. */
export const proofMethods = async (): Promise<readonly Method[]> =>
  (await call<{ methods: Method[] }>('GET', '/step_up')).methods;
export const askPasskeyProof = (): Promise<Asked> => call('POST', '/step_up/passkey', {});
export const prove = (shown: object): Promise<unknown> => call('POST', '/step_up', shown);
