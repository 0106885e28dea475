import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import { useWords } from './words.ts';

/** The way out for those who have forgotten their password; takes along what they typed. */
export function ForgottenLink({ email }: { readonly email: string }) {
  const t = useWords();
  return (
    <Link
      component={RouterLink}
      to="/forgotten"
      state={{ email: email.trim() }}
      variant="body2"
      sx={{ justifySelf: 'center', py: 0.5 }}
    >
      {t('forgotten')}
    </Link>
  );
}
