import { useSetLocale } from 'ra-core';
import { useCallback, useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router-dom';
import { noConnection } from '../providers/httpClient.ts';
import { queryClient } from '../providers/queryClient.ts';
import { refreshSession, useSession, useSessionState } from '../providers/session.ts';
import { store } from '../providers/store.ts';
import { Trouble } from './feedback/Trouble.tsx';
import { FrameSkeleton } from './frame/FrameSkeleton.tsx';

/** Lets only those in who are signed in; after a reload the session is taken up again from its cookie. */
export function Gate() {
  const state = useSessionState();
  const location = useLocation();
  const [error, setError] = useState<unknown>();
  const { user } = useSession();
  const setLocale = useSetLocale();

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
    if (state === 'signed_out') queryClient.clear();
  }, [state]);
  // The language of the account counts until another one is chosen on this device.
  useEffect(() => {
    if (user.id && store.getItem('locale') === undefined && user.language !== document.documentElement.lang)
      setLocale(user.language);
  }, [user, setLocale]);

  if (state === 'signed_out')
    return <Navigate to="/login" replace state={{ nextPathname: location.pathname, nextSearch: location.search }} />;
  if (error) return <Trouble error={error} retry={resume} />;
  return state === 'signed_in' ? <Outlet /> : <FrameSkeleton />;
}
