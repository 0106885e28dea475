import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, useRef, useState } from 'react';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import type { CameFrom } from '../../app/Gate.tsx';
import { problemOf } from '../../providers/httpClient.ts';
import { EntryPage } from './EntryPage.tsx';
import { askForLink } from './link.ts';
import { useWords } from './words.ts';

/** Asks for a link to set a new password. Whether there is such an account is not told. */
export default function Forgotten() {
  const t = useWords();
  const from = useLocation().state as CameFrom | null;
  const [email, setEmail] = useState(from?.email ?? '');
  const [sentTo, setSentTo] = useState<string>();
  const [error, setError] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const address = email.trim();
    setFailure(undefined);
    setError(address ? undefined : t('required'));
    if (!address) return input.current?.focus();
    setBusy(true);
    try {
      await askForLink(address);
      setSentTo(address);
    } catch (caught) {
      const wrong = problemOf(caught)?.errors?.email;
      if (typeof wrong === 'string') setError(wrong);
      else setFailure((caught as Error).message);
      input.current?.focus();
    } finally {
      setBusy(false);
    }
  };

  if (sentTo)
    return (
      <EntryPage title={t('sent')}>
        <Stack spacing={2}>
          <Typography role="status" sx={{ overflowWrap: 'anywhere' }}>
            {t('sent_text', { email: sentTo })}
          </Typography>
          <Button component={RouterLink} to="/login" state={{ email: sentTo }} variant="contained" size="large">
            {t('sign_in')}
          </Button>
          <Button onClick={() => setSentTo(undefined)}>{t('other_address')}</Button>
        </Stack>
      </EntryPage>
    );
  return (
    <EntryPage title={t('forgotten')}>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
        <Typography>{t('forgotten_text')}</Typography>
        {failure && (
          <Alert severity="error" role="alert">
            {failure}
          </Alert>
        )}
        <Box sx={{ display: 'grid', gap: 0.5 }}>
          <Typography component="label" htmlFor="email" variant="body2" sx={{ fontWeight: 550 }}>
            {t('email')}
          </Typography>
          <TextField
            id="email"
            name="email"
            type="email"
            autoComplete="username"
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            error={Boolean(error)}
            helperText={error}
            inputRef={input}
          />
        </Box>
        <Button type="submit" variant="contained" size="large" loading={busy}>
          {t('send')}
        </Button>
        <Button component={RouterLink} to="/login" state={{ email: email.trim() }}>
          {t('sign_in')}
        </Button>
      </Box>
    </EntryPage>
  );
}
