import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import { useTexts } from '../../app/texts.ts';
import { apiUrl } from '../../providers/session.ts';
import type { Provider } from './useProviders.ts';

const texts = {
  or: { de: 'oder', en: 'or' },
  with: { de: 'Mit {label} anmelden', en: 'Sign in with {label}' },
};

export interface ProvidersProps {
  readonly providers: readonly Provider[];
  /** The page to return to. */
  readonly to: string;
}

/** Buttons that lead to the sign-in services of the installation; nothing where there are none. */
export function Providers({ providers, to }: ProvidersProps) {
  const t = useTexts(texts);
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
