import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import { useEffect, useState } from 'react';
import { useTexts } from '../../app/texts.ts';
import { apiUrl } from '../../providers/session.ts';

const texts = {
  or: { de: 'oder', en: 'or' },
  with: { de: 'Mit {label} anmelden', en: 'Sign in with {label}' },
};

interface Provider {
  readonly id: string;
  readonly label: string;
}

/** Buttons that lead to the sign-in services of the installation; nothing where there are none. `to` is where to return. */
export function Providers({ to }: { readonly to: string }) {
  const t = useTexts(texts);
  const [providers, setProviders] = useState<readonly Provider[]>([]);
  useEffect(() => {
    // Who can not be asked offers nothing; the password still works.
    fetch(`${apiUrl}/session/openid`)
      .then(async (response) => (response.ok ? setProviders(await response.json()) : undefined))
      .catch(() => undefined);
  }, []);
  if (providers.length === 0) return null;
  return (
    <>
      <Divider sx={{ color: 'text.secondary', typography: 'body2' }}>{t('or')}</Divider>
      {providers.map(({ id, label }) => (
        <Button
          key={id}
          variant="outlined"
          size="large"
          href={`${apiUrl}/session/openid/${id}/start?to=${encodeURIComponent(to)}`}
        >
          {t('with', { label })}
        </Button>
      ))}
    </>
  );
}
