import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FormEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { CameFrom } from '../../app/Gate.tsx';
import { problemOf } from '../../providers/httpClient.ts';
import { signOut } from '../../providers/session.ts';
import { EntryPage } from './EntryPage.tsx';
import { type Link, setPassword } from './link.ts';
import { NewPassword } from './NewPassword.tsx';
import { useWords } from './words.ts';

interface SetPasswordFormProps {
  readonly token: string;
  readonly link: Link;
  /** The link is not good any more: somebody else was quicker. */
  readonly gone: () => void;
}

/** Greets by name, asks for a password, and leads to the sign-in with the address filled in. */
export function SetPasswordForm({ token, link, gone }: SetPasswordFormProps) {
  const t = useWords();
  const navigate = useNavigate();
  const [password, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(undefined);
    setError(password ? undefined : t('required'));
    if (!password) return input.current?.focus();
    setBusy(true);
    try {
      const { email } = await setPassword(token, password);
      // somebody else may be signed in at this browser
      await signOut();
      const state: CameFrom = { email, notice: t('set_done') };
      await navigate('/login', { replace: true, state });
    } catch (caught) {
      const problem = problemOf(caught);
      if (problem?.code === 'gone') return gone();
      const wrong = problem?.errors?.password;
      if (typeof wrong === 'string') setError(wrong);
      else setFailure((caught as Error).message);
      input.current?.focus();
    } finally {
      setBusy(false);
    }
  };

  const invited = link.purpose === 'invite';
  return (
    <EntryPage title={invited ? t('welcome', { name: link.name ?? '' }) : t('reset')}>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
        <Typography>{t(invited ? 'welcome_text' : 'reset_text')}</Typography>
        {failure && (
          <Alert severity="error" role="alert">
            {failure}
          </Alert>
        )}
        <Box>
          <Typography variant="body2" sx={{ fontWeight: 550 }}>
            {t('email')}
          </Typography>
          <Typography color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
            {link.email}
          </Typography>
          {/* tells password managers whose password it is */}
          <input type="text" name="username" autoComplete="username" value={link.email ?? ''} readOnly hidden />
        </Box>
        <NewPassword
          value={password}
          onChange={(value) => {
            setTyped(value);
            setError(undefined);
          }}
          error={error}
          token={token}
          autoFocus
          inputRef={input}
        />
        <Button type="submit" variant="contained" size="large" loading={busy}>
          {t('set')}
        </Button>
      </Box>
    </EntryPage>
  );
}
