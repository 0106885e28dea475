import { useQueryClient } from '@tanstack/react-query';
import { useStoreContext } from 'ra-core';
import { useCallback } from 'react';
import { useNavigate } from 'react-router-dom';
import { signOut } from '../providers/session.ts';

/** Ends the session; nothing that was read stays in this browser. The look and the language do. */
export function useSignOut(): () => Promise<void> {
  const queryClient = useQueryClient();
  const store = useStoreContext();
  const navigate = useNavigate();
  return useCallback(async () => {
    const elsewhere = await signOut();
    queryClient.clear();
    store.reset();
    if (elsewhere) window.location.assign(elsewhere);
    else navigate('/login');
  }, [queryClient, store, navigate]);
}
