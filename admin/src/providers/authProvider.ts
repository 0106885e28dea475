import type { Operation } from '@kontor/shared';
import { type AuthProvider, HttpError } from 'ra-core';
import { may } from './access.ts';
import { noConnection } from './httpClient.ts';
import { currentSession, refreshSession, signIn, signOut } from './session.ts';

/** What react-admin calls its pages, as operations of the house. */
const operations: Record<string, Operation> = { list: 'read', show: 'read', edit: 'update' };

/** Sign-in for react-admin: the session lives in a cookie and is renewed from it after a reload. */
export const authProvider: AuthProvider = {
  login: async ({ email, password }: { email: string; password: string }) => {
    const response = await signIn({ email, password }, document.documentElement.lang);
    if (response.ok) return;
    const problem = await response.json().catch(() => undefined);
    throw new HttpError(problem?.title ?? noConnection(), response.status, problem);
  },
  logout: async () => {
    await signOut();
  },
  checkAuth: async () => {
    if (!currentSession() && !(await refreshSession())) throw new Error('ra.auth.auth_check_error');
  },
  // The client has tried to renew the session, and without one the gate leads to the sign-in. Refused here, the call would
  // be answered with an empty record instead of its error, and a form would take that for saved.
  checkError: async () => undefined,
  getIdentity: async () => {
    const user = currentSession()?.user;
    if (!user) throw new Error('ra.auth.auth_check_error');
    return { ...user, fullName: user.name };
  },
  getPermissions: async () => currentSession()?.grants ?? [],
  canAccess: async ({ action, resource }) =>
    may(currentSession()?.grants ?? [], resource, operations[action] ?? (action as Operation)),
};
