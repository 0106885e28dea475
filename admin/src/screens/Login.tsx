import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import VisibilityOff from 'icon/VisibilityOffOutlined';
import Visibility from 'icon/VisibilityOutlined';
import { useLocaleState, useTranslate } from 'ra-core';
import { type FormEvent, lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { Logo } from '../app/frame/Logo.tsx';
import type { CameFrom } from '../app/Gate.tsx';
import { useTexts } from '../app/texts.ts';
import { usePageTitle } from '../app/usePageTitle.ts';
import { type BegunSignIn, signIn, useSession, useSessionState } from '../providers/session.ts';
import { useWait } from './account/useWait.ts';
import { ForgottenLink } from './sign_in/ForgottenLink.tsx';
import { Providers } from './sign_in/Providers.tsx';
import { useProviders } from './sign_in/useProviders.ts';
import { useReturned } from './sign_in/useReturned.ts';

const SecondStep = lazy(() => import('./factors/SecondStep.tsx'));
const PasskeySignIn = lazy(() => import('./factors/PasskeySignIn.tsx'));

const texts = {
  title: { de: 'Anmelden', en: 'Sign in' },
  welcome: { de: 'Willkommen bei Kontor', en: 'Welcome to Kontor' },
  email: { de: 'E-Mail-Adresse', en: 'E-mail address' },
  password: { de: 'Passwort', en: 'Password' },
  required: { de: 'Bitte ausfüllen.', en: 'Please fill in.' },
  wait: {
    de: 'Das waren zu viele Versuche. Bitte warten Sie {time}, dann können Sie es wieder versuchen.',
    en: 'There were too many attempts. Please wait {time}, then you can try again.',
  },
  seconds: { de: '{count} {count|Sekunde|Sekunden}', en: '{count} {count|second|seconds}' },
  minutes: { de: '{count} {count|Minute|Minuten}', en: '{count} {count|minute|minutes}' },
  waiting: { de: 'Wieder möglich in {clock}', en: 'Possible again in {clock}' },
  again: { de: 'Sie können es jetzt wieder versuchen.', en: 'You can try again now.' },
  busy: { de: 'Wird angemeldet …', en: 'Signing in …' },
  offline: {
    de: 'Der Server ist gerade nicht erreichbar. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
    en: 'The server can not be reached right now. Please check your connection and try again.',
  },
};

/** Minutes and seconds, as a clock shows them. */
const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** The label stands above its input, as in every form of the house. */
const Labelled = ({ id, label, children }: { id: string; label: string; children: ReactNode }) => (
  <Box sx={{ display: 'grid', gap: 0.5 }}>
    <Typography component="label" htmlFor={id} variant="body2" sx={{ fontWeight: 550 }}>
      {label}
    </Typography>
    {children}
  </Box>
);

const card = { p: 3, border: 1, borderColor: 'divider', borderRadius: 2.5 } as const;

/** Sign-in; leads back to the page that was asked for. */
export default function Login() {
  const t = useTexts(texts);
  const translate = useTranslate();
  const state = useSessionState();
  const { user } = useSession();
  const from = useLocation().state as CameFrom | null;
  const [locale, setLocale] = useLocaleState();
  const [email, setEmail] = useState(from?.email ?? '');
  const [password, setPassword] = useState('');
  const [visible, setVisible] = useState(false);
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const providers = useProviders();
  const returned = useReturned(providers);
  const [failure, setFailure] = useState<string>();
  const [begun, setBegun] = useState<BegunSignIn>();
  const [told, setTold] = useState(0);
  const [left, wait] = useWait();
  const emailInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);
  usePageTitle(t('title'));

  const to = returned.to ?? `${from?.nextPathname ?? '/'}${from?.nextSearch ?? ''}`;
  if (state === 'signed_in') {
    return <Navigate to={to} replace {...(from?.user === user.id ? { state: from.nextState } : {})} />;
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (left) return;
    setFailure(undefined);
    setTold(0);
    if (!email.trim()) return emailInput.current?.focus();
    if (!password) return passwordInput.current?.focus();
    setBusy(true);
    try {
      const response = await signIn({ email: email.trim(), password }, locale);
      const answer = response.ok && ((await response.json()) as Partial<BegunSignIn>);
      if (answer) return answer.second_factor && setBegun(answer as BegunSignIn);
      const problem = await response.json().catch(() => undefined);
      setTold(problem?.retry_after ?? 0);
      if (problem?.retry_after) return wait(problem.retry_after);
      setFailure(problem?.title ?? t('offline'));
      passwordInput.current?.select();
    } catch {
      setFailure(t('offline'));
    } finally {
      setBusy(false);
    }
  };
  const shown = failure ?? (checked ? undefined : returned.problem);
  const time = (seconds: number) =>
    seconds <= 90 ? t('seconds', { count: seconds }) : t('minutes', { count: Math.ceil(seconds / 60) });
  const missing = (value: string) => checked && !value.trim();

  return (
    <Box component="main" sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2 }}>
      <Box sx={{ width: '100%', maxWidth: 380 }}>
        <Box sx={{ display: 'grid', justifyItems: 'center', gap: 1.5, mb: 3 }}>
          <Logo size={44} />
          <Typography variant="h1">{t('welcome')}</Typography>
        </Box>
        <Paper sx={card}>
          {begun ? (
            <Suspense>
              <SecondStep begun={begun} onBack={() => setBegun(undefined)} />
            </Suspense>
          ) : (
            <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
              {from?.notice && !checked && (
                <Alert severity="success" role="status">
                  {from.notice}
                </Alert>
              )}
              {shown && (
                <Alert severity="error" role="alert">
                  {shown}
                </Alert>
              )}
              {told > 0 && (
                <Alert severity={left ? 'warning' : 'info'} role="alert">
                  {/* said once, not every second */}
                  {left ? t('wait', { time: time(told) }) : t('again')}
                </Alert>
              )}
              <Labelled id="email" label={t('email')}>
                <TextField
                  id="email"
                  name="email"
                  type="email"
                  autoComplete="username"
                  autoFocus={!from?.email}
                  value={email}
                  onChange={(event) => setEmail(event.target.value)}
                  error={missing(email)}
                  helperText={missing(email) ? t('required') : undefined}
                  inputRef={emailInput}
                />
              </Labelled>
              <Labelled id="password" label={t('password')}>
                <TextField
                  id="password"
                  name="password"
                  type={visible ? 'text' : 'password'}
                  autoComplete="current-password"
                  autoFocus={Boolean(from?.email)}
                  value={password}
                  onChange={(event) => setPassword(event.target.value)}
                  error={missing(password)}
                  helperText={missing(password) ? t('required') : undefined}
                  inputRef={passwordInput}
                  slotProps={{
                    input: {
                      endAdornment: (
                        <InputAdornment position="end">
                          <IconButton
                            size="small"
                            edge="end"
                            onClick={() => setVisible(!visible)}
                            aria-label={translate(
                              visible ? 'ra.input.password.toggle_visible' : 'ra.input.password.toggle_hidden',
                            )}
                          >
                            {visible ? <VisibilityOff fontSize="small" /> : <Visibility fontSize="small" />}
                          </IconButton>
                        </InputAdornment>
                      ),
                    },
                  }}
                />
              </Labelled>
              <Button type="submit" variant="contained" size="large" disabled={busy || returned.busy || left > 0}>
                {left ? t('waiting', { clock: clock(left) }) : busy || returned.busy ? t('busy') : t('title')}
              </Button>
              <ForgottenLink email={email} />
              <Suspense fallback={<Skeleton variant="rounded" height={42} />}>
                <PasskeySignIn onFailure={setFailure} />
              </Suspense>
              <Providers providers={providers} to={to} />
            </Box>
          )}
        </Paper>
        <Box sx={{ display: 'flex', justifyContent: 'center', mt: 2 }}>
          <Button
            size="small"
            lang={locale === 'en' ? 'de' : 'en'}
            onClick={() => setLocale(locale === 'en' ? 'de' : 'en')}
            sx={{ color: 'text.secondary' }}
          >
            {locale === 'en' ? 'Auf Deutsch' : 'In English'}
          </Button>
        </Box>
      </Box>
    </Box>
  );
}
