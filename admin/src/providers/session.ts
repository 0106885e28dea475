import type { CurrentUser, Grant } from '@kontor/shared';
import { useSyncExternalStore } from 'react';

/** The signed-in user as the API describes them. */
export interface User extends CurrentUser {
  readonly name: string;
  readonly email: string;
  readonly language: 'de' | 'en';
  readonly picture: string | null;
}

/** Looking at Kontor as somebody else, or with a role alone: reading only. */
export interface Viewing {
  readonly wish: { readonly user_id: string } | { readonly role_id: string };
  /** The name of the user or role. */
  readonly name: string;
}

export interface Session {
  readonly user: User;
  readonly grants: readonly Grant[];
  /** With whose rights Kontor is looked at; absent when it is with one's own. */
  readonly viewing?: Viewing;
  /** What a role requires before anything else: to set up a second factor, or to show it. */
  readonly second_factor_required?: 'enrol' | 'prove';
}

/** A factor by which somebody shows who they are. */
export type Factor = 'totp' | 'passkey' | 'recovery';

/** The password was right; one of the factors is still to be shown. */
export interface BegunSignIn {
  readonly second_factor: readonly Factor[];
  readonly transaction: string;
}

interface SessionAnswer extends Session {
  readonly access_token: string;
  readonly expires_in: number;
}

/** `unknown` until a session that may still exist has been asked for. */
export type SessionState = 'unknown' | 'signed_in' | 'signed_out';

export const apiUrl = '/api/v1';

/** Lives in memory only: an access token is never stored and never part of an address. */
let token: string | undefined;
let current: Session | undefined;
/** Says only that someone was signed in here; spares a first visit the question for a session that can not exist. */
const hint = 'kontor.signed_in';
let state: SessionState = localStorage.getItem(hint) ? 'unknown' : 'signed_out';
const listeners = new Set<() => void>();

/** Where this tab keeps with whose rights it looks, so that it still does after a reload. */
const viewPlace = 'kontor.view';

/** Counts sign-ins: what was asked before one tells nothing about the session that began with it. */
let signIns = 0;

/** Did the session end by itself, while somebody worked with it? */
let expired = false;
export const sessionExpired = (): boolean => expired;

function change(next: SessionState, answer?: SessionAnswer, byItself = false): void {
  expired = byItself && (expired || state === 'signed_in');
  if (next === 'signed_in') signIns++;
  state = next;
  token = answer?.access_token;
  if (answer) {
    const { access_token, expires_in, ...session } = answer;
    current = session;
  } else current = undefined;
  if (answer) localStorage.setItem(hint, 'yes');
  else {
    localStorage.removeItem(hint);
    sessionStorage.removeItem(viewPlace);
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const accessToken = (): string | undefined => token;
export const currentSession = (): Session | undefined => current;

/** Is someone signed in? Re-renders when that changes. */
export const useSessionState = (): SessionState => useSyncExternalStore(subscribe, () => state);

/** Who is signed in. Only inside the frame, which is not shown without a session. */
export function useSession(): Session {
  const session = useSyncExternalStore(subscribe, () => current);
  return session ?? nobody;
}
const nobody: Session = {
  user: { id: '', name: '', email: '', language: 'de', roles: [], brand_ids: [], picture: null },
  grants: [],
};

// Signing out in one tab signs out in all, and signing in lets a tab that waits at the sign-in go on.
window.addEventListener('storage', ({ key, newValue }) => {
  if (key !== hint) return;
  if (newValue === null && state === 'signed_in') change('signed_out');
  if (newValue !== null && state === 'signed_out') void refreshSession().catch(() => undefined);
});

const post = (path: string, method: string, language: string, body?: unknown) =>
  fetch(`${apiUrl}${path}`, {
    method,
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

/**
 * Signs in; the answer of a refusal is returned to be shown, and that of somebody who has a second factor (`BegunSignIn`).
 */
export const signIn = (credentials: { email: string; password: string }, language: string): Promise<Response> =>
  signInBy('', credentials, language);

/** One step of a sign-in by another way; `path` below `/session`. */
export async function signInBy(path: string, body: object, language: string): Promise<Response> {
  const response = await post(`/session${path}`, 'POST', language, body);
  if (response.ok) {
    const answer = await response.clone().json();
    if (answer.access_token) change('signed_in', answer);
  }
  return response;
}

let refreshing: Promise<boolean> | undefined;

/**
 * Gets a new access token from the refresh cookie. Parallel callers share one request. False when there is no session
 * any more; a lost connection rejects and leaves the session as it was.
 */
export function refreshSession(): Promise<boolean> {
  refreshing ??= renew().finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

async function renew(): Promise<boolean> {
  const before = signIns;
  const response = await post('/session/refresh', 'POST', document.documentElement.lang);
  if (!response.ok && signIns !== before) return state === 'signed_in';
  if (response.ok) {
    change('signed_in', await withView(await response.json()));
    return true;
  }
  if (response.status !== 401 && response.status !== 403)
    throw new Error(`session/refresh answered ${response.status}`);
  change('signed_out', undefined, true);
  return false;
}

/** The session as somebody else has it, if this tab looks with other rights; one's own when that is not permitted any more. */
async function withView(own: SessionAnswer): Promise<SessionAnswer> {
  const stored = sessionStorage.getItem(viewPlace);
  if (!stored) return own;
  const viewing = JSON.parse(stored) as Viewing;
  const response = await fetch(`${apiUrl}/session/view`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${own.access_token}` },
    body: JSON.stringify(viewing.wish),
  });
  if (!response.ok) {
    sessionStorage.removeItem(viewPlace);
    return own;
  }
  const seen = (await response.json()) as SessionAnswer;
  return { ...own, ...seen, user: { ...own.user, ...seen.user }, viewing };
}

/** Looks at Kontor as a user, or with a role alone, in this tab. False when that is not permitted. */
export async function viewAs(viewing: Viewing): Promise<boolean> {
  sessionStorage.setItem(viewPlace, JSON.stringify(viewing));
  await refreshSession();
  return current?.viewing !== undefined;
}

/** Goes on with one's own rights. */
export async function endView(): Promise<void> {
  sessionStorage.removeItem(viewPlace);
  await refreshSession();
}

/** Says through which provider the session was opened, so that it is ended there as well. */
const through = 'kontor.provider';
export const signedInThrough = (provider: string): void => localStorage.setItem(through, provider);

/** Ends the session here and on the server. Answers the page that ends it at the provider through whom it was opened. */
export async function signOut(): Promise<string | undefined> {
  const elsewhere = localStorage.getItem(through) !== null;
  localStorage.removeItem(through);
  const response = token
    ? await fetch(`${apiUrl}/session${elsewhere ? '/openid/sign-out' : ''}`, {
        method: elsewhere ? 'POST' : 'DELETE',
        credentials: 'same-origin',
        headers: { Authorization: `Bearer ${token}` },
      }).catch(() => undefined)
    : undefined;
  change('signed_out');
  return elsewhere && response?.ok ? ((await response.json()) as { url?: string }).url : undefined;
}
