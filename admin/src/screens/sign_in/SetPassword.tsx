import { useQuery } from '@tanstack/react-query';
import { useSetLocale } from 'ra-core';
import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { store } from '../../providers/store.ts';
import { lookUpLink } from './link.ts';
import { NoLink } from './NoLink.tsx';
import { SetPasswordForm } from './SetPasswordForm.tsx';

/**
 * Where the link of an invitation leads, and that of a forgotten password. Its token stands behind the `#`: browsers keep that
 * to themselves, so that no log of a server or proxy has it.
 */
export default function SetPassword() {
  const token = useLocation().hash.slice(1);
  const setLocale = useSetLocale();
  const { data, error, refetch } = useQuery({
    queryKey: ['link', token],
    queryFn: () => lookUpLink(token),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY, // what has been typed stays, whoever uses the link meanwhile
  });
  // The language of the account counts, unless another one was chosen on this device.
  const language = data?.language;
  useEffect(() => {
    if (language && store.getItem('locale') === undefined && language !== document.documentElement.lang)
      setLocale(language);
  }, [language, setLocale]);
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return null;
  if (data.state !== 'open') return <NoLink state={data.state} purpose={data.purpose} />;
  return <SetPasswordForm token={token} link={data} gone={() => void refetch()} />;
}
