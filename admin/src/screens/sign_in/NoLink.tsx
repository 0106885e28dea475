import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { EntryPage } from './EntryPage.tsx';
import type { Link } from './link.ts';
import { useWords } from './words.ts';

interface NoLinkProps {
  readonly state: Exclude<Link['state'], 'open'>;
  readonly purpose: Link['purpose'];
}

/** A link that is no longer good: why, and the way on. */
export function NoLink({ state, purpose }: NoLinkProps) {
  const t = useWords();
  const why = state === 'expired' ? (purpose === 'reset' ? 'expired_reset' : 'expired_invite') : state;
  const signIn = (
    <Button component={RouterLink} to="/login" variant={state === 'used' ? 'contained' : 'outlined'} size="large">
      {t('sign_in')}
    </Button>
  );
  return (
    <EntryPage title={t('no_link')}>
      <Stack spacing={2}>
        <Typography>{t(why)}</Typography>
        {state === 'used' && signIn}
        <Button
          component={RouterLink}
          to="/forgotten"
          variant={state === 'used' ? 'outlined' : 'contained'}
          size="large"
        >
          {t('ask_new')}
        </Button>
        {state !== 'used' && signIn}
      </Stack>
    </EntryPage>
  );
}
