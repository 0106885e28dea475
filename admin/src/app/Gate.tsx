import { useSetLocale, useTranslate } from 'ra-core';
import { lazy, useCallback, useEffect, useRef, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router-dom';
import { noConnection } from '../providers/httpClient.ts';
import { queryClient } from '../providers/queryClient.ts';
import { refreshSession, sessionExpired, useSession, useSessionState } from '../providers/session.ts';
import { store } from '../providers/store.ts';
import { Trouble } from './feedback/Trouble.tsx';
import { useSay } from './feedback/useSay.ts';
import { FrameSkeleton } from './frame/FrameSkeleton.tsx';

const Enrol = lazy(() => import('../screens/factors/Enrol.tsx'));

/** Where somebody was when the session ended. */
export interface CameFrom {
  readonly nextPathname?: string;
  readonly nextSearch?: string;
  /** What the page was opened with, a record to copy perhaps: only for the user who opened it. */
  readonly nextState?: unknown;
  readonly user?: string;
  /** Fills the address in, for those who come from a link. */
  readonly email?: string;
  /** What has just been done, said above the sign-in. */
  readonly notice?: string;
}

/** Lets only those in who are signed in; after a reload the session is taken up again from its cookie. */
export function Gate() {
  const state = useSessionState();
  const location = useLocation();
  const [error, setError] = useState<unknown>();
  const { user, second_factor_required: missing } = useSession();
  const setLocale = useSetLocale();
  const say = useSay();
  const translate = useTranslate();
  const last = useRef('');

  const resume = useCallback(() => {
    setError(undefined);
    // Whatever stood in the way, it was no answer about the session: there is no server to talk to.
    refreshSession().catch(() => setError(new Error(noConnection())));
  }, []);
  useEffect(() => {
    if (state === 'unknown') resume();
  }, [state, resume]);
  // However the session ended, in another tab or by itself: whoever signs in next sees nothing that was read before.
  useEffect(() => {
    if (state !== 'signed_out') return;
    queryClient.clear();
    if (sessionExpired()) say({ text: translate('ra.notification.logged_out'), tone: 'info' });
  }, [state, say, translate]);
  useEffect(() => {
    if (user.id) last.current = user.id;
  }, [user.id]);
  // The language of the account counts until another one is chosen on this device.
  useEffect(() => {
    if (user.id && store.getItem('locale') === undefined && user.language !== document.documentElement.lang)
      setLocale(user.language);
  }, [user, setLocale]);

  if (state === 'signed_out') {
    const came: CameFrom = {
      nextPathname: location.pathname,
      nextSearch: location.search,
      nextState: location.state,
      user: last.current,
    };
    return <Navigate to="/login" replace state={came} />;
  }
  if (error) return <Trouble error={error} retry={resume} />;
  if (state !== 'signed_in') return <FrameSkeleton />;
  return missing ? <Enrol /> : <Outlet />;
}
